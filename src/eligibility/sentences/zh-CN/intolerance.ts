// Chinese: intolerance of standard treatments.

import type { Translation } from '../../../logic/words.ts';
import type { intolerance as en } from '../en/intolerance.ts';

export const intolerance = {
  'intolerance.evidence': '有不耐受的依据：{drugs}；是否足够由研究者判断',
  'intolerance.none': '记录中未见标准治疗不耐受（仅据“无记录”推断）',
  'intolerance.incomplete': '过敏、不良事件、诊断和用药的检索未全部完成',
  'intolerance.missing': '过敏、不良事件、诊断和用药的完整检索',
  'intolerance.of': '过敏或不耐受：{drug}',
  'intolerance.adverse-event': '{drug}相关不良事件',
  'intolerance.ended': '{drug}因不良反应停用',
  'intolerance.withheld': '{drug}因不良反应暂停使用',
  'intolerance.diagnosis': '诊断提示{drug}所致损害',
} as const satisfies Translation<typeof en>;
