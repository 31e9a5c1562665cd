// Does one remote address call more often than it may? Asked before anything about a call is checked.

import { isIPv6 } from 'node:net';
import type { RequestHandler } from 'express';
import { ServiceError } from '../errors.ts';

export type RateLimit = {
  readonly callsPerSecond: number;
  /** Calls that may come at once after a pause. */
  readonly callsAtOnce: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** Addresses that are remembered; the one that has not called for longest is forgotten. */
const mostAddresses = 10_000;

/** Whoever has a network of IPv6 has all its addresses: the first 64 bits count. */
const keyOf = (address: string): string =>
  isIPv6(address) && !address.startsWith('::') ? (/^(?:[^:]+:?){1,4}/.exec(address)?.[0] ?? address) : address;

/** Answers 429 to calls beyond the limit. A bucket per address, refilled evenly. */
export function rateLimit({ callsPerSecond, callsAtOnce, now }: RateLimit): RequestHandler {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  return (request, response, next) => {
    const key = keyOf(request.ip ?? '');
    const at = now();
    const bucket = buckets.get(key) ?? { left: callsAtOnce, at };
    const left = Math.min(callsAtOnce, bucket.left + (Math.max(0, at - bucket.at) / 1_000) * callsPerSecond);
    buckets.delete(key);
    buckets.set(key, { left: left < 1 ? left : left - 1, at });
    const [oldest] = buckets.keys();
    if (buckets.size > mostAddresses && oldest !== undefined) buckets.delete(oldest);
    if (left >= 1) next();
    else {
      response.set('Retry-After', String(Math.ceil(1 / callsPerSecond)));
      next(new ServiceError('too-many-calls'));
    }
  };
}
