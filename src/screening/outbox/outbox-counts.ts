// How much has been written back, and how much waits or was refused?

import type { Store } from '../../store/store.ts';

/** By kind and state: "Task pending", "Task withdrawn", … */
export type OutboxCounts = Readonly<Record<string, number>>;

/** Everything in the outbox, counted; a kind and state without a row is left out. */
export async function outboxCounts({ database }: Store): Promise<OutboxCounts> {
  const rows = await database
    .selectFrom('outbox')
    .select((select) => ['kind', 'action', 'state', select.fn.countAll<number | string>().as('count')])
    .groupBy(['kind', 'action', 'state'])
    .orderBy('kind')
    .orderBy('action')
    .orderBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ kind, action, state, count }) => [nameOf(kind, action, state), Number(count)]));
}

function nameOf(kind: string, action: string, state: string): string {
  if (action === 'create') return `${kind} ${state === 'done' ? 'written' : state}`;
  return `${kind} ${state === 'done' ? 'withdrawn' : `withdrawal ${state}`}`;
}
