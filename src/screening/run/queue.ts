// How are the patients of a run handed out to workers on many machines?

import { PgBoss, type Job, type JobResult } from 'pg-boss';
import { z } from 'zod';
import { limiter } from '../../access/limiter.ts';
import type { Store } from '../../store/store.ts';
import { pendingAfter } from './ledger.ts';

/** One patient of one run; `patient` is a pseudonym. */
export type Handed = { readonly run: string; readonly patient: string };

const handed = z.object({ run: z.string(), patient: z.string() });

/** `again`: to be handed out again, to whomever. */
export type HandedEnd = 'ended' | 'again';

export type Queue = {
  /** Hands out every pending patient of a run. Handing out twice is harmless: what is finished is not done again. */
  readonly handOut: (store: Store, run: string) => Promise<void>;
  /**
   * Takes patients until `close`.
   * @param lost told of a patient whose workers died or failed again and again.
   */
  readonly take: (
    atOnce: number,
    work: (item: Handed) => Promise<HandedEnd>,
    lost: (item: Handed) => Promise<void>,
  ) => Promise<void>;
  /** Waits for the patients in work, up to 20 seconds; the others go back. */
  readonly close: () => Promise<void>;
};

const queue = 'screening';
const deadLetters = 'screening-lost';

/** A worker that has not been heard of for so many seconds is dead: its patients go to another. */
const heartbeat = 30;

const page = 500;

/** Patients fetched at once; a batch is finished as a whole before its hand fetches the next. */
const batch = 4;

/** Opens the queue in the data base. @param fault told of what goes wrong in the background. */
export async function openQueue(url: string, fault: (error: unknown) => void): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    application_name: 'lupus-trial-cds-queue',
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  });
  boss.on('error', fault);
  await boss.start();
  await boss.createQueue(deadLetters);
  await boss.createQueue(queue, {
    deadLetter: deadLetters,
    retryLimit: 10,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 600,
    heartbeatSeconds: heartbeat,
    expireInSeconds: 3_600,
    deleteAfterSeconds: 3_600,
  });

  return {
    handOut: async (store, run) => {
      for (let [position, isOver] = [0, false]; !isOver;) {
        const items = await pendingAfter(store, run, position, page);
        const jobs = items.map(({ patient }) => ({ data: { run, patient } }));
        if (jobs.length > 0) await boss.insert(queue, jobs);
        position = items.at(-1)?.position ?? position;
        isOver = items.length === 0;
      }
    },
    take: async (atOnce, work, lost) => {
      const room = limiter(atOnce);
      const one = async ({ id, data }: Job): Promise<JobResult> => {
        const end = await room(async () => await work(handed.parse(data))).catch((error: unknown) => {
          fault(error);
          return 'again' as const;
        });
        return { id, status: end === 'again' ? 'failed' : 'completed' };
      };
      await boss.work(
        queue,
        {
          batchSize: batch,
          // One hand more than needed: while one waits for the last of its batch, another has patients ready.
          localConcurrency: Math.ceil(atOnce / batch) + 1,
          perJobResults: true,
          burstWhenBatchFull: true,
          pollingIntervalSeconds: 0.5,
        },
        async (jobs: Job[]) => await Promise.all(jobs.map(one)),
      );
      await boss.work(deadLetters, { pollingIntervalSeconds: 5 }, async (jobs: Job[]) => {
        for (const { data } of jobs) await lost(handed.parse(data));
      });
    },
    close: async () => await boss.stop({ graceful: true, timeout: 20_000 }),
  };
}
