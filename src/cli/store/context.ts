// What does a command on the store work with, and how does it tell what it does?

import { once } from 'node:events';
import type { StoreConfig } from '../../config/config.ts';
import { appendAudit } from '../../store/audit.ts';
import { mustExist } from '../../store/backup.ts';
import { kindOf, openStore, type Store } from '../../store/store.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type StoreContext = {
  readonly config: StoreConfig;
  readonly environment: Environment;
  readonly now: () => Date;
};

export type StoreCommand = (args: readonly string[], context: StoreContext) => Promise<number>;

/** The result, on standard output; waits while the reader is slow. */
export async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

/** What is going on, on standard error. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** The store in words, without user and password. */
export function nameOf(target: string): string {
  if (kindOf(target) === 'sqlite') return target;
  const { hostname, port, pathname } = new URL(target);
  return `postgres://${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}

/** "1 card", "2 cards". */
export const counted = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** Opens the present store, never a new one, for as long as the work takes. */
export async function withStore<T>({ config }: StoreContext, work: (store: Store) => Promise<T>): Promise<T> {
  mustExist(config.store);
  const store = await openStore(config.store);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Leaves a row in the audit trail about what an operator did, with the name of her account where it is known. */
export async function recordWork(
  store: Store,
  { environment, now }: StoreContext,
  kind: string,
  detail: Readonly<Record<string, string | number>>,
  about: { readonly client: string; readonly patient: string } = { client: '', patient: '' },
): Promise<void> {
  const operator = environment['USER'] ?? '';
  await appendAudit(store, { at: now().toISOString(), kind, ...about, detail: { ...detail, operator } });
}

/** Called for each row of a long list: says now and then how far the work is. */
export function progress(what: string): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (count % 10_000 === 0) tell(`${String(count)} ${what} …`);
  };
}
