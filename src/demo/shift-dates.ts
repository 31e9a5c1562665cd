// What would a patient story look like if it were told today?

import { addMonths, addYears, completedYears, isoDay, parseDay, type Day } from '../logic/calendar.ts';
import { dayFrom, partsOf } from '../logic/gregorian.ts';

/** Elements of FHIR R4 that hold a date although their names do not end in "date", "dateTime" or "instant". */
const dateElements = new Set([
  'authored',
  'authoredOn',
  'created',
  'end',
  'event',
  'issued',
  'lastUpdated',
  'received',
  'recorded',
  'sent',
  'start',
  'whenHandedOver',
  'whenPrepared',
]);

const namesDate = (element: string): boolean =>
  dateElements.has(element) || /(?:date|dateTime|instant)$/i.test(element);

const fullDate = /^(\d{4}-\d{2}-\d{2})(T.*)?$/;
const partialDate = /^(\d{4})(?:-(\d{2}))?$/;

/**
 * A copy of a resource or Bundle in which everything happened `to - from` days later. Times of day and offsets stay; a partial
 * date stays as partial as it was; birth dates move so that the age and the days to the next birthday stay.
 * Texts, ids and everything else are untouched.
 */
export function shiftDates<T>(value: T, from: Day, to: Day): T;
export function shiftDates(value: unknown, from: Day, to: Day): unknown {
  return moved(value, '', from, to);
}

function moved(value: unknown, element: string, from: Day, to: Day): unknown {
  if (typeof value === 'string') {
    if (element === 'birthDate') return birthDate(value, from, to);
    return namesDate(element) ? date(value, to - from) : value;
  }
  if (Array.isArray(value)) return value.map((each: unknown) => moved(each, element, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, moved(each, name, from, to)]));
}

/** A date or dateTime some days later; what is no date stays. */
function date(text: string, days: number): string {
  const full = fullDate.exec(text);
  if (full !== null) {
    const day = parseDay(full[1] ?? '');
    return day === undefined ? text : `${isoDay(day + days)}${full[2] ?? ''}`;
  }
  const partial = partialDate.exec(text);
  if (partial === null) return text;
  const [year, month] = [Number(partial[1]), partial[2]];
  // The middle of what was meant, so that a small move rarely leaves the year or month.
  const middle = month === undefined ? dayFrom(year, 7, 1) : dayFrom(year, Number(month), 15);
  return isoDay(middle + days).slice(0, text.length);
}

/** Born so that on `to` the age and the days to the next birthday are what they were on `from`. */
function birthDate(text: string, from: Day, to: Day): string {
  const birth = parseDay(text);
  if (birth !== undefined) return isoDay(birthDay(birth, from, to));
  const partial = partialDate.exec(text);
  if (partial === null) return text;
  const years = partsOf(to).year - partsOf(from).year;
  if (partial[2] === undefined) return String(Number(partial[1]) + years);
  const months = years * 12 + partsOf(to).month - partsOf(from).month;
  return isoDay(addMonths(dayFrom(Number(partial[1]), Number(partial[2]), 1), months)).slice(0, 7);
}

function birthDay(birth: Day, from: Day, to: Day): Day {
  const age = completedYears(birth, from);
  if (addYears(birth, age) === from) {
    const born = addYears(to, -age);
    // On 29 February, a birthday today in a year without one was yesterday.
    return completedYears(born, to) < age ? born - 1 : born;
  }
  const untilBirthday = addYears(birth, age + 1) - from;
  return addYears(to + untilBirthday, -(age + 1));
}
