// Which infections were looked for, how long ago, and what was found? The truth tables of E8.

import type { Json } from '../../../src/fhir/record.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';
import { coded, systems } from './chart.ts';
import { type Load, load, type Marker, marker, tests } from './serology-results.ts';
import type { Topic, World } from './world.ts';
import { diagnose, measure, presence, type Test } from './writers.ts';

/** The HBV table; HCV is the same with one marker. */
function hepatitis(markers: readonly Marker[], dna: Load): Verdict {
  const above = dna === 'above';
  if (dna === 'detected') {
    // In the table "detected below LLOQ" is for the investigator wherever the load could decide.
    if (markers.includes('P')) return 'needs-investigator';
    return markers.includes('-') ? 'unknown' : 'needs-investigator';
  }
  if (markers.includes('P')) return above ? 'met' : dna === '-' ? 'unknown' : 'not-met';
  if (!markers.includes('-')) return above ? 'needs-investigator' : 'not-met';
  return above || dna === '-' ? 'unknown' : 'not-met';
}

const loads: readonly Load[] = ['above', 'reference', 'below', 'not detected', '-', '-'];

const markers: readonly Marker[] = ['P', 'N', '-'];

export const negative = (world: World, tests: readonly Test[]): void => {
  for (const test of tests) marker(world, test, 'N');
};

const hbv: Topic = {
  usual: (world) => {
    negative(world, [tests.hbsAg, tests.hbcAb]);
    return { 'E8.HBV': 'not-met' };
  },
  others: {
    'any row of the table': (world) => {
      const [surface, core, dna] = [world.random.pick(markers), world.random.pick(markers), world.random.pick(loads)];
      marker(world, tests.hbsAg, surface);
      marker(world, tests.hbcAb, core);
      load(world, tests.hbvDna, dna);
      return { 'E8.HBV': hepatitis([surface, core], dna) };
    },
    'core antibody positive, DNA detected below quantification': (world) => {
      marker(world, tests.hbsAg, 'N');
      marker(world, tests.hbcAb, 'P');
      load(world, tests.hbvDna, 'detected');
      return { 'E8.HBV': 'needs-investigator' };
    },
    'surface antibody only': (world) => {
      presence(world, { loinc: ['22322-2'], en: 'Hepatitis B virus surface Ab', zh: '乙型肝炎病毒表面抗体' }, true, 10);
      return { 'E8.HBV': 'unknown' };
    },
  },
};

const hcv: Topic = {
  usual: (world) => {
    negative(world, [tests.hcvAb]);
    return { 'E8.HCV': 'not-met' };
  },
  others: {
    'any row of the table': (world) => {
      const [antibody, rna] = [world.random.pick(markers), world.random.pick(loads)];
      marker(world, tests.hcvAb, antibody);
      load(world, tests.hcvRna, rna);
      return { 'E8.HCV': hepatitis([antibody], rna) };
    },
  },
};

export const hiv: Topic = {
  usual: (world) => {
    negative(world, [tests.hiv]);
    return { 'E8.HIV': 'not-met' };
  },
  others: {
    'reactive, not confirmed': (world) => {
      marker(world, tests.hiv, 'P');
      return { 'E8.HIV': 'needs-investigator' };
    },
    'a negative one too old, or none': (world) => {
      marker(world, tests.hiv, '-');
      return { 'E8.HIV': 'unknown' };
    },
    'a confirmed diagnosis': (world) => {
      diagnose(world, {
        code: world.random.pick<Json>([
          coded(systems.snomed, '86406008', 'Human immunodeficiency virus infection'),
          coded(systems.icd10cm, 'B20'),
        ]),
        onsetAgo: 800,
      });
      if (world.random.chance(0.5)) marker(world, tests.hiv, 'N');
      return { 'E8.HIV': 'met', E6: ['not-met', 'needs-investigator', 'met', 'unknown'] };
    },
  },
};

const syphilis: Topic = {
  usual: (world) => {
    negative(world, [tests.treponema]);
    return { 'E8.syphilis': 'not-met' };
  },
  others: {
    'any row of the table': (world) => {
      const [treponema, reagin] = [world.random.pick(markers), world.random.pick(['P', 'N'] as const)];
      marker(world, tests.treponema, treponema);
      const recent = world.random.pick([0, 40, 90]);
      presence(world, tests.reagin, reagin === 'P', recent);
      const verdict: Verdict =
        treponema === 'P' ? 'met' : treponema === '-' ? 'unknown' : reagin === 'P' ? 'needs-investigator' : 'not-met';
      return { 'E8.syphilis': verdict };
    },
    'nothing that counts': (world) => {
      marker(world, tests.treponema, '-');
      return { 'E8.syphilis': 'unknown' };
    },
  },
};

export const cmv: Topic = {
  usual: (world) => {
    if (world.random.chance(0.5)) load(world, tests.cmv, 'not detected');
    else presence(world, tests.cmv, false, world.random.pick([0, 30]));
    return { 'E8.CMV': 'not-met' };
  },
  others: {
    positive: (world) => {
      if (world.random.chance(0.5)) presence(world, tests.cmv, true, world.random.pick([0, 30]));
      else measure(world, tests.cmv, 8, { value: 1500, high: 20 });
      return { 'E8.CMV': 'met' };
    },
    'detected below quantification': (world) => {
      load(world, tests.cmv, 'detected');
      return { 'E8.CMV': 'needs-investigator' };
    },
    'older than 30 days, or serology only': (world) => {
      presence(world, tests.cmv, world.random.chance(0.5), 31);
      presence(world, { loinc: ['7852-7'], en: 'Cytomegalovirus IgG Ab', zh: '巨细胞病毒IgG抗体' }, true, 5);
      return { 'E8.CMV': 'unknown' };
    },
  },
};

export const infections: readonly (readonly [string, Topic])[] = [
  ['E8.HBV', hbv],
  ['E8.HCV', hcv],
  ['E8.HIV', hiv],
  ['E8.syphilis', syphilis],
  ['E8.CMV', cmv],
];
