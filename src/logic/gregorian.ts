// Which day is a date of the Gregorian calendar, and which date is a day? Days are counted from 1970-01-01 (day 0).

export const msPerDay = 86_400_000;

/** Days from 1 March of the year 0 to 1 January 1970, in the Gregorian calendar; days of 400, 100, 4 and 1 of its years. */
const [sinceMarch0, in400Years, in100Years, in4Years, in1Year] = [719_468, 146_097, 36_524, 1_461, 365];

/**
 * The day of a year, month (1-12) and day of month; a day past the month's end runs over into the next month. Counted in years that
 * begin in March, as in `partsOf`.
 */
export function dayFrom(year: number, month: number, dayOfMonth: number): number {
  const [marchYear, fromMarch] = month <= 2 ? [year - 1, month + 9] : [year, month - 3];
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * in1Year + leapDays + Math.floor((153 * fromMarch + 2) / 5) + dayOfMonth - 1 - sinceMarch0;
}

/** The day of a date; undefined if the calendar has no such date. */
export function realDay(year: number, month: number, dayOfMonth: number): number | undefined {
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return dayFrom(year, month, dayOfMonth);
}

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** How many days a month (1-12) of a year has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Year, month (1-12) and day of month of a day. Counted in years that begin in March, so that a leap day is the last day of its
 * year; written out because it is asked many times a record, and a Date object costs ten times as much.
 */
export function partsOf(day: number): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
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
