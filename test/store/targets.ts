// Empty data bases of both kinds for one test file: a file in a temporary folder, and a PostgreSQL data base of its own.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openStore, type Store } from '../../src/store/store.ts';
import { startPostgres } from '../postgres.ts';

export type Target = {
  readonly name: 'SQLite' | 'PostgreSQL';
  readonly skip: boolean;
  /** The address of a data base with nothing in it. */
  readonly fresh: () => Promise<string>;
};

/** A folder, both targets, and what takes them away again. */
export function bothTargets() {
  const postgres = startPostgres();
  if (postgres === undefined) console.warn('PostgreSQL is not installed: its half of these tests is skipped');
  const folder = mkdtempSync(join(tmpdir(), 'lupus-store-'));
  let count = 0;
  const targets: readonly Target[] = [
    {
      name: 'SQLite',
      skip: false,
      fresh: async () => await Promise.resolve(join(folder, `store-${String((count += 1))}.sqlite`)),
    },
    {
      name: 'PostgreSQL',
      skip: postgres === undefined,
      fresh: async () => {
        const url = new URL(postgres?.url ?? '');
        const name = `of_${String(process.pid)}_${String((count += 1))}`;
        const client = new Client({ connectionString: url.href });
        await client.connect();
        await client.query(`DROP DATABASE IF EXISTS ${name}`);
        await client.query(`CREATE DATABASE ${name}`);
        await client.end();
        url.pathname = `/${name}`;
        return url.href;
      },
    },
  ];
  const close = (): void => {
    postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, targets, close, restart: postgres?.restart };
}

/** Opens, works, closes: a store that is open counts as in use. */
export async function during<T>(target: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(target);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
