// On which days does the calendar alone change the answer about glucocorticoids, and on which may the record turn out otherwise?

import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/facts/glucocorticoids/segments.ts';
import { glucocorticoidTurns, horizonDays } from '../../../src/facts/glucocorticoids/turns.ts';
import { say } from '../../../src/logic/message.ts';
import { defaults } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { day } from '../../builders.ts';
import { piece } from './piece.ts';
import { averaged, before, high, low, near, pulse } from './segment.ts';
import { today } from './prednisone.ts';

const now = day(today);
const continued = say('glucocorticoid.if-continued');

/** Days after the screening, with a question mark where the treatment must go on as planned. */
const turns = (...plans: readonly (readonly Segment[])[]): readonly string[] =>
  glucocorticoidTurns(plans, defaults, now).map((turn) => {
    if (turn.if !== undefined) expect(turn.if).toEqual(continued);
    return `${String(turn.on - now)}${turn.if === undefined ? '' : '?'}`;
  });

/** Up to the last day that is looked at. */
const open = -horizonDays;
const between = { mg: { low: 20, high: 40 }, perKg: { low: 0.5, high: 1 } };

it.each<readonly [string, readonly Segment[], readonly string[]]>([
  ['nothing', [], []],
  ['a low dose that goes on', [before(49, open, low)], []],
  ['50 days that go on', [before(49, open, high)], ['34?']],
  ['84 days that go on', [before(83, open, high)], ['6?']],
  ['50 days that end one day before they are nearly enough', [before(49, -33, high)], []],
  ['50 days that end on the day on which they are nearly enough', [before(49, -34, high)], ['34?']],
  ['90 days that go on', [before(89, open, high)], []],
  ['what begins tomorrow', [before(-1, open, high)], ['84?']],
  ['what ended 10 days ago and was enough', [before(109, 10, high)], ['356']],
  ['what ended today and was enough', [before(109, 0, high)], ['366']],
  ['what ended 365 days ago and was enough', [before(464, 365, high)], ['1']],
  ['what ended 366 days ago and was enough', [before(465, 366, high)], []],
  ['what was enough and ends one day before the last that is looked at', [before(89, open + 1, high)], ['765']],
  ['what was nearly enough and ended 10 days ago', [before(93, 10, high)], ['356']],
  ['what was enough by averaging and ended 10 days ago', [before(109, 10, averaged)], []],
  ['84 days that go on, high by averaging alone', [before(83, open, averaged)], []],
  ['what was enough and goes on by averaging alone', [before(109, 10, high), before(9, open, averaged)], ['356']],
  ['near days that go on', [before(49, open, near)], ['40?']],
  [
    'the day between two courses, of which the earlier was enough',
    [before(199, 100, high), before(20, 19, high)],
    ['266'],
  ],
  [
    'a course that was enough and ended, and another that has begun',
    [before(464, 365, high), before(9, open, high)],
    ['1'],
  ],
  ['a course that ended, and goes on after a break', [before(109, 10, high), before(3, open, high)], []],
])('%s', (_, segments, expected) => {
  expect(turns(segments)).toEqual(expected);
});

const parts = (length: number, ...starts: readonly number[]): readonly Segment[] =>
  starts.map((from) => before(from, from - length + 1, high));

describe('days within a year that are counted together', () => {
  it.each<readonly [string, readonly Segment[], readonly string[]]>([
    ['90 in three parts are fewer when the first is a year old', parts(30, 200, 150, 100), ['166']],
    ['120 in four parts are fewer than 90 when the second is', parts(30, 300, 200, 150, 100), ['166']],
    ['120 in three parts are fewer than 90 when ten are left of the first', parts(40, 200, 150, 100), ['196']],
    [
      '60 in two parts and a third that goes on are enough on its 30th day',
      [...parts(30, 200, 150), before(9, open, high)],
      ['20?'],
    ],
    [
      '60 in two parts of which one leaves before a third is long enough',
      [...parts(30, 360, 150), before(9, open, high)],
      ['50?'],
    ],
    ['89 in three parts are too few', [...parts(30, 200, 150), ...parts(29, 100)], []],
    [
      '90 in three parts, and a fourth that begins too late',
      [...parts(30, 300, 200, 150), before(-300, -329, high)],
      ['66'],
    ],
    ['90 of which the first leave tomorrow', parts(30, 365, 250, 100), ['1']],
    ['90 of which the first left today', parts(30, 366, 250, 100), []],
  ])('%s', (_, segments, expected) => {
    expect(turns(segments)).toEqual(expected);
  });
});

