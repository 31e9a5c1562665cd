// Many events about one patient are one screening, and none is put off for ever.

import { expect, test } from 'vitest';
import { debounce } from '../../../src/screening/events/debounce.ts';
import type { Clock } from '../../../src/access/clock.ts';

/** A clock whose sleepers wake when it is moved past their time. */
function movedClock() {
  let now = 0;
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  const clock: Clock = {
    now: () => now,
    sleep: (milliseconds, signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const own = { until: now + milliseconds, wake: resolve };
      sleepers.add(own);
      signal.addEventListener('abort', () => reject(new Error('stopped')));
      return promise;
    },
  };
  const move = async (milliseconds: number): Promise<void> => {
    for (let passed = 0; passed < milliseconds; passed += 1) {
      now += 1;
      for (const each of sleepers) {
        if (each.until > now) continue;
        sleepers.delete(each);
        each.wake();
      }
      await Promise.resolve();
      await Promise.resolve();
    }
  };
  return { clock, move };
}

function started() {
  const { clock, move } = movedClock();
  const acted: string[] = [];
  const faults: unknown[] = [];
  const own = debounce({
    clock,
    quiet: 10,
    longest: 35,
    act: async (key) => {
      acted.push(`${key} at ${String(clock.now())}`);
      if (key === 'bad') throw new Error('not screened');
      await Promise.resolve();
    },
    fault: (error) => faults.push(error),
  });
  return { own, move, acted, faults };
}

test('it acts once, when the events have come to rest, for each key by itself', async () => {
  const { own, move, acted } = started();
  own.note('a');
  await move(6);
  own.note('a');
  own.note('b');
  await move(9);
  expect(acted).toEqual([]);
  await move(1);
  expect(acted.toSorted()).toEqual(['a at 16', 'b at 16']);
  own.note('a');
  await move(10);
  expect(acted.slice(2)).toEqual(['a at 26']);
});

test('events that never come to rest put it off for so long and no longer', async () => {
  const { own, move, acted } = started();
  for (let count = 0; count < 7; count += 1) {
    own.note('a');
    await move(5);
  }
  expect(acted).toEqual(['a at 35']);
});

test('a failure is told, and the others go on', async () => {
  const { own, move, acted, faults } = started();
  own.note('bad');
  own.note('good');
  await move(10);
  expect(acted).toHaveLength(2);
  expect(faults).toEqual([new Error('not screened')]);
});

test('what still waits at the end is done at once', async () => {
  const { own, acted } = started();
  own.note('a');
  await own.close();
  expect(acted).toEqual(['a at 0']);
});
