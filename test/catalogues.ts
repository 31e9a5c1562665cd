// What must hold between a catalogue and its translation?

import { expect } from 'vitest';
import type { Catalogue } from '../src/logic/words.ts';

const placeholder = /\{[\w-]+\}/g;

const placeholdersOf = (sentence: string): readonly string[] => [...new Set(sentence.match(placeholder))].sort();

/** A word that only a reader of English understands: not an abbreviation, a unit or a name such as "SLEDAI-2K". */
const englishWord = /(?<![\w.-])[A-Za-z]?[a-z]{3,}(?![\w-])/;

const han = /\p{Script=Han}/u;

/** Half-width punctuation beside a Chinese character. A full stop inside a number and a slash between units are fine. */
const halfWidth = /\p{Script=Han}["']?[,;:!?()]|[,;:!?()]["']?\p{Script=Han}/u;

/**
 * Expects a Chinese catalogue to say everything that the English one says: the same ids both ways, the same values in each
 * sentence, no empty sentence, no stray brace, Chinese words where there are English ones, full-width punctuation.
 */
export function expectSameCatalogue(en: Catalogue, zh: Catalogue): void {
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  const wrong = Object.entries(en).flatMap(([id, english]) => {
    const chinese = zh[id] ?? '';
    const said = english.replaceAll(placeholder, '');
    const problems = [
      ...(chinese.trim() === '' || english.trim() === '' ? ['empty'] : []),
      ...(/[{}]/.test((english + chinese).replaceAll(placeholder, '')) ? ['stray brace'] : []),
      ...(placeholdersOf(english).join() === placeholdersOf(chinese).join() ? [] : ['other values']),
      ...(englishWord.test(said) && !han.test(chinese) ? ['not translated'] : []),
      ...(halfWidth.test(chinese) ? ['half-width punctuation'] : []),
    ];
    return problems.map((problem) => `${id}: ${problem}: ${chinese}`);
  });
  if (wrong.length > 0) expect.fail(wrong.join('\n'));
}
