// How do several processes answer on one port, and what becomes of one that ends?

import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../telemetry/log.ts';
import { answerForAll } from './counted-by-all.ts';

export type Leading = {
  /** Processes that answer; this one only watches over them. */
  readonly count: number;
  readonly log: Log;
  /** Keeps what is to be done when the service shall stop. */
  readonly onStop: (stop: () => void) => void;
};

/** Tells a process which of them it is, the first being "1". */
const numberVariable = 'SERVICE_PROCESS';

/** Milliseconds between the end of a process and the start of the one that takes its place. */
const pause = 1_000;

/** The number of this process among those of the service; undefined where it is the only one. */
export const processNumber = (environment: NodeJS.ProcessEnv): number | undefined =>
  cluster.isWorker ? Number(environment[numberVariable]) : undefined;

/**
 * Starts as many processes as are asked for, which share the port; each opens the store for itself. The first alone tells
 * whether the service can start; one that ends later is replaced. Ends when all have ended after the signal to stop.
 * @returns the exit code: of the first process if it could not start, otherwise the highest of those that were stopped.
 */
export async function lead({ count, log, onStop }: Leading): Promise<number> {
  const stopping = new AbortController();
  onStop(() => {
    stopping.abort();
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
  });
  cluster.on('message', answerForAll);
  const first = start(1);
  const begun = new AbortController();
  const failed = await Promise.race([
    once(first, 'listening', { signal: begun.signal }).then(() => undefined),
    codeOf(first),
  ]);
  begun.abort();
  if (failed !== undefined) return failed;

  /** The place of one process, whoever fills it. */
  const place = async (number: number, filledBy: Worker): Promise<number> => {
    for (let worker = filledBy; ; worker = start(number)) {
      const code = await codeOf(worker);
      if (stopping.signal.aborted) return code;
      log({ event: 'process-ended', process: number, code });
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return 0;
    }
  };
  const others = Array.from({ length: count - 1 }, (_none, index) => index + 2);
  const codes = await Promise.all([place(1, first), ...others.map((number) => place(number, start(number)))]);
  return Math.max(...codes);
}

const start = (number: number): Worker => cluster.fork({ [numberVariable]: String(number) });

/** Exit code of a process; 0 for one that the signal to stop met before anything was underway. */
async function codeOf(worker: Worker): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  worker.once('exit', (code: number | null, signal: string | null) => {
    resolve(code ?? (signal === 'SIGTERM' ? 0 : 1));
  });
  return await promise;
}
