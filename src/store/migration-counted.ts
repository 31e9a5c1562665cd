// How does the column come into the data base from which a run is counted?

import type { Kysely, Migration } from 'kysely';

/** Results from before have nothing in it: they are counted from the whole assessment. */
export const countedColumn: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('results')
      .addColumn('counted', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
  },
};
