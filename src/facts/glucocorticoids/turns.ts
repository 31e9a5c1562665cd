// On which days may the answer about glucocorticoids change by the calendar alone?

import type { Day } from '../../logic/calendar.ts';
import type { Turn } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { nth, type Days } from '../day-runs.ts';
import { sortDays, type GlucocorticoidSettings, type DoseEnd, type SortedDays } from './days.ts';
import { levelOn, regimenHighDays, regimenPulseDays } from './rules.ts';
import { isExact, type Segment } from './segments.ts';

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
  const aging: Day[] = [];
  let first = Infinity;
  for (const plan of plans) {
    for (const reading of plan.every(isExact) ? exactReading : readings) {
      const days = sortDays(plan, reading, settings);
      const candidates: Day[] = [];
      addAgingDays(candidates, days, settings, today, until);
      aging.push(...candidates);
      addGrowingDays(candidates, days, settings, today);
      const now = levelOn(days, settings, today);
      for (const day of candidates) if (day < first && levelOn(days, settings, day) !== now) first = day;
    }
  }
  const turns: Turn[] = [];
  if (first < Infinity) turns.push(aging.includes(first) ? { on: first } : { on: first, if: continued });
  for (const on of unsureDays(plans, today, until)) turns.push({ on, if: continued });
  return turns;
}

const readings: readonly DoseEnd[] = ['low', 'high'];
/** The least and the most are the same. */
const exactReading: readonly DoseEnd[] = ['low'];

/** Days after today on which a run, as ordered, reaches a length that counts. A run that has ended grows no more. */
function addGrowingDays(days: Day[], { sets, runs }: SortedDays, settings: GlucocorticoidSettings, today: Day): void {
  const add = (day: Day | undefined): void => {
    if (day !== undefined && day > today) days.push(day);
  };
  for (const kind of [runs.any, runs.high, runs.plain, runs.close]) for (const { longFrom } of kind) add(longFrom);
  for (const { nearFrom } of runs.high) add(nearFrom);
  // So many days have come together since some span began.
  if (goesOn(sets.high, today))
    for (let first = 0; first < sets.high.length; first += 1)
      for (const count of [regimenHighDays, settings.highDoseDays]) add(nth(sets.high, count, first));
  if (goesOn(sets.pulse, today))
    for (let first = 0; first < sets.pulse.length; first += 1) add(nth(sets.pulse, regimenPulseDays, first));
}

const goesOn = (days: Days, today: Day): boolean => (days.at(-1)?.to ?? today) > today;

/**
 * Days after today on which a run is too old or leaves the year that is counted. What goes on at the horizon has no end from
 * which it ages.
 */
function addAgingDays(
  days: Day[],
  { sets, runs }: SortedDays,
  settings: GlucocorticoidSettings,
  today: Day,
  until: Day,
): void {
  for (const kind of runs.plain === runs.high ? [runs.high] : [runs.high, runs.plain]) {
    for (const { spans } of kind) {
      const ended = spans.findLast(({ to }) => to < until);
      const day = (ended?.to ?? -Infinity) + settings.highDoseRecentDays + 1;
      if (day > today) days.push(day);
    }
  }
  const ended = sets.high.findLastIndex(({ to }) => to < until);
  for (let last = ended; last >= 0; last -= 1) {
    const day = leavingDay(sets.high, last, settings);
    // Earlier spans leave earlier.
    if (day === undefined || day <= today) break;
    days.push(day);
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
