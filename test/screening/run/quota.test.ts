// The quota: in no minute, wherever it begins, do all workers together call more often than a server allows.

import { afterAll, describe, expect, it } from 'vitest';
import { limiter } from '../../../src/access/limiter.ts';
import { paced } from '../../../src/screening/run/paced.ts';
import { paceOf, takeTurn } from '../../../src/store/quotas.ts';
import { openStore } from '../../../src/store/store.ts';
import { bothTargets } from '../../store/targets.ts';
import { handClock } from '../../access/clock.ts';

const { targets, close } = bothTargets();
afterAll(close);

const allowance = { callsPerMinute: 250 };

/** Most of the times that lie within any minute. */
const mostInAMinute = (times: readonly number[]): number =>
  Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + 60_000).length));

describe('a quota', () => {
  it('of 250 calls a minute is nowhere exceeded, also when each call is five seconds on its way, and is used well', async () => {
    const store = await openStore(':memory:');
    const left: number[] = [];
    for (let call = 0; call < 1_000; call += 1) {
      const { wait } = await takeTurn(store, 'a', allowance, 0);
      left.push(wait);
    }
    expect(mostInAMinute(left)).toBeLessThanOrEqual(250);
    const arrived = left.map((time, index) => time + (index % 2 === 0 ? 5_000 : 0));
    expect(mostInAMinute(arrived)).toBeLessThanOrEqual(250);
    expect(Math.max(...left)).toBeLessThan(5 * 60_000);
    await store.close();
  });

  it('after a long pause lets only its burst through at once', async () => {
    const store = await openStore(':memory:');
    await takeTurn(store, 'a', allowance, 0);
    const waits: number[] = [];
    for (let call = 0; call < 50; call += 1) waits.push((await takeTurn(store, 'a', allowance, 9e6)).wait);
    expect(waits.filter((wait) => wait === 0)).toHaveLength(paceOf(allowance).burst);
    await store.close();
  });

  it('is each server’s own', async () => {
    const store = await openStore(':memory:');
    const one = { callsPerMinute: 1 };
    expect((await takeTurn(store, 'a', one, 0)).wait).toBe(0);
    expect((await takeTurn(store, 'b', one, 0)).wait).toBe(0);
    expect((await takeTurn(store, 'a', one, 0)).wait).toBeGreaterThanOrEqual(60_000);
    await store.close();
  });

  it('stops every worker for as long as a server says after 429', async () => {
    const store = await openStore(':memory:');
    const clock = handClock();
    const first = paced(limiter(4), store, 'a', undefined, clock);
    const second = paced(limiter(4), store, 'a', undefined, clock);
    await first(async () => await Promise.resolve({ reason: 'status-429', status: 429, retryAfter: '30' }));
    const before = clock.now();
    await second(async () => await Promise.resolve('called'));
    expect(clock.now() - before).toBe(30_000);
    await second(async () => await Promise.resolve('called'));
    expect(clock.now() - before).toBe(30_000);
    await store.close();
  });

  it('ends the wait of a worker that is stopped', async () => {
    const store = await openStore(':memory:');
    await takeTurn(store, 'a', { callsPerMinute: 1 }, Date.now());
    const stop = new AbortController();
    const clock = {
      now: Date.now,
      sleep: async (_time: number, signal: AbortSignal) => {
        stop.abort();
        signal.throwIfAborted();
        await Promise.resolve();
      },
    };
    const call = paced(limiter(1), store, 'a', { callsPerMinute: 1 }, clock);
    await expect(call(async () => await Promise.resolve('called'), stop.signal)).rejects.toThrow('abort');
    await store.close();
  });
});

describe.each(targets)('a quota on $name', ({ skip, fresh }) => {
  it.skipIf(skip)('gives every place once, however many ask at the same time', async () => {
    const target = await fresh();
    const stores = [await openStore(target), await openStore(target)];
    const turns = await Promise.all(
      Array.from({ length: 60 }, async (_none, index) => {
        const store = stores[index % 2];
        if (store === undefined) throw new Error('no store');
        return await takeTurn(store, 'a', allowance, 1_000_000);
      }),
    );
    const waits = turns.map(({ wait }) => wait).sort((a, b) => a - b);
    const { interval } = paceOf(allowance);
    // A server that is new here gets no burst. PostgreSQL's own clock goes on between the calls: some places are reached
    // meanwhile, none is given twice.
    expect(waits.at(-1)).toBeLessThanOrEqual(interval * 59 + 1);
    expect(waits.at(-1)).toBeGreaterThan(interval * 40);
    expect(new Set(waits.filter((wait) => wait > 0).map(Math.round)).size).toBe(waits.filter((w) => w > 0).length);
    for (const store of stores) await store.close();
  });
});
