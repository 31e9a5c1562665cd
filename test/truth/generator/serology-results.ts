// How are antibodies, antigens and viral loads written down, fresh, old or invalid?

import type { World } from './world.ts';
import { measure, presence, result, type Test } from './writers.ts';

export const tests = {
  hbsAg: { loinc: ['5196-1', '5195-3'], en: 'Hepatitis B virus surface Ag', zh: '乙型肝炎病毒表面抗原' },
  hbcAb: { loinc: ['13952-7', '16933-4'], en: 'Hepatitis B virus core Ab', zh: '乙型肝炎病毒核心抗体' },
  hbvDna: {
    loinc: ['42595-9'],
    en: 'Hepatitis B virus DNA [Units/volume]',
    zh: '乙肝病毒DNA定量',
    units: [
      ['[IU]/mL', 1],
      ['IU/mL', 1],
    ],
  },
  hcvAb: { loinc: ['13955-0', '16128-1'], en: 'Hepatitis C virus Ab', zh: '丙型肝炎病毒抗体' },
  hcvRna: {
    loinc: ['11011-4'],
    en: 'Hepatitis C virus RNA [Units/volume]',
    zh: '丙肝病毒RNA定量',
    units: [
      ['[IU]/mL', 1],
      ['IU/mL', 1],
    ],
  },
  hiv: { loinc: ['56888-1', '31201-7'], en: 'HIV 1+2 Ab+HIV1 p24 Ag', zh: 'HIV抗原抗体联合检测' },
  treponema: { loinc: ['24110-9', '22587-0'], en: 'Treponema pallidum Ab', zh: '梅毒螺旋体抗体(TPPA)' },
  reagin: { loinc: ['20507-0', '22461-8'], en: 'Reagin Ab by RPR', zh: '快速血浆反应素试验(RPR)' },
  cmv: { loinc: ['30246-3', '30247-1'], en: 'Cytomegalovirus DNA', zh: '巨细胞病毒DNA(血浆)', units: [['[IU]/mL', 1]] },
  cmvUrine: { loinc: ['49346-0'], en: 'Cytomegalovirus DNA in Urine', zh: '尿巨细胞病毒DNA' },
} as const satisfies Record<string, Test>;

export type Marker = 'P' | 'N' | '-';

/** Writes an antibody or antigen: positive of any age, negative within 90 days, or nothing that counts. */
export function marker(world: World, test: Test, state: Marker): void {
  const { random } = world;
  if (state === 'P') presence(world, test, true, random.pick([0, 30, 90, 91, 500, 2000]));
  else if (state === 'N') {
    presence(world, test, false, random.pick([0, 30, 89, 90]));
    if (random.chance(0.2)) presence(world, test, true, 3, { status: 'entered-in-error' });
  } else if (random.chance(0.6)) presence(world, test, false, random.pick([91, 200]));
  else if (random.chance(0.3))
    presence(world, test, true, 10, { status: random.pick(['entered-in-error', 'cancelled', 'registered']) });
}

export type Load = 'above' | 'reference' | 'below' | 'not detected' | 'detected' | '-';

export function load(world: World, test: Test, state: Load): void {
  const { random } = world;
  const daysAgo = random.pick([0, 10, 30]);
  if (state === 'above') measure(world, test, daysAgo, { value: random.pick([21, 20.1, 50_000]), high: 20 });
  else if (state === 'reference') measure(world, test, daysAgo, { value: 20, high: 20 });
  else if (state === 'below') measure(world, test, daysAgo, { value: 20, comparator: '<', high: 20 });
  else if (state === 'not detected')
    result(world, test, daysAgo, { valueString: random.pick(['Not detected', '未检出', '低于检测下限']) });
  else if (state === 'detected')
    result(world, test, daysAgo, {
      valueString: random.pick(['Detected, below the limit of quantification', 'Detected <20 IU/mL']),
    });
  else if (random.chance(0.6)) measure(world, test, random.pick([31, 60]), { value: 50_000, high: 20 });
}
