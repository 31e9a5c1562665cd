// Who was answered about whom, and can the trail still be trusted?

import { createHash } from 'node:crypto';
import type { AuditTable } from './schema.ts';
import type { Database, Store } from './store.ts';

/** What is worth a row. `patient` is a pseudonym or empty; `detail` holds codes and counts, never clinical text. */
export type AuditEvent = {
  readonly at: string;
  readonly kind: string;
  readonly client: string;
  readonly patient: string;
  readonly detail: Readonly<Record<string, string | number>>;
};

const hashOf = (row: Omit<AuditTable, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([row.seq, row.at, row.kind, row.client, row.patient, row.detail, row.previous]))
    .digest('hex');

/** Appends one event; writers queue on the head row, so the chain never forks. */
export async function appendAudit(store: Store, event: AuditEvent): Promise<void> {
  await store.database.transaction().execute(async (transaction) => {
    await appendAll(transaction, [event]);
  });
}

/** Appends events in their order. @param transaction the rows and the new head are written together or not at all. */
export async function appendAll(transaction: Database, events: readonly AuditEvent[]): Promise<void> {
  // The update takes the row lock (PostgreSQL) or the write lock (SQLite) before anything is read.
  await transaction
    .updateTable('audit_head')
    .set((update) => ({ seq: update('seq', '+', events.length) }))
    .where('id', '=', 1)
    .execute();
  const head = await transaction.selectFrom('audit_head').selectAll().where('id', '=', 1).executeTakeFirstOrThrow();
  const rows: AuditTable[] = [];
  for (const [index, event] of events.entries()) {
    const previous = rows.at(-1)?.hash ?? head.hash;
    const seq = head.seq - events.length + index + 1;
    const row = { ...event, seq, detail: JSON.stringify(event.detail), previous };
    rows.push({ ...row, hash: hashOf(row) });
  }
  await transaction.insertInto('audit').values(rows).execute();
  await transaction
    .updateTable('audit_head')
    .set({ hash: rows.at(-1)?.hash ?? head.hash })
    .where('id', '=', 1)
    .execute();
}

/** Every row in order, read in pages. */
async function* rowsOf(database: Database): AsyncGenerator<AuditTable> {
  for (let last = 0; ;) {
    const rows = await database
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(500)
      .execute();
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.seq;
  }
}

/**
 * The first row at which the chain is broken, or undefined if the whole trail is as it was written.
 * @param seen hears of every sound row, oldest first.
 */
export async function brokenAt(
  { database, kind }: Store,
  seen: (row: AuditTable) => void = () => {},
): Promise<number | undefined> {
  const transaction = database.transaction();
  // Rows and head of one moment, or an event that is written meanwhile would look like a broken end.
  const ofOneMoment = kind === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction;
  return await ofOneMoment.execute(async (moment) => {
    let previous = '';
    let last = 0;
    for await (const row of rowsOf(moment)) {
      if (row.seq !== last + 1 || row.previous !== previous || row.hash !== hashOf(row)) return row.seq;
      previous = row.hash;
      last = row.seq;
      seen(row);
    }
    const head = await moment.selectFrom('audit_head').selectAll().where('id', '=', 1).executeTakeFirstOrThrow();
    return head.hash === previous && head.seq === last ? undefined : last + 1;
  });
}

/** Every event as a FHIR R4 AuditEvent, oldest first. */
export async function* auditEvents({ database }: Store): AsyncGenerator<object> {
  for await (const row of rowsOf(database)) {
    yield {
      resourceType: 'AuditEvent',
      id: String(row.seq),
      type: {
        system: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
        code: 'rest',
        display: 'RESTful Operation',
      },
      subtype: [{ system: 'urn:lupus-trial-cds:audit', code: row.kind }],
      action: 'E',
      recorded: row.at,
      outcome: '0',
      agent: [{ requestor: true, ...(row.client !== '' && { altId: row.client }) }],
      source: { observer: { display: 'lupus-trial-cds' } },
      entity: [
        {
          ...(row.patient !== '' && {
            what: { identifier: { system: 'urn:lupus-trial-cds:pseudonym', value: row.patient } },
          }),
          detail: [
            { type: 'detail', valueString: row.detail },
            { type: 'hash', valueString: row.hash },
          ],
        },
      ],
    };
  }
}
