// Do the equations say what a second writing of them says, at every age and across their steps?

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bedsideSchwartz,
  ckdEpi2021,
  ckidU25,
  ckidU25CystatinC,
  u25FromSchwartz,
} from '../../src/facts/kidney-equations.ts';
import * as oracle from '../truth/generator/kidney-oracle.ts';

const sexes = fc.constantFrom('female' as const, 'male' as const);
const ages = fc.oneof(
  fc.double({ min: 1, max: 25, noNaN: true }),
  fc.constantFrom(1, 11.999, 12, 14.999, 15, 17.999, 18, 25),
);
const heights = fc.double({ min: 60, max: 200, noNaN: true });
const creatinines = fc.double({ min: 0.1, max: 12, noNaN: true });

it('CKiD U25, bedside Schwartz and CKD-EPI 2021 agree with their second writing', () => {
  fc.assert(
    fc.property(sexes, ages, heights, creatinines, (sex, years, heightCm, creatinine) => {
      const child = { sex, years, heightCm };
      expect(ckidU25(sex, years, heightCm, creatinine)).toBeCloseTo(oracle.ckidU25(child, creatinine), 9);
      expect(bedsideSchwartz(heightCm, creatinine)).toBeCloseTo(oracle.bedsideSchwartz(child, creatinine), 9);
      expect(ckdEpi2021(sex, years, creatinine)).toBeCloseTo(oracle.ckdEpi2021(child, creatinine), 9);
      const schwartz = bedsideSchwartz(heightCm, creatinine);
      expect(u25FromSchwartz(sex, years, schwartz)).toBeCloseTo(oracle.ckidU25(child, creatinine), 9);
    }),
  );
});

describe('CKiD U25 by cystatin C', () => {
  it.each([
    ['male', 10, 1, 82.56],
    ['male', 15, 1, 87.2],
    ['male', 16, 1, 83.71],
    ['male', 18, 1, 77.1],
    ['male', 18, 2, 38.55],
    ['female', 8, 1, 78.63],
    ['female', 12, 1, 79.9],
    ['female', 14, 1, 75.8],
    ['female', 18, 1, 68.3],
    ['female', 14, 0.5, 151.6],
  ] as const)('of a %s of %s years with %s mg/L is %s', (sex, age, cystatinC, rate) => {
    expect(ckidU25CystatinC(sex, age, cystatinC)).toBeCloseTo(rate, 1);
  });
});
