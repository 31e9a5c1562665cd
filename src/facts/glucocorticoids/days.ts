// What is each day in one reading of the doses, high, near or a pulse, and which courses do these days make?

import type { Day, DayRange } from '../../logic/calendar.ts';
import { atLeastAbout, type Interval } from '../../logic/interval.ts';
import { appendSpan, lastOfMonths, nth, runsOf, type Days, type Run } from '../day-runs.ts';
import type { Segment } from './segments.ts';

/** The numbers of the question; the registry gives only the dose and the months. */
export type GlucocorticoidSettings = {
  readonly highDoseMgPerKgPerDay: number;
  readonly highDoseDays: number;
  readonly highDoseMonths: number;
  readonly highDoseGapDays: number;
  readonly highDoseRecentDays: number;
  readonly highDoseNearDays: number;
  readonly glucocorticoidReading: 'strict' | 'cumulative' | 'regimen';
};

/**
 * Days just below the dose (tablet rounding), and days on a full adult dose of a heavy child.
 * @source Clinical specification R-4.6 (60 mg: S16); defaults to be signed by the investigator.
 */
const nearShare = 0.95;
const fullDoseMilligrams = 60;

/**
 * A pulse is a day of at least so many mg of prednisone equivalent in all.
 * @source Clinical specification R-4.1 (S24b) and 4.7; a default to be signed by the investigator.
 */
export const pulseMilligrams = 250;

/** Which doses count: the least or the most that the record allows. */
export type DoseEnd = 'low' | 'high';

/** Days by what they are in one reading. `plain`: high without averaging; `close`: high, near or capped. */
export type DaySets = Readonly<Record<'any' | 'high' | 'plain' | 'near' | 'capped' | 'close' | 'pulse', Days>>;

export function daySets(segments: readonly Segment[], reading: DoseEnd, settings: GlucocorticoidSettings): DaySets {
  const dose = settings.highDoseMgPerKgPerDay;
  const any: DayRange[] = [];
  const high: DayRange[] = [];
  const near: DayRange[] = [];
  const capped: DayRange[] = [];
  const close: DayRange[] = [];
  const pulse: DayRange[] = [];
  const plain: DayRange[] = segments.every((each) => each.plainPerKg === each.perKg) ? high : [];
  for (const segment of segments) {
    const milligrams = endIn(segment.milligrams, reading);
    const perKg = endIn(segment.perKg, reading);
    const isHigh = atLeastAbout(perKg, dose);
    const isNear = !isHigh && atLeastAbout(perKg, nearShare * dose);
    // A full dose below 1 mg/kg can only be that of a child of 60 kg or more.
    const isCapped = !isHigh && atLeastAbout(milligrams, fullDoseMilligrams);
    if (milligrams > 0 || segment.milligrams.lowOpen === true) appendSpan(any, segment);
    if (isHigh) appendSpan(high, segment);
    if (plain !== high && atLeastAbout(endIn(segment.plainPerKg, reading), dose)) appendSpan(plain, segment);
    if (isNear) appendSpan(near, segment);
    if (isCapped) appendSpan(capped, segment);
    if (isHigh || isNear || isCapped) appendSpan(close, segment);
    if (atLeastAbout(milligrams, pulseMilligrams)) appendSpan(pulse, segment);
  }
  return { any, high, plain, near, capped, close: near.length + capped.length === 0 ? high : close, pulse };
}

const endIn = ({ low, high }: Interval, reading: DoseEnd): number => (reading === 'low' ? low : high);

/** A run with the first days on which it is long, and nearly so; undefined where it never is. */
export type Course = Run & { readonly longFrom: Day | undefined; readonly nearFrom: Day | undefined };

/** The sets of one reading and the runs in which their days follow each other. */
export type SortedDays = {
  readonly sets: DaySets;
  readonly runs: Readonly<Record<'any' | 'high' | 'plain' | 'close', readonly Course[]>>;
};

export function sortDays(segments: readonly Segment[], reading: DoseEnd, settings: GlucocorticoidSettings): SortedDays {
  const sets = daySets(segments, reading, settings);
  const [any, high] = [coursesOf(sets.any, settings), coursesOf(sets.high, settings)];
  const among = (days: Days): readonly Course[] => (days === sets.high ? high : coursesOf(days, settings));
  return { sets, runs: { any, high, plain: among(sets.plain), close: among(sets.close) } };
}

const coursesOf = (days: Days, settings: GlucocorticoidSettings): readonly Course[] =>
  runsOf(days, settings.highDoseGapDays).map(({ from, to, days: count, spans }) => ({
    from,
    to,
    days: count,
    spans,
    longFrom: longFrom(spans, settings),
    nearFrom: nth(spans, settings.highDoseNearDays),
  }));

/** The first day on which days are enough by number, or fill so many months without a break. */
function longFrom(spans: Days, { highDoseDays, highDoseMonths }: GlucocorticoidSettings): Day | undefined {
  let first = nth(spans, highDoseDays);
  for (const { from, to } of spans) {
    const full = lastOfMonths(from, to, highDoseMonths);
    if (full !== undefined && (first === undefined || full < first)) first = full;
  }
  return first;
}
