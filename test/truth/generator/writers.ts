// How are results, diagnoses, procedures and drugs written down, in the different ways hospitals write them?

import type { Json } from '../../../src/fhir/record.ts';
import { coded, systems } from './chart.ts';
import type { World } from './world.ts';

/** A test as American and Chinese hospitals name it; `units` give the factor from the first unit to each. */
export type Test = {
  readonly loinc: readonly string[];
  readonly en: string;
  readonly zh?: string;
  /** Unit as written, and how many of it make one of the first. */
  readonly units?: readonly (readonly [string, number])[];
};

export function testName(world: World, test: Test): Json {
  const { random } = world;
  const loinc = random.pick(test.loinc);
  const style = random.whole(0, 3);
  if (style === 0 && test.zh !== undefined) return { text: test.zh };
  if (style === 1 && test.zh !== undefined) return { ...coded(systems.loinc, loinc), text: test.zh };
  return style === 2 ? coded(systems.loinc, loinc) : { ...coded(systems.loinc, loinc, test.en), text: test.en };
}

export type More = Json;

/** A final result without its value. */
export const result = (world: World, test: Test, daysAgo: number, more: More): string =>
  world.chart.add('Observation', {
    status: world.random.pick(['final', 'final', 'final', 'amended', 'corrected']),
    code: testName(world, test),
    effectiveDateTime: world.chart.ago(daysAgo),
    ...more,
  });

/** Binary rounding noise of a conversion is taken off; what a laboratory prints has few digits. */
const printed = (value: number): number => Number(value.toPrecision(12));

export type Measured = {
  /** In the first unit of the test. */
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly comparator?: '<' | '>' | '<=' | '>=';
  readonly more?: Json;
};

/** A result by amount, in one of the test's units, its reference range in the same. */
export function measure(
  world: World,
  test: Test,
  daysAgo: number,
  { value, low, high, comparator, more }: Measured,
): string {
  const [unit, factor] = world.random.pick(test.units ?? [['1', 1] as const]);
  const quantity = (amount: number): Json => ({
    value: printed(amount * factor),
    unit,
    ...(world.random.chance(0.6) && { system: systems.ucum, code: unit }),
  });
  const range =
    low === undefined && high === undefined
      ? {}
      : {
          referenceRange: [
            { ...(low !== undefined && { low: quantity(low) }), ...(high !== undefined && { high: quantity(high) }) },
          ],
        };
  return result(world, test, daysAgo, {
    valueQuantity: { ...quantity(value), ...(comparator !== undefined && { comparator }) },
    ...range,
    ...more,
  });
}

const words = {
  positive: ['Positive', 'Reactive', '阳性', '阳性(+)'],
  negative: ['Negative', 'Non-reactive', '阴性', '阴性(-)'],
} as const;

/** A result that says positive or negative, as a code, as a word or as a Chinese word. */
export function presence(world: World, test: Test, positive: boolean, daysAgo: number, more: Json = {}): string {
  const { random } = world;
  const snomed = positive ? '10828004' : '260385009';
  const word = random.pick(positive ? words.positive : words.negative);
  const value: Json = random.pick<Json>([
    { valueString: word },
    { valueCodeableConcept: { text: word } },
    { valueCodeableConcept: coded(systems.snomed, snomed) },
  ]);
  return result(world, test, daysAgo, { ...value, ...more });
}

const clinical = (code: string): Json => coded('http://terminology.hl7.org/CodeSystem/condition-clinical', code);
const verification = (code: string): Json => coded('http://terminology.hl7.org/CodeSystem/condition-ver-status', code);

export type Diagnosis = {
  readonly code: Json;
  readonly status?: 'active' | 'recurrence' | 'relapse' | 'inactive' | 'remission' | 'resolved';
  readonly verified?:
    'confirmed' | 'provisional' | 'differential' | 'unconfirmed' | 'refuted' | 'entered-in-error' | 'unsaid';
  readonly onsetAgo?: number;
  readonly more?: Json;
};

export function diagnose(
  world: World,
  { code, status = 'active', verified = 'confirmed', onsetAgo, more = {} }: Diagnosis,
): string {
  return world.chart.add('Condition', {
    ...(verified !== 'entered-in-error' && { clinicalStatus: clinical(status) }),
    ...(verified !== 'unsaid' && { verificationStatus: verification(verified) }),
    code,
    ...(onsetAgo !== undefined && { onsetDateTime: world.chart.ago(onsetAgo) }),
    ...more,
  });
}

/** One of several ways to code the same diagnosis or procedure. */
export type Ways = readonly (readonly [system: keyof typeof systems, code: string, display: string] | string)[];

export function oneOf(world: World, ways: Ways): Json {
  const way = world.random.pick(ways);
  if (typeof way === 'string') return { text: way };
  const [system, code, display] = way;
  return world.random.chance(0.3)
    ? { ...coded(systems[system], code, display), text: display }
    : coded(systems[system], code, display);
}

export function perform(world: World, ways: Ways, daysAgo: number | undefined, more: Json = {}): string {
  return world.chart.add('Procedure', {
    status: 'completed',
    code: oneOf(world, ways),
    ...(daysAgo !== undefined && { performedDateTime: world.chart.ago(daysAgo) }),
    ...more,
  });
}

/** An entry that must never count: entered in error, refuted, or about a relative. */
export function decoyDiagnosis(world: World, ways: Ways): void {
  const how = world.random.pick(['entered-in-error', 'refuted', 'family', 'other patient'] as const);
  const code = oneOf(world, ways);
  if (how === 'family')
    world.chart.add('FamilyMemberHistory', {
      status: 'completed',
      relationship: { text: 'mother' },
      condition: [{ code }],
    });
  else if (how === 'other patient')
    diagnose(world, { code, more: { subject: { reference: 'Patient/somebody-else' } } });
  else diagnose(world, { code, verified: how });
}
