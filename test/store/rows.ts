// Rows for tests of the store.

import { sql } from 'kysely';
import { appendAudit } from '../../src/store/audit.ts';
import { rememberCards, type IssuedCard } from '../../src/store/cards.ts';
import { storeFeedback } from '../../src/store/feedback.ts';
import { isFirstUse } from '../../src/store/replay.ts';
import type { FeedbackTable } from '../../src/store/schema.ts';
import { startSnooze } from '../../src/store/snoozes.ts';
import type { Store } from '../../src/store/store.ts';
import { tableNames } from '../../src/store/tables.ts';

export const issued = (card: string, more: Partial<IssuedCard> = {}): IssuedCard => ({
  card,
  client: 'https://ehr.example.org',
  service: 'lupus-car-t-patient-view',
  protocol: 'NCT06222853@5to18',
  patient: 'p_one',
  status: 'candidate',
  shown: true,
  issued: '2026-06-01T00:00:00.000Z',
  ...more,
});

export const entry = (card: string, more: Partial<FeedbackTable> = {}): FeedbackTable => ({
  client: 'https://ehr.example.org',
  card,
  outcome: 'overridden',
  at: '2026-06-01T01:00:00.000Z',
  suggestions: '[]',
  reason_system: 'urn:lupus-trial-cds:override-reason',
  reason_code: 'declined',
  reason_text: '',
  comment: '家属暂不考虑 "later"\n',
  received: '2026-06-01T01:00:01.000Z',
  ...more,
});

/** Something in every table: two patients, three cards, one of them silent. */
export async function fill(store: Store): Promise<void> {
  const client = 'https://ehr.example.org';
  await rememberCards(store, [issued('c1'), issued('c2', { patient: 'p_two' }), issued('c3', { shown: false })]);
  await storeFeedback(store, [entry('c1'), entry('c2', { outcome: 'accepted', reason_code: '' })]);
  const now = new Date('2026-06-01T02:00:00Z');
  await startSnooze(store, { client, patient: 'p_one', protocol: 'NCT06222853@5to18' }, 'declined', now);
  await isFirstUse(store, client, 'jti-1', '2026-06-01T03:00:00.000Z');
  for (const patient of ['p_one', 'p_two', 'p_one']) {
    await appendAudit(store, { at: now.toISOString(), kind: 'hook', client, patient, detail: { cards: 1 } });
  }
}

/** Every row of every table of the present schema, as text in a fixed order. */
export async function everything({ database }: Store): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables: [string, readonly string[]][] = [];
  for (const name of await tableNames()) {
    const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(name)}`.execute(database);
    tables.push([
      name,
      rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort(),
    ]);
  }
  return Object.fromEntries(tables);
}
