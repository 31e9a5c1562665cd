import { expect, test } from 'vitest';
import { daySchemes } from '../../src/fhir/dosage/sig-day-scheme.ts';

test.each([
  ['1-0-1', '2 tablets/day'],
  ['2-0-0-0 stk', '2 tablets/day'],
  ['1 - 0 - 0 - 1/2', '1.5 tablets/day'],
  ['0,5-0-0,5', '1 tablets/day'],
  ['5-0-5 ml', '10 ml/day'],
  ['20 mg 1-0-1', '40 mg/day'],
  ['2,5 mg 1-0-1', '5 mg/day'],
  ['2 tbl. 1-0-0', '2 tablets/day'],
  ['2-2-2', '6 tablets/day'],
])('the scheme "%s" of a German medication plan is the dose of a whole day', (written, read) => {
  expect(daySchemes(written)).toBe(read);
});

test.each(['4-3-2-1', '6-5-4-3-2-1', '2026-01-20', '0-1-6 months', '40-60 mg', '0-0-0', '10 mg 1-0-1 mg'])(
  '"%s" is no scheme of a day, and stays as it is',
  (written) => {
    expect(daySchemes(written)).toBe(written);
  },
);
