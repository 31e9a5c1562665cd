// What does it take to prove one item of the 2019 EULAR/ACR criteria, once, whenever that was?

import type { Day } from '../../logic/calendar.ts';
import type { Evidence } from '../../logic/finding.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import type { ValueSetName } from '../../terminology/value-sets.ts';
import type { Reading } from '../../fhir/reading.ts';
import { beganOf } from '../entry-time.ts';
import { evidenceOf } from '../results/latest.ts';
import type { Screening } from '../screening.ts';
import type { Guard, Known } from '../sledai-2k/guards.ts';
import type { Limit } from '../sledai-2k/limits.ts';
import { conditionEvidence, type Diagnosis } from '../sle-diagnosis.ts';

export type Context = {
  readonly known: Known;
  readonly screening: Screening;
  /** Findings count whatever they may be due to: for an item that an investigator has judged, or may judge. */
  readonly anyCause?: true;
};

/** What proves an item; undefined where nothing does. */
export type Proof = (context: Context) => readonly Evidence[] | undefined;

/** Valid and surely not after the screening date; a result or a report without a date was made at some time before. */
export const hasHappened = ({ status, when }: Pick<Reading, 'status' | 'when'>, { date }: Screening): boolean =>
  status === 'valid' && (when === undefined || when.to <= date);

/** The first result of a measurement that has happened, can be read and is accepted; results come newest first. */
export const firstResult = (
  name: MeasurementName,
  { known, screening }: Context,
  accepts: (reading: Reading) => boolean,
): Reading | undefined =>
  known.record
    .readings(name)
    .findLast((each) => each.unreadable === undefined && hasHappened(each, screening) && accepts(each));

type Guarded = { readonly guard: Guard; readonly daysBefore: Day; readonly daysAfter: Day };

/** The first result beyond a limit without another explanation at the time. */
export function firstBeyond(
  names: readonly MeasurementName[],
  limit: Limit,
  context: Context,
  guarded?: Guarded,
): Reading | undefined {
  for (const name of names) {
    const found = firstResult(
      name,
      context,
      (each) =>
        limit(each) === 'met' &&
        (guarded === undefined || context.anyCause === true || isUnexplained(each, context, guarded)),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function isUnexplained({ when }: Reading, { known }: Context, { guard, daysBefore, daysAfter }: Guarded): boolean {
  return when !== undefined && guard(known, when.from - daysBefore, when.to + daysAfter) === undefined;
}

/** A result as proof. */
export const byResult = (reading: Reading | undefined): readonly Evidence[] | undefined =>
  reading === undefined ? undefined : [evidenceOf(reading)];

/** Whether a diagnosis is confirmed, has begun and belongs to one of the sets. */
const isConfirmedIn = ({ entry, meaning }: Diagnosis, sets: readonly ValueSetName[], { screening }: Context): boolean =>
  sets.some((set) => meaning.sets.get(set) === 'in') &&
  entry.verification === 'confirmed' &&
  (beganOf(entry)?.to ?? -Infinity) <= screening.date;

/**
 * A confirmed diagnosis of one of the sets that itself names systemic lupus as the cause: only then has a clinician
 * attributed the finding to it. A seizure or an arthritis alone is not counted.
 */
export const attributed = (sets: readonly ValueSetName[], context: Context): readonly Evidence[] | undefined =>
  shown(
    context.known.diagnoses.filter(
      (each) =>
        (context.anyCause === true || each.meaning.sets.get('sle') === 'in') && isConfirmedIn(each, sets, context),
    ),
  );

/** A confirmed diagnosis of one of the sets, which are forms of lupus by their very name; or by being of a further set too. */
export const diagnosedAs = (
  sets: readonly ValueSetName[],
  context: Context,
  andOf?: ValueSetName,
): readonly Evidence[] | undefined =>
  shown(
    context.known.diagnoses.filter(
      (each) => isConfirmedIn(each, sets, context) && (andOf === undefined || isConfirmedIn(each, [andOf], context)),
    ),
  );

const shown = (found: readonly Diagnosis[]): readonly Evidence[] | undefined =>
  found.length === 0 ? undefined : found.map(({ entry }) => conditionEvidence(entry));
