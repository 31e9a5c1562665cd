// Does the patient have lupus by the 2019 EULAR/ACR criteria, and how would the chart show it?

import type { Json } from '../../../src/fhir/record.ts';
import { coded, systems } from './chart.ts';
import { either, type Claims, type Expected } from './verdicts.ts';
import { signal, type Points, type Topic, type World } from './world.ts';
import { decoyDiagnosis, diagnose, measure, oneOf, presence, result, type Test, type Ways } from './writers.ts';

const sle: Ways = [
  ['snomed', '55464009', 'Systemic lupus erythematosus'],
  ['icd10cm', 'M32.9', 'Systemic lupus erythematosus, unspecified'],
  ['icd10cm', 'M3210', 'Systemic lupus erythematosus, organ or system involvement unspecified'],
  ['icd10', 'M32.9', 'Systemic lupus erythematosus, unspecified'],
  ['chinese', 'M32.900', '系统性红斑狼疮'],
  '系统性红斑狼疮',
  'Systemic lupus erythematosus',
];

const nephritis: Ways = [
  ['snomed', '68815009', 'SLE glomerulonephritis syndrome'],
  ['icd10cm', 'M32.14', 'Glomerular disease in systemic lupus erythematosus'],
  ['chinese', 'M32.101+N08.5*', '狼疮性肾炎'],
];

const otherTraps: Ways = [
  ['chinese', 'A18.410', '寻常性狼疮'],
  ['icd10', 'L93.0', 'Discoid lupus erythematosus'],
];

const antinuclear: Test = {
  loinc: ['5048-4', '29953-7'],
  en: 'Nuclear Ab [Titer] in Serum by Immunofluorescence',
  zh: '抗核抗体(ANA)滴度',
};

function ana(world: World, titre: number): void {
  const values: readonly Json[] = [
    { valueRatio: { numerator: { value: 1 }, denominator: { value: titre } } },
    { valueString: `1:${String(titre)}` },
    { valueString: `1:${String(titre)} (${titre >= 80 ? '+' : '-'})` },
    { valueQuantity: { value: titre, unit: '{titer}', system: systems.ucum, code: '{titer}' } },
  ];
  result(world, antinuclear, world.random.whole(20, 1500), world.random.pick(values));
  world.facts.ana = titre >= 80 ? 'positive' : world.facts.ana === 'none' ? 'negative' : world.facts.ana;
}

function total(world: World, points: number): void {
  const { random, chart } = world;
  const text = '2019 EULAR/ACR SLE classification score';
  chart.add('Observation', {
    status: 'final',
    code: random.chance(0.5) ? { text } : { ...coded(systems.local, 'eular-acr-2019'), text },
    effectiveDateTime: chart.ago(random.whole(20, 1500)),
    ...random.pick<Json>([{ valueInteger: points }, { valueQuantity: { value: points, unit: '{score}' } }]),
  });
  world.facts.classificationTotal = points;
}

const confirmed = (world: World, ways: Ways = sle): void => {
  diagnose(world, {
    code: oneOf(world, ways),
    onsetAgo: world.random.whole(1600, 1900),
    verified: world.random.pick(['confirmed', 'confirmed', 'unsaid']),
  });
  world.facts.sle = 'confirmed';
};

const later: Claims = {};

export const classification: Topic = {
  usual: (world) => {
    confirmed(world);
    ana(world, world.random.pick([80, 160, 320, 640, 1000]));
    total(world, world.random.pick([10, 11, 14, 23]));
    return later;
  },
  others: {
    'lupus nephritis is the diagnosis': (world) => {
      confirmed(world, nephritis);
      ana(world, 320);
      total(world, world.random.pick([10, 16]));
      signal(world, 'sure');
      return later;
    },
    'a total of 9': (world) => {
      confirmed(world);
      ana(world, 320);
      total(world, 9);
      return later;
    },
    'points in the record only': (world) => {
      confirmed(world);
      ana(world, world.random.pick([80, 160]));
      const ago = world.random.whole(400, 1500);
      presence(world, { loinc: ['5130-0', '31348-6'], en: 'DNA double strand Ab', zh: '抗双链DNA抗体' }, true, ago);
      world.facts.points.push({ domain: 'antibodies', points: 6, clinical: false, sure: true });
      if (world.random.chance(0.6)) {
        const value = world.random.pick([0.49, 0.5, 0.51, 1.2]);
        measure(
          world,
          {
            loinc: ['2889-4'],
            en: 'Protein [Mass/time] in 24 hour Urine',
            zh: '24小时尿蛋白定量',
            units: [
              ['g/(24.h)', 1],
              ['mg/(24.h)', 1000],
            ],
          },
          ago,
          { value },
        );
        if (value > 0.5) world.facts.points.push({ domain: 'renal', points: 4, clinical: true, sure: true });
      }
      return later;
    },
    'antinuclear antibodies too weak': (world) => {
      confirmed(world);
      ana(world, 40);
      total(world, 14);
      return later;
    },
    'no antinuclear antibodies on file': (world) => {
      confirmed(world);
      total(world, 12);
      return later;
    },
    refuted: (world) => {
      diagnose(world, { code: oneOf(world, sle), verified: 'refuted' });
      world.facts.sle = 'refuted';
      ana(world, 40);
      return later;
    },
    'suspected only': (world) => {
      diagnose(world, {
        code: oneOf(world, sle),
        verified: world.random.pick(['provisional', 'differential', 'unconfirmed']),
      });
      world.facts.sle = 'provisional';
      ana(world, 160);
      return later;
    },
    'no diagnosis, negative antinuclear antibodies': (world) => {
      ana(world, 40);
      if (world.random.chance(0.5)) decoyDiagnosis(world, [['icd10cm', 'M32.9', 'SLE']]);
      return later;
    },
    'no diagnosis, nothing on file': (world) => {
      if (world.random.chance(0.5)) diagnose(world, { code: oneOf(world, otherTraps), status: 'resolved' });
      return later;
    },
  },
};

const highest = (points: readonly Points[]): number =>
  [...Map.groupBy(points, (each) => each.domain).values()].reduce(
    (sum, group) => sum + Math.max(...group.map((each) => each.points)),
    0,
  );

/** once everything that gives points has been written. */
export function classificationVerdict({ facts }: World): Expected {
  const answer = (points: readonly Points[]): Expected => {
    const clinical = points.some((each) => each.clinical);
    const positive = facts.ana === 'positive';
    const recorded = facts.classificationTotal ?? 0;
    const provable = highest(points) >= 10 && clinical && positive;
    if (facts.sle === 'confirmed') {
      return positive && (recorded >= 10 || provable) ? 'met' : 'needs-investigator';
    }
    if (facts.sle === 'provisional') return 'needs-investigator';
    if (provable) return either('needs-investigator', 'not-met');
    if (facts.sle === 'refuted') return 'not-met';
    return facts.ana === 'negative' ? 'not-met' : 'unknown';
  };
  return either(answer(facts.points.filter((each) => each.sure)), answer(facts.points));
}
