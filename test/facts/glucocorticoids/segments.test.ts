// What do pieces of several orders come to on each day, in mg and by the weight of that day?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Piece } from '../../../src/facts/glucocorticoids/piece.ts';
import { isExact, segmentsOf } from '../../../src/facts/glucocorticoids/segments.ts';
import { bodySizeOf } from '../../../src/facts/results/weight.ts';
import { exactly } from '../../../src/logic/interval.ts';
import { observation, recordOf, screeningOn } from '../../builders.ts';
import { dose, piece, segmentText } from './piece.ts';
import { dayed } from './segment.ts';
import { ago, today, weighing } from './prednisone.ts';

const segments = (pieces: readonly Piece[], sizes: readonly Json[] = weighing(40)): readonly string[] =>
  segmentsOf(pieces, bodySizeOf(recordOf(sizes), screeningOn(today))).map(segmentText);

const unsure = { sure: false } as const;
const [statement, dispense, given] = (['statement', 'dispense', 'administration'] as const).map((source) => ({
  source,
}));
const other = { ingredient: 'methylprednisolone' } as const;
const perKg = (milligrams: number, most?: number) =>
  dose(milligrams, { per: 'kilogram', ...(most !== undefined && { most: exactly(most) }) });
const height = (cm: number, date: string): Json => observation('8302-2', cm, 'cm', date);

describe('on one and the same days', () => {
  it.each<readonly [string, readonly Piece[], string]>([
    ['a dose', [piece('a', 9, 0, 40)], '40 mg, 1 a kg, a'],
    ['a range of doses', [piece('a', 9, 0, dose({ low: 20, high: 40 }))], '20..40 mg, 0.5..1 a kg, a'],
    ['a dose that may not have been taken', [piece('a', 9, 0, 40, unsure)], '0..40 mg, 0..1 a kg, a'],
    ['a dose that cannot be read', [piece('a', 9, 0, undefined)], '>0..Infinity mg, >0..Infinity a kg, a'],
    [
      'a dose that cannot be read and may not have been taken',
      [piece('a', 9, 0, undefined, unsure)],
      '0..Infinity mg, 0..Infinity a kg, a',
    ],
    ['a dose that is averaged', [piece('a', 9, 0, dose(40, { averaged: true }))], '40 mg, 1 a kg, 0 plain, a'],
    [
      'a dose that is averaged beside one that is not',
      [piece('a', 9, 0, dose(40, { averaged: true })), piece('b', 9, 0, 20, other)],
      '60 mg, 1.5 a kg, 0.5 plain, a b',
    ],
    ['two drugs add', [piece('a', 9, 0, 20), piece('b', 9, 0, 40, other)], '60 mg, 1.5 a kg, a b'],
    ['two pieces of one drug and source add', [piece('a', 9, 0, 20), piece('b', 9, 0, 40)], '60 mg, 1.5 a kg, a b'],
    [
      'a dose that cannot be read beside another drug is more than that',
      [piece('a', 9, 0, undefined), piece('b', 9, 0, 40, other)],
      '40..Infinity mg, 1..Infinity a kg, a b',
    ],
    [
      'a dose that cannot be read beside none of another drug is more than none',
      [piece('a', 9, 0, undefined), piece('b', 9, 0, 0, other)],
      '>0..Infinity mg, >0..Infinity a kg, a b',
    ],
    [
      'none of one drug beside a dose of another that cannot be read is more than none',
      [piece('b', 9, 0, 0, other), piece('a', 9, 0, undefined)],
      '>0..Infinity mg, >0..Infinity a kg, b a',
    ],
    [
      'two drugs that may not have been taken are none, either or both',
      [piece('a', 9, 0, 20, unsure), piece('b', 9, 0, 40, { ...other, ...unsure })],
      '0..60 mg, 0..1.5 a kg, a b',
    ],
    [
      'of one source, what is sure is the least and all of it the most',
      [piece('a', 9, 0, 20), piece('b', 9, 0, 30, unsure)],
      '20..50 mg, 0.5..1.25 a kg, a b',
    ],
    ['a statement before an order', [piece('a', 9, 0, 40), piece('b', 9, 0, 50, statement)], '50 mg, 1.25 a kg, a b'],
    [
      'a dispense before a statement',
      [piece('b', 9, 0, 50, statement), piece('c', 9, 0, 20, dispense)],
      '20 mg, 0.5 a kg, b c',
    ],
    [
      'two drugs add, whatever their sources',
      [piece('a', 9, 0, 20), piece('b', 9, 0, 40, { ...other, ...statement })],
      '60 mg, 1.5 a kg, a b',
    ],
    [
      'an administration before a dispense',
      [piece('d', 9, 0, 10, given), piece('c', 9, 0, 20, dispense)],
      '10 mg, 0.25 a kg, d c',
    ],
    [
      'a better source that may not cover the day, and the order that may hold instead',
      [piece('a', 9, 0, 40), piece('b', 9, 0, 20, { ...statement, ...unsure })],
      '20..40 mg, 0.5..1 a kg, a b',
    ],
    [
      'a better source with more that may not cover the day',
      [piece('a', 9, 0, 20), piece('b', 9, 0, 40, { ...statement, ...unsure })],
      '20..40 mg, 0.5..1 a kg, a b',
    ],
    [
      'two of a better source that may not cover the day: one, both or the order',
      [
        piece('a', 9, 0, 40),
        piece('b', 9, 0, 20, { ...statement, ...unsure }),
        piece('c', 9, 0, 30, { ...statement, ...unsure }),
      ],
      '20..50 mg, 0.5..1.25 a kg, a b c',
    ],
    [
      'a better source whose amount cannot be read: the amount of the order stands in',
      [piece('a', 9, 0, 40), piece('b', 9, 0, undefined, statement)],
      '40 mg, 1 a kg, a b',
    ],
    [
      'a better source whose amount cannot be read beside an order of nothing',
      [piece('a', 9, 0, 0), piece('b', 9, 0, undefined, statement)],
      '>0..Infinity mg, >0..Infinity a kg, a b',
    ],
    [
      'neither source can be read',
      [piece('a', 9, 0, undefined), piece('b', 9, 0, undefined, statement)],
      '>0..Infinity mg, >0..Infinity a kg, a b',
    ],
    [
      'an order that cannot be read below a statement that can',
      [piece('a', 9, 0, undefined), piece('b', 9, 0, 40, statement)],
      '40 mg, 1 a kg, a b',
    ],
    [
      'an order that cannot be read below a statement that may not cover the day',
      [piece('a', 9, 0, undefined), piece('b', 9, 0, 40, { ...statement, ...unsure })],
      '>0..Infinity mg, >0..Infinity a kg, a b',
    ],
    ['a dose per kg', [piece('a', 9, 0, perKg(1.5))], '60 mg, 1.5 a kg, a'],
    ['a dose per kg below its ceiling', [piece('a', 9, 0, perKg(1, 60))], '40 mg, 1 a kg, a'],
    ['a dose per kg above its ceiling', [piece('a', 9, 0, perKg(2, 60))], '60 mg, 1.5 a kg, a'],
  ])('%s', (_, pieces, expected) => {
    expect(segments(pieces)).toEqual([`9-0: ${expected}`]);
  });
});

