// What do we understand of a patient? Every fact lazily, each computed once however many criteria ask.

import { exposuresOf, type Exposure } from '../facts/drugs/exposures.ts';
import type { Screening } from '../facts/screening.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { lazy, withGetters } from '../logic/lazy.ts';

/** A patient as the criteria see her on one day: the indexed record, the screening, and the facts that several criteria share. */
export type Patient = {
  readonly record: IndexedRecord;
  readonly screening: Screening;
  /** Every drug exposure the record speaks of, whatever its route and source. */
  readonly exposures: readonly Exposure[];
};

/** Understands a record for one screening; nothing is computed before it is asked for. */
export const understand = (record: IndexedRecord, screening: Screening): Patient =>
  withExposures({ record, screening, asked: lazy(() => exposuresOf(record, screening)) });

type Own = Omit<Patient, 'exposures'> & { readonly asked: () => Patient['exposures'] };

const withExposures = withGetters<Own, Pick<Patient, 'exposures'>>({ exposures: ({ asked }) => asked() });
