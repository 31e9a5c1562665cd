// Does a story stay the same story on whatever day the demo hospital opens?

import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftDates } from '../../src/demo/shift-dates.ts';
import { addYears, completedYears, isoDay, parseDay, type Day } from '../../src/logic/calendar.ts';

const day = (iso: string): Day => {
  const parsed = parseDay(iso);
  if (parsed === undefined) throw new Error(`not a date: ${iso}`);
  return parsed;
};

const moved = (value: unknown, from: string, to: string): unknown => shiftDates(value, day(from), day(to));

describe('a story told on another day', () => {
  it('moves dates by days and keeps time of day and offset', () => {
    expect(
      moved(
        {
          effectiveDateTime: '2026-03-01',
          issued: '2026-03-01T23:30:00+08:00',
          meta: { lastUpdated: '2026-02-27T10:00:00.123Z' },
          timing: { event: ['2026-02-28', '2026-12-31T00:00:00Z'], repeat: { boundsPeriod: { start: '2024-02-28' } } },
        },
        '2026-03-10',
        '2026-03-12',
      ),
    ).toEqual({
      effectiveDateTime: '2026-03-03',
      issued: '2026-03-03T23:30:00+08:00',
      meta: { lastUpdated: '2026-03-01T10:00:00.123Z' },
      timing: { event: ['2026-03-02', '2027-01-02T00:00:00Z'], repeat: { boundsPeriod: { start: '2024-03-01' } } },
    });
  });

  it('leaves texts, ids, codes and values alone, even if they look like dates', () => {
    const resource = {
      id: '2026-03-01',
      text: '2026-03-01',
      valueString: '2026-03-01',
      code: { coding: [{ code: '2026', display: '2026-03' }] },
      note: [{ text: 'since 2026-03-01' }],
      identifier: [{ value: '2026-03-01' }],
      effectiveDateTime: 'unknown',
    };
    expect(moved(resource, '2026-03-10', '2029-01-01')).toEqual(resource);
  });

  it('keeps a partial date as partial as it was', () => {
    expect(moved({ onsetDateTime: '2025-03' }, '2026-03-10', '2026-05-10')).toEqual({ onsetDateTime: '2025-05' });
    expect(moved({ onsetDateTime: '2025' }, '2026-03-10', '2027-03-10')).toEqual({ onsetDateTime: '2026' });
    expect(moved({ birthDate: '2012-03' }, '2026-03-10', '2028-05-01')).toEqual({ birthDate: '2014-05' });
    expect(moved({ birthDate: '2012' }, '2026-03-10', '2028-05-01')).toEqual({ birthDate: '2014' });
  });

  it('leaves a date that does not exist as it is', () => {
    expect(moved({ effectiveDateTime: '2026-02-30' }, '2026-03-10', '2026-03-12')).toEqual({
      effectiveDateTime: '2026-02-30',
    });
  });

  it('does not touch the story it was given', () => {
    const story = { entry: [{ resource: { birthDate: '2012-03-15', effectiveDateTime: '2026-03-01' } }] };
    const before = structuredClone(story);
    shiftDates(story, day('2026-03-10'), day('2028-02-29'));
    expect(story).toEqual(before);
  });
});

describe('a birth date', () => {
  const born = (birthDate: string, from: string, to: string): Day =>
    day(shiftDates({ birthDate }, day(from), day(to)).birthDate);

  it('keeps a birthday of today today, also on 29 February', () => {
    expect(isoDay(born('2007-08-09', '2026-08-09', '2027-01-31'))).toBe('2008-01-31');
    const leap = born('2007-08-09', '2026-08-09', '2028-02-29');
    expect([isoDay(leap), completedYears(leap, day('2028-02-29'))]).toEqual(['2009-02-28', 19]);
  });

  it('keeps the eve of a birthday the eve', () => {
    expect(isoDay(born('2007-08-10', '2026-08-09', '2030-12-31'))).toBe('2012-01-01');
  });

  it('keeps the age on every day, and the days to the birthday unless that would be a 29 February without one', () => {
    const [first, last] = [day('2024-01-01'), day('2032-12-31')];
    assert(
      property(
        integer({ min: day('2005-01-01'), max: day('2022-12-31') }),
        integer({ min: first, max: last }),
        integer({ min: first, max: last }),
        (birth, from, to) => {
          const again = day(shiftDates({ birthDate: isoDay(birth) }, from, to).birthDate);
          const age = completedYears(birth, from);
          expect(completedYears(again, to)).toBe(age);
          const isBirthday = addYears(birth, age) === from;
          // A birthday today stays today; any other is counted to the next one.
          const until = (of: Day, on: Day): number => addYears(of, age + (isBirthday ? 0 : 1)) - on;
          const onLeapDay = isoDay(to + until(birth, from)).endsWith('02-29');
          expect(Math.abs(until(again, to) - until(birth, from))).toBeLessThanOrEqual(onLeapDay ? 1 : 0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
