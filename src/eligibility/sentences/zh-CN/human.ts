// Chinese sentences about what only a human can judge.

import type { Translation } from '../../../logic/words.ts';
import type { human as en } from '../en/human.ts';

export const human = {
  'human.cell-collection': '是否适合淋巴细胞单采或静脉采血须临床判断',
  'human.consent': '知情同意在病历之外签署',
  'human.other-reason': '是否有其他不适合入组的情况由研究者判断',
} as const satisfies Translation<typeof en>;
