// How is a drug written down: its name, its route, its dose and its days?

import type { Json } from '../../../src/fhir/record.ts';
import { coded, systems } from './chart.ts';
import type { Source } from './glucocorticoid-oracle.ts';
import type { World } from './world.ts';

export type Drug = {
  readonly en: string;
  readonly zh?: string;
  readonly rxnorm?: string;
  readonly atc?: string;
  readonly route: 'oral' | 'iv' | 'sc';
};

const routes: Readonly<Record<string, readonly Json[]>> = {
  oral: [{ text: '口服' }, coded(systems.snomed, '26643006', 'Oral route'), { text: 'oral' }, { text: 'PO' }],
  iv: [{ text: '静脉滴注' }, coded(systems.snomed, '47625008', 'Intravenous route'), { text: 'intravenous' }],
  sc: [{ text: '皮下注射' }, coded(systems.snomed, '34206005', 'Subcutaneous route'), { text: 'subcutaneous' }],
};

export const routeOf = (world: World, drug: Drug): Json => world.random.pick(routes[drug.route] ?? []);

export function concept(world: World, { en, zh, rxnorm, atc }: Drug): Json {
  const ways: Json[] = [{ text: en }];
  if (zh !== undefined) ways.push({ text: zh });
  if (rxnorm !== undefined)
    ways.push({ ...coded(systems.rxnorm, rxnorm, en), text: en }, coded(systems.rxnorm, rxnorm));
  if (atc !== undefined) ways.push({ ...coded(systems.atc, atc), text: zh ?? en }, coded(systems.atc, atc));
  return world.random.pick(ways);
}

/** medication[x]: a concept, a contained Medication or one of its own. */
export function medication(world: World, drug: Drug): Json {
  const code = concept(world, drug);
  const style = world.random.whole(0, 9);
  if (style === 0)
    return {
      contained: [{ resourceType: 'Medication', id: 'm', code }],
      medicationReference: { reference: '#m' },
    };
  if (style === 1) return { medicationReference: { reference: world.chart.add('Medication', { code }) } };
  return { medicationCodeableConcept: code };
}

export type Given = {
  readonly drug: Drug;
  readonly source?: Source;
  readonly startAgo: number;
  readonly endAgo: number;
  /** Timing and dose, without bounds; left out where only the exposure matters. */
  readonly dosage?: Json;
  readonly reason?: Json;
  readonly more?: Json;
};

/** One order, dispense, statement or (for a single day) administration, from its first to its last day inclusive. */
export function give(
  world: World,
  { drug, source = 'MedicationRequest', startAgo, endAgo, dosage = {}, reason, more = {} }: Given,
): string {
  const { chart, random } = world;
  const period = { start: chart.dateAgo(startAgo), end: chart.dateAgo(endAgo) };
  const route = routeOf(world, drug);
  const base = { ...medication(world, drug), ...(reason !== undefined && { reasonCode: [reason] }) };
  if (source === 'MedicationAdministration') {
    const { doseAndRate, text } = dosage as { doseAndRate?: readonly { doseQuantity?: Json }[]; text?: string };
    const dose = doseAndRate?.[0]?.doseQuantity;
    return chart.add(source, {
      status: 'completed',
      ...base,
      effectiveDateTime: chart.ago(startAgo),
      dosage: { route, ...(dose !== undefined && { dose }), ...(text !== undefined && { text }) },
      ...more,
    });
  }
  if (source === 'MedicationDispense')
    return chart.add(source, {
      status: 'completed',
      ...medication(world, drug),
      whenHandedOver: chart.ago(startAgo),
      daysSupply: { value: startAgo - endAgo + 1, unit: 'd', system: systems.ucum, code: 'd' },
      dosageInstruction: [{ ...dosage, route }],
      ...more,
    });
  const running = endAgo === 0;
  if (source === 'MedicationStatement')
    return chart.add(source, {
      status: running ? 'active' : random.pick(['completed', 'stopped']),
      ...base,
      effectivePeriod: period,
      dosage: [{ ...dosage, route }],
      ...more,
    });
  const { timing, ...others } = dosage as { timing?: { repeat?: Json; code?: Json } };
  const validity = random.chance(0.25);
  const bounded = validity
    ? { ...(timing !== undefined && { timing }) }
    : { timing: { ...timing, repeat: { ...timing?.repeat, boundsPeriod: period } } };
  return chart.add(source, {
    status: running ? 'active' : random.pick(['completed', 'stopped']),
    intent: random.pick(['order', 'order', 'original-order', 'instance-order']),
    ...base,
    authoredOn: chart.ago(startAgo),
    ...(validity && { dispenseRequest: { validityPeriod: period } }),
    dosageInstruction: [{ ...bounded, route, ...others }],
    ...more,
  });
}

const never = [
  { status: 'entered-in-error' },
  { status: 'cancelled' },
  { status: 'draft' },
  { intent: 'proposal' },
  { intent: 'option' },
  { doNotPerform: true },
  { subject: { reference: 'Patient/somebody-else' } },
] as const satisfies readonly Json[];

/** An order that must never count, whatever it says. */
export function giveNever(world: World, given: Given): void {
  if (world.random.chance(0.3))
    give(world, {
      ...given,
      source: 'MedicationStatement',
      more: { ...given.more, status: world.random.pick(['entered-in-error', 'not-taken', 'intended']) },
    });
  else give(world, { ...given, source: 'MedicationRequest', more: { ...given.more, ...world.random.pick(never) } });
}

export const lupus: readonly Json[] = [
  coded(systems.snomed, '55464009', 'Systemic lupus erythematosus'),
  coded(systems.icd10cm, 'M32.9'),
  { text: '系统性红斑狼疮' },
  { text: 'SLE' },
];
