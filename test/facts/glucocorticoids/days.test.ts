// Which days are high, near, capped or a pulse, and when are the courses that they make long enough?

import { describe, expect, it, test } from 'vitest';
import { daySets, sortDays, type DaySets, type DoseEnd } from '../../../src/facts/glucocorticoids/days.ts';
import type { Segment } from '../../../src/facts/glucocorticoids/segments.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { defaults, type Settings } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { day } from '../../builders.ts';
import { averaged, capped, dayed, high, low, near, pulse, type Amount } from './segment.ts';

const names = ['any', 'high', 'plain', 'near', 'capped', 'close', 'pulse'] as const;

/** The sets that hold the only day of a dose. */
const setsOf = (amount: Amount, reading: DoseEnd, settings: Partial<Settings> = {}): string => {
  const sets = daySets([dayed(1, 1, amount)], reading, { ...defaults, ...settings });
  return names.filter((name) => sets[name].length > 0).join(' ');
};

describe('a day on one known dose', () => {
  it.each<readonly [string, Amount, string]>([
    ['nothing', { mg: 0, perKg: 0 }, ''],
    ['more than nothing', { mg: 0.1, perKg: 0.01 }, 'any'],
    ['exactly 1 mg/kg', high, 'any high plain close'],
    ['1 mg/kg but for the last digits of a conversion', { mg: 40, perKg: 1 - 5e-10 }, 'any high plain close'],
    ['a millionth below 1 mg/kg', { mg: 40, perKg: 0.999_999 }, 'any near close'],
    ['exactly 0.95 mg/kg', near, 'any near close'],
    ['a millionth below 0.95 mg/kg', { mg: 38, perKg: 0.949_999 }, 'any'],
    ['1 mg/kg by averaging alone', averaged, 'any high close'],
    ['60 mg below 0.95 mg/kg', capped, 'any capped close'],
    ['59.99 mg below 0.95 mg/kg', { mg: 59.99, perKg: 0.73 }, 'any'],
    ['60 mg at 0.97 mg/kg', { mg: 60, perKg: 0.97 }, 'any near capped close'],
    ['60 mg at 1 mg/kg', { mg: 60, perKg: 1 }, 'any high plain close'],
    ['249.99 mg', { mg: 249.99, perKg: 6 }, 'any high plain close'],
    ['exactly 250 mg', pulse, 'any high plain close pulse'],
  ])('%s', (_, amount, expected) => {
    expect(setsOf(amount, 'low')).toBe(expected);
    expect(setsOf(amount, 'high')).toBe(expected);
  });
});

it.each<readonly [string, Amount, string, string]>([
  ['from low to high', { mg: { low: 20, high: 40 }, perKg: { low: 0.5, high: 1 } }, 'any', 'any high plain close'],
  ['from nothing to high', { mg: { low: 0, high: 40 }, perKg: { low: 0, high: 1 } }, '', 'any high plain close'],
  [
    'unreadable, more than nothing',
    {
      mg: { low: 0, high: Infinity, lowOpen: true },
      perKg: { low: 0, high: Infinity, lowOpen: true },
    },
    'any',
    'any high plain close pulse',
  ],
  [
    'high, perhaps without averaging',
    { ...high, plain: { low: 0, high: 1 } },
    'any high close',
    'any high plain close',
  ],
])('a dose %s is read at both ends', (_, amount, least, most) => {
  expect([setsOf(amount, 'low'), setsOf(amount, 'high')]).toEqual([least, most]);
});

it('takes the dose from the settings, and what is near from the dose', () => {
  const settings = { highDoseMgPerKgPerDay: 2 };
  const of = (perKg: number): string => setsOf({ mg: 20, perKg }, 'low', settings);
  expect([of(1.899), of(1.9), of(1.999), of(2)]).toEqual([
    'any',
    'any near close',
    'any near close',
    'any high plain close',
  ]);
});

const spansOf = (sets: DaySets): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.map((name) => [name, sets[name].map(({ from, to }) => `${String(from)}-${String(to)}`).join()]),
  );

test('days of many doses are joined where they follow each other, in each set for itself', () => {
  const segments = [
    dayed(1, 4, high),
    dayed(5, 6, near),
    dayed(7, 7, capped),
    dayed(8, 9, low),
    dayed(10, 12, averaged),
    dayed(13, 13, pulse),
    dayed(15, 15, pulse),
  ];
  expect(spansOf(daySets(segments, 'low', defaults))).toEqual({
    any: '1-13,15-15',
    high: '1-4,10-13,15-15',
    plain: '1-4,13-13,15-15',
    near: '5-6',
    capped: '7-7',
    close: '1-7,10-13,15-15',
    pulse: '13-13,15-15',
  });
});

