// Was high-dose glucocorticoid treatment long enough, in one reading of the doses?

import type { Day, DayRange } from '../logic/calendar.ts';
import { atLeastAbout } from '../logic/interval.ts';
import { countBetween, holdsMonths, joinSpans, longestRun, runsOf, type Days, type Run } from './day-runs.ts';
import type { Segment } from './glucocorticoid-segments.ts';

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
 * Days just below the dose (tablet rounding), days on a full adult dose of a heavy child, pulse days, and how many high-dose or
 * pulse days make a regimen.
 * @source Clinical specification R-4.6 (60 mg: S16), R-4.1 (250 mg: S24b), 1.4-B; defaults to be signed by the investigator.
 */
const nearShare = 0.95;
const fullDoseMilligrams = 60;
const pulseMilligrams = 250;
export const regimenHighDays = 14;
export const regimenPulseDays = 3;

/** Which doses count: the least or the most that the record allows. */
export type Reading = 'low' | 'high';

/** Days by what they are in one reading. `plain`: high without averaging; `close`: high, near or capped. */
export type DaySets = Readonly<Record<'any' | 'high' | 'plain' | 'near' | 'capped' | 'close' | 'pulse', Days>>;

export function daySets(segments: readonly Segment[], reading: Reading, settings: GlucocorticoidSettings): DaySets {
  const dose = settings.highDoseMgPerKgPerDay;
  const those = (test: (segment: Segment) => boolean): Days => joinSpans(segments.filter(test));
  const isHigh = (segment: Segment): boolean => atLeastAbout(segment.perKg[reading], dose);
  const isNear = (segment: Segment): boolean =>
    !isHigh(segment) && atLeastAbout(segment.perKg[reading], nearShare * dose);
  // A full dose below 1 mg/kg can only be that of a child of 60 kg or more.
  const isCapped = (segment: Segment): boolean =>
    !isHigh(segment) && atLeastAbout(segment.milligrams[reading], fullDoseMilligrams);
  return {
    any: those(({ milligrams }) => milligrams[reading] > 0 || milligrams.lowOpen === true),
    high: those(isHigh),
    plain: those((segment) => atLeastAbout(segment.plainPerKg[reading], dose)),
    near: those(isNear),
    capped: those(isCapped),
    close: those((segment) => isHigh(segment) || isNear(segment) || isCapped(segment)),
    pulse: those(({ milligrams }) => atLeastAbout(milligrams[reading], pulseMilligrams)),
  };
}

/** What makes the answer, the first that holds: `course` alone is enough by itself. */
export const grounds = [
  'course',
  'old-course',
  'averaged',
  'near-threshold',
  'cumulative',
  'close',
  'regimen',
] as const;
export type Ground = (typeof grounds)[number];

export type Outcome = {
  readonly level: 'met' | 'needs-investigator' | 'none';
  /** Every ground that holds, in the order above. */
  readonly grounds: readonly Ground[];
  readonly sets: DaySets;
  readonly runs: readonly Run[];
  /** The run of high-dose days that the first ground speaks of, else the longest. */
  readonly decisive: Run | undefined;
};

/** R1, R2 and R3 of the clinical specification 4.7 for one reading. */
export function judge(
  segments: readonly Segment[],
  reading: Reading,
  settings: GlucocorticoidSettings,
  today: Day,
): Outcome {
  const sets = daySets(segments, reading, settings);
  const gap = settings.highDoseGapDays;
  const isLong = (run: Run): boolean =>
    run.days >= settings.highDoseDays || run.spans.some((span) => holdsMonths(span, settings.highDoseMonths));
  const isRecent = ({ to }: DayRange): boolean => today - to <= settings.highDoseRecentDays;
  const runs = runsOf(sets.high, gap);
  const longPlain = runsOf(sets.plain, gap).filter(isLong);
  const isNearThreshold = (run: Run): boolean => !isLong(run) && run.days >= settings.highDoseNearDays && isRecent(run);
  const holds: Readonly<Record<Ground, () => boolean>> = {
    course: () => longPlain.some(isRecent),
    'old-course': () => longPlain.length > 0 && !longPlain.some(isRecent),
    averaged: () => longPlain.length === 0 && runs.some(isLong),
    'near-threshold': () => runs.some(isNearThreshold),
    cumulative: () => countBetween(sets.high, today - settings.highDoseRecentDays, today) >= settings.highDoseDays,
    close: () => runsOf(sets.close, gap).some(isLong),
    regimen: () =>
      runsOf(sets.any, gap).some(
        (run) =>
          isLong(run) &&
          (countBetween(sets.high, run.from, run.to) >= regimenHighDays ||
            countBetween(sets.pulse, run.from, run.to) >= regimenPulseDays),
      ),
  };
  const found = grounds.filter((ground) => holds[ground]());
  const enough: readonly Ground[] =
    settings.glucocorticoidReading === 'strict'
      ? ['course']
      : settings.glucocorticoidReading === 'cumulative'
        ? ['course', 'cumulative']
        : ['course', 'cumulative', 'regimen'];
  const level = found.some((ground) => enough.includes(ground))
    ? 'met'
    : found.length > 0
      ? 'needs-investigator'
      : 'none';
  const decisive =
    longPlain.findLast(isRecent) ?? longPlain.at(-1) ?? runs.findLast(isLong) ?? runs.findLast(isNearThreshold);
  return { level, grounds: found, sets, runs, decisive: decisive ?? longestRun(runs) };
}
