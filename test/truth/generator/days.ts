// Which calendar day is meant, and in how many ways can a hospital write it? Days are whole numbers since 1970-01-01.

import type { Random } from './random.ts';

const dayMs = 86_400_000;

/** The day of year, month (from 1) and day of the month. */
export const dayOf = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date) / dayMs;

export const iso = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

export const partsOf = (day: number): readonly [number, number, number] => {
  const [year = 0, month = 0, date = 0] = iso(day).split('-').map(Number);
  return [year, month, date];
};

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Calendar months later (or earlier); the 31st becomes the last day of a shorter month. */
export function addMonths(day: number, months: number): number {
  const [year, month, date] = partsOf(day);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOf(y, m, Math.min(date, daysIn(y, m)));
}

/** Completed years; a birthday on 29 February falls on 1 March in common years. */
export function ageInYears(birth: number, day: number): number {
  const [by, bm, bd] = partsOf(birth);
  const [year, month, date] = partsOf(day);
  return year - by - (month > bm || (month === bm && date >= bd) ? 0 : 1);
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The day as the hospital's clock in UTC+8 knows it: a date, a time with offset, or an instant in UTC that may read as the day before. */
export function written(day: number, random: Random): string {
  const style = random.whole(0, 3);
  if (style === 0) return iso(day);
  const [hour, minute] = [random.whole(0, 23), random.whole(0, 59)];
  if (style < 3) return `${iso(day)}T${two(hour)}:${two(minute)}:00+08:00`;
  return new Date(day * dayMs + ((hour - 8) * 60 + minute) * 60_000).toISOString();
}
