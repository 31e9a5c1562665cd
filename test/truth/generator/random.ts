// How are the same patients drawn again from the same seed?

/** A stream of random choices; the same seed gives the same choices on every machine. */
export type Random = {
  /** From 0 to below 1. */
  readonly fraction: () => number;
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number;
  /** One of a list that is not empty. */
  readonly pick: <T>(from: readonly T[]) => T;
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  readonly shuffled: <T>(list: readonly T[]) => readonly T[];
};

/** Mulberry32 (public domain, Tommy Ettinger); `stream` makes one patient independent of all others of the seed. */
export function randomOf(seed: number, stream: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(fraction() * (to - from + 1));
  return {
    fraction,
    whole,
    pick: <T>(from: readonly T[]): T => from[whole(0, from.length - 1)] as T,
    chance: (probability) => fraction() < probability,
    shuffled: (list) =>
      list
        .map((each) => [fraction(), each] as const)
        .sort(([a], [b]) => a - b)
        .map(([, each]) => each),
  };
}
