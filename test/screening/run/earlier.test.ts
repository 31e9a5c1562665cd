// When an earlier result still holds, and when it does not.

import { describe, expect, it } from 'vitest';
import { stillHolds, type LastResult } from '../../../src/screening/run/earlier.ts';

const last: LastResult = {
  run: 'r1',
  fingerprint: 'f',
  basis: 'b',
  as_of: '2026-06-01',
  status: 'candidate',
  next_change: '2026-06-20',
};
const now = { fingerprint: 'f', basis: 'b', asOf: '2026-06-01' };

describe('an earlier result', () => {
  it.each([
    [true, 'on the same day', {}, {}],
    [true, 'on the last day before the first change', {}, { asOf: '2026-06-19' }],
    [false, 'on the day of the first change', {}, { asOf: '2026-06-20' }],
    [false, 'for a day before its own', {}, { asOf: '2026-05-31' }],
    [false, 'when the record is another', {}, { fingerprint: 'g' }],
    [false, 'when anything else it rests on is another', {}, { basis: 'c' }],
    [true, 'for thirty days where the calendar changes nothing', { next_change: '' }, { asOf: '2026-07-01' }],
    [false, 'after thirty-one days even then', { next_change: '' }, { asOf: '2026-07-02' }],
  ])('holds (%s) %s', (holds, _when, before, then) => {
    expect(stillHolds({ ...last, ...before }, { ...now, ...then })).toBe(holds);
  });
});
