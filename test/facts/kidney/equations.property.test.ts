// Do the equations say what a second writing of them says, at every age and across their steps?

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  bedsideSchwartz,
  ckdEpi2021,
  ckidU25,
  ckidU25ByCystatinC,
  u25FromSchwartz,
} from '../../../src/facts/kidney/equations.ts';
import { estimateByCystatinC } from '../../../src/facts/kidney/estimates.ts';
import { exactly } from '../../../src/logic/interval.ts';
import * as oracle from '../../truth/generator/kidney-oracle.ts';

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

const cystatins = fc.double({ min: 0.2, max: 10, noNaN: true });

it('CKiD U25 by cystatin C agrees with its second writing', () => {
  fc.assert(
    fc.property(sexes, ages, cystatins, (sex, years, cystatinC) => {
      expect(ckidU25ByCystatinC(sex, years, cystatinC)).toBeCloseTo(oracle.byCystatinC({ sex, years }, cystatinC), 9);
    }),
  );
});

it('an open age takes in every rate by cystatin C of the ages between', () => {
  fc.assert(
    fc.property(sexes, ages, ages, fc.double({ min: 0, max: 1, noNaN: true }), (sex, one, other, share) => {
      const [youngest, oldest] = [Math.min(one, other), Math.max(one, other)];
      const years = youngest + share * (oldest - youngest);
      const hull = estimateByCystatinC({ sexes: [sex], youngest, oldest }, exactly(1));
      const rate = oracle.byCystatinC({ sex, years }, 1);
      expect(hull?.low).toBeLessThanOrEqual(rate + 1e-6);
      expect(hull?.high).toBeGreaterThanOrEqual(rate - 1e-6);
    }),
  );
});