it('where the site counts the days of a year, averaged days too are fewer when the first is a year old', () => {
  const settings = { ...defaults, glucocorticoidReading: 'cumulative' } as const;
  const averagedDays = [before(99, 10, averaged)];
  expect(glucocorticoidTurns([averagedDays], settings, now)).toEqual([{ on: now + 267 }]);
  expect(turns(averagedDays)).toEqual([]);
});

describe('a regimen', () => {
  it.each<readonly [string, readonly Segment[], readonly string[]]>([
    ['of 14 high-dose days and a low dose that goes on', [before(63, 50, high), before(49, open, low)], ['26?']],
    [
      'of a low dose and 13 high-dose days to come',
      [before(99, -1, low), before(-2, -14, high), before(-15, open, low)],
      [],
    ],
    [
      'of a low dose and 14 high-dose days to come',
      [before(99, -1, low), before(-2, -15, high), before(-16, open, low)],
      ['15?'],
    ],
    [
      'of a low dose and 14 high-dose days in parts',
      [before(99, 81, low), before(80, 74, high), before(73, -1, low), before(-2, -8, high), before(-9, open, low)],
      ['8?'],
    ],
    [
      'of a low dose and three pulses to come',
      [before(99, -1, low), before(-2, -4, pulse), before(-5, open, low)],
      ['4?'],
    ],
    [
      'of a low dose, two pulses before it that do not count, and three in it',
      [
        before(199, 198, pulse),
        before(99, 51, low),
        before(50, 49, pulse),
        before(48, -1, low),
        before(-2, -2, pulse),
        before(-3, open, low),
      ],
      ['2?'],
    ],
    ['of 90 days that has been reached', [before(99, 86, high), before(85, open, low)], []],
  ])('%s', (_, segments, expected) => {
    expect(turns(segments)).toEqual(expected);
  });
});

describe('several plans', () => {
  it('are looked at by their least and by their most, and the first day of all counts', () => {
    expect(turns([before(49, open, between)])).toEqual(['34?']);
    expect(turns([before(49, open, between), before(-200, -210, low)])).toEqual(['34?']);
    expect(turns([before(49, open, low)], [before(59, open, high)], [before(49, open, high)])).toEqual(['24?']);
    expect(turns([before(49, open, high)], [before(109, 10, high)])).toEqual(['34?']);
    expect(turns([before(49, open, high)], [before(459, 360, high)])).toEqual(['6']);
  });

  it('of which one says so for certain need not go on', () => {
    expect(turns([before(49, open, high)], [before(431, 332, high)])).toEqual(['34']);
  });
});

describe('a dose that may not have been taken', () => {
  const of = (from: number, to: number, sure: boolean): Segment => ({
    ...before(from, to, low),
    pieces: [piece('a', from, to, 20, { sure: true }), piece('b', from, to, 20, { sure })],
  });

  it.each<readonly [string, readonly Segment[], readonly string[]]>([
    ['and began before', [of(9, -20, false)], ['21?']],
    ['and lies ahead', [of(-5, -20, false)], ['5?', '21?']],
    ['and ended yesterday', [of(9, 1, false)], []],
    ['and ends today', [of(9, 0, false)], ['1?']],
    ['and begins today', [of(0, -3, false)], ['4?']],
    ['and goes on', [of(9, open, false)], []],
    ['and ends the day before the last that is looked at', [of(9, open + 1, false)], ['400?']],
    ['and begins on the last day that is looked at', [of(open, open, false)], ['400?']],
    ['and begins after it', [of(open - 1, open - 1, false)], []],
    ['beside one that was', [of(9, -20, true)], []],
    ['in two stretches that follow each other', [of(9, -4, false), of(-5, -20, false)], ['5?', '21?']],
  ])('%s', (_, segments, expected) => {
    expect(turns(segments)).toEqual(expected);
  });

  it('is named once, however many plans hold it', () => {
    expect(turns([of(9, -20, false)], [of(9, -20, false), of(-30, -40, false)])).toEqual(['21?', '30?', '41?']);
  });
});
