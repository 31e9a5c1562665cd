// Was a drug given on some day of a stretch of time?

import type { Day } from '../../logic/calendar.ts';
import type { Exposure } from './exposures.ts';

/** `maybe`: the dates allow it and do not prove it, or there are none. */
export type Certainty = 'yes' | 'maybe' | 'no';

/** Whether a drug was given on some day from `from` to `to`, both inclusive. */
export function givenBetween(exposure: Exposure, from: Day, to: Day): Certainty {
  const { start, end } = exposure;
  if (start === undefined || end === undefined) return 'maybe';
  if (isRunning(exposure)) return start.to <= to ? 'yes' : start.from > to ? 'no' : 'maybe';
  if (start.from > to || end.to < from) return 'no';
  return start.to <= to && end.from >= from ? 'yes' : 'maybe';
}

/** An infusion under way that nobody has ended: whatever else is in progress has a day on which it was handed over. */
const isRunning = ({ entry }: Exposure): boolean => entry.status === 'in-progress' && entry.end === undefined;

/** Whether a drug is being given on a day. */
export const givenOn = (exposure: Exposure, day: Day): Certainty => givenBetween(exposure, day, day);

/** Whether a drug was begun on some day from `from` to `to`. */
export function begunBetween({ start }: Exposure, from: Day, to: Day): Certainty {
  if (start === undefined) return 'maybe';
  if (start.from > to || start.to < from) return 'no';
  return start.from >= from && start.to <= to ? 'yes' : 'maybe';
}
