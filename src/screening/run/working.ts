// How does one process work through the patients of a run, many at a time, and again after an interruption?

import { setTimeout as sleep } from 'node:timers/promises';
import { attempt } from './attempt.ts';
import { pendingAfter } from './ledger.ts';
import type { ItemEnd, Screener } from './screen-item.ts';

export type Working = {
  /** Patients at the same time. */
  readonly atOnce: number;
  /** Attempts for one patient before she counts as failed. */
  readonly attempts: number;
  /** Milliseconds before patients who could not be read are tried again; doubled with every round. */
  readonly pause: number;
  /** Told of every patient that is finished. */
  readonly finished: (end: ItemEnd['end']) => void;
};

/** Patients read from the table at once. */
const page = 500;

/**
 * Works through everything that is pending, in the order of the list; who could not be read is tried again after all
 * others. Ends when nothing is pending. An interruption leaves what was not finished pending.
 */
export async function workThrough(screener: Screener, working: Working, signal: AbortSignal): Promise<void> {
  for (let round = 0; ; round += 1) {
    const again = await workOnce(screener, working, signal);
    if (again === 0) return;
    await sleep(working.pause * 2 ** Math.min(round, 6), undefined, { signal });
  }
}

/** One round; answers how many are to be tried again. */
async function workOnce(screener: Screener, working: Working, interrupted: AbortSignal): Promise<number> {
  const { store, run } = screener;
  const broken = new AbortController();
  const signal = AbortSignal.any([interrupted, broken.signal]);
  let again = 0;
  let position = 0;
  let known: Awaited<ReturnType<typeof pendingAfter>> = [];
  let isOver = false;
  let reading: Promise<void> | undefined;

  const readOn = async (): Promise<void> => {
    known = await pendingAfter(store, run, position, page);
    position = known.at(-1)?.position ?? position;
    isOver = known.length === 0;
  };
  const next = async () => {
    for (;;) {
      const item = known.shift();
      if (item !== undefined || isOver) return item;
      reading ??= readOn().finally(() => {
        reading = undefined;
      });
      await reading;
    }
  };
  const hand = async (): Promise<void> => {
    for (let item = await next(); item !== undefined; item = await next()) {
      signal.throwIfAborted();
      const end = await attempt(screener, item.patient, item.attempts, working.attempts, signal);
      if (end === 'again') again += 1;
      else working.finished(end);
    }
  };
  /** The first error, such as a store that cannot be written, stops all hands; then it is thrown. */
  const guarded = async (): Promise<void> => {
    try {
      await hand();
    } catch (error) {
      broken.abort(error);
    }
  };
  await Promise.all(Array.from({ length: working.atOnce }, guarded));
  signal.throwIfAborted();
  return again;
}
