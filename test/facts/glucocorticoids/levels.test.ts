// What is the level on a day, of days that may go on after it?

import { expect, it } from 'vitest';
import { sortDays } from '../../../src/facts/glucocorticoids/days.ts';
import { levelOn } from '../../../src/facts/glucocorticoids/rules.ts';
import type { Segment } from '../../../src/facts/glucocorticoids/segments.ts';
import { defaults } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { averaged, dayed, high, low, near, pulse } from './segment.ts';

/** The level on each of some days, counted from the first day of the course. */
const levels = (segments: readonly Segment[], days: readonly number[]): readonly string[] => {
  const sorted = sortDays(segments, 'low', defaults);
  return days.map((each) => `${String(each)} ${levelOn(sorted, defaults, each)}`);
};

it.each<readonly [string, readonly Segment[], readonly string[]]>([
  [
    'a course of 200 days',
    [dayed(1, 200, high)],
    [
      '0 none',
      '83 none',
      '84 needs-investigator',
      '89 needs-investigator',
      '90 met',
      '200 met',
      '565 met',
      '566 needs-investigator',
    ],
  ],
  ['near days', [dayed(1, 200, near)], ['89 none', '90 needs-investigator', '900 needs-investigator']],
  [
    'averaged days',
    [dayed(1, 200, averaged)],
    ['83 none', '84 needs-investigator', '200 needs-investigator', '900 needs-investigator'],
  ],
  [
    'parts within a year',
    [1, 101, 201].map((from) => dayed(from, from + 29, high)),
    ['229 none', '230 needs-investigator', '366 needs-investigator', '367 none'],
  ],
  [
    'a low dose with high-dose days at its end',
    [dayed(1, 100, low), dayed(101, 150, high)],
    ['90 none', '113 none', '114 needs-investigator', '600 needs-investigator'],
  ],
  [
    'a low dose with pulses at its end',
    [dayed(1, 100, low), dayed(101, 103, pulse)],
    ['102 none', '103 needs-investigator'],
  ],
  [
    'pulses with a low dose that goes on',
    [dayed(1, 3, pulse), dayed(4, 100, low)],
    ['89 none', '90 needs-investigator'],
  ],
  [
    'a course with a break, asked in the break and after it',
    [dayed(1, 85, high), dayed(92, 100, high)],
    ['88 needs-investigator', '95 needs-investigator', '96 met', '465 met', '466 needs-investigator'],
  ],
  [
    'a course with a break, which is as recent as its last day',
    [dayed(1, 90, high), dayed(97, 99, high)],
    ['455 met', '464 met', '465 needs-investigator'],
  ],
])('%s', (_, segments, expected) => {
  expect(
    levels(
      segments,
      expected.map((each) => Number.parseInt(each, 10)),
    ),
  ).toEqual(expected);
});
