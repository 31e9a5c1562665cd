// Are the days and dates of the Gregorian calendar those of the platform's own?

import { expect, it } from 'vitest';
import { isoDay } from '../../src/logic/calendar.ts';
import { dayFrom, partsOf } from '../../src/logic/gregorian.ts';

it('has the parts of every day from 1600 to 2400 as the computer’s own calendar has them', () => {
  for (let each = dayFrom(1600, 1, 1); each <= dayFrom(2400, 12, 31); each += 1) {
    const date = new Date(each * 86_400_000);
    const { year, month, dayOfMonth } = partsOf(each);
    if (year !== date.getUTCFullYear() || month !== date.getUTCMonth() + 1 || dayOfMonth !== date.getUTCDate())
      expect({ year, month, dayOfMonth }).toBe(date.toISOString());
    if (each % 101 === 0) expect(isoDay(each)).toBe(date.toISOString().slice(0, 10));
  }
});
