// Which days does FHIR mean that says when something happened by an age, a range of ages or in words?

import { addMonths, type DayRange, type Moment, parseMoment, type TimeZone } from '../logic/calendar.ts';
import { ageUnit } from './age-unit.ts';
import { asText, numberAt, objectAt } from './json.ts';
import type { Json, Resource } from './record.ts';
import { unitsOf } from './reference-range.ts';

/** "2026年5月3日", "2026/5/3", "2026.05", "2019年" -> the days meant; undefined for any other words ("as an infant"). */
export function writtenDate(text: string, zone: TimeZone): Moment | undefined {
  const match = /^(\d{4})\s*[年/.-]\s*(?:(\d{1,2})\s*[月/.-]?\s*(?:(\d{1,2})\s*日?)?)?$/.exec(text);
  if (match === null) return parseMoment(text, zone);
  const parts = [match[1], match[2]?.padStart(2, '0'), match[3]?.padStart(2, '0')];
  return parseMoment(parts.filter((part) => part !== undefined).join('-'), zone);
}

/**
 * The days on which the patient was so old: an age of 8 years lasts until the day before the 9th birthday. Undefined for a comparator
 * and for a unit that is unknown; without one it counts years.
 */
function daysAtAge(age: Json = {}, birth: DayRange | undefined): DayRange | undefined {
  const value = numberAt(age, 'value') ?? -1;
  if (value < 0 || age['comparator'] !== undefined || birth === undefined) return undefined;
  const unit = ageUnit(unitsOf(age)[0]);
  if (unit === undefined) return undefined;
  if (unit === 'day') return { from: birth.from + Math.floor(value), to: birth.to + Math.ceil(value) };
  if (unit === 'week') return { from: birth.from + Math.floor(value * 7), to: birth.to + Math.ceil(value * 7) + 6 };
  const perUnit = unit === 'month' ? 1 : 12;
  const [first, last] = [Math.floor(value * perUnit), Math.ceil(value * perUnit) + perUnit];
  return { from: addMonths(birth.from, first), to: addMonths(birth.to, last) - 1 };
}

/** The elements that say it otherwise than by a date. */
const elements = {
  onset: { age: 'onsetAge', range: 'onsetRange', words: 'onsetString' },
  abatement: { age: 'abatementAge', range: 'abatementRange', words: 'abatementString' },
} as const;

/**
 * `onsetAge`, `onsetRange`, `onsetString` and the like of a resource (`key` is "onset" or "abatement"); undefined where there is none
 * of them or nothing can be made of it.
 */
export function byAgeOrWords(
  resource: Resource,
  key: 'onset' | 'abatement',
  birth: DayRange | undefined,
  zone: TimeZone,
): DayRange | undefined {
  const { age, range: between, words } = elements[key];
  const atAge = daysAtAge(objectAt(resource, age), birth);
  if (atAge !== undefined) return atAge;
  const range = objectAt(resource, between) ?? {};
  const [low, high] = [daysAtAge(objectAt(range, 'low'), birth), daysAtAge(objectAt(range, 'high'), birth)];
  if (low !== undefined && high !== undefined) return { from: low.from, to: high.to };
  const text = asText(resource[words]);
  return text === undefined ? undefined : writtenDate(text, zone);
}

/** Whether an onset is stated in one of these forms, readable or not: the day of record is then none. */
export const isStatedOtherwise = (resource: Resource, key: 'onset' | 'abatement'): boolean =>
  Object.values(elements[key]).some((element) => resource[element] !== undefined);
