import { expect, test } from 'vitest';
import { ageUnit } from '../../src/fhir/age-unit.ts';

test.each([
  [undefined, 'year'],
  ['a', 'year'],
  ['Years', 'year'],
  ['Jahre', 'year'],
  ['岁', 'year'],
  ['周岁', 'year'],
  ['mo', 'month'],
  ['Monate', 'month'],
  ['个月', 'month'],
  ['wk', 'week'],
  ['Wochen', 'week'],
  ['周', 'week'],
  ['d', 'day'],
  ['Tage', 'day'],
  ['天', 'day'],
  ['h', undefined],
  ['decades', undefined],
  ['', undefined],
])('an age in %j is in the unit %s', (written, unit) => {
  expect(ageUnit(written)).toBe(unit);
});
