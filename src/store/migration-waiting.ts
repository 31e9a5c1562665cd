// How does the table of events that wait for a screening come into the data base?

import type { Kysely, Migration } from 'kysely';

/** The table of `schema-screening.ts` as it was first released. */
export const waiting: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('waiting')
      .addColumn('patient', 'text', (column) => column.primaryKey().notNull())
      .addColumn('identity', 'text', (column) => column.notNull())
      .addColumn('event', 'text', (column) => column.notNull())
      .execute();
  },
};
