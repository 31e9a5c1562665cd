// On which days may the answer about glucocorticoids change by the calendar alone?

import { addMonths, type Day } from '../logic/calendar.ts';
import type { Turn } from '../logic/finding.ts';
import { keptBy } from '../logic/lazy.ts';
import { say } from '../logic/message.ts';
import { nth, runsOf, type Days } from './day-runs.ts';
import {
  daySets,
  daySetsUpTo,
  levelOn,
  regimenHighDays,
  regimenPulseDays,
  type DaySets,
  type GlucocorticoidSettings,
} from './glucocorticoid-rules.ts';
import type { Segment } from './glucocorticoid-segments.ts';

/** How far ahead planned doses are followed. */
export const horizonDays = 400;

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
  const sets = plans.flatMap((plan) =>
    plan.every(isExact)
      ? [daySets(plan, 'low', settings)]
      : [daySets(plan, 'low', settings), daySets(plan, 'high', settings)],
  );
  // A dose stays the same whatever its segment is cut to, so the days are sorted out once and only then cut off.
  const levels = keptBy((day: Day) => sets.map((each) => levelOn(daySetsUpTo(each, day), settings, day)).join());
  const now = levels(today);
  const ahead = (days: readonly Day[]): readonly Day[] => [...new Set(days)].filter((day) => day > today);
  const continued = say('glucocorticoid.if-continued');
  const planned: readonly Turn[] = [
    ...ahead(sets.flatMap((each) => agingDays(each, settings, until))).map((on) => ({ on })),
    ...ahead(sets.flatMap((each) => growingDays(each, settings))).map((on) => ({ on, if: continued })),
  ];
  const first = planned.toSorted((a, b) => a.on - b.on).find(({ on }) => levels(on) !== now);
  const unsure = plans.flatMap((plan) => plan.filter(isUnsure)).flatMap(({ from, to }) => [from, to + 1]);
  return [
    ...(first === undefined ? [] : [first]),
    ...ahead(unsure)
      .filter((on) => on <= until)
      .map((on) => ({ on, if: continued })),
  ];
}

/** The least and the most that the record allows are one and the same, so both readings sort the days alike. */
const isExact = ({ milligrams, perKg, plainPerKg }: Segment): boolean =>
  milligrams.low === milligrams.high && perKg.low === perKg.high && plainPerKg.low === plainPerKg.high;

/** Days on which a run, as ordered, reaches a length that counts. */
const growingDays = ({ any, high, plain, close, pulse }: DaySets, settings: GlucocorticoidSettings): readonly Day[] => [
  ...[any, high, plain, close].flatMap((days) => reached(days, settings)),
  ...runsOf(high, settings.highDoseGapDays).flatMap((run) => nth(run.spans, settings.highDoseNearDays) ?? []),
  ...gathering(high, regimenHighDays),
  ...gathering(high, settings.highDoseDays),
  ...gathering(pulse, regimenPulseDays),
];

/** Days on which a run is too old or leaves the year that is counted. What goes on at the horizon has no end from which it ages. */
function agingDays(sets: DaySets, settings: GlucocorticoidSettings, until: Day): readonly Day[] {
  const [high, plain] = [sets.high, sets.plain].map((days) => days.filter(({ to }) => to < until));
  const runs = [high, plain].flatMap((days) => runsOf(days ?? [], settings.highDoseGapDays));
  return [...runs.map(({ to }) => to + settings.highDoseRecentDays + 1), ...leaving(high ?? [], settings)];
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
