// Does the list say everything in every language?

import { expect, it } from 'vitest';
import { en } from '../../../src/screening/worklist/sentences/en.ts';
import { zhCN } from '../../../src/screening/worklist/sentences/zh-CN.ts';
import { markerWords, listWords } from '../../../src/screening/worklist/words.ts';
import { expectSameCatalogue } from '../../catalogues.ts';

it('the Chinese sentences say what the English ones say', () => {
  expectSameCatalogue(en, zhCN);
});

it('a date in a mark is written as its reader writes it', () => {
  const mark = { name: 'ages-out', detail: '2026-09-01' } as const;
  expect(markerWords(listWords('en'), mark)).toBe('ages out on 2026-09-01');
  expect(markerWords(listWords('zh-CN'), mark)).toBe('2026年9月1日起超龄');
});
