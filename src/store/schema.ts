// What is kept, and in which tables? Times are ISO 8601 in UTC, as text: they sort as they are, on both data bases.

import type { ScreeningSchema } from './schema-screening.ts';

/** A token's jti, kept until it expires so that it cannot be used twice. */
export type ReplayTable = { issuer: string; jti: string; expires: string };

/** A card that was returned, or, in silent mode, would have been (`shown` 0). `patient` is a pseudonym. */
export type CardTable = {
  card: string;
  client: string;
  service: string;
  protocol: string;
  patient: string;
  status: string;
  shown: number;
  issued: string;
};

/** One entry of feedback; the same entry sent twice is one row. `reason_*` and `comment` are empty where not given. */
export type FeedbackTable = {
  client: string;
  card: string;
  outcome: string;
  at: string;
  suggestions: string;
  reason_system: string;
  reason_code: string;
  reason_text: string;
  comment: string;
  received: string;
};

/** Until when no card is shown for a patient and a protocol after an override, and how often that happened. */
export type SnoozeTable = {
  client: string;
  patient: string;
  protocol: string;
  until: string;
  reason: string;
  times: number;
};

/** Append-only: each row's hash covers the row and the hash before it. */
export type AuditTable = {
  seq: number;
  at: string;
  kind: string;
  client: string;
  patient: string;
  detail: string;
  previous: string;
  hash: string;
};

/** One row: the number and hash of the last audit row, so that writers queue for it. */
export type AuditHeadTable = { id: number; seq: number; hash: string };

export type Schema = ScreeningSchema & {
  replay: ReplayTable;
  cards: CardTable;
  feedback: FeedbackTable;
  snoozes: SnoozeTable;
  audit: AuditTable;
  audit_head: AuditHeadTable;
};
