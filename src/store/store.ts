// Where are feedback, snoozes, replayed tokens and the audit trail kept: a file, or PostgreSQL?

import { Kysely, Migrator, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { migrations } from './migrations.ts';
import type { Schema } from './schema.ts';
import { openSqlite } from './sqlite.ts';

export type Database = Kysely<Schema>;

export type Store = {
  readonly database: Database;
  /** SQLite has one writer at a time by itself; PostgreSQL rows are locked where a sequence must be kept. */
  readonly kind: 'sqlite' | 'postgres';
  readonly close: () => Promise<void>;
};

/** A data base that could not be brought to the present schema. */
export class StoreError extends Error {}

/**
 * Opens the store and brings it to the present schema.
 * @param target a postgres:// URL, a file name, or ":memory:".
 * @throws StoreError if a migration fails; nothing is half done, each step is one transaction.
 */
export async function openStore(target: string): Promise<Store> {
  const kind = /^postgres(ql)?:\/\//.test(target) ? 'postgres' : 'sqlite';
  const database: Database = new Kysely<Schema>({
    dialect:
      kind === 'postgres'
        ? new PostgresDialect({ pool: new Pool({ connectionString: target, max: 8 }) })
        : openSqlite(target),
  });
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => await Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    await database.destroy();
    throw new StoreError('the data base could not be brought to the present schema', { cause: error });
  }
  await database
    .insertInto('audit_head')
    .values({ id: 1, seq: 0, hash: '' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { database, kind, close: async () => await database.destroy() };
}
