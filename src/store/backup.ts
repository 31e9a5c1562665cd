// How is the whole store copied to one file, and brought back from it?

import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { backupPostgres, restorePostgres } from './backup-postgres.ts';
import { backupSqlite, restoreSqlite } from './backup-sqlite.ts';
import { BackupError } from './backup-error.ts';
import { kindOf, openAsItIs, openStore } from './store.ts';
import { countRows, isEmpty, type RowCounts } from './tables.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What was written or read: rows by table. */
export type Copied = { readonly rows: RowCounts; readonly bytes: number };

/**
 * Writes the store, as it is at one moment, to a new file that only its owner can read; the service may go on running.
 * @throws BackupError if there is no store, if the file exists, or if the copy fails; no half file is left behind.
 */
export async function backup(target: string, file: string, environment: Environment): Promise<Copied> {
  mustBeNew(file);
  mustExist(target);
  const partial = `${file}.${randomUUID()}.partial`;
  const store = openAsItIs(target);
  try {
    if (isNothing(await countRows(store.database))) throw new BackupError('there is no store in this data base');
    const rows =
      store.kind === 'sqlite'
        ? await backupSqlite(store, partial)
        : await backupPostgres(store, target, partial, environment);
    mustBeNew(file);
    renameSync(partial, file);
    return { rows, bytes: statSync(file).size };
  } finally {
    await store.close();
    rmSync(partial, { force: true });
  }
}

/**
 * Makes the store what it was when the backup was written, then brings it to the present schema; all or nothing.
 * @param force whether a store in which something is kept may be replaced.
 * @throws BackupError if it may not, if the service still uses the store, or if the file is no sound backup.
 */
export async function restore(file: string, target: string, force: boolean, environment: Environment): Promise<Copied> {
  if (!existsSync(file)) throw new BackupError(`there is no file ${file}`);
  if (target === ':memory:') throw new BackupError('a store in memory cannot be restored');
  const kept = await keptIn(target);
  if (!force && !isEmpty(kept)) {
    const counts = Object.entries(kept).filter(([table, count]) => count > 0 && table !== 'audit_head');
    const rows = counts.map(([table, count]) => `${table} ${String(count)}`).join(', ');
    throw new BackupError(`the store is not empty (${rows}); with --force all of this is replaced`);
  }
  if (kindOf(target) === 'sqlite') await restoreSqlite(file, target);
  else await restorePostgres(file, target, environment);
  const store = await openStore(target);
  try {
    return { rows: await countRows(store.database), bytes: statSync(file).size };
  } finally {
    await store.close();
  }
}

/** @throws BackupError where a file that should be the store is not there: opening it would create an empty one. */
export function mustExist(target: string): void {
  if (kindOf(target) === 'sqlite' && !existsSync(target)) throw new BackupError(`there is no store ${target}`);
}

function mustBeNew(file: string): void {
  if (existsSync(file)) throw new BackupError(`${file} exists; a backup is never written over another file`);
}

const isNothing = (rows: RowCounts): boolean => Object.keys(rows).length === 0;

/** Rows that a restoring would replace. */
async function keptIn(target: string): Promise<RowCounts> {
  if (kindOf(target) === 'sqlite' && !existsSync(target)) return {};
  const store = openAsItIs(target);
  try {
    return await countRows(store.database);
  } finally {
    await store.close();
  }
}
