import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  completedYears,
  decimalYears,
  isoDay,
  isoRange,
  parseDay,
  parseMoment,
  possiblyWithin,
  surelyWithin,
  isTimeZone,
  timeZone,
} from '../../src/logic/calendar.ts';
import { day } from '../builders.ts';

const shanghai = timeZone('Asia/Shanghai');
const newYork = timeZone('America/New_York');

describe('days', () => {
  const impossible =
    '2026-02-29 1900-02-29 2100-02-29 2026-04-31 2026-06-31 2026-09-31 2026-11-31 2026-05-32 2026-05-00';

  it.each([
    ...impossible.split(' '),
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '0000-01-01',
    '12026-01-01',
    '2026-01-011',
    '',
  ])('%s is no date', (text) => {
    expect(parseDay(text)).toBeUndefined();
    expect(parseMoment(text, shanghai)).toBeUndefined();
  });

  it.each([
    '2000-02-29',
    '2024-02-29',
    '2026-06-30',
    '2026-01-01',
    '2026-12-31',
    '0001-01-01',
    '0012-05-03',
    '0099-12-31',
  ])('%s is that very day, however long ago', (text) => {
    expect(isoDay(day(text))).toBe(text);
    expect(parseMoment(text, shanghai)).toEqual({ from: day(text), to: day(text) });
  });

  it.each([
    ['2026-06-01', '2026-06-01', '2026-06-01'],
    ['2026-01-01', '2026-12-31', '2026'],
    ['2026-02-01', '2026-02-28', '2026-02'],
    ['2026-01-01', '2026-01-31', '2026-01'],
    ['2026-02-01', '2026-02-27', '2026-02-01/2026-02-27'],
    ['2026-02-02', '2026-03-01', '2026-02-02/2026-03-01'],
    ['2026-01-01', '2027-12-31', '2026-01-01/2027-12-31'],
    ['2026-01-02', '2026-12-31', '2026-01-02/2026-12-31'],
    ['2026-03-30', '2026-04-02', '2026-03-30/2026-04-02'],
  ])('all days from %s to %s are written %s', (from, to, text) => {
    expect(isoRange({ from: day(from), to: day(to) })).toBe(text);
  });

  it('are written as they were read', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (some) => {
        expect(parseDay(isoDay(some))).toBe(some);
      }),
    );
  });

  it.each([
    ['2026-02-01', 3, '2026-05-01'],
    ['2026-01-31', 1, '2026-03-01'],
    ['2026-01-28', 1, '2026-02-28'],
    ['2026-03-31', 2, '2026-05-31'],
    ['2026-05-31', 1, '2026-07-01'],
    ['2024-02-29', 12, '2025-03-01'],
    ['2026-03-15', -3, '2025-12-15'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(isoDay(addMonths(day(from), months))).toBe(to);
  });

  it.each([
    ['2012-02-29', '2030-02-28', 17],
    ['2012-02-29', '2030-03-01', 18],
    ['2007-06-02', '2026-06-01', 18],
    ['2007-06-01', '2026-06-01', 19],
    ['2026-06-02', '2026-06-01', -1],
  ])('a child born %s is on %s %d completed years old', (birth, on, years) => {
    expect(completedYears(day(birth), day(on))).toBe(years);
  });

  it('age in decimal years reaches the whole year on the birthday', () => {
    expect(decimalYears(day('2014-06-01'), day('2026-06-01'))).toBe(12);
    expect(decimalYears(day('2014-12-01'), day('2026-06-01'))).toBeCloseTo(11.5, 2);
  });
});

