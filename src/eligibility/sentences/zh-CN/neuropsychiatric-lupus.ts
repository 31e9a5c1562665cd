// Chinese sentences about lupus of the central nervous system.

import type { Translation } from '../../../logic/words.ts';
import type { neuropsychiatricLupus as en } from '../en/neuropsychiatric-lupus.ts';

export const neuropsychiatricLupus = {
  'neuropsychiatric.what': '中枢神经系统狼疮',
  'neuropsychiatric.given-for-it': '{days} 天内因中枢神经系统狼疮给予{treatment}',
  'neuropsychiatric.maybe-given-for-it': '因中枢神经系统狼疮给予{treatment}，可能在 {days} 天内',
  'neuropsychiatric.past': '{name}：已缓解，{days} 天内无干预记录',
  'neuropsychiatric.past-treated': '{name}：已缓解，但 {days} 天内有{treatments}',
  'neuropsychiatric.doubtful': '{name}未确诊',
  'neuropsychiatric.status-unknown': '记录未说明{name}目前是否仍存在',
  'neuropsychiatric.present': '{name}：现症；{days} 天内无干预记录',
  'neuropsychiatric.present-maybe-treated': '{name}：现症；{treatments}是否为 {days} 天内针对其的干预不能确定',
  'neuropsychiatric.present-treated': '{name}：现症，{days} 天内有{treatments}',
  'neuropsychiatric.items': 'SLEDAI 神经系统条目：{items}',
  'neuropsychiatric.scored': '{date}评分：{items}',
  'neuropsychiatric.illegible': '{date}的评分无法读取：{items}',
  'neuropsychiatric.new-disorder': '{name}，自{date}起：可能为中枢神经系统狼疮',
  'neuropsychiatric.undated-disorder': '{name}，记录未说明起始日期：可能为中枢神经系统狼疮',
} as const satisfies Translation<typeof en>;
