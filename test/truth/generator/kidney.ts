// How well do the kidneys filter, and what can be computed from what is on file?

import { byCystatinC, ckidU25, estimates, atLeast30 } from './kidney-oracle.ts';
import { agreed, either, type Claims, type Expected } from './verdicts.ts';
import { signal, type Topic, type World } from './world.ts';
import { measure, type Test } from './writers.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';

const creatinine: Test = {
  loinc: ['14682-9', '2160-0'],
  en: 'Creatinine in Serum or Plasma',
  zh: '血肌酐',
  units: [
    ['mg/dL', 1],
    ['umol/L', 88.4],
  ],
};
const height: Test = {
  loinc: ['8302-2', '3137-7'],
  en: 'Body height',
  zh: '身高',
  units: [
    ['cm', 1],
    ['m', 0.01],
  ],
};
const schwartz: Test = {
  loinc: ['50384-7'],
  en: 'GFR/1.73 sq M.predicted by Schwartz',
  units: [['mL/min/{1.73_m2}', 1]],
};
const cystatinC: Test = {
  loinc: ['33863-2'],
  en: 'Cystatin C in Serum or Plasma',
  zh: '胱抑素C',
  units: [
    ['mg/L', 1],
    ['mg/dL', 0.1],
  ],
};
const adult: Test = {
  loinc: ['33914-3', '62238-1', '48642-3'],
  en: 'GFR/1.73 sq M.predicted by CKD-EPI',
  units: [['mL/min/{1.73_m2}', 1]],
};

/**
 * Decimal age on the day of the sample, by the earliest and the latest possible day of birth, and between them the 18th birthday,
 * from which another equation checks: it gives most there.
 */
function years({ asOf, birth }: World, daysAgo: number): readonly number[] {
  const ages = birth.map((day) => (asOf - daysAgo - day) / 365.25);
  return Math.min(...ages) < 18 && Math.max(...ages) > 18 ? [...ages, 18] : ages;
}

const children = (world: World, daysAgo: number) =>
  years(world, daysAgo).map((age) => ({ sex: world.sex, years: age, heightCm: world.heightCm }));

/** The creatinine at which an equation gives so much. */
const creatinineFor = (world: World, filtration: number): number => {
  const [oldest] = children(world, 0);
  return oldest === undefined ? 1 : ckidU25(oldest, 1) / filtration;
};

function fromCreatinine(world: World, value: number, daysAgo: number): Claims {
  const verdicts = children(world, daysAgo).map((child) => atLeast30(estimates(child, value)));
  const all = children(world, daysAgo).flatMap((child) => estimates(child, value));
  if (all.every((each) => each < 44.5)) signal(world, 'sure');
  // One reading of the birth date below 45, the other above: makes that unknown.
  else if (all.some((each) => each < 45.5)) signal(world, children(world, daysAgo).length > 1 ? 'open' : 'doubtful');
  return egfr(world, verdicts.reduce(agreed));
}

/** Writes a cystatin C of these days and gives its estimates, far enough from 30 and 45 for any day of birth; below 45 is a signal. */
function fromCystatinC(world: World): readonly number[] {
  const daysAgo = world.random.pick([0, 12, 30]);
  const [oldest] = children(world, daysAgo);
  const one = oldest === undefined ? 1 : byCystatinC(oldest, 1);
  const value = two(one / world.random.pick([12, 20, 27, 33, 41, 49, 60, 90]));
  measure(world, cystatinC, daysAgo, { value });
  const rates = children(world, daysAgo).map((child) => byCystatinC(child, value));
  if (rates.some((each) => each < 45)) signal(world, 'sure');
  return rates;
}

/** On dialysis the filtration is not at a steady state: the investigator judges. */
const egfr = (world: World, verdict: Expected): Claims => ({
  'I4.eGFR': world.facts.onDialysis ? either('needs-investigator', verdict) : verdict,
});

const two = (value: number): number => Number(value.toFixed(3));

const tall = (world: World, daysAgo = world.random.pick([0, 20, 90, 179, 180])): void => {
  measure(world, height, daysAgo, { value: world.heightCm });
};