describe('without a weight the child weighs 8 to 200 kg', () => {
  it.each<readonly [string, Piece, string]>([
    ['a dose', piece('a', 9, 0, 40), '40 mg, 0.2..5 a kg, unweighed, a'],
    ['a dose per kg', piece('a', 9, 0, perKg(1)), '8..200 mg, 1 a kg, unweighed, a'],
    ['a dose per kg with a ceiling', piece('a', 9, 0, perKg(1, 60)), '8..60 mg, 0.3..1 a kg, unweighed, a'],
    [
      'a dose per kg with a ceiling that is a range',
      piece('a', 9, 0, dose(1, { per: 'kilogram', most: { low: 4, high: 60 } })),
      '4..60 mg, 0.02..1 a kg, unweighed, a',
    ],
  ])('%s', (_, of, expected) => {
    expect(segments([of], [])).toEqual([`9-0: ${expected}`]);
  });
});

describe('a dose per square metre', () => {
  const of = [piece('a', 9, 0, dose(30, { per: 'square-metre' }))];

  it.each<readonly [string, readonly Json[], string]>([
    // 160 cm and 40 kg are 1.333 m² by Mosteller.
    ['with height and weight', [...weighing(40), height(160, ago(60))], '40 mg, 1 a kg, a'],
    // 50 to 210 cm: 0.745 to 1.528 m².
    ['without a height', weighing(40), '22.36..45.83 mg, 0.559..1.146 a kg, a'],
  ])('%s', (_, sizes, expected) => {
    expect(segments(of, sizes)).toEqual([`9-0: ${expected}`]);
  });

  it('is never more than its ceiling', () => {
    const capped = dose(30, { per: 'square-metre', most: exactly(30) });
    const sizes = [...weighing(40), height(160, ago(60))];
    expect(segments([piece('a', 9, 0, capped)], sizes)).toEqual(['9-0: 30 mg, 0.75 a kg, a']);
  });
});

it.each<readonly [boolean, string, Parameters<typeof dayed>[2]]>([
  [true, 'known throughout', { mg: 40, perKg: 1, plain: 0 }],
  [false, 'of some range of mg', { mg: { low: 20, high: 40 }, perKg: 1 }],
  [false, 'of some weight', { mg: 40, perKg: { low: 0.5, high: 1 }, plain: 0 }],
  [false, 'averaged or not', { mg: 40, perKg: 1, plain: { low: 0, high: 1 } }],
])('%s: a dose %s is exact', (exact, _, amount) => {
  expect(isExact(dayed(1, 2, amount))).toBe(exact);
});
