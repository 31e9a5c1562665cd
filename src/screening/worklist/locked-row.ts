// Which row of the list is changed now, and by nobody else until the transaction ends?

import type { WorklistTable } from '../../store/schema-screening.ts';
import type { Database } from '../../store/store.ts';
import type { OnList } from './events.ts';

/**
 * The row of one patient on one list, locked: a screening and a person who work on it at the same time follow one another.
 * The update that changes nothing takes the row lock (PostgreSQL) or the write lock (SQLite) before anything is read.
 */
export async function lockedRow(
  transaction: Database,
  { patient, protocol }: OnList,
): Promise<WorklistTable | undefined> {
  await transaction
    .updateTable('worklist')
    .set((update) => ({ revision: update.ref('revision') }))
    .where('patient', '=', patient)
    .where('protocol', '=', protocol)
    .execute();
  return await transaction
    .selectFrom('worklist')
    .selectAll()
    .where('patient', '=', patient)
    .where('protocol', '=', protocol)
    .executeTakeFirst();
}
