// On which days does a dose fall, how much is it, and what is open where a first or last day is?

import { describe, expect, it } from 'vitest';
import { onDays, type DoseStep } from '../../../src/facts/drugs/dose-days.ts';
import type { DosageStep } from '../../../src/fhir/dosage/dosage.ts';
import type { Dose } from '../../../src/fhir/dosage/dose.ts';
import type { Schedule } from '../../../src/fhir/dosage/dosage-schedule.ts';
import { isoDay, type DayRange } from '../../../src/logic/calendar.ts';
import { exactly } from '../../../src/logic/interval.ts';
import { day } from '../../builders.ts';
import { dosageStep } from './dosage-step.ts';

const between = (from: string, to = from): DayRange => ({ from: day(from), to: day(to) });
const first = between('2026-01-01');
const last = between('2026-01-15');
const written = ({ from, to }: DayRange): string => (from === to ? isoDay(from) : `${isoDay(from)}~${isoDay(to)}`);
/** "2026-01-01 .. 2026-01-15: 40", with "~" where an end or the mg are a range. */
const brief = ({ from, to, dose }: DoseStep): string => {
  const [low, high] = [dose?.milligrams.low, dose?.milligrams.high];
  return `${written(from)} .. ${written(to)}: ${low === high ? String(low ?? '?') : `${String(low)}~${String(high)}`}`;
};
const briefs = (step: DosageStep, from = first, to = last): readonly string[] => onDays(step, from, to).map(brief);
const forty: Dose = { every: 'dose', milligrams: exactly(40) };
const fortyADay: Dose = { every: 'day', milligrams: exactly(40) };
const fortyAnHour: Dose = { every: 'hour', milligrams: exactly(40) };
const spread: Schedule = { kind: 'spread', perDay: { low: 2, high: 3 }, averaged: false };
const mondays: Schedule = { kind: 'weekdays', weekdays: [1], times: 1 };
const weekly: Schedule = { kind: 'cycle', days: 7, times: 1 };

it.each<[string, Partial<DosageStep>, string]>([
  ['a dose of each administration', { dose: forty, schedule: spread }, '80~120'],
  ['a dose of a whole day', { dose: fortyADay, schedule: spread }, '40'],
  ['a dose of a whole day without a rhythm', { dose: fortyADay }, '40'],
  ['a dose without a rhythm', { dose: forty }, '?'],
  ['a rhythm without a dose', { schedule: spread }, '?'],
  ['a rate for two hours', { dose: fortyAnHour, schedule: spread, hours: 2 }, '160~240'],
  ['a rate for nobody knows how long', { dose: fortyAnHour, schedule: spread }, '?'],
])('%s is the same on every day', (_, step, milligrams) => {
  expect(briefs(dosageStep(step))).toEqual([`2026-01-01 .. 2026-01-15: ${milligrams}`]);
});

it('a dose of a whole day is averaged only where it is given on fewer than all days', () => {
  const every: Schedule = { kind: 'spread', perDay: exactly(0.5), averaged: true };
  const doses = (schedule: Schedule | undefined) =>
    onDays(dosageStep({ dose: fortyADay, schedule }), first, last).map(({ dose }) => dose);
  expect(doses(every)).toEqual([{ milligrams: exactly(40), averaged: true }]);
  expect(doses(undefined)).toEqual([{ milligrams: exactly(40), averaged: false }]);
});

it('a dose keeps what it is per, its ceiling, its times and where it was read', () => {
  const averaged: Schedule = { kind: 'spread', perDay: exactly(0.5), averaged: true };
  const dose: Dose = { ...forty, per: 'kilogram', most: exactly(60) };
  const marks = { timesOfDay: ['MORN'], fromText: true };
  expect(onDays(dosageStep({ dose, schedule: averaged, ...marks }), first, last)).toStrictEqual([
    {
      from: first,
      to: last,
      dose: { milligrams: exactly(20), averaged: true, per: 'kilogram', most: exactly(60) },
      ...marks,
    },
  ]);
  expect(onDays(dosageStep({ dose: forty, schedule: spread }), first, last)).toStrictEqual([
    {
      from: first,
      to: last,
      dose: { milligrams: { low: 80, high: 120 }, averaged: false },
      timesOfDay: [],
      fromText: false,
    },
  ]);
});

