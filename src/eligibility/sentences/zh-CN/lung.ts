// Chinese sentences about lung disease.

import type { Translation } from '../../../logic/words.ts';
import type { lung as en } from '../en/lung.ts';

export const lung = {
  'lung.what': '严重肺部病变',
  'lung.present': '有{name}的记录，且未见已缓解',
  'lung.doubtful': '可能为肺部病变：{name}',
  'lung.past': '{name}：已缓解',
  'lung.reported': '{date}的报告提及肺部疾病、吸氧或机械通气，请研究者阅读',
  'lung.support': '{name}，{date}，在 {days} 天内',
  'lung.support-open': '{name}：未记录结束日期，可能在 {days} 天内',
  'lung.support-undated': '{name}：无日期，可能在 {days} 天内',
} as const satisfies Translation<typeof en>;
