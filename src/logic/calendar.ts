// What day is it, how far are two days apart, and what days can a partial date mean?

/** A calendar day, counted from 1970-01-01 (day 0). Days compare and subtract as numbers. */
export type Day = number;

/** First and last day that a date can mean, both inclusive. A full date has from = to. */
export type DayRange = { readonly from: Day; readonly to: Day };

/** When something happened: the days it can mean and, if a time of day was given, the instant in ms since 1970 UTC. */
export type Moment = DayRange & { readonly instant?: number };

/** The calendar day of an instant in one place of the world. */
export type TimeZone = { readonly name: string; readonly dayAt: (instant: number) => Day };

const msPerDay = 86_400_000;

/** Days from 1 March of the year 0 to 1 January 1970, in the Gregorian calendar; days of 400, 100, 4 and 1 of its years. */
const [sinceMarch0, in400Years, in100Years, in4Years, in1Year] = [719_468, 146_097, 36_524, 1_461, 365];

/**
 * The day of a year, month (1-12) and day of month; a day past the month's end runs over into the next month. Counted in years that
 * begin in March, as in `partsOf`.
 */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day {
  const [marchYear, fromMarch] = month <= 2 ? [year - 1, month + 9] : [year, month - 3];
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * in1Year + leapDays + Math.floor((153 * fromMarch + 2) / 5) + dayOfMonth - 1 - sinceMarch0;
}

/** "2026-06-01" -> Day. Undefined unless it is exactly one real date. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? undefined : realDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

function realDay(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return dayFrom(year, month, dayOfMonth);
}

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const twoDigits = (value: number): string => (value < 10 ? `0${String(value)}` : String(value));

/** Day -> "2026-06-01". */
export function isoDay(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
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
 * Year, month (1-12) and day of month of a day. Counted in years that begin in March, so that a leap day is the last day of its
 * year; written out because it is asked many times a record, and a Date object costs ten times as much.
 */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  const since = day + sinceMarch0;
  const era = Math.floor(since / in400Years);
  const ofEra = since - era * in400Years;
  const leap =
    Math.floor(ofEra / (in4Years - 1)) - Math.floor(ofEra / in100Years) + Math.floor(ofEra / (in400Years - 1));
  const yearOfEra = Math.floor((ofEra - leap) / in1Year);
  const ofYear = ofEra - (in1Year * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
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

/** A text that is "YYYY-MM-DD" and nothing else, the most frequent one, read without a pattern. */
function plainDay(text: string): Day | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d) return undefined;
  let number = 0;
  for (const at of [0, 1, 2, 3, 5, 6, 8, 9]) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return realDay(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100);
}

const dateTime = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/**
 * A FHIR date, dateTime or instant as the days it can mean in a place: "2026", "2026-03", "2026-03-02" or with time.
 * A time without offset is read as local time of that place. Undefined if the text is not a real date.
 */
export function parseMoment(text: unknown, zone: TimeZone): Moment | undefined {
  if (typeof text !== 'string') return undefined;
  const plain = plainDay(text);
  if (plain !== undefined) return { from: plain, to: plain };
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
  if (match[8] === undefined) return { from: day, to: day };
  const instant = ms - offsetMs(match[8]);
  const local = zone.dayAt(instant);
  return { from: local, to: local, instant };
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
