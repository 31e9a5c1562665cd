// On which days may the answer about glucocorticoids change by the calendar alone?

import { addMonths, type Day } from '../logic/calendar.ts';
import type { Turn } from '../logic/finding.ts';
import { say } from '../logic/message.ts';
import { holdsMonths, nth, type Days } from './day-runs.ts';
import {
  levelOn,
  regimenHighDays,
  regimenPulseDays,
  sortDays,
  type GlucocorticoidSettings,
  type SortedDays,
} from './glucocorticoid-rules.ts';
import { isExact, type Segment } from './glucocorticoid-segments.ts';

/** How far ahead planned doses are followed. */
export const horizonDays = 400;

const continued = say('glucocorticoid.if-continued');

/**
 * The first day after today on which the answer differs if everything goes as planned, and the days on which the record may
 * turn out otherwise than planned. `plans` are the segments up to the horizon in every way in which they are judged.
 */
export function glucocorticoidTurns(
  plans: readonly (readonly Segment[])[],
  settings: GlucocorticoidSettings,
  today: Day,
): readonly Turn[] {
  const until = today + horizonDays;
  const ways: SortedDays[] = [];
  for (const plan of plans) {
    ways.push(sortDays(plan, 'low', settings));
    if (!plan.every(isExact)) ways.push(sortDays(plan, 'high', settings));
  }
  const now = ways.map((days) => levelOn(days, settings, today));
  const isOther = (day: Day): boolean => ways.some((days, index) => levelOn(days, settings, day) !== now[index]);
  const aging: Day[] = [];
  for (const days of ways) addAgingDays(aging, days, settings, until);
  const candidates = [...aging];
  for (const days of ways) addGrowingDays(candidates, days, settings);
  candidates.sort((a, b) => a - b);
  const first = candidates.find((day, index) => day > today && day !== candidates[index - 1] && isOther(day));
  return [
    ...(first === undefined ? [] : [aging.includes(first) ? { on: first } : { on: first, if: continued }]),
    ...unsureDays(plans, today, until).map((on) => ({ on, if: continued })),
  ];
}

/** Days on which a run, as ordered, reaches a length that counts. */
function addGrowingDays(days: Day[], { sets, runs }: SortedDays, settings: GlucocorticoidSettings): void {
  const { highDoseDays, highDoseMonths, highDoseNearDays } = settings;
  const add = (day: Day | undefined): void => {
    if (day !== undefined) days.push(day);
  };
  for (const kind of [runs.any, runs.high, runs.plain, runs.close]) {
    for (const { spans } of kind) {
      add(nth(spans, highDoseDays));
      for (const { from, to } of spans)
        if (holdsMonths(from, to, highDoseMonths)) days.push(addMonths(from, highDoseMonths) - 1);
    }
  }
  for (const { spans } of runs.high) add(nth(spans, highDoseNearDays));
  // So many days have come together since some span began.
  for (let first = 0; first < sets.high.length; first += 1)
    for (const count of [regimenHighDays, highDoseDays]) add(nth(sets.high, count, first));
  for (let first = 0; first < sets.pulse.length; first += 1) add(nth(sets.pulse, regimenPulseDays, first));
}

/** Days on which a run is too old or leaves the year that is counted. What goes on at the horizon has no end from which it ages. */
function addAgingDays(days: Day[], { sets, runs }: SortedDays, settings: GlucocorticoidSettings, until: Day): void {
  for (const kind of [runs.high, runs.plain]) {
    for (const { spans } of kind) {
      const ended = spans.findLast(({ to }) => to < until);
      if (ended !== undefined) days.push(ended.to + settings.highDoseRecentDays + 1);
    }
  }
  const ended = sets.high.findLastIndex(({ to }) => to < until);
  for (let last = ended; last >= 0; last -= 1) {
    const day = leavingDay(sets.high, last, settings);
    if (day !== undefined) days.push(day);
  }
}

/** The day on which the days up to the end of a span may become too few for the counted year. */
function leavingDay(days: Days, last: number, settings: GlucocorticoidSettings): Day | undefined {
  let left = settings.highDoseDays;
  for (let index = last; index >= 0; index -= 1) {
    const span = days[index];
    if (span === undefined) break;
    const length = span.to - span.from + 1;
    if (length >= left) return span.to - left + 1 + settings.highDoseRecentDays + 1;
    left -= length;
  }
  return undefined;
}

/** Days after today on which a dose that may not have been taken begins or ends: its dates may then be read otherwise. */
function unsureDays(plans: readonly (readonly Segment[])[], today: Day, until: Day): readonly Day[] {
  const days = new Set<Day>();
  for (const plan of plans) {
    for (const { from, to, pieces } of plan) {
      if (to < today || pieces.every(({ sure }) => sure)) continue;
      for (const day of [from, to + 1]) if (day > today && day <= until) days.add(day);
    }
  }
  return [...days];
}
