// Which of many phrases stand in a text, found in one pass over its words?

import { wordsOf, type TermWords } from './term-text.ts';

type Node<T> = { readonly next: Map<string, Node<T>>; readonly ends: T[] };

/** A phrase that stands in a text: what was filed under it, and from where to where in `plain`. */
export type Found<T> = { readonly what: T; readonly start: number; readonly end: number };

const node = <T>(): Node<T> => ({ next: new Map(), ends: [] });

/** Files phrases, and finds all of them in a text: whole words in Latin script, characters in a row in Chinese. */
export function phraseBook<T>(phrases: readonly (readonly [string, T])[]): (words: TermWords) => readonly Found<T>[] {
  const root = node<T>();
  for (const [phrase, what] of phrases) {
    let at = root;
    for (const word of wordsOf(phrase).words) {
      const known = at.next.get(word.text);
      const next = known ?? node<T>();
      if (known === undefined) at.next.set(word.text, next);
      at = next;
    }
    if (at !== root) at.ends.push(what);
  }
  return ({ words }) => {
    const found: Found<T>[] = [];
    words.forEach(({ start }, first) => {
      let at = root;
      for (let index = first; index < words.length; index += 1) {
        const word = words[index];
        const next = word === undefined ? undefined : at.next.get(word.text);
        if (word === undefined || next === undefined) return;
        at = next;
        for (const what of at.ends) found.push({ what, start, end: word.end });
      }
    });
    return found;
  };
}
