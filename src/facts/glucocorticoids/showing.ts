// How is a course of glucocorticoids shown: its numbers, its sources, what was ignored, what is missing?

import { addMonths, isoDay, isoRange, type Day } from '../../logic/calendar.ts';
import { eachOnce } from '../../logic/each-once.ts';
import type { Evidence } from '../../logic/finding.ts';
import { say, verbatim, type Message } from '../../logic/message.ts';
import { nameOf } from '../../terminology/concept.ts';
import { countBetween, countOf, longestRun, runsOf, type Run } from '../day-runs.ts';
import type { DayDose } from '../drugs/dose-days.ts';
import type { Exposure } from '../drugs/exposures.ts';
import type { GlucocorticoidCourse } from './course.ts';
import type { GlucocorticoidOrder } from './orders.ts';
import type { GlucocorticoidSettings } from './days.ts';
import type { Ground, CourseOutcome } from './rules.ts';

const shown = (value: number): string => String(Math.round(value * 1000) / 1000);

const between = (low: string, high: string): string => (low === high ? low : `${low}–${high}`);

/** The numbers of the course (of both readings where they differ), then every order that was read. */
export function courseEvidence(
  course: GlucocorticoidCourse,
  low: CourseOutcome,
  high: CourseOutcome,
): readonly Evidence[] {
  const days = (count: (outcome: CourseOutcome) => number): string => between(String(count(low)), String(count(high)));
  const [first, last] = [high.sets.any[0], high.sets.any.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    { label: say('glucocorticoid.days-any'), value: days((each) => countOf(each.sets.any)) },
    { label: say('glucocorticoid.days-high'), value: days((each) => countOf(each.sets.high)) },
    { label: say('glucocorticoid.longest-run'), value: days((each) => longestRun(each.runs)?.days ?? 0), leads: true },
    { label: say('glucocorticoid.span'), value: `${isoDay(first.from)} – ${isoDay(last.to)}` },
    ...peakOf(course),
    ...sourcesOf(course),
  ];
}

/** The highest daily dose as far as it is known: of a dose that cannot be read, or without a weight, only what it is at least. */
function peakOf({ segments }: GlucocorticoidCourse): readonly Evidence[] {
  const [low, high] = [
    Math.max(...segments.map(({ perKg }) => perKg.low)),
    Math.max(...segments.map(({ perKg }) => perKg.high)),
  ];
  if (!Number.isFinite(high) && low <= 0) return [];
  const value = Number.isFinite(high) ? between(shown(low), shown(high)) : `≥ ${shown(low)}`;
  return [{ label: say('glucocorticoid.peak'), value: `${value} mg/kg`, leads: true }];
}

/** Every order; of administrations of one drug in one dose only the first, with their number. */
function sourcesOf({ orders }: GlucocorticoidCourse): readonly Evidence[] {
  const shown = new Map<
    string,
    { readonly order: GlucocorticoidOrder; readonly doses: readonly string[]; count: number }
  >();
  for (const order of orders) {
    const { source, reference, ingredient } = order.exposure;
    const doses = [...new Set(order.steps.map(({ dose }) => doseText(dose)))].slice(0, 6);
    const key = source === 'administration' ? `${ingredient} ${doses.join()}` : reference;
    const known = shown.get(key);
    if (known === undefined) shown.set(key, { order, doses, count: 1 });
    else known.count += 1;
  }
  return [...shown.values()].map(({ order: { exposure }, doses, count }) => ({
    reference: exposure.reference,
    label: say('glucocorticoid.source', {
      drug: drugOf(exposure),
      source: say(`glucocorticoid.source-${exposure.source}`),
    }),
    value: say(count === 1 ? 'glucocorticoid.doses' : 'glucocorticoid.doses-repeated', {
      doses,
      ...(count > 1 && { count }),
    }),
    ...dateOf(exposure),
  }));
}

function doseText(dose: DayDose | undefined): string {
  if (dose === undefined) return '?';
  const { low, high } = dose.milligrams;
  const unit = dose.per === 'kilogram' ? 'mg/kg' : dose.per === 'square-metre' ? 'mg/m²' : 'mg';
  return `${between(shown(low), shown(high))} ${unit}`;
}

const drugOf = ({ entry, ingredient }: Exposure): string =>
  entry.concepts.map(nameOf).find((name) => name !== '') ?? ingredient;

const dateOf = ({ start }: Exposure): { readonly date?: string } =>
  start === undefined ? {} : { date: isoRange(start) };

