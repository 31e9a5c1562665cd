// What is kept about staged lines besides the lines: how far the reading came, what every patient may refer to, what is partial?

import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { createPrivateFolder } from '../../../store/private-folder.ts';
import { StagingError } from './buckets.ts';

const count = z.number().int().nonnegative();

/** How the lines of a bucket are written; what an earlier version wrote in another way is grouped anew. */
export const bucketForm = 3;

const stateSchema = z.object({
  form: z.literal(bucketForm),
  /** Digest of the codes of which no result was kept whole; empty where every one was. */
  unread: z.string(),
  /** Size of every bucket at the last checkpoint. */
  sizes: z.array(count).min(1),
  /** Files in reading order, and how many unpacked bytes and lines of each were read. */
  files: z.array(z.object({ path: z.string(), size: count, offset: count, lines: count, finished: z.boolean() })),
  /** Resource types of which something is missing, with why in a stable word; "*" stands for every type. */
  partial: z.record(z.string(), z.string()),
  /** Resource types that were seen. */
  types: z.array(z.string()),
  /** Lines about nobody, about no patient of this server, or of a type that is not read. */
  elsewhere: count,
  unreadable: count,
  complete: z.boolean(),
});

/** How far the grouping came. */
export type StagingState = z.infer<typeof stateSchema>;

export type StagingStore = {
  readonly load: () => StagingState | undefined;
  /** Writes the state and everything that was put since, together. */
  readonly checkpoint: (state: StagingState) => void;
  /** Keeps a Medication or ResearchStudy under its "Type/id". */
  readonly putShared: (key: string, line: Uint8Array) => void;
  readonly shared: (key: string) => Uint8Array | undefined;
  /** Notes that the server has deleted this resource. */
  readonly putDeleted: (key: string) => void;
  readonly isDeleted: (key: string) => boolean;
  /** Whether anything was deleted at all. */
  readonly anyDeleted: () => boolean;
  /** Forgets everything. */
  readonly clear: () => void;
  readonly close: () => void;
};

/** Opens the store of a staging folder, readable by its owner only; creates both where they are not there. */
export function openStaging(folder: string): StagingStore {
  createPrivateFolder(folder);
  const file = join(folder, 'staging.sqlite');
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS state (id INTEGER PRIMARY KEY CHECK (id = 1), value TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS shared (key TEXT PRIMARY KEY, line BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS deleted (key TEXT PRIMARY KEY) WITHOUT ROWID`);
  const statements = {
    load: database.prepare('SELECT value FROM state'),
    save: database.prepare('INSERT OR REPLACE INTO state (id, value) VALUES (1, ?)'),
    putShared: database.prepare('INSERT OR REPLACE INTO shared (key, line) VALUES (?, ?)'),
    shared: database.prepare('SELECT line FROM shared WHERE key = ?'),
    putDeleted: database.prepare('INSERT OR IGNORE INTO deleted (key) VALUES (?)'),
    deleted: database.prepare('SELECT 1 FROM deleted WHERE key = ?'),
    anyDeleted: database.prepare('SELECT 1 FROM deleted LIMIT 1'),
  } as const;
  let open = false;
  let deletions: boolean | undefined;
  const anyDeleted = (): boolean => (deletions ??= statements.anyDeleted.get() !== undefined);
  const begin = (): void => {
    if (!open) database.exec('BEGIN');
    open = true;
  };
  return {
    load: () => {
      const value = statements.load.get()?.['value'];
      return typeof value === 'string' ? stateSchema.safeParse(JSON.parse(value)).data : undefined;
    },
    checkpoint: (state) => {
      begin();
      statements.save.run(JSON.stringify(state));
      database.exec('COMMIT');
      open = false;
    },
    putShared: (key, line) => {
      begin();
      statements.putShared.run(key, line);
    },
    shared: (key) => {
      const line = statements.shared.get(key)?.['line'];
      if (line === undefined) return undefined;
      if (!(line instanceof Uint8Array)) throw new StagingError('staged lines were lost');
      return line;
    },
    putDeleted: (key) => {
      begin();
      deletions = true;
      statements.putDeleted.run(key);
    },
    isDeleted: (key) => anyDeleted() && statements.deleted.get(key) !== undefined,
    anyDeleted,
    clear: () => {
      if (open) database.exec('ROLLBACK');
      open = false;
      database.exec('DELETE FROM state; DELETE FROM shared; DELETE FROM deleted');
    },
    close: () => {
      if (open) database.exec('ROLLBACK');
      database.close();
    },
  };
}
