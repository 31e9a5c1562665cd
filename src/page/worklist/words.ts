// Which words does the page of the list use beside those of the list itself?

import type { Language } from '../../logic/language.ts';
import { wordsFor, type Words } from '../../logic/words.ts';
import { listWords, type ListSentence } from '../../screening/worklist/words.ts';
import { pageWords, type PageWords } from '../words.ts';
import { en } from './sentences/en.ts';
import { zhCN } from './sentences/zh-CN.ts';

const ownWords = wordsFor({ en, 'zh-CN': zhCN });

export type Speech = {
  readonly language: Language;
  /** Sentences of this page. */
  readonly say: Words<keyof typeof en>;
  /** What the service calls states, statuses and verdicts. */
  readonly list: Words<ListSentence>;
  /** Sentences of the parts that this page shares with the evidence page. */
  readonly shared: PageWords;
  /** An instant as the reader's clock shows it: "2026-06-01 14:05". */
  readonly instant: (iso: string) => string;
  /** The day of an instant on the reader's calendar, as readers write it. */
  readonly day: (iso: string) => string;
};

const two = (part: number): string => String(part).padStart(2, '0');

/** All the words of the page in one language. Instants are written in the time zone of the browser. */
export function speechIn(language: Language): Speech {
  const say = ownWords(language);
  const shared = pageWords(language);
  const dayOf = (at: Date): string => `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return {
    language,
    say,
    list: listWords(language),
    shared,
    instant: (iso) => {
      const at = new Date(iso);
      return say('instant', { date: dayOf(at), time: `${two(at.getHours())}:${two(at.getMinutes())}` });
    },
    day: (iso) => shared('date', { date: dayOf(new Date(iso)) }),
  };
}
