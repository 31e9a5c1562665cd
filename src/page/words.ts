// Which words do the pages use, in which language?

import { languages, type Language } from '../logic/language.ts';
import { wordsFor, type Words } from '../logic/words.ts';
import { en } from './sentences/en.ts';
import { zhCN } from './sentences/zh-CN.ts';

export type PageWords = Words<keyof typeof en>;

export const pageWords = wordsFor({ en, 'zh-CN': zhCN });

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '中文' };

const isLanguage = (text: string): text is Language => languages.some((each) => each === text);

const remembered = 'language';

/**
 * The language that the reader chose on this page, else that of the link that led here, else the first of the browser's that
 * we have.
 */
export function readersLanguage(linked?: string | null): Language {
  const wanted = [sessionStorage.getItem(remembered) ?? '', linked ?? '', ...navigator.languages];
  for (const tag of wanted) {
    if (isLanguage(tag)) return tag;
    const base = tag.split('-')[0] ?? '';
    const same = languages.find((each) => each.split('-')[0] === base);
    if (base !== '' && same !== undefined) return same;
  }
  return 'en';
}

/** Keeps the reader's choice until the tab is closed. */
export const rememberLanguage = (language: Language): void => sessionStorage.setItem(remembered, language);
