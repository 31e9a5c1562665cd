// On which days does the dose of several orders, or the weight, change?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Piece } from '../../../src/facts/glucocorticoids/piece.ts';
import { segmentsOf } from '../../../src/facts/glucocorticoids/segments.ts';
import { bodySizeOf } from '../../../src/facts/results/weight.ts';
import { recordOf, screeningOn } from '../../builders.ts';
import { piece, segmentText } from './piece.ts';
import { ago, today, weighing, weight } from './prednisone.ts';

const segments = (pieces: readonly Piece[], sizes: readonly Json[] = weighing(40)): readonly string[] =>
  segmentsOf(pieces, bodySizeOf(recordOf(sizes), screeningOn(today))).map(segmentText);

const other = { ingredient: 'methylprednisolone' } as const;

describe('from day to day', () => {
  it.each<readonly [string, readonly Piece[], readonly string[]]>([
    ['nothing is no segment', [], []],
    ['a single day', [piece('a', 3, 3, 40)], ['3: 40 mg, 1 a kg, a']],
    [
      'two that follow each other',
      [piece('b', 4, 0, 20), piece('a', 9, 5, 40)],
      ['9-5: 40 mg, 1 a kg, a', '4-0: 20 mg, 0.5 a kg, b'],
    ],
    [
      'two with a gap between, which is left out',
      [piece('a', 9, 6, 40), piece('b', 4, 0, 20)],
      ['9-6: 40 mg, 1 a kg, a', '4-0: 20 mg, 0.5 a kg, b'],
    ],
    [
      'two that overlap',
      [piece('a', 9, 3, 40), piece('b', 6, 0, 20, other)],
      ['9-7: 40 mg, 1 a kg, a', '6-3: 60 mg, 1.5 a kg, a b', '2-0: 20 mg, 0.5 a kg, b'],
    ],
    [
      'two that end as a third begins or the day before',
      [piece('c', 9, 6, 10), piece('a', 9, 5, 40), piece('b', 5, 0, 20)],
      ['9-6: 50 mg, 1.25 a kg, c a', '5: 60 mg, 1.5 a kg, a b', '4-0: 20 mg, 0.5 a kg, b'],
    ],
    [
      'one within another',
      [piece('b', 6, 6, 20, other), piece('a', 9, 0, 40)],
      ['9-7: 40 mg, 1 a kg, a', '6: 60 mg, 1.5 a kg, a b', '5-0: 40 mg, 1 a kg, a'],
    ],
    [
      'two that begin on one day, and two that end on one',
      [piece('a', 9, 0, 40), piece('b', 9, 6, 20, other), piece('c', 3, 0, 20, other)],
      ['9-6: 60 mg, 1.5 a kg, a b', '5-4: 40 mg, 1 a kg, a', '3-0: 60 mg, 1.5 a kg, a c'],
    ],
  ])('%s', (_, pieces, expected) => {
    expect(segments(pieces)).toEqual(expected);
  });

  const [at40, at50] = [weight(40, ago(30)), (days: number): Json => weight(50, ago(days))];

  it.each<readonly [string, readonly Json[], readonly string[]]>([
    ['before the course', [at40, at50(10)], ['9-0: 40 mg, 0.8 a kg, a']],
    ['on its first day', [at40, at50(9)], ['9-0: 40 mg, 0.8 a kg, a']],
    ['within it', [at40, at50(5)], ['9-6: 40 mg, 1 a kg, a', '5-0: 40 mg, 0.8 a kg, a']],
    ['on its last day', [at40, at50(0)], ['9-1: 40 mg, 1 a kg, a', '0: 40 mg, 0.8 a kg, a']],
    ['for the first time', [at50(2)], ['9-0: 40 mg, 0.8 a kg, a']],
  ])('a weight %s', (_, sizes, expected) => {
    expect(segments([piece('a', 9, 0, 40)], sizes)).toEqual(expected);
  });

  it('a weight after the course, or between two courses, makes no segment of its own', () => {
    const sizes = [at40, at50(5)];
    expect(segments([piece('a', 9, 6, 40)], sizes)).toEqual(['9-6: 40 mg, 1 a kg, a']);
    expect(segments([piece('a', 9, 8, 40), piece('b', 3, 0, 40)], sizes)).toEqual([
      '9-8: 40 mg, 1 a kg, a',
      '3-0: 40 mg, 0.8 a kg, b',
    ]);
  });

  it('a weight that reaches no farther leaves the rest unweighed', () => {
    expect(segments([piece('a', 9, 0, 40)], [weight(40, ago(185))])).toEqual([
      '9-5: 40 mg, 1 a kg, a',
      '4-0: 40 mg, 0.2..5 a kg, unweighed, a',
    ]);
  });
});
