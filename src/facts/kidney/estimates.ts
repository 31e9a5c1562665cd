// Which filtration rates follow from one creatinine, or from one reported value, of this patient?

import { decimalYears, type Moment } from '../../logic/calendar.ts';
import { hull, type Interval } from '../../logic/interval.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { bedsideSchwartz, ckdEpi2021, ckidU25, u25FromSchwartz, type KnownSex } from './equations.ts';

/** Filtration rates (mL/min/1.73 m2) by the preferred equation and by the one that checks it. */
export type Estimates = {
  readonly u25: Interval;
  readonly check: Interval;
  readonly checkedBy: 'Schwartz' | 'CKD-EPI 2021' | 'Schwartz or CKD-EPI 2021';
};

type Person = { readonly sexes: readonly KnownSex[]; readonly youngest: number; readonly oldest: number };

/** Sex and age at a time, both readings where one is open; undefined without a birth date. */
export function personAt({ birth, sex }: IndexedRecord, when: Moment): Person | undefined {
  if (birth === undefined) return undefined;
  return {
    sexes: sex === 'unclear' ? ['female', 'male'] : [sex],
    youngest: decimalYears(birth.to, when.from),
    oldest: decimalYears(birth.from, when.to),
  };
}

/** From this age on, in years, equations for adults count. @source clinical specification section 6 (eGFR) */
export const adultYears = 18;

/**
 * The estimates for every reading of partial data (comparator, partial birth date, unclear sex) as intervals. U25 is used from 1 to
 * 25 years; from 18 years CKD-EPI 2021 checks it, before bedside Schwartz; where the age may be either, both do. @source clinical specification section 6
 */
export function estimatesFrom(person: Person, heightCm: Interval, creatinine: Interval): Estimates | undefined {
  if (person.youngest < 1 || person.oldest > 25 || heightCm.low <= 0) return undefined;
  type Equation = (sex: KnownSex, age: number, height: number, scr: number) => number;
  const of = (equation: Equation, ages: Person = person): Interval =>
    over(ages, (sex, age) => ({
      low: Number.isFinite(creatinine.high) ? equation(sex, age, heightCm.low, creatinine.high) : 0,
      high: creatinine.low > 0 ? equation(sex, age, heightCm.high, creatinine.low) : Infinity,
      ...(creatinine.highOpen === true && { lowOpen: true }),
      ...(creatinine.lowOpen === true && { highOpen: true }),
    }));
  const u25 = of(ckidU25);
  const child = of((_sex, _age, height, scr) => bedsideSchwartz(height, scr));
  if (person.oldest < adultYears) return { u25, check: child, checkedBy: 'Schwartz' };
  const grown = { ...person, youngest: Math.max(person.youngest, adultYears) };
  const byAdults = of((sex, age, _height, scr) => ckdEpi2021(sex, age, scr), grown);
  return person.youngest >= adultYears
    ? { u25, check: byAdults, checkedBy: 'CKD-EPI 2021' }
    : { u25, check: hull(child, byAdults), checkedBy: 'Schwartz or CKD-EPI 2021' };
}

/** The U25 estimate that a reported bedside Schwartz value implies. */
export const impliedByReported = (person: Person, reported: Interval): Interval =>
  over(person, (sex, age) => ({
    ...reported,
    low: u25FromSchwartz(sex, age, reported.low),
    high: Number.isFinite(reported.high) ? u25FromSchwartz(sex, age, reported.high) : reported.high,
  }));

/** The hull over both sexes and both ages where they are open: within a sex k never falls with age, and the adults' equation never rises. */
function over({ sexes, youngest, oldest }: Person, at: (sex: KnownSex, age: number) => Interval): Interval {
  const all = sexes.flatMap((sex) => [at(sex, youngest), at(sex, oldest)]);
  return all.reduce((one, other) => hull(one, other));
}
