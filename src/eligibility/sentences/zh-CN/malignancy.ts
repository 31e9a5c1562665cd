// Chinese sentences about malignant neoplasms.

import type { Translation } from '../../../logic/words.ts';
import type { malignancy as en } from '../en/malignancy.ts';

export const malignancy = {
  'malignancy.what': '恶性肿瘤',
} as const satisfies Translation<typeof en>;
