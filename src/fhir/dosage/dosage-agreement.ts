// Do the fields of a dosage and its words give the same dose a day?

import { atLeastAbout, hull, type Interval } from '../../logic/interval.ts';
import { daily, type Schedule } from './dosage-schedule.ts';
import type { Dose } from './dose.ts';

/** A dose and how often it is given. */
export type Given = { readonly dose: Dose; readonly schedule: Schedule };

/**
 * What the fields say, unless the words give another dose a day, or give it on some days only: then it may be either. Weekly doses, and
 * doses per kg beside doses in mg, are left as the fields have them.
 */
export function agreed(fields: Given, ...words: readonly Given[]): Given {
  const stated = dayDose(fields);
  const others = words
    .filter(({ dose }) => dose.per === fields.dose.per)
    .flatMap((each) => dayDose(each) ?? rarely(each));
  if (stated === undefined || others.every((other) => meet(stated, other))) return fields;
  return { dose: { ...fields.dose, every: 'day', milligrams: others.reduce(hull, stated) }, schedule: daily(1) };
}

/** Whether fields and words may give the same dose a day: unless both can be told and no dose belongs to both. */
export const mayAgree = (fields: Given, words: Given): boolean => agreed(fields, words) === fields;

function dayDose({ dose, schedule }: Given): Interval | undefined {
  if (dose.every === 'hour' || schedule.kind !== 'spread' || schedule.averaged) return undefined;
  if (dose.every === 'day') return dose.milligrams;
  return { low: dose.milligrams.low * schedule.perDay.low, high: dose.milligrams.high * schedule.perDay.high };
}

/** A day's dose of what is not given every day: the average of every other day, or none, as on most days. */
function rarely({ dose, schedule }: Given): readonly Interval[] {
  if (dose.every === 'hour') return [];
  const { low, high } = dose.milligrams;
  if (schedule.kind === 'spread') return [{ low: low * schedule.perDay.low, high: high * schedule.perDay.high }];
  return [{ low: 0, high: 0 }];
}

/** Whether some dose belongs to both. */
const meet = (a: Interval, b: Interval): boolean => atLeastAbout(a.high, b.low) && atLeastAbout(b.high, a.low);
