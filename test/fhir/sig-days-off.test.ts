// Which instructions leave out some days?

import { expect, it } from 'vitest';
import { leavesDaysOut } from '../../src/fhir/dosage/sig-days-off.ts';
import { readSig } from '../../src/fhir/dosage/sig.ts';

// Each of these was taken every day.
it.each([
  '40 mg daily; skip Sunday',
  '40 mg daily; none on weekends',
  '40 mg daily, no dose on Sunday',
  '40 mg daily (hold on Sunday)',
  '40 mg daily, hold Saturdays',
  '40 mg daily; off on Sundays',
  '40 mg daily with Sunday off',
  '40 mg daily; weekend holiday',
  '40 mg daily x 5 days per week',
  '40 mg daily, 21 days of 28',
  '40 mg daily days 1-5',
  'Weeks 1-4: 40 mg daily',
  '40 mg daily on non-dialysis days',
  '40 mg daily, not on MTX day',
  '40mg qd，周日停',
  '40mg qd 周末不服',
  '40mg qd（周日不用）',
  '每日40mg，周六日停药',
  '每日40mg，除周日',
])('"%s" is not taken every day', (text) => {
  const isDaily = readSig(text).every(
    ({ unread, schedule, amounts }) => !unread && schedule !== undefined && amounts.length > 0,
  );
  expect(isDaily).toBe(false);
});

it.each([
  '40 mg daily. do not skip doses',
  '40 mg daily for 28 days',
  '40 mg daily, start on sunday',
  'take for 7 to 10 days',
  '40mg qd，周一复查',
  'no refills. 40 mg daily on mondays',
])('"%s" leaves out none', (text) => {
  expect(leavesDaysOut(text)).toBe(false);
});
