// Was high-dose glucocorticoid treatment long enough, in one reading of the doses?

import type { Day, DayRange } from '../logic/calendar.ts';
import { atLeastAbout } from '../logic/interval.ts';
import {
  appendSpan,
  countBetween,
  lastDayBy,
  lastOfMonths,
  longestRun,
  nth,
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
  const any: DayRange[] = [];
  const high: DayRange[] = [];
  const near: DayRange[] = [];
  const capped: DayRange[] = [];
  const close: DayRange[] = [];
  const pulse: DayRange[] = [];
  const plain: DayRange[] = segments.every((each) => each.plainPerKg === each.perKg) ? high : [];
  for (const segment of segments) {
    const milligrams = segment.milligrams[reading];
    const perKg = segment.perKg[reading];
    const isHigh = atLeastAbout(perKg, dose);
    const isNear = !isHigh && atLeastAbout(perKg, nearShare * dose);
    // A full dose below 1 mg/kg can only be that of a child of 60 kg or more.
    const isCapped = !isHigh && atLeastAbout(milligrams, fullDoseMilligrams);
    if (milligrams > 0 || segment.milligrams.lowOpen === true) appendSpan(any, segment);
    if (isHigh) appendSpan(high, segment);
    if (plain !== high && atLeastAbout(segment.plainPerKg[reading], dose)) appendSpan(plain, segment);
    if (isNear) appendSpan(near, segment);
    if (isCapped) appendSpan(capped, segment);
    if (isHigh || isNear || isCapped) appendSpan(close, segment);
    if (atLeastAbout(milligrams, pulseMilligrams)) appendSpan(pulse, segment);
  }
  return { any, high, plain, near, capped, close: near.length + capped.length === 0 ? high : close, pulse };
}

/** A run with the first days on which it is long, and nearly so; undefined where it never is. */
export type Course = Run & { readonly longFrom: Day | undefined; readonly nearFrom: Day | undefined };

/** The sets of one reading and the runs in which their days follow each other. */
export type SortedDays = {
  readonly sets: DaySets;
  readonly runs: Readonly<Record<'any' | 'high' | 'plain' | 'close', readonly Course[]>>;
};

export function sortDays(segments: readonly Segment[], reading: Reading, settings: GlucocorticoidSettings): SortedDays {
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

/** Days as they are asked about on a day; those after `last` do not count. */
type Asked = SortedDays & { readonly settings: GlucocorticoidSettings; readonly today: Day; readonly last: Day };

/** R1, R2 and R3 of the clinical specification 4.7 for one reading. */
export function judge(
  segments: readonly Segment[],
  reading: Reading,
  settings: GlucocorticoidSettings,
  today: Day,
): Outcome {
  const { sets, runs } = sortDays(segments, reading, settings);
  const asked: Asked = { sets, runs, settings, today, last: Infinity };
  const longPlain = runs.plain.filter((run) => isLong(run, asked));
  const decisive =
    longPlain.findLast((run) => isRecent(run, asked)) ??
    longPlain.at(-1) ??
    runs.high.findLast((run) => isLong(run, asked)) ??
    runs.high.findLast((run) => isNearThreshold(run, asked));
  return {
    level: levelOf(asked),
    grounds: grounds.filter((ground) => holds[ground](asked)),
    sets,
    runs: runs.high,
    decisive: decisive ?? longestRun(runs.high),
  };
}

/** The level on a day, of days that may go on after it. */
export const levelOn = ({ sets, runs }: SortedDays, settings: GlucocorticoidSettings, day: Day): Outcome['level'] =>
  levelOf({ sets, runs, settings, today: day, last: day });

const enoughIn: Readonly<Record<GlucocorticoidSettings['glucocorticoidReading'], readonly Ground[]>> = {
  strict: ['course'],
  cumulative: ['course', 'cumulative'],
  regimen: ['course', 'cumulative', 'regimen'],
};

function levelOf(asked: Asked): Outcome['level'] {
  if (someGround(enoughIn[asked.settings.glucocorticoidReading], asked)) return 'met';
  return someGround(grounds, asked) ? 'needs-investigator' : 'none';
}

// Asked of many days: plain loops, so that an asking makes no functions of its own.
function someGround(of: readonly Ground[], asked: Asked): boolean {
  for (const ground of of) if (holds[ground](asked)) return true;
  return false;
}

function someRun(runs: readonly Course[], is: (run: Course, asked: Asked) => boolean, asked: Asked): boolean {
  for (const run of runs) if (is(run, asked)) return true;
  return false;
}

const isLong = ({ longFrom }: Course, { last }: Asked): boolean => longFrom !== undefined && longFrom <= last;

const isRecent = (run: Course, { settings, today, last }: Asked): boolean =>
  today - lastDayBy(run, last) <= settings.highDoseRecentDays;

const isNear = ({ nearFrom }: Course, { last }: Asked): boolean => nearFrom !== undefined && nearFrom <= last;

const isNearThreshold = (run: Course, asked: Asked): boolean =>
  !isLong(run, asked) && isNear(run, asked) && isRecent(run, asked);

const isLongAndRecent = (run: Course, asked: Asked): boolean => isLong(run, asked) && isRecent(run, asked);

/** Long, on any dose at all, with enough days on a high dose or enough pulses within. */
function isRegimen(run: Course, asked: Asked): boolean {
  if (!isLong(run, asked)) return false;
  const [{ high, pulse }, last] = [asked.sets, lastDayBy(run, asked.last)];
  return (
    countBetween(high, run.from, last) >= regimenHighDays || countBetween(pulse, run.from, last) >= regimenPulseDays
  );
}

/** Whether each ground holds. */
const holds: Readonly<Record<Ground, (asked: Asked) => boolean>> = {
  course: (asked) => someRun(asked.runs.plain, isLongAndRecent, asked),
  'old-course': (asked) => someRun(asked.runs.plain, isLong, asked) && !holds.course(asked),
  averaged: (asked) => !someRun(asked.runs.plain, isLong, asked) && someRun(asked.runs.high, isLong, asked),
  'near-threshold': (asked) => someRun(asked.runs.high, isNearThreshold, asked),
  cumulative: ({ sets, settings, today }) =>
    countBetween(sets.high, today - settings.highDoseRecentDays, today) >= settings.highDoseDays,
  close: (asked) => someRun(asked.runs.close, isLong, asked),
  regimen: (asked) => someRun(asked.runs.any, isRegimen, asked),
};
