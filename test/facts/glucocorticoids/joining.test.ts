// Which administrations become one piece: those of one day, and equal days in a row?

import { expect, it } from 'vitest';
import { joinDays } from '../../../src/facts/glucocorticoids/joining.ts';
import type { Piece } from '../../../src/facts/glucocorticoids/piece.ts';
import { dose, piece, pieceText } from './piece.ts';

const given = (
  reference: string,
  days: number,
  of: Parameters<typeof piece>[3] = 40,
  more: Partial<Piece> = {},
): Piece => piece(reference, days, days, of, { source: 'administration', ...more });
const between = (low: number, high: number) => dose({ low, high });

it.each<readonly [string, readonly Piece[], readonly string[]]>([
  ['none', [], []],
  ['one', [given('a', 5)], ['5: 40 mg of a']],
  ['two of one day', [given('a', 5), given('b', 5, 10)], ['5: 50 mg of a b']],
  [
    'three of one day, of which two are ranges',
    [given('a', 5, between(10, 20)), given('b', 5, between(1, 2)), given('c', 5, 5)],
    ['5: 16..27 mg of a b c'],
  ],
  ['equal days in a row, whatever their order', [given('b', 4), given('c', 3), given('a', 5)], ['5-3: 40 mg of a b c']],
  ['equal days with a gap', [given('a', 5), given('b', 3)], ['5: 40 mg of a', '3: 40 mg of b']],
  ['days that differ', [given('a', 5), given('b', 4, 20)], ['5: 40 mg of a', '4: 20 mg of b']],
  ['days whose least differs', [given('a', 5, between(20, 40)), given('b', 4)], ['5: 20..40 mg of a', '4: 40 mg of b']],
  ['days whose most differs', [given('a', 5), given('b', 4, between(40, 60))], ['5: 40 mg of a', '4: 40..60 mg of b']],
  [
    'days that are equal in sum',
    [given('a', 5), given('b', 4, 30), given('c', 4, 10), given('d', 3, 20), given('e', 2, 20)],
    ['5-4: 40 mg of a b c', '3-2: 20 mg of d e'],
  ],
])('%s', (_, pieces, expected) => {
  expect(joinDays(pieces).map(pieceText)).toEqual(expected);
});

it.each<readonly [string, Piece, string]>([
  ['lasts several days', piece('x', 5, 4, 40), '5-4: 40 mg of x'],
  ['may not have been given', given('x', 5, 40, { sure: false }), '5?: 40 mg of x'],
  ['cannot be read', piece('x', 5, 5, undefined), '5: unreadable of x'],
  ['is per kg', given('x', 5, dose(1, { per: 'kilogram' })), '5: 1 mg per kilogram of x'],
  ['is averaged', given('x', 5, dose(40, { averaged: true })), '5: 40 mg averaged of x'],
])('a dose that %s stays by itself, after the others', (_, other, expected) => {
  const all = [given('a', 5), other, given('b', 5)];
  expect(joinDays(all).map(pieceText)).toEqual(['5: 80 mg of a b', expected]);
  expect(joinDays([other, given('a', 5)]).map(pieceText)).toEqual([expected, '5: 40 mg of a']);
});

it('changes none of the pieces that it was given', () => {
  const all = [given('a', 5), given('b', 4), given('c', 4), given('d', 3, 80)];
  const before = all.map(pieceText);
  joinDays(all);
  expect(all.map(pieceText)).toEqual(before);
});
