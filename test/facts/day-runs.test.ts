// Which days belong together, and how many are they?

import { describe, expect, it } from 'vitest';
import { countBetween, joinSpans, lastDayBy, lastOfMonths, longestRun, nth, runsOf } from '../../src/facts/day-runs.ts';
import { day } from '../builders.ts';

type Spans = readonly (readonly [number, number])[];
const spans = (pairs: Spans) => pairs.map(([from, to]) => ({ from, to }));

it.each<[string, Spans, Spans]>([
  ['nothing', [], []],
  [
    'that follow each other',
    [
      [1, 3],
      [4, 5],
    ],
    [[1, 5]],
  ],
  [
    'with a day between them',
    [
      [1, 3],
      [5, 6],
    ],
    [
      [1, 3],
      [5, 6],
    ],
  ],
  [
    'of which one lies in the other',
    [
      [1, 9],
      [2, 3],
    ],
    [[1, 9]],
  ],
  [
    'that overlap',
    [
      [1, 4],
      [3, 6],
    ],
    [[1, 6]],
  ],
  [
    'of which only the last two touch',
    [
      [1, 2],
      [4, 5],
      [7, 8],
      [9, 9],
    ],
    [
      [1, 2],
      [4, 5],
      [7, 9],
    ],
  ],
])('spans %s are joined where no day is missing', (_, given, joined) => {
  expect(joinSpans(spans(given))).toEqual(spans(joined));
});

describe('a run', () => {
  const days = spans([
    [1, 2],
    [5, 6],
    [10, 10],
  ]);

  it('bridges as many missing days as are allowed, and does not count them', () => {
    expect(runsOf(days, 2)).toEqual([
      {
        from: 1,
        to: 6,
        days: 4,
        spans: spans([
          [1, 2],
          [5, 6],
        ]),
      },
      { from: 10, to: 10, days: 1, spans: spans([[10, 10]]) },
    ]);
    expect(runsOf(days, 1).map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [5, 6],
      [10, 10],
    ]);
    expect(runsOf(days, 3)).toEqual([{ from: 1, to: 10, days: 5, spans: days }]);
    expect(runsOf([], 7)).toEqual([]);
  });

  it('is the longest by its days, not by its breaks; of two the earlier', () => {
    const longest = (pairs: Spans, gap: number) => longestRun(runsOf(spans(pairs), gap))?.from;
    expect(
      longest(
        [
          [1, 2],
          [20, 23],
          [40, 42],
        ],
        0,
      ),
    ).toBe(20);
    expect(
      longest(
        [
          [1, 3],
          [20, 22],
        ],
        0,
      ),
    ).toBe(1);
    expect(
      longest(
        [
          [1, 1],
          [5, 5],
          [20, 22],
        ],
        3,
      ),
    ).toBe(20);
    expect(longest([], 0)).toBeUndefined();
  });

  it.each([
    [25, 20],
    [20, 20],
    [19, 19],
    [15, 15],
    [14, 12],
    [12, 12],
    [10, 10],
    [9, -Infinity],
  ])('by day %d had its last day on %d', (by, last) => {
    const [run] = runsOf(
      spans([
        [10, 12],
        [15, 20],
      ]),
      2,
    );
    expect(run === undefined ? undefined : lastDayBy(run, by)).toBe(last);
  });
});

it.each([
  [1, 30, 9],
  [12, 15, 2],
  [13, 14, 0],
  [11, 11, 1],
  [16, 40, 5],
])('from day %d to day %d, %d of the days are counted', (from, to, count) => {
  expect(
    countBetween(
      spans([
        [10, 12],
        [15, 20],
      ]),
      from,
      to,
    ),
  ).toBe(count);
});

it.each<[number, number, number | undefined]>([
  [1, 0, 10],
  [3, 0, 12],
  [4, 0, 15],
  [9, 0, 20],
  [10, 0, undefined],
  [1, 1, 15],
  [6, 1, 20],
  [7, 1, undefined],
])('day number %d counted from span %d is %s', (n, first, expected) => {
  expect(
    nth(
      spans([
        [10, 12],
        [15, 20],
      ]),
      n,
      first,
    ),
  ).toBe(expected);
});

it.each([
  ['2026-02-01', 3, '2026-04-30', '2026-04-30'],
  ['2026-02-01', 3, '2026-04-29', undefined],
  ['2026-02-01', 1, '2026-02-28', '2026-02-28'],
  ['2026-02-01', 1, '2026-02-27', undefined],
  ['2026-06-15', 3, '2026-12-31', '2026-09-14'],
])('from %s %d months by %s end on %s', (from, months, by, last) => {
  expect(lastOfMonths(day(from), day(by), months)).toBe(last === undefined ? undefined : day(last));
});
