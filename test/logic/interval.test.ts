import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exactly,
  hull,
  isAbout,
  isAtLeast,
  isAtMost,
  isLessThan,
  isMoreThan,
  scale,
  type Interval,
} from '../../src/logic/interval.ts';
import type { Verdict } from '../../src/logic/verdict.ts';

const below = (high: number): Interval => ({ low: -Infinity, high, highOpen: true });
const above = (low: number): Interval => ({ low, high: Infinity, lowOpen: true });

describe('comparing a number that may be an interval', () => {
  it.each<[string, () => Verdict, Verdict]>([
    ['at the limit is at least', () => isAtLeast(exactly(55), 55), 'met'],
    ['just under the limit is not', () => isAtLeast(exactly(54.9), 55), 'not-met'],
    ['the last digit of a conversion does not count', () => isAtLeast(exactly(54.999999999999), 55), 'met'],
    ['a range on both sides is open', () => isAtLeast({ low: 50, high: 60 }, 55), 'unknown'],
    ['"<55" is surely under 55', () => isAtLeast(below(55), 55), 'not-met'],
    ['"<60" may be 55', () => isAtLeast(below(60), 55), 'unknown'],
    ['">90" is surely at least 30', () => isAtLeast(above(90), 30), 'met'],
    ['">20" may be under 30', () => isAtLeast(above(20), 30), 'unknown'],
    ['at the limit is at most', () => isAtMost(exactly(120), 120), 'met'],
    ['just over the limit is not', () => isAtMost(exactly(120.1), 120), 'not-met'],
    ['"<20" is at most 20', () => isAtMost(below(20), 20), 'met'],
    ['">20" is not at most 20', () => isAtMost(above(20), 20), 'not-met'],
    ['equality is not more', () => isMoreThan(exactly(0.5), 0.5), 'not-met'],
    ['">0.5" is more than 0.5', () => isMoreThan(above(0.5), 0.5), 'met'],
    ['conversion noise above the limit is not more', () => isMoreThan(exactly(100.00000000000001), 100), 'not-met'],
    ['equality is not less', () => isLessThan(exactly(3), 3), 'not-met'],
    ['"<3" is less than 3', () => isLessThan(below(3), 3), 'met'],
    ['a number that is none is unknown', () => isAtLeast(exactly(NaN), 3), 'unknown'],
    ['a limit that is none is unknown', () => isAtLeast(exactly(3), NaN), 'unknown'],
    ['one end that is none is enough', () => isAtLeast({ low: 60, high: NaN }, 55), 'unknown'],
    ['a number that is none is not more', () => isMoreThan(exactly(NaN), 3), 'unknown'],
    ['nothing is more than a limit that is none', () => isMoreThan(exactly(3), Infinity), 'unknown'],
    ['a range on both sides may be more', () => isMoreThan({ low: 50, high: 60 }, 55), 'unknown'],
    ['a range up to the limit is not more', () => isMoreThan({ low: 50, high: 55 }, 55), 'not-met'],
    ['a range from the limit may be the limit', () => isMoreThan({ low: 55, high: 60 }, 55), 'unknown'],
    ['a range above the limit is more', () => isMoreThan({ low: 55.1, high: 60 }, 55), 'met'],
    ['a range up to the limit may be it', () => isAtLeast({ low: 50, high: 55 }, 55), 'unknown'],
    ['"everything" may be anything', () => isAtLeast({ low: 0, high: Infinity, highOpen: true }, 30), 'unknown'],
    ['0.0001 is nothing beside a million', () => isAtLeast(exactly(999_999.999_9), 1e6), 'met'],
    ['a thousandth of a thousandth counts beside one', () => isAtLeast(exactly(0.999_998), 1), 'not-met'],
    ['the same small step counts beside a small number', () => isAtLeast(exactly(0.000_000_999), 0.000_001), 'not-met'],
  ])('%s', (_, actual, expected) => {
    expect(actual()).toBe(expected);
  });

  it('answers for an interval only what holds for every number in it', () => {
    const ends = fc.tuple(
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: 0, max: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(ends, fc.integer({ min: -60, max: 60 }), ([low, width, at], limit) => {
        const interval = { low, high: low + width };
        const inside = exactly(low + width * at);
        for (const ask of [isAtLeast, isAtMost, isMoreThan, isLessThan]) {
          const answer = ask(interval, limit);
          if (answer !== 'unknown') expect(ask(inside, limit)).toBe(answer);
        }
      }),
    );
  });

  it('calls two numbers equal that differ by the last digits of a conversion alone, whichever is the larger', () => {
    expect([isAbout(55, 54.999999999999), isAbout(54.999999999999, 55)]).toEqual([true, true]);
    expect([isAbout(55, 54.9), isAbout(54.9, 55)]).toEqual([false, false]);
  });

  it('scales both ends and keeps them open', () => {
    expect(scale(below(2), 88.4)).toEqual({ low: -Infinity, high: 176.8, highOpen: true });
    expect(scale({ low: 2, high: 4, lowOpen: true }, 10)).toEqual({ low: 20, high: 40, lowOpen: true });
  });

  const open = { lowOpen: true, highOpen: true } as const;

  it.each<[string, Interval, Interval, Interval]>([
    ['a closed end beside the same open one', { low: 1, high: 3, ...open }, { low: 1, high: 3 }, { low: 1, high: 3 }],
    ['two open ends', { low: 1, high: 3, ...open }, { low: 1, high: 3, ...open }, { low: 1, high: 3, ...open }],
    ['open ends outside closed ones', { low: 1, high: 4, ...open }, { low: 2, high: 3 }, { low: 1, high: 4, ...open }],
    ['closed ends outside open ones', { low: 1, high: 4 }, { low: 2, high: 3, ...open }, { low: 1, high: 4 }],
    ['one below the other', { low: 1, high: 2, ...open }, { low: 5, high: 6 }, { low: 1, high: 6, lowOpen: true }],
    ['a number below an open end', exactly(2), above(4), { low: 2, high: Infinity }],
  ])('holds both of two intervals in their hull: %s', (_, one, other, both) => {
    expect(hull(one, other)).toEqual(both);
    expect(hull(other, one)).toEqual(both);
  });
});
