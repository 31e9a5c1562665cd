// How are only so many things done at the same time?

/** Runs a task when there is room; gives up waiting when the signal is aborted. */
export type Limiter = <T>(task: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/**
 * At most `most` tasks at once, the others in the order they came.
 * @returns a limiter that rejects with the signal's reason for a task whose turn did not come in time.
 */
export function limiter(most: number): Limiter {
  const waiting = new Set<() => void>();
  let running = 0;

  const turn = (signal: AbortSignal | undefined): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const leave = (): void => {
      waiting.delete(enter);
      reject(signal?.reason);
    };
    const enter = (): void => {
      signal?.removeEventListener('abort', leave);
      resolve();
    };
    waiting.add(enter);
    signal?.addEventListener('abort', leave, { once: true });
    return promise;
  };

  return async (task, signal) => {
    signal?.throwIfAborted();
    if (running >= most) await turn(signal);
    else running += 1;
    try {
      return await task();
    } finally {
      const [next] = waiting;
      if (next === undefined) running -= 1;
      else {
        waiting.delete(next);
        next();
      }
    }
  };
}
