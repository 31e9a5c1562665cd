// On which days did all glucocorticoids together reach a pulse, though no single dose did?

import type { Day } from '../../logic/calendar.ts';
import { atLeastAbout } from '../../logic/interval.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Exposure } from '../drugs/exposures.ts';
import { glucocorticoidCourse } from './course.ts';
import type { Screening } from '../screening.ts';
import { bodySizeOf } from '../results/weight.ts';
import { pulseMilligrams } from './days.ts';

/** Days of one dose; `given` are the entries that make it up, the largest first. */
export type PulseDays = {
  readonly from: Day;
  readonly to: Day;
  readonly certain: boolean;
  readonly given: readonly Exposure[];
  /** Every entry that was added up: also those that share a day with one of `given`. */
  readonly parts: readonly Exposure[];
};

/**
 * Stretches of days since `from` on which the sum of all systemic glucocorticoids is a pulse: a pulse given in parts, a pulse beside tablets, a pulse by mouth. Doses that cannot be read are left out.
 */
export function pulseDaysSince(
  record: IndexedRecord,
  exposures: readonly Exposure[],
  screening: Screening,
  from: Day,
): readonly PulseDays[] {
  const given = exposures.filter(({ classes }) => classes.has('glucocorticoid'));
  const { segments } = glucocorticoidCourse(record, given, bodySizeOf(record, screening));
  return segments
    .filter((each) => each.to >= from)
    .filter((each) => each.weightKnown || each.pieces.every(({ dose }) => dose?.per !== 'kilogram'))
    .filter((each) => Number.isFinite(each.milligrams.high) && atLeastAbout(each.milligrams.high, pulseMilligrams))
    .map((each) => ({
      from: each.from,
      to: each.to,
      certain: atLeastAbout(each.milligrams.low, pulseMilligrams),
      given: each.pieces
        .toSorted((a, b) => (b.dose?.milligrams.high ?? 0) - (a.dose?.milligrams.high ?? 0))
        .flatMap(({ order }) => order?.exposure ?? []),
      parts: given.filter(({ reference }) => each.pieces.some(({ references }) => references.includes(reference))),
    }));
}
