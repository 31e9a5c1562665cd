// Does the list say everything in every language?

import { expect, it } from 'vitest';
import { en } from '../../../src/screening/worklist/sentences/en.ts';
import { zhCN } from '../../../src/screening/worklist/sentences/zh-CN.ts';
import { printedFor } from '../../../src/screening/worklist/printed-for.ts';
import { listWords, markerWords } from '../../../src/screening/worklist/words.ts';
import { say } from '../../../src/logic/message.ts';
import { expectSameCatalogue } from '../../catalogues.ts';

it('the Chinese sentences say what the English ones say', () => {
  expectSameCatalogue(en, zhCN);
});

it('a date in a mark is written as its reader writes it', () => {
  const mark = { name: 'ages-out', detail: '2026-09-01' } as const;
  expect(markerWords(listWords('en'), mark)).toBe('ages out on 2026-09-01');
  expect(markerWords(listWords('zh-CN'), mark)).toBe('2026年9月1日起超龄');
});

it('a reason names the type of a resource, never its id, which somebody could look up', () => {
  const reason = say('verbatim', { text: 'the daily dose of MedicationRequest/girl-of-12.rx-1; 12 mg/dL' });
  expect(printedFor(reason, 'en')).toBe('the daily dose of MedicationRequest; 12 mg/dL');
});
