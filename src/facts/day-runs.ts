// How many days does a set of days hold, and in which runs do they follow each other?

import { addMonths, type Day, type DayRange } from '../logic/calendar.ts';

/** A set of days as spans in ascending order that do not touch each other. */
export type Days = readonly DayRange[];

/** A run: spans with breaks no longer than allowed. `days` counts its members, not the breaks. */
export type Run = { readonly from: Day; readonly to: Day; readonly days: number; readonly spans: Days };

/** Joins spans that follow each other without a break; they must come in ascending order. */
export function joinSpans(spans: Iterable<DayRange>): Days {
  const joined: Mutable<DayRange>[] = [];
  for (const span of spans) appendSpan(joined, span);
  return joined;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Adds a span, which must not begin before those that are there, to days that are being put together. */
export function appendSpan(joined: Mutable<DayRange>[], { from, to }: DayRange): void {
  const before = joined.at(-1);
  if (before !== undefined && from <= before.to + 1) before.to = Math.max(before.to, to);
  else joined.push({ from, to });
}

/** Spans joined to runs while the number of missing days between two of them is at most `gap`. */
export function runsOf(days: Days, gap: number): readonly Run[] {
  const runs: Run[] = [];
  let first = 0;
  for (let next = 1; next <= days.length; next += 1) {
    const [from, to] = [days[first]?.from, days[next - 1]?.to];
    const after = days[next];
    if (from === undefined || to === undefined || (after !== undefined && after.from - to - 1 <= gap)) continue;
    const spans = first === 0 && after === undefined ? days : days.slice(first, next);
    runs.push({ from, to, days: countOf(spans), spans });
    first = next;
  }
  return runs;
}

/** The run with the most days; the earliest of several. */
export function longestRun(runs: readonly Run[]): Run | undefined {
  let best: Run | undefined;
  for (const run of runs) if (best === undefined || run.days > best.days) best = run;
  return best;
}

/** The last day of a run on or before a day; -Infinity if the run begins after it. */
export function lastDayBy({ spans, to }: Run, last: Day): Day {
  if (to <= last) return to;
  const span = spans.findLast(({ from }) => from <= last);
  return span === undefined ? -Infinity : Math.min(span.to, last);
}

/** How many of the days lie between two days, both inclusive. */
export function countBetween(days: Days, from: Day, to: Day): number {
  let count = 0;
  for (const span of days) count += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from) + 1);
  return count;
}

/** How many days a set holds. */
export const countOf = (days: Days): number => countBetween(days, -Infinity, Infinity);

/** The day that is the n-th of a set, counted from the start of its first span or of a later one. */
export function nth(days: Days, n: number, first = 0): Day | undefined {
  let left = n;
  for (let index = first; index < days.length; index += 1) {
    const span = days[index];
    if (span === undefined) break;
    const length = span.to - span.from + 1;
    if (length >= left) return span.from + left - 1;
    left -= length;
  }
  return undefined;
}

/** No calendar month is shorter: what is too short for so many of these needs no calendar. */
const shortestMonthDays = 28;

/** The last day of so many calendar months from a day on, if they end by another: from 1 February three end on 30 April. */
export function lastOfMonths(from: Day, by: Day, months: number): Day | undefined {
  if (by + 1 - from < months * shortestMonthDays) return undefined;
  const last = addMonths(from, months) - 1;
  return last <= by ? last : undefined;
}
