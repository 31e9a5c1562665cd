// What day is it, how far are two days apart, and what days can a partial date mean?

import { dayFrom, daysInMonth, msPerDay, partsOf, realDay } from './gregorian.ts';
import { plainDay, plainInstant } from './plain-time.ts';

/** A calendar day, counted from 1970-01-01 (day 0). Days compare and subtract as numbers. */
export type Day = number;

/** First and last day that a date can mean, both inclusive. A full date has from = to. */
export type DayRange = { readonly from: Day; readonly to: Day };

/** When something happened: the days it can mean and, if a time of day was given, the instant in ms since 1970 UTC. */
export type Moment = DayRange & { readonly instant?: number };

/** The calendar day of an instant in one place of the world. */
export type TimeZone = { readonly name: string; readonly dayAt: (instant: number) => Day };

/** "2026-06-01" -> Day. Undefined unless it is exactly one real date. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? undefined : realDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** "00" to "31": of months and days. */
const twoDigits: readonly string[] = Array.from({ length: 32 }, (_, value) => String(value).padStart(2, '0'));

/** Day -> "2026-06-01". */
export function isoDay(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${String(year).padStart(4, '0')}-${twoDigits[month] ?? ''}-${twoDigits[dayOfMonth] ?? ''}`;
}

/** The days a date can mean, as short as they were written: "2026-06-01", "2026-06", "2026"; otherwise "first/last". */
export function isoRange({ from, to }: DayRange): string {
  if (from === to) return isoDay(from);
  const [first, last] = [isoDay(from), isoDay(to)];
  if (first.endsWith('-01-01') && last === `${first.slice(0, 4)}-12-31`) return first.slice(0, 4);
  const wholeMonth = first.endsWith('-01') && addMonths(from, 1) === to + 1;
  return wholeMonth ? first.slice(0, 7) : `${first}/${last}`;
}

/**
 * The same day of the month n calendar months later (or earlier, n < 0). Where that month is too short it is the
 * first day of the month after, so a birthday on 29 February falls on 1 March in common years (spec 1.4-A).
 */
export function addMonths(day: Day, n: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const index = year * 12 + (month - 1) + n;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOfMonth > daysInMonth(toYear, toMonth)
    ? dayFrom(toYear, toMonth + 1, 1)
    : dayFrom(toYear, toMonth, dayOfMonth);
}

/** The same day n years later, earlier for n < 0; 29 February as in `addMonths`. */
export const addYears = (day: Day, n: number): Day => addMonths(day, n * 12);

/** Completed years of age on a day; negative before birth. */
export function completedYears(birth: Day, on: Day): number {
  const years = partsOf(on).year - partsOf(birth).year;
  return addYears(birth, years) <= on ? years : years - 1;
}

/** Age in decimal years: completed years plus the part of the running year of life. */
export function decimalYears(birth: Day, on: Day): number {
  const years = completedYears(birth, on);
  const [last, next] = [addYears(birth, years), addYears(birth, years + 1)];
  return years + (on - last) / (next - last);
}

/**
 * A time zone by its IANA name.
 * @throws RangeError if the name is unknown.
 */
export function timeZone(name: string): TimeZone {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: name,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const known = new Map<number, readonly [Day, Day]>();
  const slowDayAt = (instant: number): Day => parseDay(format.format(instant)) ?? Math.floor(instant / msPerDay);
  // The local date changes at most once inside a quarter of an hour, and only where both ends differ.
  const quarter = 900_000;
  const mostKnown = 100_000;
  const dayAt = (instant: number): Day => {
    const slot = Math.floor(instant / quarter);
    let ends = known.get(slot);
    if (ends === undefined) {
      if (known.size >= mostKnown) known.clear();
      ends = [slowDayAt(slot * quarter), slowDayAt(slot * quarter + quarter - 1)];
      known.set(slot, ends);
    }
    return ends[0] === ends[1] ? ends[0] : slowDayAt(instant);
  };
  return { name, dayAt };
}

/** Whether there is a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    return timeZone(name).name === name;
  } catch {
    return false;
  }
}

const dateTime = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/**
 * A FHIR date, dateTime or instant as the days it can mean in a place: "2026", "2026-03", "2026-03-02" or with time.
 * A time without offset is read as local time of that place; one of hour 24 is of that day or the next. Undefined if the text is not a real date.
 */
export function parseMoment(text: unknown, zone: TimeZone): Moment | undefined {
  if (typeof text !== 'string') return undefined;
  const plain = text.length === 10 ? plainDay(text) : undefined;
  if (plain !== undefined) return { from: plain, to: plain };
  const instant = plainInstant(text);
  if (instant !== undefined) return momentAt(instant, zone);
  const match = dateTime.exec(text.trim());
  if (match === null) return undefined;
  const year = Number(match[1]);
  if (year < 1) return undefined;
  if (match[2] === undefined) return { from: dayFrom(year, 1, 1), to: dayFrom(year, 12, 31) };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  if (match[3] === undefined)
    return { from: dayFrom(year, month, 1), to: dayFrom(year, month, daysInMonth(year, month)) };
  const day = realDay(year, month, Number(match[3]));
  if (day === undefined || match[4] === undefined) return day === undefined ? undefined : { from: day, to: day };
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6] ?? 0)];
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  const ms = day * msPerDay + ((hour * 60 + minute) * 60 + second) * 1000 + Math.round(Number(match[7] ?? 0) * 1000);
  // No day has an hour 24 (FHIR forbids it): who writes it means the end of that day or the begin of the next.
  const isPastTheDay = hour === 24;
  if (match[8] === undefined) return { from: day, to: isPastTheDay ? day + 1 : day };
  const at = ms - offsetMs(match[8]);
  return isPastTheDay ? { from: zone.dayAt(at - msPerDay), to: zone.dayAt(at) } : momentAt(at, zone);
}

function momentAt(instant: number, zone: TimeZone): Moment {
  const day = zone.dayAt(instant);
  return { from: day, to: day, instant };
}

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** True if every day the range can mean lies in [from, to]. */
export const surelyWithin = (range: DayRange, from: Day, to: Day): boolean => range.from >= from && range.to <= to;

/** True if some day the range can mean lies in [from, to]. */
export const possiblyWithin = (range: DayRange, from: Day, to: Day): boolean => range.to >= from && range.from <= to;
