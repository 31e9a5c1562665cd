// In which words does the evidence report speak for itself?

import { wordsFor } from '../logic/words.ts';
import { en } from './sentences/en.ts';
import { zhCN } from './sentences/zh-CN.ts';

/** `words(language)('letter.title', { … })` */
export const words = wordsFor({ en, 'zh-CN': zhCN });
