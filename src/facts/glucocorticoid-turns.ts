// On which days may the answer about glucocorticoids change by the calendar alone?

import { addMonths, type Day } from '../logic/calendar.ts';
import type { Turn } from '../logic/finding.ts';
import { say } from '../logic/message.ts';
import { runsOf, type Days, type Run } from './day-runs.ts';
import { daySets, regimenHighDays, type GlucocorticoidSettings } from './glucocorticoid-rules.ts';
import type { Segment } from './glucocorticoid-segments.ts';

/** How far ahead planned doses are followed. */
export const horizonDays = 400;

/**
 * Days after today on which a run, as ordered, reaches its length, becomes too old or leaves the year that is counted, and on
 * which a dose or the weight it is divided by changes. `planned` are the segments up to the horizon.
 */
export function glucocorticoidTurns(
  planned: readonly Segment[],
  settings: GlucocorticoidSettings,
  today: Day,
): readonly Turn[] {
  const aging = new Set<Day>();
  const growing = new Set<Day>();
  for (const { from, to } of planned) growing.add(from).add(to + 1);
  for (const reading of ['low', 'high'] as const) {
    const sets = daySets(planned, reading, settings);
    for (const days of [sets.any, sets.high, sets.plain, sets.close]) {
      for (const run of runsOf(days, settings.highDoseGapDays)) {
        aging.add(run.to + settings.highDoseRecentDays + 1);
        for (const day of reached(run, settings)) growing.add(day);
      }
    }
    for (const day of leaving(sets.high, settings)) aging.add(day);
    for (const day of gathering(sets.high, settings.highDoseDays)) growing.add(day);
  }
  const until = today + horizonDays;
  const ahead = (days: ReadonlySet<Day>): readonly Day[] => [...days].filter((day) => day > today && day <= until);
  const continued = say('glucocorticoid.if-continued');
  return [...ahead(aging).map((on) => ({ on })), ...ahead(growing).map((on) => ({ on, if: continued }))].sort(
    (a, b) => a.on - b.on,
  );
}

/** Days on which a run reaches 14, 84 and 90 days, and a span in it three calendar months. */
function reached(run: Run, settings: GlucocorticoidSettings): readonly Day[] {
  const counts = [regimenHighDays, settings.highDoseNearDays, settings.highDoseDays].flatMap(
    (count) => nth(run.spans, count) ?? [],
  );
  const months = run.spans.map((span) => addMonths(span.from, settings.highDoseMonths) - 1);
  return [...counts, ...months];
}

/** The day that is the n-th of a set. */
function nth(days: Days, n: number): Day | undefined {
  let left = n;
  for (const { from, to } of days) {
    const length = to - from + 1;
    if (length >= left) return from + left - 1;
    left -= length;
  }
  return undefined;
}

/** Days on which so many high-dose days have come together since some span began. */
const gathering = (days: Days, count: number): readonly Day[] =>
  days.flatMap((_, index) => nth(days.slice(index), count) ?? []);

/** Days on which the days of the counted year may become too few. */
const leaving = (days: Days, settings: GlucocorticoidSettings): readonly Day[] => {
  const backwards = days.toReversed();
  return backwards.flatMap((_, index) => {
    let left = settings.highDoseDays;
    for (const { from, to } of backwards.slice(index)) {
      const length = to - from + 1;
      if (length >= left) return [to - left + 1 + settings.highDoseRecentDays + 1];
      left -= length;
    }
    return [];
  });
};
