// Where are feedback, snoozes, replayed tokens and the audit trail kept: a file, or PostgreSQL?

import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
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

/** A data base that could not be opened or brought to the present schema. */
export class StoreError extends Error {}

/** Under this name PostgreSQL lists the connections of this program. */
export const applicationName = 'lupus-trial-cds';

/** Which data base a target (a postgres:// URL, a file name, or ":memory:") stands for. */
export const kindOf = (target: string): Store['kind'] => (/^postgres(ql)?:\/\//.test(target) ? 'postgres' : 'sqlite');

/** Opens the store as it is, of whatever age its schema may be: for backup and restore. */
export function openAsItIs(target: string): Store {
  const kind = kindOf(target);
  const database: Database = new Kysely<Schema>({
    dialect: kind === 'postgres' ? new PostgresDialect({ pool: poolFor(target) }) : openSqlite(target),
  });
  return { database, kind, close: async () => await database.destroy() };
}

/** A connection that breaks, idle or in use, is replaced at the next use; it must not end the process. */
function poolFor(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 5_000,
    application_name: applicationName,
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/**
 * Opens the store and brings it to the present schema.
 * @param target a postgres:// URL, a file name, or ":memory:".
 * @throws StoreError if a migration fails; nothing is half done, all steps together are one transaction.
 */
export async function openStore(target: string): Promise<Store> {
  const store = openAsItIs(target);
  const migrated = store.kind === 'sqlite' ? migrateAlone(store.database) : migrate(store.database);
  const error = await migrated.catch((cause: unknown) => cause);
  if (error !== undefined) {
    await store.close();
    throw new StoreError(whyNotOpened(error), { cause: error });
  }
  await store.database
    .insertInto('audit_head')
    .values({ id: 1, seq: 0, hash: '' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return store;
}

/** What an operator can mend by the address of the data base; anything else has to do with what is in it. @source PostgreSQL, Appendix A */
const sentences: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'no data base answers at that host and port'],
  ['ENOTFOUND', 'no name service knows the host of the data base'],
  ['EAI_AGAIN', 'no name service knows the host of the data base'],
  ['ETIMEDOUT', 'the data base does not answer'],
  ['28P01', 'the data base refuses the user or the password'],
  ['28000', 'the data base refuses the user'],
  ['3D000', 'the server has no data base of that name'],
  ['42501', 'the user may not make tables in the data base'],
]);

/** The same, where the driver has only words for it, or one of many codes. */
const wordsOfTheDriver: readonly (readonly [RegExp, string])[] = [
  [/connection timeout|timeout exceeded/i, 'the data base does not answer'],
  [/terminated unexpectedly/, 'what answers at that host and port hangs up: is it PostgreSQL?'],
  [/does not support SSL/, 'the data base offers no encrypted connection (sslmode)'],
  [/password must be a string/, 'the address of the data base holds no password'],
  [/CERT|LEAF_SIGNATURE/, 'the certificate of the data base is not trusted here (NODE_EXTRA_CA_CERTS)'],
];

function whyNotOpened(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const said = `${code} ${error instanceof Error ? error.message : ''}`;
  const known = sentences.get(code) ?? wordsOfTheDriver.find(([words]) => words.test(said))?.[1];
  return known ?? 'the data base could not be brought to the present schema';
}

async function migrate(database: Database): Promise<unknown> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => await Promise.resolve({ ...migrations }) },
  });
  return (await migrator.migrateToLatest()).error;
}

/** On SQLite the migrator neither locks nor uses a transaction: both are given to it here. */
async function migrateAlone(database: Database): Promise<unknown> {
  return await database.connection().execute(async (connection) => {
    await sql`BEGIN IMMEDIATE`.execute(connection);
    const error = await migrate(connection);
    await (error === undefined ? sql`COMMIT` : sql`ROLLBACK`).execute(connection);
    return error;
  });
}

/** Whether the store answers now. */
export async function isReachable({ database }: Store): Promise<boolean> {
  try {
    await database.selectFrom('audit_head').select('id').where('id', '=', 1).executeTakeFirstOrThrow();
    return true;
  } catch {
    return false;
  }
}
