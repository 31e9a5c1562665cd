// Chinese: why a drug order is no exposure.

import type { Translation } from '../../../logic/words.ts';
import type { exposures as en } from '../en/exposures.ts';

export const exposures = {
  'exposures.do-not-perform': '此为“禁用”医嘱',
  'exposures.no-dose': '剂量为0，无法判断是否给药',
  'exposures.not-taken': '记录注明未服用或不清楚是否服用',
  'exposures.intent-does-not-count': '意图为 {intent}，不是正式医嘱',
} as const satisfies Translation<typeof en>;
