// When may the next call to a FHIR server be made, so that all workers together keep within what it allows?

import { sql } from 'kysely';
import type { Store } from './store.ts';

/** What a server allows. */
export type Allowance = { readonly callsPerMinute: number };

/** A place in the queue: milliseconds to wait before it, and before what the server said it will take no call. */
export type QuotaTurn = { readonly wait: number; readonly blocked: number };

/** Part of the calls of a minute that may come at once after a pause. */
const burstPart = 0.05;

/**
 * A minute, and what a call may take on its way: calls that left within so long may arrive within one minute.
 * So in no minute, wherever it begins, more arrive than are allowed.
 */
const window = 65_000;

/** Calls that may come at once, and milliseconds between the others. */
export function paceOf({ callsPerMinute }: Allowance): { readonly burst: number; readonly interval: number } {
  const burst = Math.max(1, Math.floor(callsPerMinute * burstPart));
  return { burst, interval: window / Math.max(1, callsPerMinute - burst) };
}

/**
 * Takes the next place, whichever worker asks (generic cell rate algorithm, ITU-T I.371: one number per server).
 * On PostgreSQL its clock counts, so that workers whose clocks differ share one; on SQLite the given one.
 */
export async function takeTurn(
  { database, kind }: Store,
  server: string,
  allowance: Allowance,
  now: number,
): Promise<QuotaTurn> {
  const { burst, interval } = paceOf(allowance);
  const time = kind === 'postgres' ? sql`extract(epoch FROM clock_timestamp()) * 1000` : sql`${now}`;
  const larger = sql.raw(kind === 'postgres' ? 'greatest' : 'max');
  const { rows } = await sql<{ wait: number | string; blocked: number | string }>`
    INSERT INTO quotas (server, next, blocked) VALUES (${server}, ${time} + ${interval}, 0)
    ON CONFLICT (server) DO UPDATE
      SET next = ${larger}(quotas.next, ${time} - ${interval * (burst - 1)}) + ${interval}
    RETURNING next - ${interval} - (${time}) AS wait, blocked - (${time}) AS blocked`.execute(database);
  const [row] = rows;
  return { wait: Math.max(0, Number(row?.wait)), blocked: Math.max(0, Number(row?.blocked)) };
}

/** Milliseconds for which the server takes no call. */
export async function blockedFor({ database, kind }: Store, server: string, now: number): Promise<number> {
  const time = kind === 'postgres' ? sql`extract(epoch FROM clock_timestamp()) * 1000` : sql`${now}`;
  const { rows } = await sql<{ blocked: number | string }>`
    SELECT blocked - (${time}) AS blocked FROM quotas WHERE server = ${server}`.execute(database);
  return Math.max(0, Number(rows[0]?.blocked ?? 0));
}

/** The server said that it takes no call for so many milliseconds: that holds for all workers. */
export async function block(
  { database, kind }: Store,
  server: string,
  milliseconds: number,
  now: number,
): Promise<void> {
  const time = kind === 'postgres' ? sql`extract(epoch FROM clock_timestamp()) * 1000` : sql`${now}`;
  const larger = sql.raw(kind === 'postgres' ? 'greatest' : 'max');
  await sql`
    INSERT INTO quotas (server, next, blocked) VALUES (${server}, 0, ${time} + ${milliseconds})
    ON CONFLICT (server) DO UPDATE SET blocked = ${larger}(quotas.blocked, ${time} + ${milliseconds})`.execute(
    database,
  );
}
