// How heavy, and how large, was the patient on a day?

import type { Day } from '../logic/calendar.ts';
import type { Turn } from '../logic/finding.ts';
import { hull, type Interval } from '../logic/interval.ts';
import { keptBy } from '../logic/lazy.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import type { Reading } from '../fhir/reading.ts';
import { completeSince, type Retrieved } from '../fhir/retrieved.ts';
import type { Screening } from './screening.ts';

/**
 * Weights outside are rejected, so that a patient without a weight is taken to weigh something between.
 * @source Clinical specification.
 */
export const plausibleKilograms: Interval = { low: 8, high: 200 };
const plausibleCentimetres: Interval = { low: 50, high: 210 };

const jumpShare = 0.25;
const jumpDays = 30;

/** How far a value reaches: first choice backwards, then forwards, then backwards again. */
type Reach = { readonly before: number; readonly after: number; readonly longBefore: number };
const weightReach: Reach = { before: 90, after: 30, longBefore: 180 };
const heightReach: Reach = { before: 180, after: 180, longBefore: 365 };

type Point = { readonly day: Day; readonly value: Interval };

export type BodySize = {
  /** kg on a day; `known` false: no weight applies, and the interval is all that is plausible. */
  readonly kilogramsOn: (day: Day) => { readonly value: Interval; readonly known: boolean };
  /** Body surface in m² on a day. */
  readonly squareMetresOn: (day: Day) => Interval;
  /** Days on which another weight or height, or none, begins to apply. */
  readonly changes: readonly Day[];
  readonly lastWeighed: Day | undefined;
};

/**
 * The weight of a day is the nearest on or before it within 90 days, else the nearest after within 30, else the latest before
 * within 180. Surface by Mosteller, sqrt(cm x kg / 3600). What a cut-off search may hide is not known.
 */
export const bodySizeOf = (record: IndexedRecord, screening: Screening): BodySize =>
  record.once(bodySizes)(screening.date);

/** The body size as it is known on each day: from the day of the last result on it stays the same. */
function bodySizes(record: IndexedRecord): (today: Day) => BodySize {
  const last = Math.max(
    ...['weight', 'height'].flatMap((name) => record.readings(name)).map(({ when }) => when?.to ?? -Infinity),
  );
  const known = keptBy((today: Day) => bodySizeOn(record, today));
  return (today) => known(Math.min(today, last));
}

function bodySizeOn(record: IndexedRecord, today: Day): BodySize {
  const retrieved = record.retrieved.observations;
  const weights = versions(record.readings('weight'), today, plausibleKilograms).map(withoutJumps);
  const heights = versions(record.readings('height'), today, plausibleCentimetres);
  const [heavy, tall] = [stepsOf(weights, weightReach, retrieved), stepsOf(heights, heightReach, retrieved)];
  return {
    kilogramsOn: (day) => {
      const value = valueOn(heavy, day);
      return { value: value ?? plausibleKilograms, known: value !== undefined };
    },
    squareMetresOn: (day) => {
      const [kg, cm] = [valueOn(heavy, day) ?? plausibleKilograms, valueOn(tall, day) ?? plausibleCentimetres];
      return { low: Math.sqrt((kg.low * cm.low) / 3600), high: Math.sqrt((kg.high * cm.high) / 3600) };
    },
    changes: [...heavy, ...tall].map(({ from }) => from),
    lastWeighed: weights.flat().at(-1)?.day,
  };
}

/** From a day to the day before the next step one value applies, or none. */
type Step = { readonly from: Day; readonly value: Interval | undefined };

/** The values that apply, as steps in ascending order. */
function stepsOf(lists: readonly (readonly Point[])[], reach: Reach, retrieved: Retrieved): readonly Step[] {
  const isComplete = (since: Day): boolean => completeSince(retrieved, since);
  const cut = retrieved.state === 'partial' ? (retrieved.completeSince ?? []) : [];
  const days = [...changesOf(lists, reach), ...[cut].flat().map((since) => since + reach.before + 1)];
  const steps: Step[] = [];
  for (const from of [...new Set(days)].sort((a, b) => a - b)) {
    const value = among(lists, from, reach, isComplete);
    const before = steps.at(-1)?.value;
    if (value?.low !== before?.low || value?.high !== before?.high) steps.push({ from, value });
  }
  return steps;
}