describe('moments', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-03-02', '2026-03-02', '2026-03-02'],
    ['2026-05-31T17:00:00Z', '2026-06-01', '2026-06-01'],
    ['2026-05-31T23:30:00+08:00', '2026-05-31', '2026-05-31'],
    ['2026-05-31T23:30:00.250-05:00', '2026-06-01', '2026-06-01'],
    ['2026-05-31T23:30:00', '2026-05-31', '2026-05-31'],
  ])('%s is in Shanghai between %s and %s', (text, from, to) => {
    const moment = parseMoment(text, shanghai);
    expect(moment).toMatchObject({ from: day(from), to: day(to) });
  });

  it.each([
    'unknown',
    '2026-02-30',
    '2026-13',
    '26-01-01',
    20_260_101,
    null,
    undefined,
    '0000',
    '2026-00',
    '2026-02-30T10:00:00Z',
    '2026-02-30T10:00:00',
  ])('%s is no moment', (text) => {
    expect(parseMoment(text, shanghai)).toBeUndefined();
  });

  it.each(['24:60:00Z', '25:00:00Z', '12:60:00Z', '12:00:61Z', '12Z', '12:00:00+8', '12:00:00 Z'])(
    '2026-01-01T%s is no moment',
    (time) => {
      expect(parseMoment(`2026-01-01T${time}`, shanghai)).toBeUndefined();
    },
  );

  it.each([
    '2026/06-01',
    '2026-06/01',
    '2026-06-0:',
    '2026-06-0/',
    '2026-06-1/',
    '2026-0/-05',
    '2026-0a-01',
    '2026-06-1 ',
    '2026-06-9',
  ])('%s is no day, though it looks like one', (text) => {
    expect(parseMoment(text, shanghai)).toBeUndefined();
  });

  it('may have blanks around it, and a day may have a time without an offset', () => {
    expect(parseMoment(' 2026-03-02 ', shanghai)).toEqual({ from: day('2026-03-02'), to: day('2026-03-02') });
    expect(parseMoment('2026-03-02T23:59:60', newYork)).toEqual({ from: day('2026-03-02'), to: day('2026-03-02') });
    expect(parseMoment('2026-12', shanghai)).toEqual({ from: day('2026-12-01'), to: day('2026-12-31') });
    expect(parseMoment('2026-01', shanghai)).toEqual({ from: day('2026-01-01'), to: day('2026-01-31') });
    expect(parseMoment('0001', shanghai)).toEqual({ from: day('0001-01-01'), to: day('0001-12-31') });
  });

  it('with an offset is the instant that the platform reads, whatever the offset', () => {
    const two = (value: number): string => String(value).padStart(2, '0');
    const [hours, sixties] = [fc.nat({ max: 23 }), fc.nat({ max: 59 })];
    const offset = fc.oneof(
      fc.constant('Z'),
      fc
        .tuple(fc.constantFrom('+', '-'), fc.nat({ max: 13 }), sixties)
        .map(([sign, hour, minute]) => `${sign}${two(hour)}:${two(minute)}`),
    );
    const second = fc.constantFrom('', ':07', ':59', ':59.250', ':00.001');
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 40_000 }),
        hours,
        sixties,
        second,
        offset,
        (date, hour, minute, more, from) => {
          const text = `${isoDay(date)}T${two(hour)}:${two(minute)}${more}${from}`;
          const instant = Date.parse(text);
          const local = newYork.dayAt(instant);
          expect(parseMoment(text, newYork)).toEqual({ from: local, to: local, instant });
        },
      ),
    );
    expect(parseMoment('2026-05-31T23:59:60Z', newYork)?.instant).toBe(Date.UTC(2026, 5, 1));
  });

  it.each([
    ['2026-05-31T20:30+08:00', Date.UTC(2026, 4, 31, 12, 30)],
    ['2026-05-31T08:30:15.2Z', Date.UTC(2026, 4, 31, 8, 30, 15, 200)],
    ['2026-05-31T08:30:15.25-05:30', Date.UTC(2026, 4, 31, 14, 0, 15, 250)],
    ['2026-05-31T08:30:15.250499Z', Date.UTC(2026, 4, 31, 8, 30, 15, 250)],
    ['2026-05-31T08:30:15.2505Z', Date.UTC(2026, 4, 31, 8, 30, 15, 251)],
    [' 2026-05-31T23:59:60Z ', Date.UTC(2026, 5, 1)],
  ])('%j is read to the millisecond, however short or long its time is', (text, instant) => {
    expect(parseMoment(text, newYork)).toEqual({ from: day('2026-05-31'), to: day('2026-05-31'), instant });
  });

  it.each([
    ['2026-05-31T24:00:00', '2026-05-31', '2026-06-01'],
    ['2026-05-31T24:30', '2026-05-31', '2026-06-01'],
    ['2026-05-31T24:00:00-04:00', '2026-05-31', '2026-06-01'],
    ['2026-05-31T24:00:00Z', '2026-05-30', '2026-05-31'],
    ['2026-05-31T24:30Z', '2026-05-30', '2026-05-31'],
  ])('%j has an hour that FHIR forbids and no longer counts as a known instant', (text, from, to) => {
    expect(parseMoment(text, newYork)).toEqual({ from: day(from), to: day(to) });
  });

  it.each([
    ['Asia/Shanghai', true],
    ['UTC', true],
    ['Mars/Base', false],
    ['', false],
  ])('%j is one: %s', (name, isOne) => {
    expect(isTimeZone(name)).toBe(isOne);
  });

  it('agrees with the platform while clocks followed the sun, and their day began within a quarter of an hour', () => {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    const zone = timeZone('Asia/Shanghai');
    for (let minute = 0; minute < 60; minute += 1) {
      const instant = Date.UTC(1890, 4, 31, 15, 30 + minute);
      expect(isoDay(zone.dayAt(instant))).toBe(format.format(instant));
    }
  });

  it('agrees with the platform on every quarter of an hour around the changes of the clock', () => {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' });
    const changes = [Date.UTC(2026, 2, 8, 4), Date.UTC(2026, 10, 1, 3)];
    for (const start of changes) {
      for (let step = 0; step < 200; step += 1) {
        const instant = start + step * 450_000;
        expect(isoDay(newYork.dayAt(instant))).toBe(format.format(instant));
      }
    }
  });

  it('tells surely from possibly inside a window', () => {
    const march = { from: day('2026-03-01'), to: day('2026-03-31') };
    expect(surelyWithin(march, day('2026-03-01'), day('2026-03-31'))).toBe(true);
    expect(surelyWithin(march, day('2026-03-02'), day('2026-03-31'))).toBe(false);
    expect(possiblyWithin(march, day('2026-03-31'), day('2026-05-01'))).toBe(true);
    expect(possiblyWithin(march, day('2026-04-01'), day('2026-05-01'))).toBe(false);
    expect(surelyWithin(march, day('2026-03-01'), day('2026-03-30'))).toBe(false);
    expect(possiblyWithin(march, day('2026-01-01'), day('2026-03-01'))).toBe(true);
    expect(possiblyWithin(march, day('2026-01-01'), day('2026-02-28'))).toBe(false);
  });

  it('does not know a time zone that does not exist', () => {
    expect(() => timeZone('Mars/Base')).toThrow(RangeError);
  });
});
