// How does Kysely speak to the SQLite that is built into Node?

import { closeSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { SqliteDialect, type SqliteDatabase } from 'kysely';
import { createPrivateFolder } from './private-folder.ts';

const isInput = (value: unknown): value is SQLInputValue =>
  value === null || ['string', 'number', 'bigint'].includes(typeof value) || value instanceof Uint8Array;

function inputs(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((each) => {
    if (!isInput(each)) throw new TypeError(`SQLite takes no ${typeof each}`);
    return each;
  });
}

/** A new file and its folder can be read by nobody else; SQLite gives its companion files the same rights. */
function createPrivately(file: string): void {
  const taken = statSync(file, { throwIfNoEntry: false });
  // To open a pipe would wait for its reader, for ever.
  if (taken?.isFile() === false) throw Object.assign(new Error(file), { code: 'it is not a regular file' });
  createPrivateFolder(dirname(file));
  closeSync(openSync(file, 'a', 0o600));
}

/**
 * Opens a file (or ":memory:"), creating it where there is none: write-ahead log, and a writer waits up to five seconds
 * for another. A commit is with the operating system when it counts, so that no answer waits for the disk: the end of
 * the process, however sudden, loses nothing; the end of the machine can lose the last moments, never the file.
 */
export function openSqlite(file: string): SqliteDialect {
  if (file !== ':memory:') createPrivately(file);
  const database = new DatabaseSync(file);
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  const adapter: SqliteDatabase = {
    close: () => {
      database.close();
    },
    prepare: rememberingStatements(database),
  };
  return new SqliteDialect({ database: adapter });
}

/** Statements kept prepared; when there are more, all are forgotten. */
const mostStatements = 200;

/** The same few statements are asked all day: each is prepared once. One that is read row by row stands alone. */
function rememberingStatements(database: DatabaseSync): SqliteDatabase['prepare'] {
  const known = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  return (sql) => {
    let statement = known.get(sql);
    if (statement === undefined) {
      if (known.size >= mostStatements) known.clear();
      statement = sql === 'rollback' ? rollback(database) : adapted(database.prepare(sql), () => database.prepare(sql));
      known.set(sql, statement);
    }
    return statement;
  };
}

/** A full disk ends a transaction by itself: to end it again would fail, and hide what has happened. */
const rollback = (database: DatabaseSync): ReturnType<SqliteDatabase['prepare']> => ({
  ...adapted(database.prepare('rollback'), () => database.prepare('rollback')),
  run: () => {
    if (database.isTransaction) database.exec('rollback');
    return { changes: 0, lastInsertRowid: 0 };
  },
});

const adapted = (statement: StatementSync, another: () => StatementSync): ReturnType<SqliteDatabase['prepare']> => ({
  reader: statement.columns().length > 0,
  all: (parameters) => statement.all(...inputs(parameters)),
  run: (parameters) => statement.run(...inputs(parameters)),
  iterate: (parameters) => another().iterate(...inputs(parameters)),
});
