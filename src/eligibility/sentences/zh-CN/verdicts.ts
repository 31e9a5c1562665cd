// Chinese: the words for a verdict and for the status of a patient. 不符合 beside an exclusion would read as a patient who fails.

import type { Translation } from '../../../logic/words.ts';
import type { verdicts as en } from '../en/verdicts.ts';

export const verdicts = {
  'verdict.inclusion.met': '符合',
  'verdict.inclusion.not-met': '不符合',
  'verdict.inclusion.unknown': '资料不足',
  'verdict.inclusion.needs-investigator': '需研究者判断',
  'verdict.exclusion.met': '存在',
  'verdict.exclusion.not-met': '不存在',
  'verdict.exclusion.unknown': '资料不足',
  'verdict.exclusion.needs-investigator': '需研究者判断',
  'status.ineligible': '不符合入组条件',
  'status.potential-candidate': '潜在候选者（资料不足）',
  'status.candidate': '候选者（尚待人工确认）',
} as const satisfies Translation<typeof en>;
