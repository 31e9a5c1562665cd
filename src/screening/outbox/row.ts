// What does a row of the outbox hold, and how is what it wants changed?

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { OutboxTable } from '../../store/schema-screening.ts';
import type { Database } from '../../store/store.ts';
import type { Vault } from '../run/vault.ts';
import type { Kind } from '../../config/write-back.ts';

/** What the text of a row holds: the resource to create, and what to change in one that is there. */
const bodySchema = z.object({
  resource: z.looseObject({ resourceType: z.string() }).exactOptional(),
  patch: z.record(z.string(), z.unknown()),
});

export type Body = z.infer<typeof bodySchema>;

/** @throws SealError, or a ZodError for a row that is not one of ours. */
export const bodyOf = ({ openBody }: Vault, { key, body }: Pick<OutboxTable, 'key' | 'body'>): Body =>
  bodySchema.parse(JSON.parse(openBody(key, body)));

/**
 * The idempotency key. The protocol's version and the wording are no part of it, so that a change of either never makes a
 * second Task; `episode` counts re-entries after a withdrawal.
 * @param patient "Patient/123"; empty for what is written once for all patients.
 */
export const outboxKey = (server: string, patient: string, protocol: string, kind: Kind, episode: number): string =>
  createHash('sha256')
    .update([server, patient, protocol, kind, String(episode)].join('|'))
    .digest('hex');

/** What a row shall want from now on. */
export type Wanted = {
  readonly body: Body;
  readonly action: 'create' | 'withdraw';
  readonly reason: string;
  /** ISO 8601 in UTC; due at once. */
  readonly at: string;
};

/** Changes what a row wants; a write of the earlier wish that is on its way does not end it. */
export async function wish(
  database: Database,
  vault: Vault,
  { key, revision }: Pick<OutboxTable, 'key' | 'revision'>,
  { body, action, reason, at }: Wanted,
): Promise<void> {
  await database
    .updateTable('outbox')
    .set({
      action,
      revision: revision + 1,
      body: vault.sealBody(key, JSON.stringify(body)),
      state: 'pending',
      due: at,
      failures: 0,
      reason,
    })
    .where('key', '=', key)
    .execute();
}
