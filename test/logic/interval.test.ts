import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exactly,
  hull,
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
  it.each<[string, Verdict, Verdict]>([
    ['at the limit is at least', isAtLeast(exactly(55), 55), 'met'],
    ['just under the limit is not', isAtLeast(exactly(54.9), 55), 'not-met'],
    ['the last digit of a conversion does not count', isAtLeast(exactly(54.999999999999), 55), 'met'],
    ['a range on both sides is open', isAtLeast({ low: 50, high: 60 }, 55), 'unknown'],
    ['"<55" is surely under 55', isAtLeast(below(55), 55), 'not-met'],
    ['"<60" may be 55', isAtLeast(below(60), 55), 'unknown'],
    ['">90" is surely at least 30', isAtLeast(above(90), 30), 'met'],
    ['">20" may be under 30', isAtLeast(above(20), 30), 'unknown'],
    ['at the limit is at most', isAtMost(exactly(120), 120), 'met'],
    ['just over the limit is not', isAtMost(exactly(120.1), 120), 'not-met'],
    ['"<20" is at most 20', isAtMost(below(20), 20), 'met'],
    ['">20" is not at most 20', isAtMost(above(20), 20), 'not-met'],
    ['equality is not more', isMoreThan(exactly(0.5), 0.5), 'not-met'],
    ['">0.5" is more than 0.5', isMoreThan(above(0.5), 0.5), 'met'],
    ['conversion noise above the limit is not more', isMoreThan(exactly(100.00000000000001), 100), 'not-met'],
    ['equality is not less', isLessThan(exactly(3), 3), 'not-met'],
    ['"<3" is less than 3', isLessThan(below(3), 3), 'met'],
    ['a number that is none is unknown', isAtLeast(exactly(NaN), 3), 'unknown'],
    ['a limit that is none is unknown', isAtLeast(exactly(3), NaN), 'unknown'],
  ])('%s', (_, actual, expected) => {
    expect(actual).toBe(expected);
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

  it('scales both ends and keeps them open', () => {
    expect(scale(below(2), 88.4)).toEqual({ low: -Infinity, high: 176.8, highOpen: true });
  });

  it('holds both of two intervals in their hull', () => {
    expect(hull({ low: 1, high: 3, highOpen: true }, { low: 2, high: 3 })).toEqual({ low: 1, high: 3 });
    expect(hull(above(4), exactly(2))).toEqual({ low: 2, high: Infinity });
  });
});
