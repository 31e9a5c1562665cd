// Chinese: names of measurements, and why a result that was sent cannot be read or does not count.

import type { Translation } from '../../../logic/words.ts';
import { allMeasurements } from '../../../terminology/measurement-table.ts';
import type { measurements as en } from '../en/measurements.ts';

/** "measurement.ALT": the title that `data/measurements/` gives. */
export const measurementTitles: Readonly<Record<string, string>> = Object.fromEntries(
  allMeasurements.map(({ name, title }) => [`measurement.${name}`, title.zh]),
);

export const measurements = {
  'reading.not-a-number': '其值不是可用的数值',
  'reading.no-unit': '无单位',
  'reading.unknown-unit': '单位 {unit} 不是该项目可读取的单位',
  'reading.units-disagree': '单位 {unit} 互相矛盾',
  'reading.log-or-not': '编码为对数值，单位 {unit} 却不是',
  'reading.implausible': '以该单位计，数值不合理',
  'reading.several-values': '有多个值（{value}）',
  'reading.not-a-value': '其值（{value}）的类型在此无法读取',
  'reading.letters-lost': '“{value}”在传输中丢失了文字',
  'reading.words-not-known': '文字“{value}”无法理解',
  'reading.answers-disagree': '“{value}”的编码与文字不一致',
  'reading.flag-contradicts': '值“{value}”与其异常标记矛盾',
  'reading.no-own-range': '{value} 既无可换算的单位，也无自身的参考范围',
  'reading.contradictory-code': '编码与名称（{name}）指向不同的检查项目',
  'reading.about-another': '所指并非患者本人',
  'reading.other-specimen': '标本类型不计入',
  'reading.other-quantity': '计量方式不同，不可比较',
  'reading.flag-only': '标记为异常或阳性，但无数值',
  'reading.no-value': '未记录数值',
} as const satisfies Translation<typeof en>;
