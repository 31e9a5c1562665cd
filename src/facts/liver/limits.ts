// Which upper limit of normal belongs to a result of this patient?

import { completedYears } from '../../logic/calendar.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Reading } from '../../fhir/reading.ts';
import type { Screening } from '../screening.ts';

/**
 * The upper limits that may be the patient's, in the measurement's canonical unit: none, one, or several where sex, age or the
 * laboratory's ranges leave it open. First the ranges sent with the result, then those the site stated.
 */
export function upperLimitsOf(reading: Reading, record: IndexedRecord, screening: Screening): readonly number[] {
  const sent = reading.limits().ranges.filter((range) => range.otherGroup !== true && fits(range, reading, record));
  const limits = distinct(sent.flatMap(({ upper }) => upper ?? []));
  if (limits.length > 0) return limits;
  const site = screening.site.upperLimits.filter(
    (limit) => limit.measurement === reading.measurement && fits(limit, reading, record),
  );
  return distinct(site.map(({ value }) => value));
}

/** Each limit once, without what can be none. */
const distinct = (limits: readonly number[]): readonly number[] => [
  ...new Set(limits.filter((value) => value > 0 && Number.isFinite(value))),
];

type Limited = { readonly sex?: 'female' | 'male'; readonly fromAge?: number; readonly toAge?: number };

/** True unless the limit is surely for the other sex or another age; ages are completed years on the day of the result. */
function fits({ sex, fromAge, toAge }: Limited, { when }: Reading, { birth, sex: own }: IndexedRecord): boolean {
  if (sex !== undefined && own !== 'unclear' && sex !== own) return false;
  if (fromAge === undefined && toAge === undefined) return true;
  if (birth === undefined || when === undefined) return true;
  const [youngest, oldest] = [completedYears(birth.to, when.from), completedYears(birth.from, when.to)];
  return (fromAge === undefined || oldest >= fromAge) && (toAge === undefined || youngest <= toAge);
}
