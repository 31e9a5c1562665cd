// How much of a drug may a patient get in a day at most, whatever the dose per kg or m² comes to?

import type { Interval } from '../../logic/interval.ts';
import { readQuantity } from './dosage-amount.ts';
import { readDays } from './dosage-bounds.ts';
import type { Schedule } from './dosage-schedule.ts';
import { isJson, objectAt } from '../json.ts';
import type { Json } from '../record.ts';
import type { SigStep } from './sig-step.ts';

const massOf = (quantity: unknown): number | undefined => {
  const amount = readQuantity(quantity);
  return amount?.of === 'milligrams' && amount.per === undefined ? amount.value.low : undefined;
};

/**
 * mg a day at most: the ceiling of one dose times the doses of a day, the ceiling of a day, or that of the words, which may mean
 * one dose or the day. The lowest where several are stated; undefined without any.
 */
export function ceilingOf(
  dosage: Json,
  step: SigStep | undefined,
  schedule: Schedule | undefined,
): Interval | undefined {
  const times =
    schedule?.kind === 'spread'
      ? { low: Math.max(1, schedule.perDay.low), high: Math.max(1, schedule.perDay.high) }
      : { low: 1, high: 1 };
  const ofDose = massOf(dosage['maxDosePerAdministration']);
  const ofDay = ceilingOfDay(dosage['maxDosePerPeriod']);
  const ofWords = step?.ceiling;
  const stated: readonly Interval[] = [
    ...(ofDose === undefined ? [] : [{ low: ofDose * times.low, high: ofDose * times.high }]),
    ...(ofDay === undefined ? [] : [{ low: ofDay, high: ofDay }]),
    ...(ofWords === undefined ? [] : [{ low: ofWords, high: ofWords * times.high }]),
  ];
  if (stated.length === 0) return undefined;
  return { low: Math.min(...stated.map(({ low }) => low)), high: Math.min(...stated.map(({ high }) => high)) };
}

function ceilingOfDay(ratio: unknown): number | undefined {
  if (!isJson(ratio)) return undefined;
  return readDays(objectAt(ratio, 'denominator')) === 1 ? massOf(ratio['numerator']) : undefined;
}
