// Which rates follow from partial data: a comparator, an open age, an open sex?

import { describe, expect, it } from 'vitest';
import {
  estimateByCystatinC,
  estimatesFrom,
  impliedByReported,
  personAt,
} from '../../../src/facts/kidney/estimates.ts';
import { exactly, type Interval } from '../../../src/logic/interval.ts';
import { day, recordOf } from '../../builders.ts';

const at = (age: number, more: Partial<Parameters<typeof estimatesFrom>[0]> = {}) => ({
  sexes: ['female' as const],
  youngest: age,
  oldest: age,
  ...more,
});
const rounded = ({ low, high, ...open }: Interval): Interval => ({
  low: Number(low.toFixed(1)),
  high: Number(high.toFixed(1)),
  ...open,
});

describe('the equations that are asked', () => {
  it.each([
    [0.99, undefined],
    [1, 'Schwartz'],
    [17.99, 'Schwartz'],
    [18, 'CKD-EPI 2021'],
    [25, 'CKD-EPI 2021'],
    [25.01, undefined],
  ])('at %s years U25 is checked by %s', (age, checkedBy) => {
    expect(estimatesFrom(at(age), exactly(150), exactly(1))?.checkedBy).toBe(checkedBy);
  });

  it('are both checks where the age may be 17 or 18', () => {
    const found = estimatesFrom(at(17.5, { oldest: 18.4 }), exactly(160), exactly(1));
    expect(found?.checkedBy).toBe('Schwartz or CKD-EPI 2021');
    // Schwartz 66.1; CKD-EPI 2021 of a woman of 18 years 83.7: both and all between.
    expect(rounded(found?.check ?? exactly(0))).toEqual({ low: 66.1, high: 83.7 });
  });

  it('are none where the age may be outside them, or without a height', () => {
    expect(estimatesFrom(at(0.5, { oldest: 2 }), exactly(80), exactly(1))).toBeUndefined();
    expect(estimatesFrom(at(24, { oldest: 26 }), exactly(160), exactly(1))).toBeUndefined();
    expect(estimatesFrom(at(14), exactly(0), exactly(1))).toBeUndefined();
  });
});

describe('partial data', () => {
  it('a creatinine below a limit leaves every rate above one', () => {
    const found = estimatesFrom(at(11), exactly(120), { low: 0, high: 0.9, highOpen: true });
    expect(rounded(found?.u25 ?? exactly(0))).toEqual({ low: 47.8, high: Infinity, lowOpen: true });
    expect(rounded(found?.check ?? exactly(0))).toEqual({ low: 55.1, high: Infinity, lowOpen: true });
  });

  it('a creatinine above a limit leaves every rate below one', () => {
    const found = estimatesFrom(at(11), exactly(120), { low: 0.9, high: Infinity, lowOpen: true });
    expect(rounded(found?.u25 ?? exactly(0))).toEqual({ low: 0, high: 47.8, highOpen: true });
  });

  it('an open sex is both', () => {
    const found = estimatesFrom(at(15, { sexes: ['female', 'male'] }), exactly(160), exactly(1.9));
    expect(rounded(found?.u25 ?? exactly(0))).toEqual({ low: 32.5, high: 37.5 });
  });

  it('an age around the eighteenth birthday takes the step of the constant in', () => {
    const found = estimatesFrom(at(17.9, { sexes: ['female'], oldest: 19 }), exactly(100), exactly(1));
    expect(rounded(found?.u25 ?? exactly(0))).toEqual({ low: 41.3, high: 41.4 });
    const male = estimatesFrom(at(16, { sexes: ['male'], oldest: 18 }), exactly(100), exactly(1));
    expect(rounded(male?.u25 ?? exactly(0))).toEqual({ low: 46.5, high: 50.8 });
  });

  it('a height between two values is both', () => {
    const found = estimatesFrom(at(11), { low: 120, high: 130 }, exactly(0.9));
    expect(rounded(found?.u25 ?? exactly(0))).toEqual({ low: 47.8, high: 51.7 });
  });

  it('a reported value above a limit implies a U25 above another', () => {
    const implied = impliedByReported(at(14.2), { low: 90, high: Infinity, lowOpen: true });
    expect(rounded(implied)).toEqual({ low: 82.7, high: Infinity, lowOpen: true });
    expect(rounded(impliedByReported(at(14.2), { low: 30, high: 60 }))).toEqual({ low: 27.6, high: 55.1 });
  });
});

describe('an estimate by cystatin C', () => {
  it.each([
    ['below a limit leaves every rate above one', at(18), { low: 0, high: 2, highOpen: true }, [34.15, Infinity]],
    ['above a limit leaves every rate below one', at(18), { low: 2, high: Infinity, lowOpen: true }, [0, 34.15]],
    ['of an open sex is both', at(18, { sexes: ['female', 'male'] }), exactly(1), [68.3, 77.1]],
    ['of a girl of 11 to 13 takes her greatest constant in', at(11, { oldest: 13 }), exactly(1), [77.8226, 79.9]],
    ['of a boy of 14 to 18 takes his in', at(14, { sexes: ['male'], oldest: 18 }), exactly(1), [77.1, 87.2]],
    ['of a girl of 17.9 to 19 takes the step at 18 in', at(17.9, { oldest: 19 }), exactly(1), [68.2182, 68.3982]],
    ['that is no amount leaves every rate open', at(18), exactly(0), [0, Infinity]],
  ] as const)('%s', (_what, person, amount, [low, high]) => {
    const found = estimateByCystatinC(person, amount);
    expect(found?.low).toBeCloseTo(low, 3);
    if (high === Infinity) expect(found?.high).toBe(high);
    else expect(found?.high).toBeCloseTo(high, 3);
  });

  it('does not exist where the age may be outside 1 to 25 years', () => {
    expect(estimateByCystatinC(at(0.99), exactly(1))).toBeUndefined();
    expect(estimateByCystatinC(at(24, { oldest: 25.01 }), exactly(1))).toBeUndefined();
  });
});

describe('the person', () => {
  const may = { from: day('2026-05-01'), to: day('2026-05-31') };

  it('has the sex that is stated, and the ages that birth date and sample allow', () => {
    const girl = personAt(recordOf([]), { from: day('2026-03-15'), to: day('2026-03-15') });
    expect(girl).toEqual({ sexes: ['female'], youngest: 14, oldest: 14 });
    const boy = personAt(recordOf([], { patient: { gender: 'male', birthDate: '2012-05' } }), may);
    expect(boy?.sexes).toEqual(['male']);
    expect(boy?.youngest).toBeCloseTo(13.92, 2);
    expect(boy?.oldest).toBeCloseTo(14.08, 2);
  });

  it('may be of either sex where it is not stated, and is nobody without a birth date', () => {
    expect(personAt(recordOf([], { patient: { gender: 'unknown' } }), may)?.sexes).toEqual(['female', 'male']);
    expect(personAt(recordOf([], { patient: { birthDate: undefined } }), may)).toBeUndefined();
  });
});
