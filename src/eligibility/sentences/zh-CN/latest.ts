// Chinese sentences about the latest result of a measurement.

import type { Translation } from '../../../logic/words.ts';
import type { latest as en } from '../en/latest.ts';

export const latest = {
  'latest.none': '近 {days} 天内无{what}',
  'latest.stale': '最近一次{what}（{date}，{value}）已超过 {days} 天',
  'latest.maybe-stale': '最近一次{what}的日期（{date}）不能判断是否超过 {days} 天',
  'latest.unreadable': '最近一次{what}（{date}，{value}）无法读取：{why}',
  'latest.without-value': '无结果值',
  'latest.disagree': '同一时间的{what}结果互相矛盾',
  'latest.incomplete': '结果检索不完整：可能遗漏更新的{what}',
  'latest.ignored': '{what}：{why}',
  'latest.undated': '结果无可读取的日期',
  'latest.future': '日期晚于筛选日',
  'latest.preliminary': '初步结果，仅供参考，不作判定',
} as const satisfies Translation<typeof en>;
