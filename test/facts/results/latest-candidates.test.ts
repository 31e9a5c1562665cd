// Which of several results may be the latest, and when does one that lies ahead begin to count?

import { expect, it } from 'vitest';
import {
  distinctTurns,
  isDated,
  possiblyLatest,
  turnsAhead,
  type Dated,
} from '../../../src/facts/results/latest-candidates.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { day, observation, recordOf, screeningOn } from '../../builders.ts';

/** The results of these days and instants, in this order; each is named by its date as written. */
const results = (dates: readonly string[], status = 'final'): readonly Dated[] =>
  dates.flatMap((date) =>
    recordOf([observation('1742-6', 50, 'U/L', date, { id: date, status })])
      .readings('ALT')
      .filter(isDated),
  );
const nameOf = ({ resource }: Dated): unknown => resource['id'];

const [at8, at9, utc2] = ['2026-05-20T08:00:00+08:00', '2026-05-20T09:00:00+08:00', '2026-05-20T02:00:00Z'];

it.each<[string, readonly string[], readonly string[]]>([
  ['none of none', [], []],
  ['an only one', ['2026-05'], ['2026-05']],
  ['the later day', ['2026-05-10', '2026-05-20'], ['2026-05-20']],
  ['the later day, whatever the order', ['2026-05-20', '2026-05-10'], ['2026-05-20']],
  ['all of one day, in their order', ['2026-05-20', '2026-05-10', '2026-05-20'], ['2026-05-20', '2026-05-20']],
  ['the later instant of one day', [at9, at8], [at9]],
  ['the later instant in another zone', [at9, utc2, at8], [utc2]],
  ['all of one instant', [at9, at9], [at9, at9]],
  ['an instant and a day without one', [at9, '2026-05-20'], [at9, '2026-05-20']],
  ['a day without an instant beside the later of two', [at8, '2026-05-20', at9], ['2026-05-20', at9]],
  ['a month and the later day in it', ['2026-05', '2026-05-10', '2026-05-20'], ['2026-05', '2026-05-20']],
  ['a month and its last day', ['2026-05', '2026-05-31'], ['2026-05', '2026-05-31']],
  ['the first day after a month', ['2026-05', '2026-06-01'], ['2026-06-01']],
  ['two months that overlap with a year', ['2026-04', '2026', '2026-05'], ['2026', '2026-05']],
])('possibly the latest is %s', (_, dates, latest) => {
  expect(possiblyLatest(results(dates)).map(nameOf)).toEqual(latest);
});

it.each<[string, string, readonly string[]]>([
  ['2026-06-01', 'final', []],
  ['2026-06-02', 'final', ['2026-06-02']],
  ['2026-06-02', 'preliminary', []],
  ['2026-06', 'final', ['2026-06-30']],
  ['2026-07', 'final', ['2026-07-01', '2026-07-31']],
  ['2026-05', 'final', []],
])('on 1 June a result of %s that is %s begins to count on %j', (date, status, days) => {
  const turns = results([date], status).flatMap((each) => turnsAhead(each, screeningOn('2026-06-01')));
  expect(turns.map(({ on }) => isoDay(on))).toEqual(days);
});

it('names each day once, in the order in which they come', () => {
  const [first, second] = [day('2026-06-02'), day('2026-06-01')];
  expect(distinctTurns([first, second, first, second, second])).toEqual([{ on: first }, { on: second }]);
});
