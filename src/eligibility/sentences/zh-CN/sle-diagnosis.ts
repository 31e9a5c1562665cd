// Chinese sentences about the diagnosis of systemic lupus.

import type { Translation } from '../../../logic/words.ts';
import type { sleDiagnosis as en } from '../en/sle-diagnosis.ts';

export const sleDiagnosis = {
  'sle.diagnosis': '诊断',
  'sle.diagnosis-possible': '诊断（未确诊）',
  'sle.refuted': '已否定的诊断',
} as const satisfies Translation<typeof en>;
