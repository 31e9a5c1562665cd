// Which patient is number n of a seed, and what must be answered about her?

import type { Json, Resource } from '../../../src/fhir/record.ts';
import { coded, newChart, systems } from './chart.ts';
import { ageInYears, partsOf } from './days.ts';
import { conclude, statusesOf, type Status } from './expected.ts';
import type { Weight } from './glucocorticoid-oracle.ts';
import { type Random, randomOf } from './random.ts';
import { patientOf, unusualAge, usualAge } from './setting.ts';
import { topics } from './topics.ts';
import type { Claims, Expected } from './verdicts.ts';
import type { World } from './world.ts';
import { measure } from './writers.ts';

export type Generated = {
  readonly seed: number;
  readonly number: number;
  readonly asOf: number;
  readonly plannedInfusion: number | undefined;
  readonly patient: Resource;
  readonly resources: readonly Resource[];
  /** The scenario of each topic that is not the usual one, as "topic: scenario". */
  readonly scenarios: readonly string[];
  readonly expected: Readonly<Record<string, Expected>>;
  readonly status: readonly Status[];
};

/** Days ago of the weighings: regular, few and irregular, or none. */
const weighings = (random: Random, unusual: boolean): readonly number[] => {
  if (!unusual || random.chance(0.8)) return Array.from({ length: 9 }, (_, index) => 2 + index * 85);
  return random.chance(0.5) ? [] : Array.from({ length: random.whole(1, 3) }, () => random.whole(0, 300));
};

const weight = {
  loinc: ['29463-7', '3141-9'],
  en: 'Body weight',
  zh: '体重',
  units: [
    ['kg', 1],
    ['g', 1000],
  ],
} as const;

function attest(world: World): void {
  const { random, chart } = world;
  if (world.attested) {
    chart.add('List', attestation(chart.ago(random.pick([0, 30, 90])), random));
    return;
  }
  // None, one too old, one that is withdrawn, or a general reconciliation: none of them attests anything.
  const other = random.whole(0, 3);
  if (other === 1) chart.add('List', attestation(chart.ago(91), random));
  if (other === 2)
    chart.add('List', { ...attestation(chart.ago(3), random), status: random.pick(['retired', 'entered-in-error']) });
  if (other === 3)
    chart.add('Procedure', {
      status: 'completed',
      code: coded(systems.snomed, '430193006', 'Medication reconciliation'),
      performedDateTime: chart.ago(3),
    });
}

const attestation = (date: string, random: Random): Json => ({
  status: 'current',
  mode: 'snapshot',
  code: {
    ...coded(systems.local, 'medication-history-complete'),
    text: random.pick(['Medication history complete, outside prescriptions reconciled', '用药史完整，院外处方已核对']),
  },
  date,
});

/** A day of the next months; the last days of a month are left to the calendar's own tests. */
function plannedAfter(asOf: number, random: Random): number {
  const day = asOf + random.whole(0, 90);
  return partsOf(day)[2] > 28 ? day + 4 : day;
}

/**
 * Patient `number` of `seed`: always the same one.
 * @param only the topics of a smaller chart, which is never as usual; the composed criteria then hold no claim.
 */
export function generate(seed: number, number: number, only?: ReadonlySet<string>): Generated {
  const random = randomOf(seed, number);
  // Half of them deviate in a few points only, so that candidates occur; the others in many.
  const deviating = only === undefined ? (random.chance(0.5) ? 0.04 : 0.4) : 0.8;
  const chosen = only === undefined ? topics : topics.filter(([topic]) => only.has(topic));
  const oddAge = random.chance(deviating * 0.5);
  const age = oddAge ? unusualAge(random) : usualAge(random);
  const sex = random.chance(0.6) ? 'female' : 'male';
  const id = `t${String(number)}`;
  const chart = newChart(random, age.asOf, id);
  const kg = random.pick([24, 32, 38, 40, 45, 48, 50, 62, 80]);
  const needsWeight = only === undefined || only.has('I2.glucocorticoid');
  const days = !needsWeight ? [] : weighings(random, random.chance(deviating));
  const claims: Claims = { I1: age.verdict };
  const world: World = {
    random,
    chart,
    asOf: age.asOf,
    sex,
    birth: age.birth,
    age: [ageInYears(age.birth[1], age.asOf), ageInYears(age.birth[0], age.asOf)],
    attested: random.chance(0.6),
    plannedInfusion: random.chance(deviating) ? plannedAfter(age.asOf, random) : undefined,
    kg,
    heightCm: random.whole(110, 170),
    facts: {
      sle: 'none',
      ana: 'none',
      classificationTotal: undefined,
      points: [],
      doses: [],
      courses: [],
      interventions: [],
      kidneySignal: 'none',
      infection: false,
      cytotoxicAgo: { sure: Infinity, perhaps: Infinity },
      findings: { sure: 0, fever: false, leukopenia: false, thrombocytopenia: false },
      byFindings: undefined,
      nervousItemsAgo: undefined,
      onDialysis: false,
      ecgAbnormal: false,
      vasopressor: false,
      namelessAgo: undefined,
    },
  };
  for (const ago of new Set(days)) measure(world, weight, ago, { value: kg });
  attest(world);

  const scenarios: string[] = oddAge ? [`I1: ${age.name}`] : [];
  for (const [topic, { usual, others }] of chosen) {
    const names = Object.keys(others);
    const name = random.chance(deviating) ? random.pick(names) : undefined;
    const scenario = (name === undefined ? undefined : others[name]) ?? usual;
    if (name !== undefined) scenarios.push(`${topic}: ${name}`);
    for (const [question, verdict] of Object.entries(scenario(world))) claims[question] = verdict;
  }
  const deceased = random.chance(0.01);
  if (deceased) scenarios.push('deceased');
  const weights: readonly Weight[] = days.map((ago) => ({ day: age.asOf - ago, kg }));
  if (world.plannedInfusion !== undefined)
    scenarios.push(`infusion planned in ${String(world.plannedInfusion - age.asOf)} days`);
  const expected = conclude(world, claims, weights);
  return {
    seed,
    number,
    asOf: age.asOf,
    plannedInfusion: world.plannedInfusion,
    patient: { resourceType: 'Patient', ...patientOf(id, age, sex), ...(deceased && { deceasedBoolean: true }) },
    resources: random.shuffled(chart.resources),
    scenarios,
    expected,
    status: deceased ? ['ineligible'] : statusesOf(expected),
  };
}
