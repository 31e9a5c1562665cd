// How heavy, and how large, was the patient on a day?

import type { Day } from '../../logic/calendar.ts';
import type { Turn } from '../../logic/finding.ts';
import { hull, type Interval } from '../../logic/interval.ts';
import { keptBy } from '../../logic/lazy.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { completeFrom, completeSince, type Retrieved } from '../../fhir/retrieved.ts';
import type { Screening } from '../screening.ts';
import { lastOn, pointsOf, withoutJumps, type WeightPoint } from './weight-points.ts';

/**
 * Weights outside are rejected, so that a patient without a weight is taken to weigh something between.
 * @source Clinical specification.
 */
export const plausibleKilograms: Interval = { low: 8, high: 200 };
const plausibleCentimetres: Interval = { low: 50, high: 210 };

/** How far a value reaches: first choice backwards, then forwards, then backwards again. */
type Reach = { readonly before: number; readonly after: number; readonly longBefore: number };
const weightReach: Reach = { before: 90, after: 30, longBefore: 180 };
const heightReach: Reach = { before: 180, after: 180, longBefore: 365 };

export type BodySize = {
  /** kg on a day; `known` false: no weight applies, and the interval is all that is plausible. */
  readonly kilogramsOn: (day: Day) => { readonly value: Interval; readonly known: boolean };
  /** cm on a day; without a height all that is plausible. */
  readonly centimetresOn: (day: Day) => Interval;
  /** Body surface in m² on a day. */
  readonly squareMetresOn: (day: Day) => Interval;
  /** Days on which another weight or height, or none, begins to apply, in ascending order. */
  readonly changes: readonly Day[];
};

/**
 * The weight of a day is the nearest on or before it within 90 days, else the nearest after within 30, else the latest before
 * within 180. Surface by Mosteller, sqrt(cm x kg / 3600). What a cut-off search may hide is not known.
 */
export const bodySizeOf = (record: IndexedRecord, screening: Screening): BodySize =>
  record.once(bodySizes)(screening.date);

/** The body size as it is known on each day: from the day of the last result on it stays the same. */
function bodySizes(record: IndexedRecord): (today: Day) => BodySize {
  let last = -Infinity;
  for (const name of measured) for (const { when } of record.readings(name)) last = Math.max(last, when?.to ?? last);
  const known = keptBy((today: Day) => bodySizeOn(record, today));
  return (today) => known(Math.min(today, last));
}

const measured = ['weight', 'height'] as const;

function bodySizeOn(record: IndexedRecord, today: Day): BodySize {
  const retrieved = record.retrieved.observations;
  const weights = pointsOf(record.readings('weight'), today, plausibleKilograms).map(withoutJumps);
  const heights = pointsOf(record.readings('height'), today, plausibleCentimetres);
  const heavy = stepsOf(weights, weightReach, retrieved, plausibleKilograms);
  const tall = stepsOf(heights, heightReach, retrieved, plausibleCentimetres);
  const centimetresOn = (day: Day): Interval => stepOn(tall, day)?.value ?? plausibleCentimetres;
  return {
    kilogramsOn: (day) => stepOn(heavy, day) ?? unweighed,
    centimetresOn,
    squareMetresOn: (day) => {
      const kg = stepOn(heavy, day)?.value ?? plausibleKilograms;
      const cm = centimetresOn(day);
      return { low: Math.sqrt((kg.low * cm.low) / 3600), high: Math.sqrt((kg.high * cm.high) / 3600) };
    },
    changes: [...heavy, ...tall].map(({ day }) => day).sort((a, b) => a - b),
  };
}

/** From a day to the day before the next step one value applies; `known` false: none does, and it is all that is plausible. */
type Step = WeightPoint & { readonly known: boolean };
const unweighed: Step = { day: -Infinity, value: plausibleKilograms, known: false };

/** The values that apply, as steps in ascending order. */
function stepsOf(
  lists: readonly (readonly WeightPoint[])[],
  reach: Reach,
  retrieved: Retrieved,
  plausible: Interval,
): readonly Step[] {
  const isComplete = (since: Day): boolean => completeSince(retrieved, since);
  const days: Day[] = [completeFrom(retrieved) + reach.before + 1];
  for (const points of lists) for (const day of turningDays(points, reach)) days.push(day);
  days.sort((a, b) => a - b);
  const steps: Step[] = [];
  let before: Interval | undefined;
  for (const day of days) {
    const value = among(lists, day, reach, isComplete);
    if (value?.low === before?.low && value?.high === before?.high) continue;
    steps.push({ day, value: value ?? plausible, known: value !== undefined });
    before = value;
  }
  return steps;
}

/** The days of the points, and, where two lie far apart, those on which the reach of the earlier one ends or that of the later one begins. */
function turningDays(points: readonly WeightPoint[], { before, after, longBefore }: Reach): readonly Day[] {
  const days: Day[] = [];
  let last = -Infinity;
  for (const { day } of points) {
    if (day - last > before) days.push(last + before + 1, last + longBefore + 1, day - after);
    days.push(day);
    last = day;
  }
  return [...days, last + longBefore + 1];
}

const stepOn = (steps: readonly Step[], day: Day): Step | undefined => steps[lastOn(steps, day)];

/** The value of a day in one version; in two it may be either, and is none where one has none. */
function among(
  lists: readonly (readonly WeightPoint[])[],
  day: Day,
  reach: Reach,
  isComplete: (since: Day) => boolean,
): Interval | undefined {
  let value: Interval | undefined;
  for (const points of lists) {
    const found = nearest(points, day, reach, isComplete);
    if (found === undefined) return undefined;
    value = value === undefined ? found : hull(value, found);
  }
  return value;
}

function nearest(
  points: readonly WeightPoint[],
  day: Day,
  reach: Reach,
  isComplete: (since: Day) => boolean,
): Interval | undefined {
  const index = lastOn(points, day);
  const before = points[index];
  const after = points[index + 1];
  const age = before === undefined ? Infinity : day - before.day;
  if (before !== undefined && age <= reach.before) return isComplete(before.day) ? before.value : undefined;
  if (after !== undefined && after.day - day <= reach.after)
    return isComplete(day - reach.before) ? after.value : undefined;
  return before !== undefined && age <= reach.longBefore && isComplete(before.day) ? before.value : undefined;
}

/** Days on which a weight or height that is dated after the screening begins to count. */
export function weighingsAhead(record: IndexedRecord, { date }: Screening): readonly Turn[] {
  const turns: Turn[] = [];
  for (const name of measured)
    for (const { when } of record.readings(name)) if (when !== undefined && when.to > date) turns.push({ on: when.to });
  return turns;
}
