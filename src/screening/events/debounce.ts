// How do many events about one patient become one screening?

import type { Clock } from '../../access/clock.ts';

export type Debounce = {
  /** Something happened to this key. */
  readonly note: (key: string) => void;
  /** Does at once what is still waiting, and ends. */
  readonly close: () => Promise<void>;
};

export type DebounceOptions = {
  readonly clock: Clock;
  /** Milliseconds without a further event after which it is done, and the longest that it is put off. */
  readonly quiet: number;
  readonly longest: number;
  readonly act: (key: string) => Promise<void>;
  /** Told of what `act` throws. */
  readonly fault: (error: unknown) => void;
};

type Waiting = { readonly since: number; last: number; readonly stop: AbortController };

/** Acts once per key when its events have come to rest. */
export function debounce({ clock, quiet, longest, act, fault }: DebounceOptions): Debounce {
  const waiting = new Map<string, Waiting>();
  const acting = new Set<Promise<void>>();

  const run = (key: string): void => {
    waiting.delete(key);
    const work = act(key).catch(fault);
    acting.add(work);
    void work.finally(() => acting.delete(work));
  };

  const wait = async (key: string, own: Waiting): Promise<void> => {
    for (;;) {
      const due = Math.min(own.last + quiet, own.since + longest);
      const left = due - clock.now();
      if (left <= 0) break;
      await clock.sleep(left, own.stop.signal);
    }
    if (waiting.get(key) === own) run(key);
  };

  return {
    note: (key) => {
      const known = waiting.get(key);
      if (known !== undefined) {
        known.last = clock.now();
        return;
      }
      const own = { since: clock.now(), last: clock.now(), stop: new AbortController() };
      waiting.set(key, own);
      wait(key, own).catch(() => {}); // it was stopped
    },
    close: async () => {
      for (const [key, { stop }] of waiting) {
        stop.abort();
        run(key);
      }
      await Promise.all(acting);
    },
  };
}
