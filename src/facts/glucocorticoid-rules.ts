// Was high-dose glucocorticoid treatment long enough, in one reading of the doses?

import type { Day, DayRange } from '../logic/calendar.ts';
import { atLeastAbout } from '../logic/interval.ts';
import {
  appendSpan,
  countBetween,
  daysUpTo,
  holdsMonths,
  longestRun,
  runsOf,
  type Days,
  type Run,
} from './day-runs.ts';
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
  const sets = { any: [], high: [], plain: [], near: [], capped: [], close: [], pulse: [] };
  for (const segment of segments) {
    const [milligrams, perKg] = [segment.milligrams[reading], segment.perKg[reading]];
    const isHigh = atLeastAbout(perKg, dose);
    const isNear = !isHigh && atLeastAbout(perKg, nearShare * dose);
    // A full dose below 1 mg/kg can only be that of a child of 60 kg or more.
    const isCapped = !isHigh && atLeastAbout(milligrams, fullDoseMilligrams);
    if (milligrams > 0 || segment.milligrams.lowOpen === true) appendSpan(sets.any, segment);
    if (isHigh) appendSpan(sets.high, segment);
    if (atLeastAbout(segment.plainPerKg[reading], dose)) appendSpan(sets.plain, segment);
    if (isNear) appendSpan(sets.near, segment);
    if (isCapped) appendSpan(sets.capped, segment);
    if (isHigh || isNear || isCapped) appendSpan(sets.close, segment);
    if (atLeastAbout(milligrams, pulseMilligrams)) appendSpan(sets.pulse, segment);
  }
  return sets;
}

/** The days of every kind as they are on a day, of sets that go on after it. */
export const daySetsUpTo = (sets: DaySets, last: Day): DaySets => ({
  any: daysUpTo(sets.any, last),
  high: daysUpTo(sets.high, last),
  plain: daysUpTo(sets.plain, last),
  near: daysUpTo(sets.near, last),
  capped: daysUpTo(sets.capped, last),
  close: daysUpTo(sets.close, last),
  pulse: daysUpTo(sets.pulse, last),
});

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
  const { holds, runs, longPlain, isLong, isRecent, isNearThreshold } = questionsOf(sets, settings, today);
  const decisive =
    longPlain.findLast(isRecent) ?? longPlain.at(-1) ?? runs.findLast(isLong) ?? runs.findLast(isNearThreshold);
  return {
    level: levelOf(holds, settings),
    grounds: grounds.filter((ground) => holds[ground]()),
    sets,
    runs,
    decisive: decisive ?? longestRun(runs),
  };
}

/** The level alone, of days already sorted out; no more is worked out than decides it. */
export const levelOn = (sets: DaySets, settings: GlucocorticoidSettings, today: Day): Outcome['level'] =>
  levelOf(questionsOf(sets, settings, today).holds, settings);

type Holds = Readonly<Record<Ground, () => boolean>>;

const enoughIn: Readonly<Record<GlucocorticoidSettings['glucocorticoidReading'], readonly Ground[]>> = {
  strict: ['course'],
  cumulative: ['course', 'cumulative'],
  regimen: ['course', 'cumulative', 'regimen'],
};

function levelOf(holds: Holds, settings: GlucocorticoidSettings): Outcome['level'] {
  const isHeld = (ground: Ground): boolean => holds[ground]();
  if (enoughIn[settings.glucocorticoidReading].some(isHeld)) return 'met';
  return grounds.some(isHeld) ? 'needs-investigator' : 'none';
}

/** What is asked of the days: each ground, asked only when somebody wants to know. */
function questionsOf(sets: DaySets, settings: GlucocorticoidSettings, today: Day) {
  const gap = settings.highDoseGapDays;
  const isLong = (run: Run): boolean =>
    run.days >= settings.highDoseDays || run.spans.some((span) => holdsMonths(span, settings.highDoseMonths));
  const isRecent = ({ to }: DayRange): boolean => today - to <= settings.highDoseRecentDays;
  const runs = runsOf(sets.high, gap);
  const longPlain = runsOf(sets.plain, gap).filter(isLong);
  const isNearThreshold = (run: Run): boolean => !isLong(run) && run.days >= settings.highDoseNearDays && isRecent(run);
  const holds: Holds = {
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
  return { holds, runs, longPlain, isLong, isRecent, isNearThreshold };
}
