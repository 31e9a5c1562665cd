// How does every call to a FHIR server, of whichever worker, wait for its turn?

import type { Clock } from '../../access/clock.ts';
import type { Limiter } from '../../access/limiter.ts';
import { readRetryAfter } from '../../access/retry.ts';
import { block, blockedFor, takeTurn, type Allowance } from '../../store/quotas.ts';
import type { Store } from '../../store/store.ts';

/** Pause after 429 where the server names none. */
const usualPause = 10_000;

/** A pause of more than an hour is not believed. */
const longestPause = 3_600_000;

/** What a server says that takes no call now: the pause it names as it wrote it; undefined for every other answer. */
function refusalIn(got: unknown): { readonly retryAfter: string | undefined } | undefined {
  if (typeof got !== 'object' || got === null || !('status' in got) || got.status !== 429) return undefined;
  return { retryAfter: 'retryAfter' in got && typeof got.retryAfter === 'string' ? got.retryAfter : undefined };
}

/**
 * Puts the shared quota before a limiter: a task that has its place among those of this process waits for its turn among
 * those of all workers. A task that ends with 429 stops all of them for as long as the server says.
 * @param allowance undefined for a server that allows any number of calls; its pauses are obeyed all the same.
 */
export function paced(
  inner: Limiter,
  store: Store,
  server: string,
  allowance: Allowance | undefined,
  clock: Clock,
): Limiter {
  const turn = async (signal: AbortSignal): Promise<void> => {
    if (allowance !== undefined) {
      const { wait } = await takeTurn(store, server, allowance, clock.now());
      if (wait > 0) await clock.sleep(wait, signal);
    }
    const blocked = await blockedFor(store, server, clock.now());
    if (blocked === 0) return;
    await clock.sleep(blocked, signal);
    await turn(signal);
  };
  return async (task, signal = never) =>
    await inner(async () => {
      await turn(signal);
      const got = await task();
      const refusal = refusalIn(got);
      if (refusal !== undefined) {
        const named = readRetryAfter(refusal.retryAfter ?? '', clock.now());
        const pause = Math.min(named ?? usualPause, longestPause);
        await block(store, server, pause, clock.now());
      }
      return got;
    }, signal);
}

const never = new AbortController().signal;
