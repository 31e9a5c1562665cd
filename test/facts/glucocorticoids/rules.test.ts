// Which grounds hold, and which course is spoken of, where high-dose days follow each other (rule R1 of the specification, 4.7)?

import { describe, expect, it, test } from 'vitest';
import { judge } from '../../../src/facts/glucocorticoids/rules.ts';
import type { Segment } from '../../../src/facts/glucocorticoids/segments.ts';
import { defaults } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { day } from '../../builders.ts';
import { averaged, before, brief, high, low } from './segment.ts';
import { today } from './prednisone.ts';

const now = day(today);
const ask = (segments: readonly Segment[]): string => brief(judge(segments, 'low', defaults, now));

/** A course on 1 mg/kg, ended so many days ago. */
const course = (days: number, ended = 0): Segment => before(ended + days - 1, ended, high);
const averagedCourse = (days: number): Segment => before(days - 1, 0, averaged);

describe('a course of high-dose days', () => {
  it.each<readonly [string, readonly Segment[], string]>([
    ['no day at all', [], 'none: ; no course'],
    ['no high-dose day', [before(99, 0, low)], 'none: ; no course'],
    ['83 days', [course(83)], 'none: ; 83 days 82-0'],
    ['84 days', [course(84)], 'needs-investigator: near-threshold; 84 days 83-0'],
    ['89 days', [course(89)], 'needs-investigator: near-threshold; 89 days 88-0'],
    ['90 days', [course(90)], 'met: course cumulative close regimen; 90 days 89-0'],
    ['84 days, ended 365 days ago', [course(84, 365)], 'needs-investigator: near-threshold; 84 days 448-365'],
    ['84 days, ended 366 days ago', [course(84, 366)], 'none: ; 84 days 449-366'],
    ['90 days, ended 365 days ago', [course(90, 365)], 'met: course close regimen; 90 days 454-365'],
    ['90 days, ended 366 days ago', [course(90, 366)], 'needs-investigator: old-course close regimen; 90 days 455-366'],
    [
      '90 days twice, ended 600 and 400 days ago',
      [course(91, 600), course(90, 400)],
      'needs-investigator: old-course close regimen; 90 days 489-400',
    ],
    [
      '90 days twice, ended 600 and 100 days ago',
      [course(100, 600), course(90, 100)],
      'met: course cumulative close regimen; 90 days 189-100',
    ],
    [
      '90 days, then 20, of which the longer are spoken of',
      [course(90, 100), course(20, 10)],
      'met: course cumulative close regimen; 90 days 189-100',
    ],
    ['84 days, then 20', [course(84, 300), course(20, 10)], 'needs-investigator: near-threshold; 84 days 383-300'],
    [
      '85 days and 84 days within a year, of which the later are spoken of',
      [course(85, 281), course(84, 100)],
      'needs-investigator: near-threshold cumulative; 84 days 183-100',
    ],
    ['40 days, then 30', [course(40, 300), course(30, 10)], 'none: ; 40 days 339-300'],
    ['30 days twice, of which the earlier are spoken of', [course(30, 300), course(30, 10)], 'none: ; 30 days 329-300'],
    [
      '90 days long ago, and 84 days to the screening',
      [course(90, 500), course(84)],
      'needs-investigator: old-course near-threshold close regimen; 90 days 589-500',
    ],
    [
      'of 89 days with three full months, long ago',
      [before(485, 397, high)],
      'needs-investigator: old-course close regimen; 89 days 485-397',
    ],
  ])('%s', (_, segments, expected) => {
    expect(ask(segments)).toBe(expected);
  });
});

describe('days that are high only by averaging', () => {
  it.each<readonly [string, readonly Segment[], string]>([
    ['89 of them', [averagedCourse(89)], 'needs-investigator: near-threshold; 89 days 88-0'],
    ['90 of them', [averagedCourse(90)], 'needs-investigator: averaged cumulative close regimen; 90 days 89-0'],
    [
      '90 of them ended long ago',
      [before(589, 500, averaged)],
      'needs-investigator: averaged close regimen; 90 days 589-500',
    ],
    [
      '30 of them after 60 that need none',
      [before(89, 30, high), before(29, 0, averaged)],
      'needs-investigator: averaged cumulative close regimen; 90 days 89-0',
    ],
    [
      '30 of them after 90 that need none',
      [before(119, 30, high), before(29, 0, averaged)],
      'met: course cumulative close regimen; 90 days 119-30',
    ],
    [
      '90 of them after an old course that needs none',
      [course(95, 500), averagedCourse(90)],
      'needs-investigator: old-course cumulative close regimen; 95 days 594-500',
    ],
    [
      '90 of them twice, of which the later are spoken of',
      [before(591, 500, averaged), averagedCourse(90)],
      'needs-investigator: averaged cumulative close regimen; 90 days 89-0',
    ],
  ])('%s', (_, segments, expected) => {
    expect(ask(segments)).toBe(expected);
  });
});

test('each reading is judged by its own doses, and shows its own days', () => {
  const between = [before(89, 0, { mg: { low: 20, high: 40 }, perKg: { low: 0.5, high: 1 } })];
  const [least, most] = [judge(between, 'low', defaults, now), judge(between, 'high', defaults, now)];
  expect([brief(least), brief(most)]).toEqual([
    'none: ; no course',
    'met: course cumulative close regimen; 90 days 89-0',
  ]);
  const spans = [{ from: now - 89, to: now }];
  expect([least.sets.any, least.sets.high, most.sets.high]).toEqual([spans, [], spans]);
  expect([least.runs, most.runs.map(({ from, to, days }) => ({ from, to, days }))]).toEqual([
    [],
    [{ from: now - 89, to: now, days: 90 }],
  ]);
});
