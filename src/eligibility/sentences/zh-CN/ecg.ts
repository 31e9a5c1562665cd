// Chinese sentences about the electrocardiogram.

import type { Translation } from '../../../logic/words.ts';
import type { ecg as en } from '../en/ecg.ts';

export const ecg = {
  'ecg.normal': '心电图正常（{value}）',
  'ecg.not-plainly-normal': '心电图结论并非单纯“正常”：“{value}”',
  'ecg.no-conclusion': '报告没有文字或编码结论',
} as const satisfies Translation<typeof en>;
