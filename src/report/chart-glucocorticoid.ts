// How much glucocorticoid was taken, day by day, and which days count as high?

import type { Patient } from '../eligibility/understand.ts';
import { glucocorticoidDays, glucocorticoidSegments } from '../facts/glucocorticoids/chart.ts';
import type { DaySets, GlucocorticoidSettings } from '../facts/glucocorticoids/days.ts';
import type { DaysByKind, GlucocorticoidChart } from './chart.ts';
import { rangeOf, spanOf } from './shapes.ts';

const kinds = ({ high, near, capped, pulse }: DaySets): DaysByKind => ({
  high: high.map(spanOf),
  near: near.map(spanOf),
  capped: capped.map(spanOf),
  pulse: pulse.map(spanOf),
});

/** The course as criterion I2 judges it. */
export function glucocorticoidChart(
  { record, exposures, screening }: Patient,
  settings: GlucocorticoidSettings,
): GlucocorticoidChart {
  const { highDoseMgPerKgPerDay, highDoseDays, highDoseMonths } = settings;
  const { low, high } = glucocorticoidDays(record, exposures, screening, settings);
  return {
    threshold: { mgPerKgPerDay: highDoseMgPerKgPerDay, days: highDoseDays, months: highDoseMonths },
    segments: glucocorticoidSegments(record, exposures, screening).map(
      ({ from, to, milligrams, perKg, weight, sources }) => ({
        ...spanOf({ from, to }),
        milligrams: rangeOf(milligrams),
        ...(perKg !== undefined && { perKg: rangeOf(perKg) }),
        ...(weight !== undefined && { weight: rangeOf(weight) }),
        sources,
      }),
    ),
    days: kinds(low),
    possibleDays: kinds(high),
  };
}
