// Was one drug taken for long enough, or in enough doses, to count as adequate?

import type { Day, DayRange } from '../../logic/calendar.ts';
import type { Turn } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import type { DosageContext } from '../../fhir/dosage/dose.ts';
import { joinSpans, longestRun, runsOf, type Run } from '../day-runs.ts';
import type { Exposure } from '../drugs/exposures.ts';
import { withoutUntaken } from '../drugs/untaken.ts';
import type { Counted } from './immunosuppressants-counted.ts';
import {
  fortnightly,
  longestCourse,
  monthly,
  ofOneCourse,
  pulsesBySource,
  type DateEnd,
} from './immunosuppressants-doses.ts';

/** The numbers that a site may change; section 5 of the clinical specification gives the defaults. */
export type AdequacySettings = {
  readonly adequateDays: number;
  readonly adequateGapDays: number;
  readonly adequateBiologicDays: number;
  readonly cyclophosphamideMonthlyDoses: number;
  readonly cyclophosphamideFortnightlyDoses: number;
  readonly rituximabInfusions: number;
};

export type Adequacy = {
  /** `unclear`: partial dates, an unknown end, an unclear route or reason decide. */
  readonly adequate: 'yes' | 'no' | 'unclear';
  /** Longest run of covered days that is proven; its breaks are bridged and not counted. */
  readonly cover: Run | undefined;
  /** Doses of the longest course that is proven, of a drug that counts by doses. */
  readonly doses: readonly Day[] | undefined;
  readonly turns: readonly Turn[];
};

/**
 * Days for which one dose of a drug that is not given daily covers: the usual interval between its doses.
 * @source Labels: belimumab every 4 weeks intravenously or weekly subcutaneously, telitacicept weekly, methotrexate weekly
 */
function daysOfOneDose({ ingredient, route }: Exposure): number {
  if (ingredient === 'belimumab') return route === 'subcutaneous' ? 7 : 28;
  return ingredient === 'telitacicept' || ingredient === 'methotrexate' ? 7 : 1;
}

/** By doses only: a long order says nothing of how many infusions were given. */
const countsByDoses = ({ ingredient, route }: Exposure): boolean =>
  ingredient === 'rituximab' || (ingredient === 'cyclophosphamide' && route !== 'oral');

const daysNeeded = (ingredient: string, settings: AdequacySettings): number =>
  ingredient === 'belimumab' || ingredient === 'telitacicept' ? settings.adequateBiologicDays : settings.adequateDays;

/** The days of one exposure, in the shorter or the longer reading, never after today. */
function spanOf(exposure: Exposure, reading: DateEnd, today: Day): DayRange | undefined {
  const { start, end } = exposure;
  if (start === undefined || end === undefined) return undefined;
  const [from, to] = reading === 'low' ? [start.to, Math.max(end.from, start.to)] : [start.from, end.to];
  const last = from === to ? from + daysOfOneDose(exposure) - 1 : to;
  return { from, to: Math.min(last, today) };
}

function longestCover(exposures: readonly Exposure[], reading: DateEnd, gap: number, today: Day): Run | undefined {
  const spans: DayRange[] = [];
  for (const each of exposures) {
    const span = countsByDoses(each) ? undefined : spanOf(each, reading, today);
    if (span === undefined) continue;
    for (const part of reading === 'low' ? withoutUntaken(span, each.untaken) : [span]) spans.push(part);
  }
  return longestRun(runsOf(joinSpans(spans.sort((a, b) => a.from - b.from)), gap));
}

type Course = { readonly enough: boolean; readonly doses: readonly Day[] };
const noCourse: Course = { enough: false, doses: [] };

/** The doses of the best course, and whether they are enough. */
function courseOf(
  ingredient: string,
  exposures: readonly Exposure[],
  context: DosageContext,
  reading: DateEnd,
  settings: AdequacySettings,
): Course {
  const byDoses = exposures.filter(countsByDoses);
  if (byDoses.length === 0) return noCourse;
  const needs =
    ingredient === 'rituximab'
      ? ([{ spacing: ofOneCourse, count: 'rituximabInfusions' }] as const)
      : ([
          { spacing: monthly, count: 'cyclophosphamideMonthlyDoses' },
          { spacing: fortnightly, count: 'cyclophosphamideFortnightlyDoses' },
        ] as const);
  const courses = pulsesBySource(byDoses, context, reading).flatMap((pulses) =>
    needs.map(({ spacing, count }) => {
      const doses = longestCourse(pulses, spacing);
      // Of a drug that is not counted by doses nobody asks how many are enough.
      return { enough: doses.length > 0 && doses.length >= settings[count], doses };
    }),
  );
  return courses.reduce((best, each) => (isBetter(each, best) ? each : best));
}

/** Enough before too few, then the longer one. */
const isBetter = (a: Course, b: Course): boolean =>
  a.enough === b.enough ? a.doses.length > b.doses.length : a.enough;

/**
 * Asks the shorter and the longer reading of all dates (ARCHITECTURE, law 4). Exposures for another disease, or over before lupus
 * began, are left out; those of unclear route or reason count only in the longer reading.
 * @source Clinical specification section 5, "Adequate DEFAULT"
 */
export function adequacyOf(
  ingredient: string,
  counted: readonly Counted[],
  settings: AdequacySettings,
  context: DosageContext,
  today: Day,
): Adequacy {
  const proven = counted.filter(({ sure, reason }) => sure && reason === 'yes').map(({ exposure }) => exposure);
  const possible = counted
    .filter(({ reason }) => reason === 'yes' || reason === 'unclear')
    .map(({ exposure }) => exposure);
  const needed = daysNeeded(ingredient, settings);
  const run = (of: readonly Exposure[], reading: DateEnd) => longestCover(of, reading, settings.adequateGapDays, today);
  const course = (of: readonly Exposure[], reading: DateEnd) => courseOf(ingredient, of, context, reading, settings);
  const [low, high] = [run(proven, 'low'), run(possible, 'high')];
  const dosed = proven.filter(({ untaken }) => untaken.length === 0);
  const given = [course(dosed, 'low'), course(dosed, 'high')] as const;
  const enough = (low?.days ?? 0) >= needed || given.every((each) => each.enough);
  const undated = possible.some(({ start }) => start === undefined);
  const maybeGiven = [course(possible, 'low'), course(possible, 'high')].some((each) => each.enough);
  const maybe = (high?.days ?? 0) >= needed || maybeGiven || undated;
  return {
    adequate: enough ? 'yes' : maybe ? 'unclear' : 'no',
    cover: low,
    doses: given[0].doses.length > 0 ? given[0].doses : undefined,
    turns: enough ? [] : [low, high].flatMap((each) => turnOf(each, needed, today)),
  };
}

/** A course that goes on reaches the days it needs if it continues. */
function turnOf(run: Run | undefined, needed: number, today: Day): readonly Turn[] {
  if (run === undefined || run.to < today || run.days >= needed) return [];
  return [{ on: today + needed - run.days, if: say('immunosuppressants.if-continued') }];
}
