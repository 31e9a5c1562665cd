// Where on the time axis stand the marks, and what is written at them?

import { addMonths, isoDay, type Day } from '../../logic/calendar.ts';
import { dayFrom, partsOf } from '../../logic/gregorian.ts';
import { dateIn, type Language } from '../../logic/language.ts';
import type { TimeWindow } from './time-window.ts';

export type Tick = { readonly at: Day; readonly label: string; readonly isYear: boolean };

/** Months between two marks, the least that leaves room for their labels. */
const steps = [1, 2, 3, 6, 12, 24, 60, 120] as const;

const pixelsPerLabel = 72;

const daysPerMonth = 30.4;

/** Marks at the first days of months: in January the year, otherwise the month. */
export function ticksOf({ from, to }: TimeWindow, width: number, language: Language): readonly Tick[] {
  const most = Math.max(2, Math.floor(width / pixelsPerLabel));
  const step = steps.find((months) => (to - from) / daysPerMonth / months <= most) ?? 240;
  const { year } = partsOf(from);
  const ticks: Tick[] = [];
  for (let at = dayFrom(year - (step > 12 ? year % (step / 12) : 0), 1, 1); at <= to; at = addMonths(at, step)) {
    if (at < from) continue;
    const { month } = partsOf(at);
    const iso = isoDay(at);
    ticks.push({ at, label: dateIn(language, month === 1 ? iso.slice(0, 4) : iso.slice(0, 7)), isYear: month === 1 });
  }
  return ticks;
}
