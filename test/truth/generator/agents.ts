// How are the eleven agents of the trial written down, each for long enough or not?

import type { Json } from '../../../src/fhir/record.ts';
import { quantity } from './doses.ts';
import { type Drug, give, lupus } from './drugs.ts';
import type { World } from './world.ts';

export type Agent = Drug & { readonly mg: number; readonly cytotoxic?: true | 'perhaps' };

export const mycophenolate: Agent = {
  en: 'mycophenolate mofetil',
  zh: '吗替麦考酚酯分散片',
  rxnorm: '68149',
  atc: 'L04AA06',
  route: 'oral',
  mg: 1000,
  cytotoxic: true,
};

export const sodium: Agent = {
  en: 'mycophenolate sodium',
  zh: '麦考酚钠肠溶片',
  rxnorm: '7145',
  route: 'oral',
  mg: 720,
  cytotoxic: true,
};

/** Agents taken every day; 90 days are adequate. */
export const daily: readonly Agent[] = [
  mycophenolate,
  { en: 'azathioprine', zh: '硫唑嘌呤片', rxnorm: '1256', atc: 'L04AX01', route: 'oral', mg: 50, cytotoxic: true },
  { en: 'cyclosporine', zh: '环孢素软胶囊', rxnorm: '3008', atc: 'L04AD01', route: 'oral', mg: 100 },
  { en: 'tacrolimus', zh: '他克莫司胶囊', rxnorm: '42316', atc: 'L04AD02', route: 'oral', mg: 2 },
  { en: 'sirolimus', zh: '西罗莫司片', rxnorm: '35302', atc: 'L04AA10', route: 'oral', mg: 1 },
  { en: 'leflunomide', zh: '来氟米特片', rxnorm: '27169', atc: 'L04AK01', route: 'oral', mg: 20, cytotoxic: 'perhaps' },
];

const weekly: readonly Agent[] = [
  { en: 'belimumab', zh: '贝利尤单抗', rxnorm: '1092437', atc: 'L04AA26', route: 'sc', mg: 200 },
  { en: 'telitacicept', zh: '泰它西普', route: 'sc', mg: 160 },
];

export const methotrexate: Agent = {
  en: 'methotrexate',
  zh: '甲氨蝶呤片',
  rxnorm: '6851',
  atc: 'L04AX03',
  route: 'oral',
  mg: 15,
  cytotoxic: 'perhaps',
};

export const cyclophosphamide: Agent = {
  en: 'cyclophosphamide injection',
  zh: '注射用环磷酰胺',
  rxnorm: '3002',
  atc: 'L01AA01',
  route: 'iv',
  mg: 750,
  cytotoxic: true,
};

export const rituximab: Agent = {
  en: 'rituximab',
  zh: '利妥昔单抗注射液',
  rxnorm: '121191',
  atc: 'L01FA01',
  route: 'iv',
  mg: 500,
};

export const once = (mg: number, period: number, periodUnit: string): Json => ({
  timing: { repeat: { frequency: 1, period, periodUnit } },
  doseAndRate: [{ doseQuantity: quantity(mg, 'mg') }],
});

/** A stretch of days of one agent. */
export function cover(
  world: World,
  agent: Agent,
  startAgo: number,
  endAgo: number,
  dosage: Json = once(agent.mg, 1, 'd'),
): void {
  const reason = world.random.chance(0.2) ? world.random.pick(lupus) : undefined;
  const source = world.random.pick(['MedicationRequest', 'MedicationRequest', 'MedicationStatement'] as const);
  give(world, { drug: agent, source, startAgo, endAgo, dosage, ...(reason !== undefined && { reason }) });
  world.facts.courses.push({ startAgo, endAgo, ...(reason !== undefined && { reason: 'lupus' as const }) });
  lastGiven(world, agent, endAgo);
}

function lastGiven({ facts: { cytotoxicAgo } }: World, { cytotoxic }: Agent, daysAgo: number): void {
  if (cytotoxic !== undefined) cytotoxicAgo.perhaps = Math.min(cytotoxicAgo.perhaps, daysAgo);
  if (cytotoxic === true) cytotoxicAgo.sure = Math.min(cytotoxicAgo.sure, daysAgo);
}

/** Infusions so many days ago, each an administration. */
function infuse(world: World, agent: Agent, daysAgo: readonly number[]): void {
  for (const ago of daysAgo) {
    give(world, {
      drug: agent,
      source: 'MedicationAdministration',
      startAgo: ago,
      endAgo: ago,
      dosage: once(agent.mg, 1, 'd'),
    });
    world.facts.interventions.push({ daysAgo: ago });
    world.facts.courses.push({ startAgo: ago, endAgo: ago });
  }
  lastGiven(world, agent, Math.min(...daysAgo));
}

const every = (days: number, times: number, lastAgo: number): readonly number[] =>
  Array.from({ length: times }, (_, index) => lastAgo + index * days).reverse();

export type Extent = 'adequate' | 'short';

/** Writes one agent of the list and says whether it was adequate. */
export function oneAgent(world: World, agent: Agent, extent: Extent): Extent {
  const { random } = world;
  const end = random.pick([0, 0, 20, 200, 500]);
  if (agent === cyclophosphamide) {
    const fortnightly = random.chance(0.3);
    const lastAgo = random.pick([5, 59, 60, 61, 100, 300]);
    if (fortnightly) infuse(world, agent, every(14, extent === 'adequate' ? 6 : random.whole(1, 5), lastAgo));
    else
      infuse(
        world,
        agent,
        every(random.whole(28, 31), extent === 'adequate' ? random.whole(3, 6) : random.whole(1, 2), lastAgo),
      );
    return extent;
  }
  if (agent === rituximab) {
    infuse(world, agent, every(14, extent === 'adequate' ? 2 : 1, random.pick([5, 60, 61, 200, 700])));
    return extent;
  }
  const [full, dosage] = weekly.includes(agent)
    ? [84, once(agent.mg, 1, 'wk')]
    : agent === methotrexate
      ? [90, once(agent.mg, 1, 'wk')]
      : [90, once(agent.mg, 1, 'd')];
  const days = extent === 'adequate' ? full + random.pick([0, 0, 1, 30, 300]) : full - random.pick([1, 1, 2, 40, 80]);
  if (random.chance(0.3) && days > 30) {
    // In two pieces: a break of 14 days is bridged and not counted, one of 15 is not bridged.
    const first = Math.floor(days / 2);
    const gap = random.pick([1, 13, 14]);
    cover(world, agent, end + first - 1, end, dosage);
    cover(world, agent, end + days + gap - 1, end + first + gap, dosage);
    return extent;
  }
  cover(world, agent, end + days - 1, end, dosage);
  return extent;
}

export const all: readonly Agent[] = [...daily, ...weekly, methotrexate, cyclophosphamide, rituximab];
