// How much did one recorded administration give, and on which days?

import type { DayRange, Moment } from '../../logic/calendar.ts';
import type { DosageStep } from '../../fhir/dosage/dosage.ts';
import type { DayDose, DoseStep } from './dose-days.ts';
import { onDays } from './dose-days.ts';
import type { Exposure } from './exposures.ts';

/**
 * One administration is one dose, however often its text says that the drug is given; the doses of a day are summed elsewhere.
 * Spread over several days without a rhythm the dose may be that of each day or of all together. Without an amount: unreadable.
 */
export function administeredSteps(
  { entry, point }: Exposure,
  start: DayRange,
  end: DayRange,
  read: readonly DosageStep[],
): readonly DoseStep[] {
  const step = read.find((each) => each.dose !== undefined);
  const days = point ? 1 : end.to - start.from + 1;
  if (step?.schedule?.kind === 'spread' && days > 1) return onDays(step, start, end);
  const hours = step?.hours ?? hoursBetween(entry.start, entry.end);
  const dose = step === undefined ? undefined : doseGiven(step, days, hours);
  return [{ from: start, to: point ? start : end, dose, timesOfDay: [], fromText: step?.fromText ?? false }];
}

function hoursBetween(start: Moment | undefined, end: Moment | undefined): number | undefined {
  const hours = ((end?.instant ?? Number.NaN) - (start?.instant ?? Number.NaN)) / 3_600_000;
  return hours > 0 ? hours : undefined;
}

function doseGiven({ dose }: DosageStep, days: number, hours: number | undefined): DayDose | undefined {
  if (dose === undefined) return undefined;
  const per = dose.per === undefined ? {} : { per: dose.per };
  const { low, high } = dose.milligrams;
  if (dose.every === 'day') return { ...per, averaged: false, milligrams: dose.milligrams };
  if (dose.every === 'dose') return { ...per, averaged: false, milligrams: { low: low / days, high } };
  if (hours === undefined) return undefined;
  const most = days === 1 ? hours : Math.min(24, hours);
  return { ...per, averaged: false, milligrams: { low: (low * hours) / days, high: high * most } };
}
