// Clocks for tests of access: the real one, and one that only moves when told.

import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../src/access/clock.ts';

export const realClock: Clock = {
  now: Date.now,
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
};

export type HandClock = Clock & { readonly pass: (milliseconds: number) => void; readonly slept: readonly number[] };

/** Sleeping moves the clock and takes no time. */
export function handClock(): HandClock {
  let time = 1_000_000;
  const slept: number[] = [];
  return {
    now: () => time,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      time += milliseconds;
      await Promise.resolve();
    },
    pass: (milliseconds) => {
      time += milliseconds;
    },
    slept,
  };
}
