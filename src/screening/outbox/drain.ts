// How is the outbox emptied: row by row, by whichever worker, again after a failure?

import { sql, type Selectable } from 'kysely';
import type { OutboxTable } from '../../store/schema-screening.ts';
import type { Store } from '../../store/store.ts';
import type { Vault } from '../run/vault.ts';
import { deliver, waitsForAnother, type Delivery, type Due } from './deliver.ts';
import type { Ehr } from './ehr.ts';
import { withdrawal } from './drafts.ts';
import { objectionTo, type Objection } from './objection.ts';
import { bodyOf, wish } from './row.ts';
import { kinds, type Kind, type WriteBack } from '../../config/write-back.ts';

type Row = Selectable<OutboxTable>;

export type Draining = {
  readonly store: Store;
  readonly vault: Vault;
  readonly ehr: Ehr;
  readonly settings: WriteBack;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Today at the site, "2026-06-01". */
  readonly today: () => string;
};

/** `later`: not yet, and tried again. */
export type Drained = { readonly done: number; readonly failed: number; readonly later: number };

/** For so long a row belongs to the worker that took it: longer than its calls may last. */
const lease = 180_000;

/** Pause after the first failure; doubled with every further one, up to the longest. */
const pause = { first: 2_000, longest: 3_600_000 } as const;

/**
 * After so many failures a human must look. Neither an attempt that ended with the process nor the waiting for what a row
 * refers to gives it up: both say nothing about the row.
 */
const mostFailures = 60;

const page = 100;

/** Writes everything that is due now, in the order in which one thing refers to another. Ends when nothing is due. */
export async function drainOutbox(draining: Draining, signal: AbortSignal): Promise<Drained> {
  const counts = { done: 0, failed: 0, later: 0 };
  for (let rows = await dueRows(draining); rows.length > 0; rows = await dueRows(draining)) {
    for (const row of rows) {
      signal.throwIfAborted();
      const end = await deliverRow(draining, row);
      if (end !== undefined) counts[end] += 1;
    }
  }
  return counts;
}

async function dueRows({ store, settings, now }: Draining): Promise<readonly Row[]> {
  const ranks = kinds.map((kind, rank) => sql`WHEN ${kind} THEN ${sql.raw(String(rank))}`);
  return await store.database
    .selectFrom('outbox')
    .selectAll()
    .where('server', '=', settings.server)
    .where('state', '=', 'pending')
    .where('due', '<=', timeText(now()))
    .orderBy(sql`CASE kind ${sql.join(ranks, sql` `)} END`)
    .orderBy('created')
    .orderBy('key')
    .limit(page)
    .execute();
}

const timeText = (time: number): string => new Date(time).toISOString();

/** Takes a row, delivers and settles it; undefined if another worker has it. */
async function deliverRow(draining: Draining, row: Row): Promise<keyof Drained | undefined> {
  const { store, vault, ehr, now } = draining;
  if (!(await claimed(store, row, now()))) return undefined;
  const due: Due = {
    key: row.key,
    kind: kindOf(row.kind),
    action: row.action === 'withdraw' ? 'withdraw' : 'create',
    attempts: row.attempts,
    location: row.location,
    body: bodyOf(vault, row),
  };
  const objection = due.action === 'create' ? await objectionTo(draining, row) : undefined;
  if (objection !== undefined) return await put(draining, row, due.kind, objection);
  return await settle(draining, row, await deliver(due, ehr, await placesBesides(store, row)));
}

function kindOf(text: string): Kind {
  const kind = kinds.find((each) => each === text);
  if (kind === undefined) throw new TypeError('the outbox holds a kind that this version does not know');
  return kind;
}

/** The attempt is on the disk before anything is sent: after a crash the server is searched first. */
async function claimed({ database }: Store, row: Row, now: number): Promise<boolean> {
  const taken = await database
    .updateTable('outbox')
    .set({ attempts: row.attempts + 1, due: timeText(now + lease) })
    .where('key', '=', row.key)
    .where('revision', '=', row.revision)
    .where('attempts', '=', row.attempts)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

/** Puts a row off, or turns it into one that takes back what an earlier attempt may have written. */
async function put(draining: Draining, row: Row, kind: Kind, objection: Objection): Promise<'later'> {
  const { store, vault, now } = draining;
  if ('later' in objection) {
    await settle(draining, row, { end: 'failed', reason: objection.later, final: false, location: '' });
    return 'later';
  }
  const { reason, consent } = objection.takeBack;
  const at = timeText(now());
  const body = { patch: withdrawal(kind, 'ineligible', consent, at) };
  await wish(store.database, vault, row, { body, action: 'withdraw', reason, at });
  return 'later';
}

/** Where the other resources about this patient are, and the study. */
async function placesBesides(
  { database }: Store,
  { server, patient, protocol }: Row,
): Promise<(key: string) => string | undefined> {
  const rows = await database
    .selectFrom('outbox')
    .select(['key', 'location'])
    .where('patient', 'in', [patient, ''])
    .where('protocol', '=', protocol)
    .where('server', '=', server)
    .where('location', '!=', '')
    .execute();
  const places = new Map(rows.map(({ key, location }) => [key, location]));
  return (key) => places.get(key);
}

/** Writes down how it went. Where the row wants something else by now, only the place is kept. */
async function settle({ store, now }: Draining, row: Row, delivery: Delivery): Promise<keyof Drained> {
  const isDone = delivery.end === 'done';
  const failures = row.failures + (isDone ? 0 : 1);
  const isFinal = !isDone && (delivery.final || (failures >= mostFailures && delivery.reason !== waitsForAnother));
  const wait = Math.min(pause.first * 2 ** Math.min(row.failures, 20), pause.longest);
  if (delivery.location !== '') {
    const { location } = delivery;
    await store.database.updateTable('outbox').set({ location }).where('key', '=', row.key).execute();
  }
  await store.database
    .updateTable('outbox')
    .set({
      state: isDone ? 'done' : isFinal ? 'failed' : 'pending',
      failures,
      reason: isDone ? '' : delivery.reason,
      due: timeText(now() + (isDone || isFinal ? 0 : wait)),
    })
    .where('key', '=', row.key)
    .where('revision', '=', row.revision)
    .execute();
  if (isDone) return 'done';
  return isFinal ? 'failed' : 'later';
}
