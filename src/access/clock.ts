// What time is it, and how does one wait? Both are given to this layer, so that tests decide.

export type Clock = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends after so many milliseconds; rejects as soon as the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
};
