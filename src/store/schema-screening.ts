// What is kept of population screening, and in which tables? Times are ISO 8601 in UTC, dates YYYY-MM-DD, as text.

import type { Generated } from 'kysely';

/** One screening run over a population. */
export type RunTable = {
  run: string;
  /** Name of the source, and how it was asked, as JSON. */
  source: string;
  /** "ID@VERSION". */
  protocol: string;
  protocol_digest: string;
  engine_digest: string;
  as_of: string;
  /** 1 for a run for its own day: it moves the worklist and writes back. One for another day only looks. */
  acts: number;
  /** planning | running | complete | stopped | stalled | failed. */
  state: string;
  /** 1 once every item of the run is listed: before that `items` is not the whole plan. */
  listed: number;
  started: string;
  /** Empty while the run goes on. */
  ended: string;
  /** Codes and counts, as JSON; never clinical text. */
  detail: string;
};

/** One patient of one run. `patient` is a pseudonym. */
export type ItemTable = {
  run: string;
  patient: string;
  /** Place in the order in which the source listed the patients: neighbours often lie in the same files. */
  position: number;
  /** pending | done | skipped | failed. */
  state: string;
  attempts: number;
  /** Code of the last failure; empty where there was none. */
  reason: string;
  /** The run whose result holds for the patient in this run: this one, or where nothing had changed an earlier one. */
  result_run: string;
};

/**
 * Who a pseudonym is: `identity` is sealed JSON ({ reference, server, name?, birthDate? }). `consent` is what the last
 * screening read about research: none | given | refused, empty for not asked. `seen` is when that was.
 */
export type SubjectTable = { patient: string; server: string; identity: string; consent: string; seen: string };

/** What one run found about one patient; written in the transaction that ends the item. */
export type ResultTable = {
  run: string;
  patient: string;
  protocol: string;
  protocol_digest: string;
  engine_digest: string;
  /** Of the record that was assessed. */
  fingerprint: string;
  /** Digest of everything else the result rests on: protocol, engine, site, time zone, statements, what is written back. */
  basis: string;
  as_of: string;
  /** When it was stored. */
  at: string;
  status: string;
  /** First day on which the calendar alone changes something; empty for never. */
  next_change: string;
  /** The EligibilityAssessment, sealed. */
  assessment: string;
  /** As much of it as a run is counted by, sealed; empty for a result from before there was this column. */
  counted: Generated<string>;
};

/** What is to be written to the EHR; `key` is the idempotency key, and the identifier of what is written. */
export type OutboxTable = {
  key: string;
  server: string;
  patient: string;
  protocol: string;
  /** ResearchStudy | ResearchSubject | Task | Flag | Provenance. */
  kind: string;
  /** Counts re-entries after a withdrawal. */
  episode: number;
  /** What shall be there: `create` (it exists, with this body) or `withdraw` (it is taken back, if it exists). */
  action: string;
  /** Counts changes of what shall be there, so that a write of the earlier wish does not count as done. */
  revision: number;
  /** The resource, sealed. */
  body: string;
  /** pending | done | failed. */
  state: string;
  /** Every time it was taken to be written, also where the process ended over it: after any the server may have it. */
  attempts: number;
  /** How often writing it has failed since it last changed: the pauses grow with it, and after too many it is given up. */
  failures: Generated<number>;
  /** Not before this time. */
  due: string;
  /** Where it is on the server, "Task/123"; empty before it is there. */
  location: string;
  /** Code of the last failure; empty where there was none. */
  reason: string;
  created: string;
};

/**
 * When a FHIR server takes the next call, for all workers together, in milliseconds since 1970. `next` moves on with every
 * call that is planned; before `blocked` no call is made, because the server said so.
 */
export type QuotaTable = { server: string; next: number; blocked: number };

/** How far a source has come, by run; opaque to everybody but the source. */
export type ProgressTable = { run: string; name: string; value: string };

/** One patient on the list of one protocol. */
export type WorklistTable = {
  patient: string;
  /** Registration id of the trial: an amendment goes on with the same list. */
  protocol: string;
  /** new | in-review | contacted | declined | referred | enrolled | not-suitable. */
  state: string;
  /** Counts re-entries after the patient was no longer a candidate. */
  episode: number;
  /** Whether the last screening still finds a candidate or potential candidate. */
  current: number;
  /** Status of the last screening, and its run. */
  status: string;
  run: string;
  /** Subject of the person who works on it; empty for nobody. */
  assignee: string;
  /** GCP screening number: stable, says nothing about the patient. */
  number: string;
  added: string;
  changed: string;
  /** Counts changes, so that two people do not overwrite each other. */
  revision: number;
  /** Sorts by closeness to candidacy, the closest first. */
  rank: string;
  /** Codes such as "one-missing:I4.LVEF", each between two spaces; empty for none. */
  markers: string;
  /** What the list shows of the last screening, sealed JSON. */
  summary: string;
};

/** What happened to a patient on the list, oldest first by `at`; `detail` is sealed JSON. */
export type WorklistEventTable = {
  event: string;
  patient: string;
  protocol: string;
  at: string;
  /** screened | state | note | assigned | stated | withdrawn. */
  kind: string;
  author: string;
  detail: string;
};

/** What an investigator has stated about a patient: an answer to a question, or what a SLEDAI-2K item is due to. */
export type StatementTable = {
  statement: string;
  patient: string;
  protocol: string;
  /** answer | attribution. */
  kind: string;
  /** Criterion id, or SLEDAI-2K item id. */
  question: string;
  /** met | not-met, or lupus | not-lupus. */
  verdict: string;
  author: string;
  date: string;
  /** Last day on which it holds; empty for until withdrawn. */
  until: string;
  /** When it was withdrawn; empty while it stands. */
  withdrawn: string;
};

/** A patient of whom something has changed since she was screened. */
export type WaitingTable = {
  patient: string;
  /** Who she is, sealed JSON. */
  identity: string;
  /** Of the last event: another comes with every event. */
  event: string;
};

export type ScreeningSchema = {
  runs: RunTable;
  items: ItemTable;
  subjects: SubjectTable;
  results: ResultTable;
  outbox: OutboxTable;
  quotas: QuotaTable;
  progress: ProgressTable;
  worklist: WorklistTable;
  worklist_events: WorklistEventTable;
  statements: StatementTable;
  waiting: WaitingTable;
};