describe('a dose that is not given daily', () => {
  const dates: Schedule = {
    kind: 'dates',
    dates: ['2025-12-31', '2026-01-01', '2026-01-08', '2026-01-15', '2026-01-16'].map((each) => between(each)),
  };

  it.each<[string, Schedule, readonly string[]]>([
    ['once', { kind: 'once' }, ['01']],
    ['on the dates within its days', dates, ['01', '08', '15']],
    ['on Mondays', mondays, ['05', '12']],
    ['on Thursdays and Sundays', { kind: 'weekdays', weekdays: [4, 7], times: 1 }, ['01', '04', '08', '11', '15']],
    ['every week', weekly, ['01', '08', '15']],
    ['twice in a week', { kind: 'cycle', days: 7, times: 2 }, ['01', '04', '08', '11', '15']],
    ['every 15 days', { kind: 'cycle', days: 15, times: 1 }, ['01']],
  ])('falls %s', (_, schedule, days) => {
    const expected = days.map((each) => `2026-01-${each} .. 2026-01-${each}: 40`);
    expect(briefs(dosageStep({ dose: forty, schedule }))).toEqual(expected);
    expect(briefs(dosageStep({ dose: fortyADay, schedule }))).toEqual(expected);
  });

  it('falls on a weekday as often as it says, before 1970 too', () => {
    const twice = dosageStep({ dose: forty, schedule: { ...mondays, times: 2 } });
    expect(briefs(twice, between('1969-12-20'), between('1970-01-05'))).toEqual([
      '1969-12-22 .. 1969-12-22: 80',
      '1969-12-29 .. 1969-12-29: 80',
      '1970-01-05 .. 1970-01-05: 80',
    ]);
  });

  it('that may be one or two on a weekday is a range', () => {
    expect(briefs(dosageStep({ dose: forty, schedule: { ...mondays, most: 2 } }))).toEqual([
      '2026-01-05 .. 2026-01-05: 40~80',
      '2026-01-12 .. 2026-01-12: 40~80',
    ]);
  });

  it('once or twice a week falls once for sure, and perhaps between', () => {
    const maybe = (date: number): string =>
      `2026-01-0${String(date)}~2026-01-0${String(date + 1)} .. 2026-01-0${String(date)}: 40`;
    expect(briefs(dosageStep({ dose: forty, schedule: { ...weekly, most: 2 } }), first, between('2026-01-08'))).toEqual(
      ['2026-01-01 .. 2026-01-01: 40', '2026-01-08 .. 2026-01-08: 40', maybe(4)],
    );
  });

  it('is not multiplied where it is the dose of a whole day', () => {
    const twice = dosageStep({ dose: fortyADay, schedule: { ...mondays, times: 2 } });
    expect(briefs(twice)).toEqual(['2026-01-05 .. 2026-01-05: 40', '2026-01-12 .. 2026-01-12: 40']);
  });

  it('once, on a day that is open, falls on one of these', () => {
    const open = between('2026-01-01', '2026-01-31');
    expect(briefs(dosageStep({ dose: forty, schedule: { kind: 'once' } }), open)).toEqual([
      '2026-01-01~2026-01-31 .. 2026-01-01~2026-01-31: 40',
    ]);
  });

  it('has no day where the end is before the start', () => {
    expect(briefs(dosageStep({ dose: forty, schedule: weekly }), last, first)).toEqual([]);
  });
});

describe('where the first or last day is open', () => {
  it.each([
    // From Monday 5 January at the earliest: it is certain only from the latest first day on, to the earliest last day.
    ['2026-01-05', '2026-01-05', '2026-01-12', '2026-01-12', ['2026-01-05 ..', '2026-01-12 ..']],
    ['2026-01-05', '2026-01-06', '2026-01-12', '2026-01-12', ['2026-01-05~2026-01-06 ..', '2026-01-12 ..']],
    ['2026-01-05', '2026-01-05', '2026-01-11', '2026-01-12', ['2026-01-05 ..', '2026-01-12~2026-01-13 ..']],
  ])('from %s~%s to %s~%s a weekday is certain or only possible', (from, latest, earliest, to, starts) => {
    const found = briefs(dosageStep({ dose: forty, schedule: mondays }), between(from, latest), between(earliest, to));
    expect(found).toEqual(starts.map((start) => `${start} ${start.slice(0, 10)}: 40`));
  });

  it('a weekly dose beyond the earliest last day is only possible', () => {
    expect(briefs(dosageStep({ dose: forty, schedule: weekly }), first, between('2026-01-08', '2026-01-15'))).toEqual([
      '2026-01-01 .. 2026-01-01: 40',
      '2026-01-08 .. 2026-01-08: 40',
      '2026-01-15~2026-01-16 .. 2026-01-15: 40',
    ]);
  });

  it('a weekly dose moves with its first day', () => {
    const [from, to] = [between('2026-01-01', '2026-01-03'), between('2026-01-08', '2026-01-10')];
    expect(briefs(dosageStep({ dose: forty, schedule: weekly }), from, to)).toEqual([
      '2026-01-01~2026-01-03 .. 2026-01-01~2026-01-03: 40',
      '2026-01-08~2026-01-10 .. 2026-01-08~2026-01-10: 40',
    ]);
  });
});
