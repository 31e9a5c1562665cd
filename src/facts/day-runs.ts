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

/** The days of a set up to a day. */
export const daysUpTo = (days: Days, last: Day): Days =>
  (days.at(-1)?.to ?? last) <= last
    ? days
    : days.flatMap((span) => (span.from > last ? [] : span.to > last ? [{ from: span.from, to: last }] : [span]));

/** Spans joined to runs while the number of missing days between two of them is at most `gap`. */
export function runsOf(days: Days, gap: number): readonly Run[] {
  const runs: (Mutable<Omit<Run, 'spans'>> & { readonly spans: DayRange[] })[] = [];
  for (const span of days) {
    const before = runs.at(-1);
    const length = span.to - span.from + 1;
    if (before !== undefined && span.from - before.to - 1 <= gap) {
      before.to = span.to;
      before.days += length;
      before.spans.push(span);
    } else runs.push({ from: span.from, to: span.to, days: length, spans: [span] });
  }
  return runs;
}

/** The run with the most days; the earliest of several. */
export const longestRun = (runs: readonly Run[]): Run | undefined =>
  runs.reduce<Run | undefined>((best, run) => (best === undefined || run.days > best.days ? run : best), undefined);

/** How many of the days lie between two days, both inclusive. */
export const countBetween = (days: Days, from: Day, to: Day): number =>
  days.reduce((sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from) + 1), 0);

/** The day that is the n-th of a set. */
export function nth(days: Days, n: number): Day | undefined {
  let left = n;
  for (const { from, to } of days) {
    const length = to - from + 1;
    if (length >= left) return from + left - 1;
    left -= length;
  }
  return undefined;
}

/** True if so many calendar months fit into one span: from 1 February to 30 April are three. */
export const holdsMonths = ({ from, to }: DayRange, months: number): boolean => to + 1 >= addMonths(from, months);
