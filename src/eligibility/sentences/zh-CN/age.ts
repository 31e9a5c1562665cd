// Chinese sentences about age.

import type { Translation } from '../../../logic/words.ts';
import type { age as en } from '../en/age.ts';

export const age = {
  'age.met': '{age} 周岁：在 {from} 至 {to} 周岁之内',
  'age.not-met': '{age} 周岁：不在 {from} 至 {to} 周岁之内',
  'age.unknown': '出生日期不完整：{age} 周岁，可能在也可能不在 {from} 至 {to} 周岁之内',
  'age.from.met': '{age} 周岁：已满 {from} 周岁',
  'age.from.not-met': '{age} 周岁：未满 {from} 周岁',
  'age.from.unknown': '出生日期不完整：{age} 周岁，可能已满也可能未满 {from} 周岁',
  'age.range': '{from} 至 {to}',
  'age.no-birth-date': '无可读取的出生日期',
  'age.implausible': '出生日期{birth}不合理',
  'age.birth-date': '出生日期',
  'age.not-readable': '无法读取',
  'age.full-birth-date': '完整的出生日期（年月日）',
} as const satisfies Translation<typeof en>;
