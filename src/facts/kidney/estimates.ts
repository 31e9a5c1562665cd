// Which filtration rates follow from one creatinine, one cystatin C, or one reported value, of this patient?

import { decimalYears, type Moment } from '../../logic/calendar.ts';
import { hull, type Interval } from '../../logic/interval.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import {
  bedsideSchwartz,
  ckdEpi2021,
  ckidU25,
  ckidU25ByCystatinC,
  cystatinTurningAges,
  u25FromSchwartz,
  type KnownSex,
} from './equations.ts';

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
  if (!isOfAge(person) || heightCm.low <= 0) return undefined;
  type Equation = (sex: KnownSex, age: number, height: number, scr: number) => number;
  const of = (equation: Equation, ages: Person = person): Interval =>
    over(ages, (sex, age) =>
      falling(creatinine, {
        least: (scr) => equation(sex, age, heightCm.low, scr),
        most: (scr) => equation(sex, age, heightCm.high, scr),
      }),
    );
  const u25 = of(ckidU25);
  const child = of((_sex, _age, height, scr) => bedsideSchwartz(height, scr));
  if (person.oldest < adultYears) return { u25, check: child, checkedBy: 'Schwartz' };
  const grown = { ...person, youngest: Math.max(person.youngest, adultYears) };
  const byAdults = of((sex, age, _height, scr) => ckdEpi2021(sex, age, scr), grown);
  return person.youngest >= adultYears
    ? { u25, check: byAdults, checkedBy: 'CKD-EPI 2021' }
    : { u25, check: hull(child, byAdults), checkedBy: 'Schwartz or CKD-EPI 2021' };
}

/** The U25 estimate by cystatin C for every reading of partial data; none where the age may be outside 1 to 25 years. */
export function estimateByCystatinC(person: Person, cystatinC: Interval): Interval | undefined {
  if (!isOfAge(person)) return undefined;
  const estimate = (sex: KnownSex, age: number): Interval => {
    const rate = (value: number): number => ckidU25ByCystatinC(sex, age, value);
    return falling(cystatinC, { least: rate, most: rate });
  };
  // Its k both rises and falls with age: where the age is open, the ages at which it turns are asked too.
  const turning = cystatinTurningAges.filter((age) => age > person.youngest && age < person.oldest);
  const between = turning.map((age) => over({ ...person, youngest: age, oldest: age }, estimate));
  return between.reduce(hull, over(person, estimate));
}

/** U25 is made for 1 to 25 years. @source clinical specification section 6 (S28) */
const isOfAge = ({ youngest, oldest }: Person): boolean => youngest >= 1 && oldest <= 25;

type Falling = { readonly least: (value: number) => number; readonly most: (value: number) => number };

/** The rates of every value of an interval where a higher value means a lower rate; divided by none, a rate is infinite. */
function falling(value: Interval, { least, most }: Falling): Interval {
  return {
    low: Number.isFinite(value.high) && value.high > 0 ? least(value.high) : 0,
    high: most(value.low),
    ...(value.highOpen === true && { lowOpen: true }),
    ...(value.lowOpen === true && { highOpen: true }),
  };
}

/** The U25 estimate that a reported bedside Schwartz value implies. */
export const impliedByReported = (person: Person, reported: Interval): Interval =>
  over(person, (sex, age) => ({
    ...reported,
    low: u25FromSchwartz(sex, age, reported.low),
    high: Number.isFinite(reported.high) ? u25FromSchwartz(sex, age, reported.high) : reported.high,
  }));

/**
 * The hull over both sexes and both ages where they are open: within a sex the k of creatinine never falls with age, and the adults'
 * equation never rises.
 */
function over({ sexes, youngest, oldest }: Person, at: (sex: KnownSex, age: number) => Interval): Interval {
  const all = sexes.flatMap((sex) => [at(sex, youngest), at(sex, oldest)]);
  return all.reduce((one, other) => hull(one, other));
}
