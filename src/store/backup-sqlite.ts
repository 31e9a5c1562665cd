// How is a SQLite store copied, and how is a copy put in its place?

import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { inUse, tooNew, unsound } from './backup-error.ts';
import { openAsItIs, openStore, StoreError, type Store } from './store.ts';
import { countRows, type RowCounts } from './tables.ts';

/** VACUUM INTO: one consistent moment, and nothing of what was deleted before is in the copy. The copy is read again. */
export async function backupSqlite(store: Store, file: string): Promise<RowCounts> {
  closeSync(openSync(file, 'wx', 0o600));
  await sql`VACUUM INTO ${file}`.execute(store.database);
  mustBeSound(file);
  const copy = openAsItIs(file);
  const rows = await countRows(copy.database);
  // Without a write-ahead log the copy is one file, readable from a read-only medium.
  await sql`PRAGMA journal_mode = DELETE`.execute(copy.database);
  await copy.close();
  return rows;
}

/** Brings a copy of the backup to the present schema beside the store, then exchanges the two in one step. */
export async function restoreSqlite(file: string, target: string): Promise<void> {
  mustBeSound(file);
  const waiting = `${target}.restoring`;
  try {
    copyFileSync(file, waiting);
    chmodSync(waiting, 0o600);
    await migrate(waiting, file);
    if (existsSync(target)) mustBeUnused(target);
    renameSync(waiting, target);
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(waiting + end, { force: true });
  }
}

/** @throws BackupError if the file is no SQLite data base, is damaged, or holds something else. */
function mustBeSound(file: string): void {
  const tables = "SELECT count(*) AS found FROM sqlite_schema WHERE name IN ('audit_head', 'kysely_migration')";
  try {
    const copy = new DatabaseSync(file, { readOnly: true });
    const [check] = copy.prepare('PRAGMA integrity_check').all();
    const found = copy.prepare(tables).get()?.['found'];
    copy.close();
    if (check?.['integrity_check'] === 'ok' && found === 2 && isWhole(file)) return;
  } catch {
    // Not a data base at all: said below.
  }
  throw unsound(file);
}

/**
 * Whether the file is as long as it says of itself: the check of SQLite forgives an end that is missing.
 * @source SQLite file format, database header: page size at byte 16, size in pages at byte 28.
 */
function isWhole(file: string): boolean {
  const header = Buffer.alloc(32);
  const handle = openSync(file, 'r');
  readSync(handle, header, 0, header.length, 0);
  closeSync(handle);
  const pageSize = header.readUInt16BE(16);
  return statSync(file).size === header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize);
}

async function migrate(copy: string, file: string): Promise<void> {
  try {
    const store = await openStore(copy);
    await store.close();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw tooNew(file);
  }
}

/** Leaving the write-ahead log is allowed only to the one user of a file; it also leaves no companion files behind. */
function mustBeUnused(target: string): void {
  const alone = new DatabaseSync(target);
  try {
    if (alone.prepare('PRAGMA journal_mode = DELETE').get()?.['journal_mode'] === 'delete') return;
  } catch {
    // Locked: said below.
  } finally {
    alone.close();
  }
  throw inUse();
}
