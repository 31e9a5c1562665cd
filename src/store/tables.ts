// Which tables does the store have, and how many rows are in each?

import { sql } from 'kysely';
import { openStore, type Database } from './store.ts';

export type RowCounts = Readonly<Record<string, number>>;

/** Kysely's own record of the steps taken. */
const bookkeeping = ['kysely_migration', 'kysely_migration_lock'] as const;

/** Every table of the present schema, in order of the names; those of the migrator last. */
export async function tableNames(): Promise<readonly string[]> {
  const empty = await openStore(':memory:');
  const tables = await empty.database.introspection.getTables();
  await empty.close();
  return [...tables.map(({ name }) => name).sort(), ...bookkeeping];
}

/** Rows of each table that a data base has of the present schema; none for one that was never used. */
export async function countRows(database: Database): Promise<RowCounts> {
  const present = new Set((await database.introspection.getTables()).map(({ name }) => name));
  const names = (await tableNames()).filter((name) => present.has(name));
  const counts: [string, number][] = [];
  for (const name of names) {
    const { rows } = await sql<{ count: number | string }>`SELECT count(*) AS count FROM ${sql.table(name)}`.execute(
      database,
    );
    counts.push([name, Number(rows[0]?.count)]);
  }
  return Object.fromEntries(counts);
}

/** Whether anything is kept; the one row of audit_head is there from the beginning. */
export const isEmpty = (counts: RowCounts): boolean =>
  Object.entries(counts).every(([table, count]) => table === 'audit_head' || count === 0);
