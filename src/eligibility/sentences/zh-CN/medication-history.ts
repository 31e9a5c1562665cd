// Chinese: the statement that the medication history is complete.

import type { Translation } from '../../../logic/words.ts';
import type { medicationHistory as en } from '../en/medication-history.ts';

export const medicationHistory = {
  'medication-history.statement': '用药史完整的声明',
  'medication-history.missing': '{days} 天内的现行声明：用药史完整，并已核对外院处方',
  'medication-history.not-current': '用药史声明非现行状态，或不是某一时点的完整清单',
  'medication-history.undated': '用药史声明无可读取的日期',
  'medication-history.future': '用药史声明的日期晚于筛选日',
  'medication-history.lapsed': '用药史声明已过期',
  'medication-history.not-attested': '无人声明用药史完整',
  'medication-history.incomplete': '用药检索不完整',
  'medication-history.held': '下列药物的记录处于暂停、中断或状态不明，须查明是否用过及用了多久：{drugs}',
  'medication-history.unread': '无法识别的药物：{drugs}',
} as const satisfies Translation<typeof en>;
