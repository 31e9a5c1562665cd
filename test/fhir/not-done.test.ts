// Which words in the place of a result say that the test was not done, and what then decides?

import { expect, it } from 'vitest';
import { saysNotDone } from '../../src/fhir/not-done.ts';
import { aspartateAminotransferase } from '../../src/protocols/nct06222853-5to18/i4-ast.ts';
import { ask } from '../ask.ts';
import { observation, textObservation } from '../builders.ts';

it.each([
  'Specimen hemolyzed, test not performed',
  'Cancelled: quantity not sufficient',
  'QNS',
  'Hemolyzed',
  'sample haemolysed',
  '未做',
  '标本溶血',
  '标本量不足，退检',
  'nicht durchgeführt',
  'Pending',
  'result to follow',
  '待回报',
])('“%s” is no result', (words) => {
  expect(saysNotDone(words)).toBe(true);
});

it.each([
  '45 (specimen hemolyzed)',
  '未检出',
  '未检测到',
  'Not detected; second test not performed',
  '阴性（标本溶血）',
  'Hemolysis',
  'invalid',
  'Positive, confirmation pending',
  'see comment',
])('“%s” may be one', (words) => {
  expect(saysNotDone(words)).toBe(false);
});

it('an older result within the window decides', () => {
  const older = observation('1920-8', 30, 'U/L', '2026-05-20');
  const words = (said: string) => textObservation('AST', said, '2026-05-28');
  const verdict = (said: string) => ask(aspartateAminotransferase, [older, words(said)]).verdict;
  expect([verdict('Specimen hemolyzed, test not performed'), verdict('see comment')]).toEqual(['met', 'unknown']);
});