export const kidney: Topic = {
  usual: (world) => {
    const value = two(world.random.pick([0.4, 0.5, 0.6, 0.7]));
    const daysAgo = world.random.whole(0, 30);
    measure(world, creatinine, daysAgo, { value });
    tall(world);
    return fromCreatinine(world, value, daysAgo);
  },
  others: {
    'around 30': (world) => {
      const value = two(creatinineFor(world, world.random.pick([20, 25, 28, 29.5, 30.5, 32, 35, 40, 44, 47, 60])));
      const daysAgo = world.random.pick([0, 30]);
      measure(world, creatinine, daysAgo, { value });
      tall(world);
      return fromCreatinine(world, value, daysAgo);
    },
    'stale creatinine': (world) => {
      measure(world, creatinine, world.random.pick([31, 40]), { value: 0.5 });
      tall(world);
      return egfr(world, 'unknown');
    },
    'no height, or one too old': (world) => {
      measure(world, creatinine, 5, { value: 0.5 });
      if (world.random.chance(0.5)) tall(world, world.random.pick([181, 200]));
      return egfr(world, 'unknown');
    },
    'an adult equation under 18': (world) => {
      measure(world, adult, 3, { value: 20 });
      if (world.age[1] >= 18) {
        signal(world, 'doubtful');
        return egfr(world, ['met', 'not-met', 'unknown', 'needs-investigator']);
      }
      measure(world, creatinine, 3, { value: 0.5 });
      tall(world);
      return fromCreatinine(world, 0.5, 3);
    },
    'reported by Schwartz only': (world) => {
      if (world.age[1] >= 18) {
        signal(world, 'doubtful');
        return egfr(world, ['met', 'not-met', 'unknown', 'needs-investigator']);
      }
      const value = world.random.pick([12, 29.9, 30, 46, 60, 90]);
      const daysAgo = world.random.pick([0, 30]);
      measure(world, schwartz, daysAgo, { value });
      // The same value through CKiD U25 must lie on the same side.
      const converted = children(world, daysAgo).map(
        (child) => (value / 0.413 / 100) * ckidU25({ ...child, heightCm: 100 }, 1),
      );
      const answers = converted.map((each): Verdict => atLeast30([value, each]));
      if (value < 45) signal(world, 'sure');
      else if (converted.some((each) => each < 45.5)) signal(world, 'doubtful');
      const [first = 'unknown', second = first] = answers;
      return egfr(world, agreed(first, second));
    },
    'creatinine risen by more than half in a week': (world) => {
      measure(world, creatinine, 1, { value: 0.8 });
      measure(world, creatinine, world.random.pick([4, 7]), { value: 0.5 });
      tall(world);
      // The estimate fell by 37 %: also a signal of severe nephritis.
      signal(world, 'sure');
      return { 'I4.eGFR': 'needs-investigator' };
    },
    'cystatin C alone': (world) => {
      const low = fromCystatinC(world).some((each) => each < 30);
      if (world.random.chance(0.5)) tall(world);
      // It never decides alone: low for the investigator, otherwise creatinine is missing.
      return egfr(world, low ? 'needs-investigator' : 'unknown');
    },
    'cystatin C beside creatinine': (world) => {
      const daysAgo = world.random.pick([0, 30]);
      const value = two(creatinineFor(world, world.random.pick([15, 20, 60, 90])));
      measure(world, creatinine, daysAgo, { value });
      tall(world);
      const { 'I4.eGFR': byCreatinine = 'unknown' } = fromCreatinine(world, value, daysAgo);
      const sides = fromCystatinC(world).map((each) => atLeast30([each]));
      if (byCreatinine !== 'met' && byCreatinine !== 'not-met') return { 'I4.eGFR': byCreatinine };
      return egfr(world, sides.every((side) => side === byCreatinine) ? byCreatinine : 'needs-investigator');
    },
    none: (world) => {
      tall(world);
      return egfr(world, 'unknown');
    },
  },
};
