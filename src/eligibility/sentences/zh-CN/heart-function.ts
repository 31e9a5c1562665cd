// Chinese sentences about the left ventricular ejection fraction.

import type { Translation } from '../../../logic/words.ts';
import type { heartFunction as en } from '../en/heart-function.ts';

export const heartFunction = {
  'heart-function.met': '左室射血分数 {value}，≥ {percent} %',
  'heart-function.words-only': '只有文字描述，没有数值',
  'heart-function.not-met': '左室射血分数 {value}，< {percent} %',
  'heart-function.unknown': '左室射血分数 {value}，不能判断是否 ≥ {percent} %',
} as const satisfies Translation<typeof en>;
