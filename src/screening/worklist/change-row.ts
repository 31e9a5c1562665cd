// How does a person change something about a patient without overwriting what somebody else has changed?

import { ServiceError } from '../../errors.ts';
import { appendAll } from '../../store/audit.ts';
import type { Sealing } from '../../store/sealing.ts';
import type { WorklistTable } from '../../store/schema-screening.ts';
import type { Database, Store } from '../../store/store.ts';
import type { Person } from './access/person.ts';
import { addEvent, type EventDetail } from './events.ts';
import { lockedRow } from './locked-row.ts';
import { rowNumbered } from './table.ts';

export type Deed = {
  readonly trial: string;
  /** Screening number. */
  readonly number: string;
  readonly person: Person;
  readonly at: string;
  /** The revision of the row that the person has seen; undefined where it does not matter. */
  readonly revision?: number;
};

export type Effect = {
  readonly set?: Partial<Pick<WorklistTable, 'state' | 'assignee'>>;
  readonly event: EventDetail;
  /** For the audit trail, besides number and trial: codes, never text that a person wrote. */
  readonly audited: Readonly<Record<string, string>>;
};

/**
 * Changes one patient's row: change, event and audit row are written together or not at all.
 * @param effect what is to be done to the row as it stands now, also in the same transaction.
 * @throws ServiceError `unknown-path` if there is no such patient, `changed-meanwhile` for another revision.
 */
export async function changeRow(
  { database }: Store,
  { seal }: Pick<Sealing, 'seal'>,
  { trial, number, person, at, revision }: Deed,
  effect: (row: WorklistTable, transaction: Database) => Effect | Promise<Effect>,
): Promise<WorklistTable> {
  // Looked up before: a transaction that has read first cannot write any more on SQLite once another process has written.
  const found = await rowNumbered(database, trial, number);
  return await database.transaction().execute(async (transaction) => {
    const row = found === undefined ? undefined : await lockedRow(transaction, found);
    if (row === undefined) throw new ServiceError('unknown-path');
    if (revision !== undefined && revision !== row.revision) throw new ServiceError('changed-meanwhile');
    const { set = {}, event, audited } = await effect(row, transaction);
    const next = { ...set, changed: at, revision: row.revision + 1 };
    await transaction
      .updateTable('worklist')
      .set(next)
      .where('patient', '=', row.patient)
      .where('protocol', '=', row.protocol)
      .execute();
    await addEvent(transaction, row, { at, author: person.name, detail: event }, { seal });
    const detail = { trial, ...audited };
    await appendAll(transaction, [
      { at, kind: `worklist-${event.kind}`, client: person.subject, patient: row.patient, detail },
    ]);
    return { ...row, ...next };
  });
}