test('sets that cannot differ are one, and so are their courses', () => {
  const alike = sortDays([dayed(1, 9, high), dayed(10, 12, low)], 'low', defaults);
  expect([alike.sets.plain, alike.sets.close]).toEqual([alike.sets.high, alike.sets.high]);
  expect(alike.sets.plain).toBe(alike.sets.high);
  expect(alike.sets.close).toBe(alike.sets.high);
  expect(alike.runs.plain).toBe(alike.runs.high);
  expect(alike.runs.close).toBe(alike.runs.high);
  const nearBeside = sortDays([dayed(1, 9, high), dayed(10, 12, near)], 'low', defaults);
  expect(nearBeside.runs.close).not.toEqual(nearBeside.runs.high);
});

/** Of each course of high-dose days: its ends, its days, and the first days on which it is nearly and fully long. */
const coursesOf = (segments: readonly Segment[], settings: Partial<Settings> = {}): readonly string[] =>
  sortDays(segments, 'low', { ...defaults, ...settings }).runs.high.map(
    ({ from, to, days, spans, nearFrom, longFrom }) =>
      [
        `${isoDay(from)} to ${isoDay(to)}`,
        `${String(days)} in ${String(spans.length)}`,
        nearFrom === undefined ? '-' : isoDay(nearFrom),
        longFrom === undefined ? '-' : isoDay(longFrom),
      ].join(', '),
  );
const from = (start: string, days: number): Segment => dayed(day(start), day(start) + days - 1, high);

describe('a course of high-dose days', () => {
  it.each<readonly [string, readonly Segment[], readonly string[]]>([
    ['of 83 days is not even nearly long', [from('2026-03-01', 83)], ['2026-03-01 to 2026-05-22, 83 in 1, -, -']],
    [
      'of 84 days is nearly long on its last',
      [from('2026-03-01', 84)],
      ['2026-03-01 to 2026-05-23, 84 in 1, 2026-05-23, -'],
    ],
    ['of 89 days is not long', [from('2026-03-01', 89)], ['2026-03-01 to 2026-05-28, 89 in 1, 2026-05-23, -']],
    [
      'of 90 days is long on its last',
      [from('2026-03-01', 90)],
      ['2026-03-01 to 2026-05-29, 90 in 1, 2026-05-23, 2026-05-29'],
    ],
    [
      'of 200 days is long on its 90th',
      [from('2026-03-01', 200)],
      ['2026-03-01 to 2026-09-16, 200 in 1, 2026-05-23, 2026-05-29'],
    ],
    [
      'of three calendar months with 89 days is long on the 89th',
      [from('2026-02-01', 89)],
      ['2026-02-01 to 2026-04-30, 89 in 1, 2026-04-25, 2026-04-30'],
    ],
    [
      'of three calendar months and more is long when the months are full',
      [from('2026-02-01', 150)],
      ['2026-02-01 to 2026-06-30, 150 in 1, 2026-04-25, 2026-04-30'],
    ],
    [
      'of three calendar months with a break is counted by its days',
      [from('2026-02-01', 40), from('2026-03-14', 49)],
      ['2026-02-01 to 2026-05-01, 89 in 2, 2026-04-26, -'],
    ],
    [
      'with unbroken months after a break is long by its days, if these come first',
      [from('2026-01-25', 5), from('2026-02-01', 89)],
      ['2026-01-25 to 2026-04-30, 94 in 2, 2026-04-20, 2026-04-26'],
    ],
    [
      'goes on over a break of 7 days',
      [from('2026-01-01', 45), from('2026-02-22', 45)],
      ['2026-01-01 to 2026-04-07, 90 in 2, 2026-04-01, 2026-04-07'],
    ],
    [
      'does not go on over a break of 8 days',
      [from('2026-01-01', 45), from('2026-02-23', 45)],
      ['2026-01-01 to 2026-02-14, 45 in 1, -, -', '2026-02-23 to 2026-04-08, 45 in 1, -, -'],
    ],
  ])('%s', (_, segments, expected) => {
    expect(coursesOf(segments)).toEqual(expected);
  });

  it('is measured by the settings', () => {
    const settings = { highDoseDays: 40, highDoseNearDays: 35, highDoseMonths: 1, highDoseGapDays: 0 };
    expect(coursesOf([from('2026-04-01', 29), from('2026-05-01', 35)], settings)).toEqual([
      '2026-04-01 to 2026-04-29, 29 in 1, -, -',
      '2026-05-01 to 2026-06-04, 35 in 1, 2026-06-04, 2026-05-31',
    ]);
  });
});

test('each kind of days has courses of its own', () => {
  const segments = [dayed(1, 10, low), dayed(11, 40, averaged), dayed(41, 60, near), dayed(61, 90, high)];
  const { runs } = sortDays(segments, 'low', defaults);
  const brief = (kind: keyof typeof runs): string =>
    runs[kind].map(({ from, to, days }) => `${String(from)}-${String(to)}: ${String(days)}`).join();
  expect([brief('any'), brief('high'), brief('plain'), brief('close')]).toEqual([
    '1-90: 90',
    '11-40: 30,61-90: 30',
    '61-90: 30',
    '11-90: 80',
  ]);
});
