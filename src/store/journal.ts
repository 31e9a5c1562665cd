// How is what an answer leaves behind written without making the answer wait for the disk?

import { appendAll, type AuditEvent } from './audit.ts';
import { rememberCards, type IssuedCard } from './cards.ts';
import type { Store } from './store.ts';

/** What one answer leaves behind: its row in the audit trail, and its cards. */
export type Entry = { readonly audit: AuditEvent; readonly cards: readonly IssuedCard[] };

export type Journal = {
  /** Takes an entry; it is on the disk a moment later, in the order of the calls. */
  readonly write: (entry: Entry) => void;
  /** False while the store cannot be written, or so much waits that no more may be promised. */
  readonly isHealthy: () => boolean;
  /** Ends when everything taken so far is written. @throws the store's error if that cannot be done. */
  readonly drain: () => Promise<void>;
};

export const journalLimits = { waiting: 10_000, batch: 200 } as const;

/** Milliseconds between a first entry and the commit that it shares with those after it; and until a failed one is repeated. */
const pause = { usual: 50, afterFailure: 1_000 } as const;

/**
 * Opens a journal: entries are written in batches, each one transaction, one after the other. A batch that fails stays
 * first in the queue and is tried again.
 * @param failed told of every failure; nothing is lost by it.
 */
export function openJournal(store: Store, failed: (error: unknown) => void): Journal {
  const waiting: Entry[] = [];
  let writing: Promise<void> | undefined;
  let planned: NodeJS.Timeout | undefined;
  let isFailing = false;

  const plan = (milliseconds: number): void => {
    planned ??= setTimeout(() => {
      planned = undefined;
      written().catch(failed);
    }, milliseconds).unref();
  };

  const writeAll = async (): Promise<void> => {
    try {
      while (waiting.length > 0) {
        const batch = waiting.slice(0, journalLimits.batch);
        await writeBatch(store, batch);
        waiting.splice(0, batch.length);
        isFailing = false;
      }
    } catch (error) {
      isFailing = true;
      plan(pause.afterFailure);
      throw error;
    }
  };

  /** One writer at a time; whoever comes meanwhile waits for it, and it takes what came meanwhile. */
  const written = (): Promise<void> => {
    writing ??= writeAll().finally(() => {
      writing = undefined;
    });
    return writing;
  };

  return {
    write: (entry) => {
      waiting.push(entry);
      plan(pause.usual);
    },
    isHealthy: () => !isFailing && waiting.length < journalLimits.waiting,
    drain: async () => {
      while (waiting.length > 0) await written();
    },
  };
}

async function writeBatch(store: Store, batch: readonly Entry[]): Promise<void> {
  await store.database.transaction().execute(async (transaction) => {
    const cards = batch.flatMap((entry) => entry.cards);
    await rememberCards({ ...store, database: transaction }, cards);
    await appendAll(
      transaction,
      batch.map(({ audit }) => audit),
    );
  });
}
