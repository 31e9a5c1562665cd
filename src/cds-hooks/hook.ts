// What is a hook: of whom does a request speak, and what does the record then say?
//
// To add a hook: `hooks/<service-id>.json`, a file beside this one that exports a `Hook`, one line in `hooks.ts`.

import type { CardContext } from '../cards/card-context.ts';
import type { Card, SystemAction } from '../cards/card.ts';
import type { Assessment } from '../eligibility/assessment.ts';
import type { PatientRecord } from '../fhir/record.ts';
import type { Target } from '../fhir/referenced.ts';
import type { CdsRequest } from './cds-request.ts';

/** Of whom a request speaks, and who reads the answer; order-dispatch names no reader. */
export type Subject = {
  readonly patientId: string;
  readonly userId?: string;
  /** What the request refers to and does not hold, on the server with that base URL; read together with the record. */
  readonly reads?: (base: string) => readonly Target[];
};

/** What a hook is given to answer with. All of it is pure: the same record gives the same cards. */
export type Tools = {
  /** Assesses a record, with drafts in it or without, on the day of the request. */
  readonly assessToday: (record: PatientRecord) => Assessment;
  readonly cards: CardContext;
};

/** The cards of an answer, and the assessment of the record as it is on which they rest. */
export type Decision = {
  readonly assessment: Assessment;
  readonly cards: readonly Card[];
  /** What the EHR may do by itself, if that was agreed; only beside a card that says the same. */
  readonly systemActions?: readonly SystemAction[];
};

export type Hook = {
  /**
   * Reads the hook's own context. Undefined where there is nothing to say whatever the record holds: then nothing is read.
   * @throws ServiceError naming the fields that are missing or wrong.
   */
  readonly subject: (request: CdsRequest) => Subject | undefined;
  readonly decide: (record: PatientRecord, request: CdsRequest, tools: Tools) => Decision;
};
