// The short forms of `npm run restarts` and `npm run soak`: the long ones are for a release.

import { expect, it } from 'vitest';
import { rollingRestarts } from './restart.ts';
import { slopePerMinute, soak } from './soaking.ts';

it('answers every call while one replica after the other is replaced', async () => {
  const { answered, dropped, exits } = await rollingRestarts(2, 10);
  expect(dropped).toEqual([]);
  expect(exits).toEqual([]);
  expect(answered).toBeGreaterThan(20);
}, 240_000);

it('answers every call beside a FHIR server that fails in every way, and asks no other', async () => {
  const { answered, errors, foreign, exit } = await soak(3, 1);
  expect(errors).toEqual([]);
  expect([foreign, exit]).toEqual([0, 0]);
  expect(answered).toBeGreaterThan(10);
}, 120_000);

it('tells growth from noise', () => {
  const at = (values: readonly number[]) => values.map((value, index) => ({ second: index * 30, value }));
  expect(slopePerMinute(at([100, 101, 102, 103]))).toBeCloseTo(2, 9);
  expect(slopePerMinute(at([100, 100, 100]))).toBe(0);
  expect(slopePerMinute(at([100]))).toBe(0);
});