/** What was read and not counted, and why. */
export const ignoredOf = (course: GlucocorticoidCourse): readonly Evidence[] =>
  course.notes.map(({ exposure, note }) => ({
    reference: exposure.reference,
    label: say(`glucocorticoid.ignored-${note}`),
    value: drugOf(exposure),
    ...dateOf(exposure),
  }));

/** Flags of what was read, and of what the answer rests on. */
export function courseFlags(course: GlucocorticoidCourse, { level, grounds, sets }: CourseOutcome): readonly string[] {
  const { orders, notes, pieces } = course;
  const has = (ground: CourseOutcome['grounds'][number]): boolean =>
    level === 'needs-investigator' && grounds.includes(ground);
  const flags: readonly (readonly [flag: string, holds: boolean])[] = [
    ['GC_PRN_IGNORED', notes.some(({ note }) => note === 'as-needed')],
    ['GC_NON_SYSTEMIC_IGNORED', notes.some(({ note }) => note === 'not-systemic')],
    ['UNBOUNDED_ORDER', orders.some(({ exposure }) => exposure.unbounded)],
    ['GC_ORDERS_OVERLAP', course.overlaps],
    ['GC_DEPOT', orders.some(({ depot }) => depot)],
    ['GC_DOSE_UNREADABLE', pieces.some(({ dose }) => dose === undefined)],
    ['GC_DOSE_FROM_TEXT', orders.some(({ steps }) => steps.some((step) => step.fromText && step.dose !== undefined))],
    ['GC_NEAR_THRESHOLD', has('near-threshold')],
    ['GC_ALTERNATE_DAY_AVERAGED', has('averaged')],
    ['GC_DOSE_CAP', has('close') && sets.capped.length > 0],
    ['GC_NEAR_DAYS', has('close') && sets.near.length > 0],
    ['GC_R3_ONLY', has('regimen') && grounds.length === 1],
  ];
  return flags.filter(([, holds]) => holds).map(([flag]) => flag);
}

/** That no day counts: nothing is on record, or only what is taken when needed. */
export function noneCounted({ notes }: GlucocorticoidCourse): Message {
  const drugs = notes.filter(({ note }) => note === 'as-needed').map(({ exposure }) => verbatim(drugOf(exposure)));
  return drugs.length === 0 ? say('glucocorticoid.none') : say('glucocorticoid.none-but', { drugs: eachOnce(drugs) });
}

/** Why the answer is what it is, by its first ground. */
export function reasonOf(outcome: CourseOutcome, settings: GlucocorticoidSettings, today: Day): Message {
  const { decisive: run, sets } = outcome;
  const [dose, need, recent] = [settings.highDoseMgPerKgPerDay, settings.highDoseDays, settings.highDoseRecentDays];
  const course = run === undefined ? {} : { dose, days: run.days, from: isoDay(run.from), to: isoDay(run.to) };
  const sentences: Readonly<Record<Ground, () => Message>> = {
    course: () => say('glucocorticoid.course', course),
    'old-course': () => say('glucocorticoid.old-course', { ...course, recent }),
    averaged: () => say('glucocorticoid.averaged', course),
    'near-threshold': () =>
      run !== undefined && run.to === today
        ? say('glucocorticoid.near-continuing', { ...course, on: isoDay(fullOn(run, settings)) })
        : say('glucocorticoid.near', { ...course, need }),
    cumulative: () =>
      say('glucocorticoid.cumulative', { dose, recent, days: countBetween(sets.high, today - recent, today) }),
    close: () => say('glucocorticoid.close', { dose, near: countOf(sets.near), capped: countOf(sets.capped) }),
    regimen: () => {
      const any = longestRun(runsOf(sets.any, settings.highDoseGapDays))?.days ?? 0;
      return say('glucocorticoid.regimen', { dose, any, high: countOf(sets.high), pulses: countOf(sets.pulse) });
    },
  };
  const [ground] = outcome.grounds;
  if (ground !== undefined) return sentences[ground]();
  return say('glucocorticoid.too-short', { dose, any: countOf(sets.any), days: run?.days ?? 0 });
}

/** The first day on which the running course reaches its length, if the dose stays. */
function fullOn(run: Run, settings: GlucocorticoidSettings): Day {
  const byCount = run.to + settings.highDoseDays - run.days;
  const span = run.spans.at(-1);
  return span === undefined ? byCount : Math.min(byCount, addMonths(span.from, settings.highDoseMonths) - 1);
}
