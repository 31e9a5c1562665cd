// Was high-dose glucocorticoid treatment long enough, in one reading of the doses?

import type { Day } from '../../logic/calendar.ts';
import { countBetween, lastDayBy, longestRun, type Run } from '../day-runs.ts';
import {
  sortDays,
  type Course,
  type DaySets,
  type GlucocorticoidSettings,
  type DoseEnd,
  type SortedDays,
} from './days.ts';
import type { Segment } from './segments.ts';

/**
 * How many high-dose or pulse days make a regimen.
 * @source Clinical specification 1.4-B; defaults to be signed by the investigator.
 */
export const regimenHighDays = 14;
export const regimenPulseDays = 3;

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

export type CourseOutcome = {
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
  reading: DoseEnd,
  settings: GlucocorticoidSettings,
  today: Day,
): CourseOutcome {
  const { sets, runs } = sortDays(segments, reading, settings);
  const asked: Asked = { sets, runs, settings, today, last: Infinity };
  // The last of several is the most recent one.
  const decisive =
    runs.plain.findLast((run) => isLong(run, asked)) ??
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
export const levelOn = (
  { sets, runs }: SortedDays,
  settings: GlucocorticoidSettings,
  day: Day,
): CourseOutcome['level'] => levelOf({ sets, runs, settings, today: day, last: day });

type Holds = (asked: Asked) => boolean;

function levelOf(asked: Asked): CourseOutcome['level'] {
  if (someHolds(enoughIn[asked.settings.glucocorticoidReading], asked)) return 'met';
  return someHolds(anyGround, asked) ? 'needs-investigator' : 'none';
}

// Asked of many days: plain loops, so that an asking makes no functions of its own.
function someHolds(of: readonly Holds[], asked: Asked): boolean {
  for (const isGround of of) if (isGround(asked)) return true;
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
const holds: Readonly<Record<Ground, Holds>> = {
  course: (asked) => someRun(asked.runs.plain, isLongAndRecent, asked),
  'old-course': (asked) => someRun(asked.runs.plain, isLong, asked) && !holds.course(asked),
  averaged: (asked) => !someRun(asked.runs.plain, isLong, asked) && someRun(asked.runs.high, isLong, asked),
  'near-threshold': (asked) => someRun(asked.runs.high, isNearThreshold, asked),
  cumulative: ({ sets, settings, today }) =>
    countBetween(sets.high, today - settings.highDoseRecentDays, today) >= settings.highDoseDays,
  close: (asked) => someRun(asked.runs.close, isLong, asked),
  regimen: (asked) => someRun(asked.runs.any, isRegimen, asked),
};

const anyGround = grounds.map((ground) => holds[ground]);

const enoughIn: Readonly<Record<GlucocorticoidSettings['glucocorticoidReading'], readonly Holds[]>> = {
  strict: [holds.course],
  cumulative: [holds.course, holds.cumulative],
  regimen: [holds.course, holds.cumulative, holds.regimen],
};
