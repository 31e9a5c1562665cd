// What kinds of rhythm can a dose have?

import type { DayRange } from '../../logic/calendar.ts';
import { exactly, type Interval } from '../../logic/interval.ts';

/**
 * `spread`: administrations per day, on average (`averaged`: less than one a day, such as every other day).
 * `cycle`: some administrations on one day of every so many (weekly, monthly, pulse). `weekdays`: 1 = Monday … 7 = Sunday.
 * Both may be more `times` than that, up to `most`. `dates`: one administration on each date. `once`: a single administration.
 */
export type Schedule =
  | { readonly kind: 'spread'; readonly perDay: Interval; readonly averaged: boolean }
  | { readonly kind: 'cycle'; readonly days: number; readonly times: number; readonly most?: number }
  | { readonly kind: 'weekdays'; readonly weekdays: readonly number[]; readonly times: number; readonly most?: number }
  | { readonly kind: 'dates'; readonly dates: readonly DayRange[] }
  | { readonly kind: 'once' };

/** So many administrations a day; fewer than one is an average, 0.5 is every other day. */
export const daily = (perDay: number): Schedule => ({ kind: 'spread', perDay: exactly(perDay), averaged: perDay < 1 });

const daysIn = new Map([
  ['s', 1 / 86_400],
  ['min', 1 / 1440],
  ['h', 1 / 24],
  ['d', 1],
  ['wk', 7],
  ['mo', 30],
  ['a', 365],
]);

/** Days that so many of a UCUM time unit last; a month counts 30 days. Undefined for another unit. */
export const inDays = (value: number, unit: string): number | undefined => {
  const each = daysIn.get(unit);
  return each === undefined ? undefined : value * each;
};
