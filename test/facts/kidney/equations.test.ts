import { describe, expect, test } from 'vitest';
import {
  bedsideSchwartz,
  ckdEpi2021,
  ckidU25,
  ckidU25ByCystatinC,
  u25FromSchwartz,
} from '../../../src/facts/kidney/equations.ts';

describe('CKiD U25 gives the published test values', () => {
  test.each([
    ['female', 11, 120, 0.9, 47.8],
    ['male', 15, 160, 1.9, 37.5],
    ['female', 15, 160, 1.9, 32.5],
    ['male', 20, 181, 2.1, 43.8],
  ] as const)('%s, %s years, %s cm, creatinine %s mg/dL: %s', (sex, age, height, creatinine, expected) => {
    expect(ckidU25(sex, age, height, creatinine)).toBeCloseTo(expected, 1);
  });
  test('its constant is not the same from 15 to 18 years', () => {
    expect(ckidU25('male', 17, 100, 1)).toBeGreaterThan(ckidU25('male', 15, 100, 1));
  });
});

test('Bedside Schwartz is 0.413 x height / creatinine', () => {
  expect(bedsideSchwartz(158, 0.7)).toBeCloseTo(93.22, 2);
});

test('A reported Schwartz value of 30 of a girl of 14 implies a U25 below 30', () => {
  expect(u25FromSchwartz('female', 14.2, 30)).toBeCloseTo(27.6, 1);
});

test('CKD-EPI 2021 falls with creatinine and with age', () => {
  expect(ckdEpi2021('female', 18, 0.7)).toBeCloseTo(142 * 0.9938 ** 18 * 1.012, 6);
  expect(ckdEpi2021('male', 18, 0.9)).toBeCloseTo(142 * 0.9938 ** 18, 6);
  expect(ckdEpi2021('male', 18, 1.8)).toBeCloseTo(142 * 2 ** -1.2 * 0.9938 ** 18, 6);
});

describe('CKiD U25 by cystatin C', () => {
  // The constants worked out from the formula: 87.2 x 1.011^-5, 87.2, 87.2 x 0.96^2, 77.1; 79.9 x 1.004^-4, 79.9, 79.9 x 0.974^3, 68.3.
  test.each([
    ['male', 10, 82.5586],
    ['male', 15, 87.2],
    ['male', 17, 80.3635],
    ['male', 18, 77.1],
    ['male', 25, 77.1],
    ['female', 8, 78.6343],
    ['female', 12, 79.9],
    ['female', 15, 73.8284],
    ['female', 18, 68.3],
    ['female', 25, 68.3],
  ] as const)('of a %s of %s years is %s at 1 mg/L, and half of it at 2', (sex, age, rate) => {
    expect(ckidU25ByCystatinC(sex, age, 1)).toBeCloseTo(rate, 3);
    expect(ckidU25ByCystatinC(sex, age, 2)).toBeCloseTo(rate / 2, 3);
  });
});
