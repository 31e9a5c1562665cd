// How does a message become words of a language?

import type { Message, MessageValue } from '../logic/message.ts';
import { en } from './sentences/en.ts';

/** Every language has one catalogue with the same ids; a test compares them. */
const catalogues = { en } as const;

export type Language = keyof typeof catalogues;

export const languages: readonly Language[] = ['en'];

const catalogueOf = (language: Language): ReadonlyMap<string, string> => catalogues[language];

/** Puts a message into words. An id without a sentence prints as the id itself with its values, so that nothing is lost. */
export function print(message: Message, language: Language = 'en'): string {
  const template = catalogueOf(language).get(message.id);
  if (template === undefined) return `${message.id} ${JSON.stringify(message.values)}`;
  return template.replaceAll(/\{([\w-]+)\}/g, (whole, name: string) => {
    const value = message.values[name];
    return value === undefined ? whole : printValue(value, language);
  });
}

const isList = (value: MessageValue): value is readonly (string | Message)[] => Array.isArray(value);

/** Puts one value of a message into words: lists are joined, nested messages printed. */
export function printValue(value: MessageValue, language: Language): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (isList(value)) return value.map((each) => printValue(each, language)).join('; ');
  return print(value, language);
}
