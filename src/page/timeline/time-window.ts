// Which stretch of time does the timeline show?

import type { Day } from '../../logic/calendar.ts';

/** Days, both included. */
export type TimeWindow = { readonly from: Day; readonly to: Day };

const daysOfYear = 365;

/** Nothing shorter than two weeks can be read. */
const shortest = 14;

const between = (from: Day, to: Day, { from: least, to: most }: TimeWindow): TimeWindow => {
  const length = Math.min(Math.max(to - from, shortest), Math.max(most - least, shortest));
  const start = Math.min(Math.max(from, least), Math.max(most - length, least));
  return { from: start, to: start + length };
};

/** The last twelve months; less where the record holds less. A little room is left after today. */
export const lastYear = (asOf: Day, whole: TimeWindow): TimeWindow => between(asOf - daysOfYear, whole.to, whole);

/** The same length, moved by a part of it; never out of the record. */
export function moved({ from, to }: TimeWindow, part: number, whole: TimeWindow): TimeWindow {
  const by = Math.round((to - from) * part);
  const stopped = Math.min(Math.max(by, whole.from - from), whole.to - to);
  return between(from + stopped, to + stopped, whole);
}

/** Longer or shorter by a factor, with its middle kept as far as the record allows. */
export function scaled({ from, to }: TimeWindow, factor: number, whole: TimeWindow): TimeWindow {
  const middle = (from + to) / 2;
  const half = ((to - from) * factor) / 2;
  return between(Math.round(middle - half), Math.round(middle + half), whole);
}

/** What was chosen with the mouse. */
export const chosen = (from: number, to: number, whole: TimeWindow): TimeWindow =>
  between(Math.round(from), Math.round(to), whole);
