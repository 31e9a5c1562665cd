// How does a message become words of a language?

import { listIn, type Language } from '../logic/language.ts';
import type { Message, MessageValue } from '../logic/message.ts';
import { filled, takenApart, valueIn } from '../logic/words.ts';
import { drugNameIn } from '../terminology/drug-table.ts';
import { en } from './sentences/en.ts';
import { zhCN } from './sentences/zh-CN.ts';

/** Every language has one catalogue with the same ids; a test compares them. */
const catalogues: Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>> = {
  en: eachTakenApart(en),
  'zh-CN': eachTakenApart(zhCN),
};

/** Sentences are taken apart once, since each is filled many times. */
function eachTakenApart(catalogue: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  return new Map([...catalogue].map(([id, sentence]) => [id, takenApart(sentence)]));
}

/** Puts a message into words. An id without a sentence prints as the id itself with its values, so that nothing is lost. */
export function print(message: Message, language: Language = 'en'): string {
  const parts = catalogues[language].get(message.id);
  if (parts === undefined) return `${message.id} ${JSON.stringify(message.values)}`;
  return filled(parts, (name) => {
    const value = message.values[name];
    return value === undefined ? undefined : printValue(value, language);
  });
}

const isList = (value: MessageValue): value is readonly (string | Message)[] => Array.isArray(value);

/**
 * Puts one value into words: lists are joined, nested messages printed; text that is the name of a drug or a date and nothing
 * else is written as readers of the language write it. Any other text comes from the record and stays as it was written.
 */
export function printValue(value: MessageValue, language: Language): string {
  if (typeof value === 'string') return drugNameIn(language, value) ?? valueIn(language, value);
  if (typeof value === 'number') return String(value);
  if (isList(value)) {
    return listIn(
      language,
      value.map((each) => printValue(each, language)),
    );
  }
  return print(value, language);
}
