// What can be said of a number that is only known to lie between two ends?

import type { Verdict } from './verdict.ts';

/** All numbers from low to high; an open end is not included. A known number has low = high and no open end. */
export type Interval = {
  readonly low: number;
  readonly high: number;
  readonly lowOpen?: boolean;
  readonly highOpen?: boolean;
};

/** The interval of a known number. */
export const exactly = (value: number): Interval => ({ low: value, high: value });

/** Comparisons allow for the last digits that unit conversion leaves behind (ARCHITECTURE, law 6). Never rounds. */
export const relativeTolerance = 1e-9;

/** a >= b within the relative tolerance; an infinite end is never "about" anything. */
export function atLeastAbout(a: number, b: number): boolean {
  if (a >= b) return true;
  return Number.isFinite(a) && Number.isFinite(b) && b - a <= relativeTolerance * Math.max(Math.abs(a), Math.abs(b));
}

/** Equality with the same allowance. */
export const isAbout = (a: number, b: number): boolean => atLeastAbout(a, b) && atLeastAbout(b, a);

/** a > b beyond the relative tolerance. */
export const moreThanAbout = (a: number, b: number): boolean => !atLeastAbout(b, a);

/** Multiplies both ends by a positive factor. */
export const scale = (interval: Interval, factor: number): Interval => ({
  ...interval,
  low: interval.low * factor,
  high: interval.high * factor,
});

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  const lowOpen = a.low === b.low ? a.lowOpen === true && b.lowOpen === true : (a.low < b.low ? a : b).lowOpen === true;
  const highOpen =
    a.high === b.high ? a.highOpen === true && b.highOpen === true : (a.high > b.high ? a : b).highOpen === true;
  return {
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
    ...(lowOpen && { lowOpen }),
    ...(highOpen && { highOpen }),
  };
}

const usable = ({ low, high }: Interval): boolean => !Number.isNaN(low) && !Number.isNaN(high);

/** "value >= limit": met, not-met, or unknown where the interval lies on both sides. */
export function isAtLeast(value: Interval, limit: number): Verdict {
  if (!usable(value) || !Number.isFinite(limit)) return 'unknown';
  if (atLeastAbout(value.low, limit)) return 'met';
  const below = value.highOpen === true ? atLeastAbout(limit, value.high) : !atLeastAbout(value.high, limit);
  return below ? 'not-met' : 'unknown';
}

/** "value > limit". */
export function isMoreThan(value: Interval, limit: number): Verdict {
  if (!usable(value) || !Number.isFinite(limit)) return 'unknown';
  const above = value.lowOpen === true ? atLeastAbout(value.low, limit) : moreThanAbout(value.low, limit);
  if (above) return 'met';
  return moreThanAbout(value.high, limit) ? 'unknown' : 'not-met';
}

const mirrored = ({ low, high, lowOpen, highOpen }: Interval): Interval => ({
  low: -high,
  high: -low,
  ...(highOpen === true && { lowOpen: true }),
  ...(lowOpen === true && { highOpen: true }),
});

/** "value <= limit". */
export const isAtMost = (value: Interval, limit: number): Verdict => isAtLeast(mirrored(value), -limit);

/** "value < limit". */
export const isLessThan = (value: Interval, limit: number): Verdict => isMoreThan(mirrored(value), -limit);
