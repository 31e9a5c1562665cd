// Was there high-dose glucocorticoid for three months? Counted one day after the other, as section 4.7 of the specification says.

import type { Verdict } from '../../../src/logic/verdict.ts';
import { addMonths } from './days.ts';

/** Best first, as 4.4 ranks the sources. */
export const sources = [
  'MedicationAdministration',
  'MedicationDispense',
  'MedicationStatement',
  'MedicationRequest',
] as const;
export type Source = (typeof sources)[number];

/** What one entry says of one drug on one day, as prednisone equivalent in mg, or in mg/kg. */
export type DrugDay = {
  readonly day: number;
  readonly drug: string;
  readonly source: Source;
  readonly low: number;
  readonly high: number;
  readonly perKg: boolean;
  /** Per m² of body surface by Mosteller, sqrt(cm x kg / 3600): 4.3. */
  readonly perSquareMetre?: true;
  /** The day's amount is the mean of an alternate-day dose. */
  readonly averaged: boolean;
};

export type Weight = { readonly day: number; readonly kg: number };

/** The weight that counts on a day: 4.5. Undefined: none near enough. */
export function weightOn(weights: readonly Weight[], day: number): number | undefined {
  let before: Weight | undefined;
  let after: Weight | undefined;
  for (const each of weights) {
    if (each.day <= day && (before === undefined || each.day > before.day)) before = each;
    if (each.day > day && (after === undefined || each.day < after.day)) after = each;
  }
  if (before !== undefined && day - before.day <= 90) return before.kg;
  if (after !== undefined && after.day - day <= 30) return after.kg;
  return before !== undefined && day - before.day <= 180 ? before.kg : undefined;
}

/** The weighings, and a height that does not change. */
export type Body = { readonly weights: readonly Weight[]; readonly heightCm: number };

type Dose = { mg: number; perKg: number; plainPerKg: number };

/** Every day with a dose, by the lowest or the highest reading. */
function doses(entries: readonly DrugDay[], { weights, heightCm }: Body, highest: boolean): Map<number, Dose> {
  const byDrugAndDay = Map.groupBy(entries, (each) => `${each.drug} ${String(each.day)}`);
  const days = new Map<number, Dose>();
  const known = new Map<number, number | undefined>();
  for (const group of byDrugAndDay.values()) {
    const best = sources.find((source) => group.some((each) => each.source === source));
    for (const each of group.filter((entry) => entry.source === best)) {
      if (!known.has(each.day)) known.set(each.day, weightOn(weights, each.day));
      const kg = known.get(each.day);
      const [light, heavy] = kg === undefined ? [8, 200] : [kg, kg];
      const amount = highest ? each.high : each.low;
      const [large, small] = highest ? [heavy, light] : [light, heavy];
      const surface = (weight: number): number => Math.sqrt((heightCm * weight) / 3600);
      const perM2 = each.perSquareMetre === true;
      const mg = amount * (each.perKg ? large : perM2 ? surface(large) : 1);
      const perKg = each.perKg ? amount : (amount * (perM2 ? surface(small) : 1)) / small;
      const day = days.get(each.day) ?? { mg: 0, perKg: 0, plainPerKg: 0 };
      day.mg += mg;
      day.perKg += perKg;
      day.plainPerKg += each.averaged ? 0 : perKg;
      days.set(each.day, day);
    }
  }
  return days;
}

type Run = { first: number; last: number; count: number; pieces: [number, number][] };

/** Days merged while the number of days between two of them that are not in the set is at most `gap`. */
function runs(set: readonly number[], gap: number): readonly Run[] {
  const found: Run[] = [];
  for (const day of [...set].sort((a, b) => a - b)) {
    const run = found.at(-1);
    if (run === undefined || day - run.last - 1 > gap) {
      found.push({ first: day, last: day, count: 1, pieces: [[day, day]] });
      continue;
    }
    const piece = run.pieces.at(-1);
    if (piece !== undefined && day === piece[1] + 1) piece[1] = day;
    else run.pieces.push([day, day]);
    run.last = day;
    run.count += 1;
  }
  return found;
}

const threeMonths = (run: Run): boolean => run.count >= 90 || run.pieces.some(([a, b]) => b + 1 >= addMonths(a, 3));

function level(days: Map<number, Dose>, today: number): Verdict {
  const where = (is: (dose: Dose) => boolean): readonly number[] =>
    [...days].filter(([day, dose]) => day <= today && is(dose)).map(([day]) => day);
  const least = 1 - 1e-9;
  const qualifying = where((dose) => dose.perKg >= least);
  const plain = where((dose) => dose.plainPerKg >= least);
  // 60 mg is 1 mg/kg or more below 60 kg, and a capped day from 60 kg on: either way the day is close.
  const close = where((dose) => dose.perKg >= 0.95 - 1e-9 || dose.mg >= 60 - 1e-9);
  const any = where((dose) => dose.mg > 0);
  const pulse = where((dose) => dose.mg >= 250 - 1e-9);
  const recent = (run: Run): boolean => today - run.last <= 365;
  const within = (set: readonly number[], { first, last }: Run): number =>
    set.filter((day) => day >= first && day <= last).length;

  const strict = runs(plain, 7).filter(threeMonths);
  if (strict.some(recent)) return 'met';
  const byInvestigator =
    strict.length > 0 ||
    runs(qualifying, 7).some((run) => threeMonths(run) || (run.count >= 84 && recent(run))) ||
    qualifying.filter((day) => today - day <= 365).length >= 90 ||
    runs(close, 7).some(threeMonths) ||
    runs(any, 7).some((run) => threeMonths(run) && (within(qualifying, run) >= 14 || within(pulse, run) >= 3));
  return byInvestigator ? 'needs-investigator' : 'not-met';
}

/** The verdict on I2.glucocorticoid; the lowest and the highest reading must agree. */
export function highDoseVerdict(entries: readonly DrugDay[], body: Body, today: number, attested: boolean): Verdict {
  const low = level(doses(entries, body, false), today);
  const high = level(doses(entries, body, true), today);
  if (low !== high) return 'unknown';
  return low === 'not-met' && !attested ? 'unknown' : low;
}
