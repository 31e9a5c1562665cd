// Do the short ways of reading a date and an instant say the same as the long one?

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/logic/calendar.ts';
import { plainDay, plainInstant } from '../../src/logic/plain-time.ts';

const two = (value: number): string => String(value).padStart(2, '0');

describe('a plain day', () => {
  it('is the day that its pattern says, for every text of digits and hyphens', () => {
    const text = fc.string({ unit: fc.constantFrom('0', '1', '2', '3', '9', '-', 'a'), minLength: 10, maxLength: 10 });
    const date = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
      .map(([year, month, day]) => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
    fc.assert(
      fc.property(fc.oneof(text, date), (written) => {
        expect(plainDay(written)).toBe(parseDay(written));
      }),
    );
  });
});

describe('a plain instant', () => {
  it.each([
    ['2026-06-01T08:30:15Z', Date.UTC(2026, 5, 1, 8, 30, 15)],
    ['2026-06-01T08:30:15.250Z', Date.UTC(2026, 5, 1, 8, 30, 15, 250)],
    ['2026-06-01T08:30:15+08:00', Date.UTC(2026, 5, 1, 0, 30, 15)],
    ['2026-06-01T08:30:15.999-05:30', Date.UTC(2026, 5, 1, 14, 0, 15, 999)],
    ['2026-06-30T23:59:60Z', Date.UTC(2026, 6, 1)],
    ['1969-12-31T23:59:59.999Z', -1],
  ])('%s is read', (text, instant) => {
    expect(plainInstant(text)).toBe(instant);
  });

  it.each([
    ['no time', '2026-06-01'],
    ['no zone', '2026-06-01T08:30:15'],
    ['no seconds', '2026-06-01T08:30Z'],
    ['a fraction of two digits', '2026-06-01T08:30:15.25Z'],
    ['a fraction that is no number', '2026-06-01T08:30:15.2x0Z'],
    ['a day that does not exist', '2026-02-29T08:30:15Z'],
    ['an hour that FHIR forbids', '2026-06-01T24:00:00Z'],
    ['an hour that does not exist', '2026-06-01T25:00:00Z'],
    ['a minute that does not exist', '2026-06-01T08:60:00Z'],
    ['a second that does not exist', '2026-06-01T08:30:61Z'],
    ['an offset without a sign', '2026-06-01T08:30:15 08:00'],
    ['an offset that is no number', '2026-06-01T08:30:15+0x:00'],
    ['an offset without a colon', '2026-06-01T08:30:15+08000'],
    ['another letter for the zone', '2026-06-01T08:30:15z'],
    ['a blank for the T', '2026-06-01 08:30:15Z'],
    ['another sign after the hour', '2026-06-01T08.30:15Z'],
    ['another sign after the minute', '2026-06-01T08:30.15Z'],
    ['something after the offset', '2026-06-01T08:30:15+08:000'],
    ['a blank after it', '2026-06-01T08:30:15Z '],
  ])('%s is left to the long way', (_, text) => {
    expect(plainInstant(text)).toBeUndefined();
  });

  it('is the instant that the engine reads, for every date, time and offset', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-02T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true }),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        (at, minutes) => {
          const local = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, -1);
          const zone = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
          expect(plainInstant(`${local}${zone}`)).toBe(at.getTime());
          expect(plainInstant(at.toISOString())).toBe(at.getTime());
        },
      ),
    );
  });
});
