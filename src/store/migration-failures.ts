// How does the column come into the outbox that counts the failures of a write, apart from its attempts?

import type { Kysely, Migration } from 'kysely';

/** What waited before begins to count anew: its attempts do not tell which of them were broken off. */
export const failuresColumn: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('outbox')
      .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
