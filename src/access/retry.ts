// May a failed read be tried once more, and after which pause?

import type { Failure } from './failure.ts';

/** Time for one request: when it began and how many milliseconds it may take. */
export type Budget = { readonly started: number; readonly total: number };

/** Less than this part of the budget left: no second try. */
const leastLeft = 0.4;

/** Pause where the server names none, in milliseconds. */
const usualPause = 100;

const passing = new Set([502, 503, 504]);

/**
 * Milliseconds to wait before the second and last try of a GET; undefined if there must be none. Tried again: a broken
 * connection, 502, 503, 504, and 429 where the server says when; only if more than 40 % of the budget is left then.
 */
export function pauseBeforeRetry(failure: Failure, budget: Budget, now: number): number | undefined {
  const pause = pauseFor(failure, now);
  if (pause === undefined) return undefined;
  const left = budget.started + budget.total - (now + pause);
  return left > budget.total * leastLeft ? pause : undefined;
}

function pauseFor({ status, retryAfter, reset }: Failure, now: number): number | undefined {
  if (reset === true) return usualPause;
  if (status === undefined || (status !== 429 && !passing.has(status))) return undefined;
  const named = retryAfter === undefined ? undefined : readRetryAfter(retryAfter, now);
  return named ?? (status === 429 ? undefined : usualPause);
}

/** Seconds or an HTTP date, as milliseconds from now. */
export function readRetryAfter(text: string, now: number): number | undefined {
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
