// What happens with the feedback that an EHR sends about cards?

import { z } from 'zod';
import { meansSilence } from '../cards/override-reasons.ts';
import { ServiceError } from '../errors.ts';
import { appendAudit } from '../store/audit.ts';
import { issuedCard } from '../store/cards.ts';
import { storeFeedback } from '../store/feedback.ts';
import { startSnooze } from '../store/snoozes.ts';
import type { Store } from '../store/store.ts';
import { readFeedbackEntry, type FeedbackEntry } from './feedback-entry.ts';

/** A body may not be larger than this. */
export const feedbackBytes = 256_000;

const mostEntries = 100;

export type FeedbackContext = {
  readonly store: Store;
  /** Issuer of the call: only cards that were shown to this client are known. */
  readonly client: string;
  readonly now: Date;
  /** Whether comments are stored; they may name a patient. */
  readonly keepComments: boolean;
};

export type FeedbackReceipt = {
  readonly status: 200;
  readonly stored: number;
  /** Known before: nothing changed. */
  readonly repeated: number;
  /** Unreadable, or about a card that was not shown to this client. */
  readonly dropped: number;
};

/** One entry alone, and a list without its object, pass too. */
const feedbackBody = z.union([
  z.looseObject({ feedback: z.union([z.array(z.unknown()), z.looseObject({}).transform((one) => [one])]) }),
  z.array(z.unknown()).transform((feedback) => ({ feedback })),
]);

/**
 * Stores a batch: each entry at most once however often it comes. An override that asks for silence starts a snooze.
 * What cannot be used is dropped and counted, and the rest still stored.
 * @throws ServiceError if the body is no feedback at all or holds more than 100 entries.
 */
export async function receiveFeedback(body: unknown, context: FeedbackContext): Promise<FeedbackReceipt> {
  const read = feedbackBody.safeParse(body);
  if (!read.success) throw new ServiceError('bad-request', ['request.feedback']);
  const { feedback } = read.data;
  if (feedback.length > mostEntries) throw new ServiceError('too-large', ['request.feedback']);
  const counts = { stored: 0, repeated: 0, dropped: 0 };
  for (const sent of feedback) counts[await receiveEntry(readFeedbackEntry(sent), context)] += 1;
  return { status: 200, ...counts };
}

async function receiveEntry(
  entry: FeedbackEntry | undefined,
  { store, client, now, keepComments }: FeedbackContext,
): Promise<'stored' | 'repeated' | 'dropped'> {
  const card = entry === undefined ? undefined : await issuedCard(store, client, entry.card);
  if (entry === undefined || card?.shown !== true) return 'dropped';
  const { outcome, reason } = entry;
  const received = now.toISOString();
  const row = {
    client,
    card: card.card,
    outcome,
    at: entry.at,
    suggestions: JSON.stringify(entry.suggestions),
    reason_system: reason.system,
    reason_code: reason.code,
    reason_text: reason.text,
    comment: keepComments ? entry.comment : '',
    received,
  };
  if ((await storeFeedback(store, [row])) === 0) return 'repeated';
  const { patient, protocol } = card;
  const until = meansSilence(reason.system, reason.code)
    ? await startSnooze(store, { client, patient, protocol }, reason.code, now)
    : undefined;
  const detail = { card: card.card, outcome, reason: reason.code, ...(until !== undefined && { until }) };
  await appendAudit(store, { at: received, kind: 'feedback', client, patient, detail });
  return 'stored';
}
