// How does a chart show the glucocorticoids of a patient?

import type { Day } from '../../logic/calendar.ts';
import type { Interval } from '../../logic/interval.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Exposure } from '../drugs/exposures.ts';
import { glucocorticoidCourse } from './course.ts';
import { daySets, type DaySets, type GlucocorticoidSettings } from './days.ts';
import type { Screening } from '../screening.ts';
import { bodySizeOf } from '../results/weight.ts';

/** A bar of the chart: one dose per day, in mg of prednisone equivalent and, where a weight is known, per kg. */
export type GlucocorticoidBar = {
  readonly from: Day;
  readonly to: Day;
  readonly milligrams: Interval;
  readonly perKg?: Interval;
  /** kg of that time, where a weight is known. */
  readonly weight?: Interval;
  readonly sources: readonly string[];
};

/** The course as a chart shows it; neighbours with one dose and one set of sources are one bar, days without a dose none. */
export function glucocorticoidSegments(
  record: IndexedRecord,
  exposures: readonly Exposure[],
  screening: Screening,
): readonly GlucocorticoidBar[] {
  const size = bodySizeOf(record, screening);
  const { segments } = glucocorticoidCourse(record, exposures, size);
  const bars: GlucocorticoidBar[] = [];
  for (const { from, to, milligrams, perKg, weightKnown, pieces } of segments) {
    if (milligrams.high === 0) continue;
    const sources = [...new Set(pieces.flatMap((piece) => piece.references))].sort();
    const shown = weightKnown || pieces.every((piece) => piece.dose?.per === 'kilogram') ? { perKg } : {};
    const before = bars.at(-1);
    const { weight } = weightKnown ? { weight: size.kilogramsOn(from).value } : {};
    const joined = before !== undefined && before.to === from - 1 && isSame(before.milligrams, milligrams);
    const alike = joined && isSame(before.perKg, shown.perKg) && isSame(before.weight, weight);
    if (alike && before.sources.join() === sources.join()) bars[bars.length - 1] = { ...before, to };
    else bars.push({ from, to, milligrams, sources, ...shown, ...(weight !== undefined && { weight }) });
  }
  return bars;
}

/** Which days are high, near, capped or pulses, by the least and by the most that the record allows: the days that are judged. */
export function glucocorticoidDays(
  record: IndexedRecord,
  exposures: readonly Exposure[],
  screening: Screening,
  settings: GlucocorticoidSettings,
): { readonly low: DaySets; readonly high: DaySets } {
  const { segments } = glucocorticoidCourse(record, exposures, bodySizeOf(record, screening));
  return { low: daySets(segments, 'low', settings), high: daySets(segments, 'high', settings) };
}

const isSame = (a: Interval | undefined, b: Interval | undefined): boolean =>
  a === undefined || b === undefined ? a === b : a.low === b.low && a.high === b.high;