const valueOn = (steps: readonly Step[], day: Day): Interval | undefined =>
  steps.findLast(({ from }) => from <= day)?.value;

/** The usable values by day; two versions, earliest and latest, where a date is partial (design law 4). */
function versions(readings: readonly Reading[], today: Day, plausible: Interval): readonly (readonly Point[])[] {
  const usable = readings.flatMap(({ status, amount, when, unreadable }) => {
    if (status !== 'valid' || amount === undefined || when === undefined || unreadable !== undefined) return [];
    const isPlausible = amount.low >= plausible.low && amount.high <= plausible.high;
    return isPlausible && when.to <= today ? [{ value: amount, when }] : [];
  });
  const by = (end: 'from' | 'to'): readonly Point[] => {
    const days = new Map<Day, Interval>();
    for (const { value, when } of usable) {
      const known = days.get(when[end]);
      days.set(when[end], known === undefined ? value : hull(known, value));
    }
    return [...days].map(([day, value]) => ({ day, value })).sort((a, b) => a.day - b.day);
  };
  return usable.some(({ when }) => when.from !== when.to) ? [by('from'), by('to')] : [by('from')];
}

/**
 * Two weights within 30 days that differ by more than 25 % cannot both be right. The one that fewer others agree with is
 * rejected; where nothing decides between them, either may be right.
 */
function withoutJumps(points: readonly Point[]): readonly Point[] {
  const rivalsOf = (point: Point): readonly Point[] =>
    points.filter((other) => Math.abs(point.day - other.day) <= jumpDays && differ(point, other));
  if (points.every((point) => rivalsOf(point).length === 0)) return points;
  const support = (point: Point): number =>
    points.filter((other) => Math.abs(point.day - other.day) <= weightReach.longBefore && !differ(point, other)).length;
  return points.flatMap((point) => {
    const rivals = rivalsOf(point);
    if (rivals.some((rival) => support(rival) > support(point))) return [];
    const equals = rivals.filter((rival) => support(rival) === support(point));
    return [{ day: point.day, value: equals.reduce((sum, rival) => hull(sum, rival.value), point.value) }];
  });
}

function differ(a: Point, b: Point): boolean {
  const [lighter, heavier] = a.value.high < b.value.low ? [a, b] : [b, a];
  const earlier = a.day < b.day ? a : b;
  return heavier.value.low - lighter.value.high > jumpShare * earlier.value.low;
}

function among(
  lists: readonly (readonly Point[])[],
  day: Day,
  reach: Reach,
  isComplete: (since: Day) => boolean,
): Interval | undefined {
  const found = lists.map((points) => nearest(points, day, reach, isComplete));
  return found.reduce((a, b) => (a === undefined || b === undefined ? undefined : hull(a, b)));
}

function nearest(
  points: readonly Point[],
  day: Day,
  reach: Reach,
  isComplete: (since: Day) => boolean,
): Interval | undefined {
  const index = lastOn(points, day);
  const [before, after] = [points[index], points[index + 1]];
  const age = before === undefined ? Infinity : day - before.day;
  if (before !== undefined && age <= reach.before) return isComplete(before.day) ? before.value : undefined;
  if (after !== undefined && after.day - day <= reach.after)
    return isComplete(day - reach.before) ? after.value : undefined;
  return before !== undefined && age <= reach.longBefore && isComplete(before.day) ? before.value : undefined;
}

/** The index of the last point on or before a day, -1 if there is none; by halving, since a chart holds many weights. */
function lastOn(points: readonly Point[], day: Day): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.day ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const changesOf = (lists: readonly (readonly Point[])[], reach: Reach): readonly Day[] =>
  lists.flat().flatMap(({ day }) => [day - reach.after, day, day + reach.before + 1, day + reach.longBefore + 1]);

/** Days on which a weight or height that is dated after the screening begins to count. */
export const weighingsAhead = (record: IndexedRecord, { date }: Screening): readonly Turn[] =>
  ['weight', 'height']
    .flatMap((name) => record.readings(name))
    .flatMap(({ when }) => (when !== undefined && when.to > date ? [{ on: when.to }] : []));
