import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreed, allOf, anyOf, atLeast, not, type Verdict } from '../../src/logic/verdict.ts';

const verdicts: readonly Verdict[] = ['met', 'not-met', 'unknown', 'needs-investigator'];
const some = fc.array(fc.constantFrom(...verdicts), { maxLength: 6 });
const n = fc.integer({ min: 0, max: 7 });

describe('combining verdicts', () => {
  it.each<[Verdict, readonly Verdict[]]>([
    ['met', []],
    ['met', ['met', 'met']],
    ['needs-investigator', ['met', 'needs-investigator']],
    ['unknown', ['met', 'needs-investigator', 'unknown']],
    ['not-met', ['met', 'needs-investigator', 'unknown', 'not-met']],
  ])('ALL is %s for %j', (expected, given) => {
    expect(allOf(given)).toBe(expected);
  });

  it.each<[Verdict, readonly Verdict[]]>([
    ['not-met', []],
    ['not-met', ['not-met', 'not-met']],
    ['needs-investigator', ['not-met', 'needs-investigator']],
    ['unknown', ['not-met', 'needs-investigator', 'unknown']],
    ['met', ['not-met', 'needs-investigator', 'unknown', 'met']],
  ])('ANY is %s for %j', (expected, given) => {
    expect(anyOf(given)).toBe(expected);
  });

  it.each<[Verdict, number, readonly Verdict[]]>([
    ['met', 2, ['met', 'met', 'unknown']],
    ['unknown', 2, ['met', 'unknown', 'not-met']],
    ['needs-investigator', 2, ['met', 'needs-investigator', 'not-met']],
    ['unknown', 2, ['met', 'needs-investigator', 'unknown']],
    ['not-met', 2, ['met', 'not-met', 'not-met']],
    ['met', 0, []],
    ['not-met', 1, []],
  ])('AT LEAST gives %s for %d of %j', (expected, count, given) => {
    expect(atLeast(count, given)).toBe(expected);
  });

  it('has ALL and ANY as the ends of AT LEAST', () => {
    fc.assert(
      fc.property(some, (given) => {
        expect(atLeast(given.length, given)).toBe(allOf(given));
        if (given.length > 0) expect(atLeast(1, given)).toBe(anyOf(given));
      }),
    );
  });

  it('never depends on the order of the parts', () => {
    fc.assert(
      fc.property(some, n, (given, count) => {
        expect(atLeast(count, given.toReversed())).toBe(atLeast(count, given));
      }),
    );
  });

  it('never turns unknown into yes or no: what it decides stays, however an unknown part turns out', () => {
    fc.assert(
      fc.property(some, n, fc.constantFrom<Verdict>('met', 'not-met'), (given, count, turned) => {
        const before = atLeast(count, given);
        const after = atLeast(
          count,
          given.map((each) => (each === 'unknown' ? turned : each)),
        );
        if (before === 'met' || before === 'not-met') expect(after).toBe(before);
      }),
    );
  });

  it('turns only the two certain answers into their opposite', () => {
    expect(verdicts.map(not)).toEqual(['not-met', 'met', 'unknown', 'needs-investigator']);
  });

  it('is what the best and the worst reading agree on, and otherwise unknown', () => {
    for (const one of verdicts) {
      for (const other of verdicts) expect(agreed(one, other)).toBe(one === other ? one : 'unknown');
    }
    expect(agreed('met', 'not-met')).toBe('unknown');
  });
});
