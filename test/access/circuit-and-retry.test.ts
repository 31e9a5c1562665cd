import { describe, expect, it } from 'vitest';
import { circuit } from '../../src/access/circuit.ts';
import type { Failure } from '../../src/access/failure.ts';
import { limiter } from '../../src/access/limiter.ts';
import { pauseBeforeRetry } from '../../src/access/retry.ts';
import { handClock } from './clock.ts';

describe('a circuit', () => {
  const opened = async (): Promise<ReturnType<typeof start>> => {
    const made = start();
    for (let call = 0; call < 10; call += 1) (await made.circuit.admit())?.(false);
    return made;
  };
  const start = () => {
    const clock = handClock();
    const changes: boolean[] = [];
    return { clock, changes, circuit: circuit(clock.now, (open) => changes.push(open)) };
  };

  it('stays closed while fewer than half of the last 20 calls fail', async () => {
    const { circuit: closed, changes } = start();
    for (let call = 0; call < 200; call += 1) (await closed.admit())?.(call % 20 >= 9);
    expect([(await closed.admit()) !== undefined, changes]).toEqual([true, []]);
  });

  it('opens with the tenth failure among the last 20 calls', async () => {
    const { circuit: opening, changes } = start();
    for (let call = 0; call < 20; call += 1) (await opening.admit())?.(call % 2 === 0);
    expect([await opening.admit(), changes]).toEqual([undefined, [true]]);
  });

  it('lets one call through after 30 seconds, not before, and not two while that one fails', async () => {
    const { circuit: half, clock } = await opened();
    clock.pass(29_999);
    expect(await half.admit()).toBeUndefined();
    clock.pass(1);
    const [first, second] = [half.admit(), half.admit()];
    (await first)?.(false);
    expect(await second).toBeUndefined();
  });

  it('lets the calls beside that one wait: they were refused, and a chart was answered by its Patient alone', async () => {
    const { circuit: half, clock } = await opened();
    clock.pass(30_000);
    const [first, second, third] = [half.admit(), half.admit(), half.admit()];
    (await first)?.(true);
    expect([await second, await third]).toEqual([expect.any(Function), expect.any(Function)]);
  });

  it('closes when that call succeeds, and counts from the beginning', async () => {
    const { circuit: half, clock, changes } = await opened();
    clock.pass(30_000);
    (await half.admit())?.(true);
    for (let call = 0; call < 9; call += 1) (await half.admit())?.(false);
    expect([(await half.admit()) !== undefined, changes]).toEqual([true, [true, false]]);
  });

  it('stays open for 30 seconds more when that call fails', async () => {
    const { circuit: half, clock, changes } = await opened();
    clock.pass(30_000);
    (await half.admit())?.(false);
    clock.pass(29_999);
    expect([await half.admit(), changes]).toEqual([undefined, [true]]);
  });

  it('is not closed by the late success of a call from before it opened', async () => {
    const { circuit: half, changes } = start();
    const early = await half.admit();
    for (let call = 0; call < 10; call += 1) (await half.admit())?.(false);
    early?.(true);
    expect([await half.admit(), changes]).toEqual([undefined, [true]]);
  });
});

describe('a second try', () => {
  const budget = { started: 0, total: 1_000 };
  it.each<readonly [string, Failure, number, number | undefined]>([
    ['comes after a broken connection', { reason: 'unreachable', reset: true }, 0, 100],
    ['comes after 502', { reason: 'status-502', status: 502 }, 0, 100],
    ['comes after 503', { reason: 'status-503', status: 503 }, 0, 100],
    ['comes after 504', { reason: 'status-504', status: 504 }, 0, 100],
    ['comes when a 503 says', { reason: 'status-503', status: 503, retryAfter: '0' }, 0, 0],
    ['comes after 429 that says when', { reason: 'status-429', status: 429, retryAfter: '0' }, 0, 0],
    ['does not come after 429 that does not', { reason: 'status-429', status: 429 }, 0, undefined],
    ['does not come after 429 beyond the budget', { reason: 's', status: 429, retryAfter: '1' }, 0, undefined],
    ['does not come after 500', { reason: 'status-500', status: 500 }, 0, undefined],
    ['does not come after 404', { reason: 'status-404', status: 404 }, 0, undefined],
    ['does not come after a timeout', { reason: 'timeout' }, 0, undefined],
    ['does not come where nobody listens', { reason: 'unreachable' }, 0, undefined],
    ['comes while more than 40 % of the time is left', { reason: 's', status: 503 }, 499, 100],
    ['does not come at 40 %', { reason: 's', status: 503 }, 500, undefined],
    ['comes at a date', { reason: 's', status: 503, retryAfter: 'Thu, 01 Jan 1970 00:00:00 GMT' }, 300, 0],
    ['is not put off by a senseless header', { reason: 's', status: 503, retryAfter: 'soon' }, 0, 100],
  ])('%s', (_title, failure, now, pause) => {
    expect(pauseBeforeRetry(failure, budget, now)).toBe(pause);
  });
});

describe('a limiter', () => {
  it('runs only so many tasks at once, and all in the end', async () => {
    const limited = limiter(3);
    let [running, most] = [0, 0];
    const task = async (): Promise<number> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      return 1;
    };
    const done = await Promise.all(Array.from({ length: 20 }, () => limited(task)));
    expect([done.length, most]).toEqual([20, 3]);
  });

  it('lets nobody wait longer than the signal, and loses no place by it', async () => {
    const limited = limiter(1);
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = limited(() => promise);
    const given = new AbortController();
    const second = limited(async () => await Promise.resolve('never'), given.signal);
    const third = limited(async () => await Promise.resolve('third'));
    given.abort(new Error('too late'));
    await expect(second).rejects.toThrow('too late');
    resolve();
    await first;
    expect(await third).toBe('third');
    expect(await limited(async () => await Promise.resolve('fourth'))).toBe('fourth');
  });
});
