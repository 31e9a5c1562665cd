// On which days was a pulse or an infusion given, and do the doses make a course?

import type { Day } from '../../logic/calendar.ts';
import type { MedicationSource } from '../../fhir/entries.ts';
import { readDosage } from '../../fhir/dosage/dosage.ts';
import type { DosageContext } from '../../fhir/dosage/dose.ts';
import type { Exposure } from '../drugs/exposures.ts';

/** Which end of partial dates is asked. */
export type DateEnd = 'low' | 'high';

/** Doses each so near to the one before are one: a split pulse, or a slow first infusion. */
const oneDoseWithinDays = 3;

/** Days between two doses of one course, inclusive. */
export type Spacing = { readonly from: number; readonly to: number };

/**
 * Days from one dose to the next, with room for a dose given early or late.
 * @source Clinical specification section 5 (monthly and fortnightly cyclophosphamide, one course of rituximab); the room is a default
 */
export const monthly: Spacing = { from: 21, to: 45 };
export const fortnightly: Spacing = { from: 10, to: 45 };
export const ofOneCourse: Spacing = { from: 5, to: 31 };

const sources: readonly MedicationSource[] = ['administration', 'dispense', 'statement', 'request'];

/** Days of the doses that one exposure stands for; an order without a readable rhythm surely stands for one. */
function doseDays({ start, end, dosages }: Exposure, context: DosageContext, reading: DateEnd): readonly Day[] {
  if (start === undefined || end === undefined) return [];
  const [first, last] = reading === 'low' ? [start.to, Math.max(end.from, start.to)] : [start.from, end.to];
  const schedules = dosages
    .flatMap((dosage) => readDosage(dosage, undefined, context))
    .flatMap((step) => step.schedule ?? []);
  const [schedule, ...more] = schedules;
  if (schedule === undefined || more.length > 0) return [first];
  if (schedule.kind === 'dates')
    return schedule.dates.map((date) => (reading === 'low' ? date.to : date.from)).filter((date) => date <= last);
  if (schedule.kind !== 'cycle' || schedule.days <= oneDoseWithinDays) return [first];
  const count = Math.floor((last - first) / schedule.days) + 1;
  return Array.from({ length: count }, (_, index) => Math.round(first + index * schedule.days));
}

/** The first days of the doses that one kind of source shows, ascending. */
function pulsesOf(exposures: readonly Exposure[], context: DosageContext, reading: DateEnd): readonly Day[] {
  const days = exposures.flatMap((each) => doseDays(each, context, reading)).sort((a, b) => a - b);
  return days.filter((day, index) => day - (days[index - 1] ?? -Infinity) > oneDoseWithinDays);
}

/** The longest course: doses that follow each other at the spacing. */
export function longestCourse(pulses: readonly Day[], { from, to }: Spacing): readonly Day[] {
  let best: readonly Day[] = [];
  let course: Day[] = [];
  for (const pulse of pulses) {
    const before = course.at(-1);
    if (before !== undefined && pulse - before >= from && pulse - before <= to) course.push(pulse);
    else course = [pulse];
    if (course.length > best.length) best = [...course];
  }
  return best;
}

/** The doses by each kind of source. An order and its administration are the same dose, so sources are never added. */
export const pulsesBySource = (
  exposures: readonly Exposure[],
  context: DosageContext,
  reading: DateEnd,
): readonly (readonly Day[])[] =>
  sources.map((source) =>
    pulsesOf(
      exposures.filter((each) => each.source === source),
      context,
      reading,
    ),
  );
