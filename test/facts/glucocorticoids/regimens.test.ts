// Which grounds hold where high-dose days make no course of their own (rules R2 and R3 of the specification, 4.7)?

import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/facts/glucocorticoids/rules.ts';
import type { Segment } from '../../../src/facts/glucocorticoids/segments.ts';
import { defaults, type Settings } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { day } from '../../builders.ts';
import { before, brief, capped, high, low, near, pulse } from './segment.ts';
import { today } from './prednisone.ts';

const ask = (segments: readonly Segment[], settings: Partial<Settings>): string =>
  brief(judge(segments, 'low', { ...defaults, ...settings }, day(today)));

/** 30 days on 1 mg/kg that begin so many days ago, with more than 7 days between. */
const thirds = (...starts: readonly number[]): readonly Segment[] =>
  starts.map((from) => before(from, from - 29, high));

describe('high-dose days that make no course', () => {
  it.each<readonly [string, readonly Segment[], Partial<Settings>, string]>([
    ['90 within a year', thirds(365, 300, 200), {}, 'needs-investigator: cumulative; 30 days 365-336'],
    ['one of 90 before the year', thirds(366, 300, 200), {}, 'none: ; 30 days 366-337'],
    [
      '90 within a year, where the site counts them',
      thirds(365, 300, 200),
      { glucocorticoidReading: 'cumulative' },
      'met: cumulative; 30 days 365-336',
    ],
    [
      '90 within a year, where the site counts regimens too',
      thirds(365, 300, 200),
      { glucocorticoidReading: 'regimen' },
      'met: cumulative; 30 days 365-336',
    ],
    [
      '89 within a year, where the site counts them',
      thirds(366, 300, 200),
      { glucocorticoidReading: 'cumulative' },
      'none: ; 30 days 366-337',
    ],
    ['90 within a year, the last today', thirds(365, 300, 29), {}, 'needs-investigator: cumulative; 30 days 365-336'],
    ['one of 90 tomorrow', thirds(365, 300, 28), {}, 'none: ; 30 days 365-336'],
    ['90 near days', [before(89, 0, near)], {}, 'needs-investigator: close; no course'],
    ['89 near days', [before(88, 0, near)], {}, 'none: ; no course'],
    ['90 near days long ago', [before(989, 900, near)], {}, 'needs-investigator: close; no course'],
    ['90 days on a full dose', [before(89, 0, capped)], {}, 'needs-investigator: close; no course'],
    [
      '13 days among 77 near ones',
      [before(89, 77, high), before(76, 0, near)],
      {},
      'needs-investigator: close; 13 days 89-77',
    ],
    [
      '90 near days, where the site counts regimens',
      [before(89, 0, near)],
      { glucocorticoidReading: 'regimen' },
      'needs-investigator: close; no course',
    ],
  ])('%s', (_, segments, settings, expected) => {
    expect(ask(segments, settings)).toBe(expected);
  });
});

describe('90 days on any dose', () => {
  it.each<readonly [string, readonly Segment[], Partial<Settings>, string]>([
    ['with 13 high-dose days', [before(89, 77, high), before(76, 0, low)], {}, 'none: ; 13 days 89-77'],
    [
      'with 14 high-dose days',
      [before(89, 76, high), before(75, 0, low)],
      {},
      'needs-investigator: regimen; 14 days 89-76',
    ],
    ['or 89, with 14 high-dose days', [before(88, 75, high), before(74, 0, low)], {}, 'none: ; 14 days 88-75'],
    [
      'with 14 high-dose days, where the site counts regimens',
      [before(89, 76, high), before(75, 0, low)],
      { glucocorticoidReading: 'regimen' },
      'met: regimen; 14 days 89-76',
    ],
    [
      'with 14 high-dose days, where the site counts only days',
      [before(89, 76, high), before(75, 0, low)],
      { glucocorticoidReading: 'cumulative' },
      'needs-investigator: regimen; 14 days 89-76',
    ],
    [
      'with 14 high-dose days that are no part of it',
      [before(130, 117, high), before(89, 0, low)],
      {},
      'none: ; 14 days 130-117',
    ],
    [
      'with 7 high-dose days at each end',
      [before(89, 83, high), before(82, 7, low), before(6, 0, high)],
      {},
      'needs-investigator: regimen; 7 days 89-83',
    ],
    ['with 2 pulses', [before(89, 88, pulse), before(87, 0, low)], {}, 'none: ; 2 days 89-88'],
    ['with 3 pulses', [before(89, 87, pulse), before(86, 0, low)], {}, 'needs-investigator: regimen; 3 days 89-87'],
    [
      'with a pulse at each end and one between',
      [before(89, 89, pulse), before(88, 50, low), before(49, 49, pulse), before(48, 1, low), before(0, 0, pulse)],
      {},
      'needs-investigator: regimen; 1 days 89-89',
    ],
    [
      'with 3 pulses that are no part of it',
      [before(103, 101, pulse), before(89, 0, low)],
      {},
      'none: ; 3 days 103-101',
    ],
    [
      'with 3 pulses, long ago',
      [before(989, 987, pulse), before(986, 900, low)],
      {},
      'needs-investigator: regimen; 3 days 989-987',
    ],
  ])('%s', (_, segments, settings, expected) => {
    expect(ask(segments, settings)).toBe(expected);
  });
});
