// Chinese sentences about other clinical studies.

import type { Translation } from '../../../logic/words.ts';
import type { otherTrials as en } from '../en/other-trials.ts';

export const otherTrials = {
  'trials.ask': '记录中无参加其他研究的信息：请询问家属',
  'trials.incomplete': '研究参与情况的检索不完整',
  'trials.participation': '参加其他研究的情况',
  'trials.taking-part': '正在参加干预性研究：{study}',
  'trials.ended-within': '{end}退出干预性研究 {study}，在入组前 {months} 个月内',
  'trials.ended-before': '{end}退出研究 {study}，距入组已超过 {months} 个月',
  'trials.end-unknown': '已退出研究 {study}；确切日期不详',
  'trials.end-date': '退出研究 {study} 的日期',
  'trials.observational': '研究 {study} 为观察性研究：是否计入由研究者判断',
  'trials.kind-unknown': '记录未说明研究 {study} 是否为干预性研究',
  'trials.status-unclear': '记录未明确患者是否已进入研究 {study}',
  'trials.contradictory': '记为仍在研究 {study} 中，但结束日期为{end}，早于筛选日',
  'trials.future': '参加研究 {study} 的开始日期晚于筛选日',
  'trials.own': '参加本研究不计入',
  'trials.not-entered': '曾为某研究接受筛选，未入组',
  'trials.unnamed': '名称未记录',
  'trials.evidence': '参加研究 {study}',
} as const satisfies Translation<typeof en>;
