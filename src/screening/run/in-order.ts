// How does one patient's screening wait for the one before, while those of others go on?

import type { ScreeningItem } from '../sources/source.ts';

export type InOrder = {
  /** Ends with the screening that begins after this call; several calls that wait share one. Rejects as the act does. */
  readonly ask: (item: ScreeningItem) => Promise<void>;
  /** Ends when nothing is being done any more. */
  readonly idle: () => Promise<void>;
};

/** What was read later is also stored later: a patient is never screened twice at the same time. */
export function inOrder(act: (item: ScreeningItem) => Promise<void>): InOrder {
  const running = new Map<string, Promise<void>>();
  const waiting = new Map<string, Promise<void>>();

  const start = (key: string, item: ScreeningItem): Promise<void> => {
    const work = act(item).finally(() => running.delete(key));
    running.set(key, work);
    return work;
  };
  const after = async (before: Promise<void>, key: string, item: ScreeningItem): Promise<void> => {
    await before.catch(() => undefined); // whoever asked for it hears of it
    waiting.delete(key);
    await start(key, item);
  };

  return {
    ask: async (item) => {
      const key = `${item.server} ${item.patient}`;
      const before = running.get(key);
      if (before === undefined) return await start(key, item);
      const next = waiting.get(key) ?? after(before, key, item);
      waiting.set(key, next);
      return await next;
    },
    idle: async () => {
      while (running.size + waiting.size > 0) await Promise.allSettled([...running.values(), ...waiting.values()]);
    },
  };
}
