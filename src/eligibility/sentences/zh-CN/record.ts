// Chinese: why something in the record does not count, and how reasons are combined.

import type { Translation } from '../../../logic/words.ts';
import type { record as en } from '../en/record.ts';

export const record = {
  verbatim: '{text}',
  combined: '{reasons}',
  'answer.given': '{author}已于{date}作答',
  'answer.label': '研究者的判断',
  'record.status-does-not-count': '状态为 {status}，不作为依据',
  'record.refuted': '该记录状态为 {status}',
  'record.other-patient': '属于其他患者',
  'record.potential-event': '为潜在事件，并未发生',
} as const satisfies Translation<typeof en>;
