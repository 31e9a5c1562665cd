// Who is the patient, on which day is the question asked, and how old is the child then?

import type { Json } from '../../../src/fhir/record.ts';
import { addMonths, ageInYears, dayOf, iso, partsOf } from './days.ts';
import type { Random } from './random.ts';
import { agreed, type Expected } from './verdicts.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';

export type Age = {
  readonly name: string;
  readonly asOf: number;
  /** First and last possible day of birth. */
  readonly birth: readonly [number, number];
  readonly birthDate: string;
  readonly verdict: Expected;
};

/** A day on which a question is asked; the last days of a month are left to the calendar's own tests. */
const someDay = (random: Random): number => dayOf(random.whole(2025, 2027), random.whole(1, 12), random.whole(1, 28));

const onDay = (name: string, asOf: number, birth: number): Age => {
  const age = ageInYears(birth, asOf);
  return {
    name,
    asOf,
    birth: [birth, birth],
    birthDate: iso(birth),
    verdict: age >= 5 && age <= 18 ? 'met' : 'not-met',
  };
};

const within = (name: string, asOf: number, [first, last]: readonly [number, number], birthDate: string): Age => {
  const verdict = (birth: number): Verdict => {
    const age = ageInYears(birth, asOf);
    return age >= 5 && age <= 18 ? 'met' : 'not-met';
  };
  // From 5 to 18 is one stretch: if both ends lie in it, all between do; these spans are shorter than the stretch.
  return { name, asOf, birth: [first, last], birthDate, verdict: agreed(verdict(first), verdict(last)) };
};

const ages: readonly ((random: Random) => Age)[] = [
  (random) => {
    const asOf = someDay(random);
    return onDay('5th birthday today', asOf, addMonths(asOf, -60));
  },
  (random) => {
    const asOf = someDay(random);
    return onDay('5th birthday tomorrow', asOf, addMonths(asOf + 1, -60));
  },
  (random) => {
    const asOf = someDay(random);
    return onDay('19th birthday tomorrow', asOf, addMonths(asOf + 1, -228));
  },
  (random) => {
    const asOf = someDay(random);
    return onDay('19th birthday today', asOf, addMonths(asOf, -228));
  },
  (random) => {
    const asOf = someDay(random);
    return onDay('in the nineteenth year', asOf, asOf - random.whole(6580, 6930));
  },
  (random) => {
    const asOf = dayOf(2027, random.pick([2, 3]), random.pick([1, 28]));
    return onDay('born on 29 February 2008', asOf, dayOf(2008, 2, 29));
  },
  (random) => {
    const asOf = someDay(random);
    const year = partsOf(asOf)[0] - random.pick([4, 5, 6, 10, 18, 19, 20]);
    return within('born in some month of a year', asOf, [dayOf(year, 1, 1), dayOf(year, 12, 31)], String(year));
  },
  (random) => {
    const asOf = someDay(random);
    const first = dayOf(partsOf(asOf)[0] - random.pick([5, 12, 19]), partsOf(asOf)[1], 1);
    return within('born on some day of this month', asOf, [first, addMonths(first, 1) - 1], iso(first).slice(0, 7));
  },
];

export function usualAge(random: Random): Age {
  const asOf = someDay(random);
  return onDay('of an age between', asOf, asOf - random.whole(2200, 6500));
}

export const unusualAge = (random: Random): Age => random.pick(ages)(random);

export const patientOf = (id: string, { birthDate }: Age, sex: string): Json => ({
  resourceType: 'Patient',
  id,
  gender: sex,
  birthDate,
});
