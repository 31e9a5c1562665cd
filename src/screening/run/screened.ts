// What is known about a patient at the moment her screening is stored, for whoever keeps a list of candidates?

import type { Status } from '../../eligibility/assessment.ts';
import type { toJson } from '../../eligibility/json.ts';
import type { Database } from '../../store/store.ts';

/** What the last screening read about research: nothing on record, agreed, refused, or it was not asked. */
export type ConsentState = 'none' | 'given' | 'refused' | 'not-asked';

export type Screened = {
  readonly run: string;
  /** Pseudonym. */
  readonly patient: string;
  /** "ID@VERSION". */
  readonly protocol: string;
  /** When it is stored, ISO 8601 in UTC. */
  readonly at: string;
  readonly asOf: string;
  readonly status: Status;
  readonly assessment: ReturnType<typeof toJson>;
  /** Of the same assessment, whose JSON does not have it: nobody else comes on a list. */
  readonly signOfLupus: boolean;
  readonly consent: ConsentState;
};

/**
 * Takes over what a screening found, in the transaction that ends the item: either all of it is stored or none. Called
 * once for each patient of a run whose result is new; never for one whose result of an earlier run still holds, and never
 * by a run for another day than today. `active`: what is written to the EHR about the patient shall stand there.
 */
export type RecordScreening = (transaction: Database, screened: Screened) => Promise<{ readonly active: boolean }>;
