// On which days may the answer about glucocorticoids change by the calendar alone?

import { addMonths, type Day } from '../logic/calendar.ts';
import type { Turn } from '../logic/finding.ts';
import { say } from '../logic/message.ts';
import { nth, runsOf, type Days } from './day-runs.ts';
import { daySets, regimenHighDays, regimenPulseDays, type GlucocorticoidSettings } from './glucocorticoid-rules.ts';
import type { Segment } from './glucocorticoid-segments.ts';

/** How far ahead planned doses are followed. */
export const horizonDays = 400;

/**
 * Days after today on which a run, as ordered, reaches a length that counts, becomes too old or leaves the year that is counted.
 * `plans` are the segments up to the horizon in every way in which they are judged.
 */
export function glucocorticoidTurns(
  plans: readonly (readonly Segment[])[],
  settings: GlucocorticoidSettings,
  today: Day,
): readonly Turn[] {
  const until = today + horizonDays;
  const aging: Day[] = [];
  const growing: Day[] = [];
  for (const plan of plans) {
    for (const reading of ['low', 'high'] as const) {
      const { any, high, plain, close, pulse } = daySets(plan, reading, settings);
      growing.push(
        ...[any, high, plain, close].flatMap((days) => reached(days, settings)),
        ...runsOf(high, settings.highDoseGapDays).flatMap((run) => nth(run.spans, settings.highDoseNearDays) ?? []),
        ...gathering(high, regimenHighDays),
        ...gathering(high, settings.highDoseDays),
        ...gathering(pulse, regimenPulseDays),
        ...plan.filter(isUnsure).flatMap(({ from, to }) => (to < until ? [from, to + 1] : [from])),
      );
      // What goes on at the horizon has no end there from which it would age.
      const over = [high, plain].map((days) => days.filter(({ to }) => to < until));
      aging.push(
        ...over
          .flatMap((days) => runsOf(days, settings.highDoseGapDays))
          .map(({ to }) => to + 1 + settings.highDoseRecentDays),
        ...leaving(over[0] ?? [], settings),
      );
    }
  }
  const ahead = (days: readonly Day[]): readonly Day[] => [...new Set(days)].filter((day) => day > today);
  const continued = say('glucocorticoid.if-continued');
  return [...ahead(aging).map((on) => ({ on })), ...ahead(growing).map((on) => ({ on, if: continued }))].sort(
    (a, b) => a.on - b.on,
  );
}

/** On the day itself the dates of such a dose may be read otherwise than in the plan. */
const isUnsure = ({ pieces }: Segment): boolean => pieces.some(({ sure }) => !sure);

/** Days on which a run is long enough, by its days or by the months of a span in it. */
const reached = (days: Days, settings: GlucocorticoidSettings): readonly Day[] =>
  runsOf(days, settings.highDoseGapDays).flatMap(({ spans }) => [
    ...[nth(spans, settings.highDoseDays) ?? []].flat(),
    ...spans.flatMap(({ from, to }) => {
      const day = addMonths(from, settings.highDoseMonths) - 1;
      return day <= to ? [day] : [];
    }),
  ]);

/** Days on which so many days have come together since some span began. */
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
