// How does a sentence of a card get its words?

import type { Language } from '../logic/language.ts';
import { filled, takenApart, valueIn, wordsFor } from '../logic/words.ts';
import { rendered, type Markdown } from './markdown.ts';
import { en } from './sentences/en.ts';
import { zhCN } from './sentences/zh-CN.ts';

const catalogues = { en, 'zh-CN': zhCN } as const;

export type PhraseId = keyof typeof en;

type Values = Readonly<Record<string, string | number | Markdown>>;

/** A sentence as Markdown, every value escaped. */
export const phrase = (language: Language, id: PhraseId, values: Values = {}): Markdown => ({
  markdown: filled(takenApart(catalogues[language][id]), (name) => {
    const value = values[name] ?? '';
    return rendered(typeof value === 'string' ? valueIn(language, value) : value);
  }),
});

const plainWords = wordsFor<PhraseId>(catalogues);

/** A sentence as plain text, for labels and summaries. */
export const plain = (
  language: Language,
  id: PhraseId,
  values: Readonly<Record<string, string | number>> = {},
): string => plainWords(language)(id, values);

const isPhrase = (language: Language, id: string): id is PhraseId => id in catalogues[language];

/** A short name for a criterion or part; undefined for one the catalogue does not know. */
export function criterionName(language: Language, id: string): string | undefined {
  const key = `criterion.${id}`;
  return isPhrase(language, key) ? plain(language, key) : undefined;
}
