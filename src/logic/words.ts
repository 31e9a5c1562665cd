// How do the sentences of a catalogue get their words in a language?

import { dateIn, type Language } from './language.ts';

/** Sentences by id; `{name}` stands for a value. */
export type Catalogue = Readonly<Record<string, string>>;

/** The sentences of another language: an id that the first has and this one lacks does not compile. */
export type Translation<C extends Catalogue> = Readonly<Record<keyof C, string>>;

export type Values = Readonly<Record<string, string | number>>;

/** Words for a sentence: `words('queue.waiting', { count: 3 })`. */
export type Words<Id extends string> = (id: Id, values?: Values) => string;

/** The words and the names of a sentence in turn, words first. */
export const takenApart = (sentence: string): readonly string[] => sentence.split(place);

const place = /\{([\w-]+)\}/;

/** Puts values where a sentence names them; a name without a value stays as it is, so that nothing is lost. */
export function filled(parts: readonly string[], valueOf: (name: string) => string | undefined): string {
  let text = parts[0] ?? '';
  for (let index = 1; index < parts.length; index += 2) {
    const name = parts[index] ?? '';
    text += (valueOf(name) ?? `{${name}}`) + (parts[index + 1] ?? '');
  }
  return text;
}

const fullOrMonth = /^\d{4}-\d{2}(?:-\d{2})?(?:(?:\/| – )\d{4}-\d{2}-\d{2})?$/;

/** A value as a reader writes it: text that is a date and nothing else is written as one. */
export const valueIn = (language: Language, value: string | number): string => {
  if (typeof value === 'number') return String(value);
  return language !== 'en' && fullOrMonth.test(value) ? dateIn(language, value) : value;
};

/**
 * The words of one place, from its catalogue in every language:
 * `const wordsOf = wordsFor({ en, 'zh-CN': zhCN })`, then `wordsOf(language)('queue.waiting', { count: 3 })`.
 * The text is plain: whoever puts it into HTML or Markdown escapes it there.
 */
export const wordsFor =
  <Id extends string>(catalogues: Readonly<Record<Language, Readonly<Record<Id, string>>>>) =>
  (language: Language): Words<Id> =>
  (id, values = {}) =>
    filled(takenApart(catalogues[language][id]), (name) => {
      const value = values[name];
      return value === undefined ? undefined : valueIn(language, value);
    });
