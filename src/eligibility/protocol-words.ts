// What does a protocol say in the reader's language?

import type { Language } from '../logic/language.ts';
import { allCriteria } from './digest.ts';
import type { Protocol } from './protocol.ts';
import type { CriterionWords, ProtocolWords } from './translation.ts';

/** The name of the protocol alone. */
export const titleOfProtocol = <S>({ title, translations }: Protocol<S>, language: Language): string =>
  language === 'en' ? title : translations[language].title;

/** The protocol itself in English, its translation otherwise. Only the registered English text binds. */
export function wordsOfProtocol<S>(protocol: Protocol<S>, language: Language): ProtocolWords {
  if (language !== 'en') return protocol.translations[language];
  const { title, texts, settingNotes, coverage } = protocol;
  const criteria = allCriteria(protocol).map(({ id, text, readAs, examples }): readonly [string, CriterionWords] => {
    const [, humanJudges = ''] = coverage[id] ?? [];
    return [id, { text, readAs, examples: examples.map(([, situation]) => situation), humanJudges }];
  });
  const notes: readonly (readonly [string, { readonly what: string }])[] = Object.entries(settingNotes);
  return {
    title,
    texts,
    criteria: Object.fromEntries(criteria),
    settings: Object.fromEntries(notes.map(([name, { what }]) => [name, what])),
  };
}
