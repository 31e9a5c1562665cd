// On which days does a dose with a rhythm fall, and how much is it on each?

import type { Day, DayRange } from '../../logic/calendar.ts';
import { scale, type Interval } from '../../logic/interval.ts';
import type { DosageStep } from '../../fhir/dosage/dosage.ts';

/** A dose per day, in mg of the drug as labelled, for the patient or for every kg or m². `averaged`: given less than daily. */
export type DayDose = {
  readonly per?: 'kilogram' | 'square-metre';
  readonly milligrams: Interval;
  readonly averaged: boolean;
  /** mg in all that a dose per kg or m² never exceeds in a day. */
  readonly most?: Interval;
};

/** The same dose on every day from `from` to `to`, inclusive; each may be known only as a range. `dose` undefined: unreadable. */
export type DoseStep = {
  readonly from: DayRange;
  readonly to: DayRange;
  readonly dose: DayDose | undefined;
  readonly timesOfDay: readonly string[];
  readonly fromText: boolean;
};

/** One weekday of 1970-01-01, a Thursday: 4 of Monday = 1 … Sunday = 7. */
const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/**
 * A step's doses between two days: spread over all of them, or, for weekly, monthly and pulse doses, on the days of
 * administration only.
 */
export function onDays(step: DosageStep, from: DayRange, to: DayRange): readonly DoseStep[] {
  const { schedule } = step;
  const each = { timesOfDay: step.timesOfDay, fromText: step.fromText };
  const during = (dose: DayDose | undefined): readonly DoseStep[] => [{ ...each, from, to, dose }];
  if (schedule === undefined) return during(step.dose?.every === 'day' ? perDay(step, 1, false) : undefined);
  if (schedule.kind === 'spread') return during(perDay(step, schedule.perDay, schedule.averaged));

  const oneDay = (days: Pick<DoseStep, 'from' | 'to'>, times: number | Interval): DoseStep => ({
    ...each,
    ...days,
    dose: perDay(step, times, false),
  });
  if (schedule.kind === 'once') return [oneDay({ from, to: from }, 1)];
  if (schedule.kind === 'dates') {
    const inside = schedule.dates.filter((date) => date.from <= to.to && date.to >= from.from);
    return inside.map((date) => oneDay({ from: date, to: date }, 1));
  }
  const reached = (day: Day): Pick<DoseStep, 'from' | 'to'> =>
    day >= from.to && day <= to.from ? certain(day) : perhaps(day);
  if (schedule.kind === 'weekdays') {
    const named = daysBetween(from.from, to.to, 1).filter((day) => schedule.weekdays.includes(weekdayOf(day)));
    const { times, most = times } = schedule;
    return named.map((day) => oneDay(reached(day), { low: times, high: most }));
  }
  const shift = from.to - from.from;
  const moved = (day: Day): Pick<DoseStep, 'from' | 'to'> =>
    shift === 0 ? reached(day) : { from: { from: day, to: day + shift }, to: { from: day, to: day + shift } };
  const { days: length, times, most = times } = schedule;
  const sure = daysBetween(from.from, to.to, length / times);
  const further = most > times ? daysBetween(from.from, to.to, length / most).filter((day) => !sure.includes(day)) : [];
  return [...sure.map((day) => oneDay(moved(day), 1)), ...further.map((day) => oneDay(perhaps(day), 1))];
}

const certain = (day: Day) => ({ from: { from: day, to: day }, to: { from: day, to: day } });

/** That day, if at all: its latest start is after its end. */
const perhaps = (day: Day) => ({ from: { from: day, to: day + 1 }, to: { from: day, to: day } });

function perDay(step: DosageStep, times: number | Interval, averaged: boolean): DayDose | undefined {
  if (step.dose === undefined) return undefined;
  const { every, milligrams, per, most } = step.dose;
  if (every === 'hour' && step.hours === undefined) return undefined;
  const one = every === 'hour' ? scale(milligrams, step.hours ?? 0) : milligrams;
  const often = every === 'day' ? 1 : times;
  const [low, high] = typeof often === 'number' ? [often, often] : [often.low, often.high];
  // So often that it is no number any more: nobody can say what was meant.
  if (!Number.isFinite(one.high * high)) return undefined;
  return {
    milligrams: { low: one.low * low, high: one.high * high },
    averaged,
    ...(per !== undefined && { per }),
    ...(most !== undefined && { most }),
  };
}

/** Days from one to another, so many days apart; at most ten years of them. */
const daysBetween = (from: Day, to: Day, apart: number): readonly Day[] =>
  Array.from({ length: Math.max(0, Math.min(3653, Math.floor((to - from) / apart + 1e-9) + 1)) }, (_, index) =>
    Math.floor(from + index * apart + 1e-9),
  );
