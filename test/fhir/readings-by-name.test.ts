// In which order do the results of a measurement come?

import { expect, test } from 'vitest';
import { observation, recordOf } from '../builders.ts';

const alt = (id: string, date: string | undefined) =>
  observation('1742-6', 50, 'U/L', date ?? '', { id, ...(date === undefined && { effectiveDateTime: undefined }) });
const order = (...results: readonly (readonly [string, string | undefined])[]) =>
  recordOf(results.map(([id, date]) => alt(id, date)))
    .readings('ALT')
    .map(({ reference }) => reference.slice('Observation/'.length))
    .join(' ');

test.each<[string, readonly (readonly [string, string | undefined])[], string]>([
  [
    'newest first',
    [
      ['a', '2026-01-01'],
      ['b', '2026-03-01'],
      ['c', '2026-02-01'],
    ],
    'b c a',
  ],
  [
    'as they were sent, if so',
    [
      ['c', '2026-03-01'],
      ['b', '2026-02-01'],
      ['a', '2026-01-01'],
    ],
    'c b a',
  ],
  [
    'by their moment on one day',
    [
      ['a', '2026-01-01T08:00:00Z'],
      ['b', '2026-01-01T09:00:00Z'],
    ],
    'b a',
  ],
  [
    'a moment before the day alone only where it is later',
    [
      ['a', '2026-01-02'],
      ['b', '2026-01-01T09:00:00Z'],
    ],
    'a b',
  ],
  [
    'by their reference at one time, of several',
    [
      ['a', '2026-01-01'],
      ['c', '2026-01-01'],
      ['b', '2026-01-01'],
    ],
    'a b c',
  ],
  [
    'by their reference at one time',
    [
      ['b', '2026-01-01'],
      ['a', '2026-01-01'],
    ],
    'a b',
  ],
  [
    'undated last',
    [
      ['a', undefined],
      ['b', '2026-01-01'],
    ],
    'b a',
  ],
  [
    'undated by their reference',
    [
      ['b', undefined],
      ['a', undefined],
      ['c', '2026-01-01'],
    ],
    'c a b',
  ],
])('%s', (_, results, expected) => {
  expect(order(...results)).toBe(expected);
});

test('each measurement has its own', () => {
  const record = recordOf([alt('a', '2026-01-01'), observation('1920-8', 30, 'U/L', '2026-01-01', { id: 'b' })]);
  expect([record.readings('ALT').length, record.readings('AST').length, record.readings('TBIL').length]).toEqual([
    1, 1, 0,
  ]);
});
