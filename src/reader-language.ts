// In which language does the reader of an answer want it?

import type { Request } from 'express';
import type { Language } from './logic/language.ts';

/** What a reader may ask for, and what she gets: any Chinese is simplified Chinese. */
const offered: readonly (readonly [tag: string, Language])[] = [
  ['en', 'en'],
  ['zh-CN', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh-Hans', 'zh-CN'],
  ['zh-Hans-CN', 'zh-CN'],
];

/** The best of our languages by `Accept-Language` and its quality values; `fallback` where it asks for none of them, or for any. */
export function languageOf(request: Request, fallback: Language): Language {
  const ownFirst = offered.toSorted(([, a], [, b]) => Number(b === fallback) - Number(a === fallback));
  const tag = request.acceptsLanguages(ownFirst.map(([each]) => each));
  return offered.find(([each]) => each === tag)?.[1] ?? fallback;
}
