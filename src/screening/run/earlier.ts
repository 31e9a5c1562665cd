// Does what an earlier run found about a patient still hold?

import type { Database } from '../../store/store.ts';
import { msPerDay } from '../../logic/gregorian.ts';

/** What a new result would rest on. */
export type Grounds = {
  readonly fingerprint: string;
  readonly basis: string;
  readonly asOf: string;
};

/** The last result for the patient, of a run for its own day. */
export async function lastResult(database: Database, patient: string, protocol: string) {
  return await database
    .selectFrom('results')
    .innerJoin('runs', 'runs.run', 'results.run')
    .select([
      'results.run',
      'results.fingerprint',
      'results.basis',
      'results.as_of',
      'results.status',
      'results.next_change',
    ])
    .where('results.patient', '=', patient)
    .where('results.protocol', '=', protocol)
    .where('runs.acts', '=', 1)
    .orderBy('results.at', 'desc')
    .orderBy('results.run', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export type LastResult = NonNullable<Awaited<ReturnType<typeof lastResult>>>;

/** After so many days a patient is assessed again although nothing has changed. */
const longestDays = 30;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / msPerDay;

/**
 * True only if the record, the protocol, the engine, the site and every statement are the same, and the day lies before
 * the first day on which the calendar alone changes something.
 */
export const stillHolds = (last: LastResult, now: Grounds): boolean =>
  last.fingerprint === now.fingerprint &&
  last.basis === now.basis &&
  last.as_of <= now.asOf &&
  daysBetween(last.as_of, now.asOf) <= longestDays &&
  (last.next_change === '' || now.asOf < last.next_change);
