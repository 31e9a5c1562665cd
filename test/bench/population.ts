// A hospital's population as the files of a bulk export, in which it is known who is a candidate.
// Usage: node test/bench/population.ts FOLDER [PATIENTS] [RESOURCES]

import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { shiftDates } from '../../src/demo/shift-dates.ts';
import { parseDay } from '../../src/logic/calendar.ts';
import type { Story } from '../fixtures/story.ts';
import { candidateGirl } from '../fixtures/stories/candidate-girl.ts';
import { hepatitisBCore } from '../fixtures/stories/hepatitis-b-core.ts';
import { noLupus } from '../fixtures/stories/no-lupus.ts';
import { previousCarT } from '../fixtures/stories/previous-car-t.ts';
import { weightMissing } from '../fixtures/stories/weight-missing.ts';

type Json = Readonly<Record<string, unknown>>;
export type Status = Story['expected']['status'];

/** The day on which the population is as described. */
export const populationDay = '2026-06-01';

/** Of every hundred patients: who they are. The others have no lupus. */
const among100: ReadonlyMap<number, Story> = new Map([
  [7, candidateGirl],
  [21, weightMissing],
  [48, hepatitisBCore],
  [73, previousCarT],
]);

const storyOf = (index: number): Story => among100.get(index % 100) ?? noLupus;

/** How many patients of each status there are: the stories' own statement, not the program's. */
export function expectedCounts(patients: number): Readonly<Record<Status, number>> {
  const counts = { candidate: 0, 'potential-candidate': 0, ineligible: 0 };
  for (let index = 0; index < patients; index += 1) counts[storyOf(index).expected.status] += 1;
  return counts;
}

/** A type and a line with "@" for the patient's id and "#" for a digit of a value. */
type Template = readonly [type: string, line: string];

const tests: readonly (readonly [code: string, name: string, unit: string, low: number, high: number])[] = [
  ['2951-2', 'Sodium [Moles/volume] in Serum or Plasma', 'mmol/L', 135, 145],
  ['2823-3', 'Potassium [Moles/volume] in Serum or Plasma', 'mmol/L', 3.5, 5],
  ['2075-0', 'Chloride [Moles/volume] in Serum or Plasma', 'mmol/L', 98, 107],
  ['17861-6', 'Calcium [Mass/volume] in Serum or Plasma', 'mg/dL', 8.8, 10.8],
  ['2345-7', 'Glucose [Mass/volume] in Serum or Plasma', 'mg/dL', 70, 140],
  ['3094-0', 'Urea nitrogen [Mass/volume] in Serum or Plasma', 'mg/dL', 5, 18],
  ['787-2', 'MCV [Entitic volume] by Automated count', 'fL', 77, 95],
  ['785-6', 'MCH [Entitic mass] by Automated count', 'pg', 25, 33],
];

/** An ordinary result that no criterion reads. */
function ordinary(index: number): Json {
  const [code, display, unit, low, high] = tests[index % tests.length] ?? ['', '', '', 0, 0];
  const quantity = (value: number) => ({ value, unit, system: 'http://unitsofmeasure.org', code: unit });
  const day = new Date(Date.parse(populationDay) - (3 + Math.floor(index / tests.length) * 17) * 86_400_000);
  const at = `${day.toISOString().slice(0, 10)}T02:1${String(index % 10)}:00.000Z`;
  return {
    resourceType: 'Observation',
    id: `routine-${String(index)}`,
    meta: { versionId: '1', lastUpdated: at, profile: ['http://hl7.org/fhir/StructureDefinition/Observation'] },
    identifier: [{ system: 'urn:oid:2.16.840.1.113883.19.5', value: `R-@-${String(index)}` }],
    status: 'final',
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/observation-category',
            code: 'laboratory',
            display: 'Laboratory',
          },
        ],
        text: 'Laboratory',
      },
    ],
    code: { coding: [{ system: 'http://loinc.org', code, display }], text: display },
    subject: { reference: 'Patient/@', display: 'Patient @' },
    encounter: { reference: `Encounter/@-visit-${String(Math.floor(index / tests.length))}` },
    effectiveDateTime: at,
    issued: at,
    performer: [{ reference: 'Organization/laboratory', display: 'Central laboratory' }],
    valueQuantity: quantity(Math.round((low + ((high - low) * ((index * 7) % 10)) / 10) * 10) / 10),
    referenceRange: [{ low: quantity(low), high: quantity(high) }],
  };
}

/** The story told as of a day, filled up with ordinary results. */
function templatesOf({ record, asOf }: Story, resources: number, on = populationDay): readonly Template[] {
  const [from = 0, to = 0] = [parseDay(asOf), parseDay(on)];
  const own = (record['entry'] as readonly { readonly resource: Json }[]).map(({ resource }) => resource);
  const ids = new Map(own.map((each) => [`${String(each['resourceType'])}/${String(each['id'])}`, nameIn(each)]));
  const told = own.map((resource) => {
    const moved = JSON.stringify({ ...shiftDates(resource, from, to), id: nameIn(resource) }, (key, value: unknown) =>
      key === 'reference' ? withType(String(value), ids.get(String(value))) : value,
    );
    return [String(resource['resourceType']), moved] as const;
  });
  const filling = Array.from({ length: Math.max(0, resources - told.length) }, (_, index) => {
    const result = ordinary(index);
    return ['Observation', JSON.stringify({ ...result, id: nameIn(result) })] as const;
  });
  return [...told, ...filling];
}

/** Ids are unique in the whole population. */
const nameIn = ({ resourceType, id }: Json): string => (resourceType === 'Patient' ? '@' : `@-${String(id)}`);
const withType = (reference: string, id: string | undefined): string =>
  id === undefined ? reference : `${reference.slice(0, reference.indexOf('/'))}/${id}`;

const templatesFor = (() => {
  const told = new Map<string, readonly Template[]>();
  return (story: Story, resources: number): readonly Template[] => {
    const key = `${story.slug} ${String(resources)}`;
    const own = told.get(key) ?? templatesOf(story, resources);
    told.set(key, own);
    return own;
  };
})();

/** The resources of a story, told as of a day about a patient with another id. */
export const toldAbout = (story: Story, id: string, on: string): readonly Json[] =>
  templatesOf(story, 0, on).map(([, line]) => JSON.parse(line.replaceAll('@', id)) as Json);

const idOf = (index: number): string => `p${String(index)}`;

/** The same patients as one Bundle each, as text. */
export function* populationBundles(patients: number, resources = 200): Generator<string> {
  for (let index = 0; index < patients; index += 1) {
    const entries = templatesFor(storyOf(index), resources).map(([, line]) => `{"resource":${line}}`);
    const text = `{"resourceType":"Bundle","type":"collection","entry":[${entries.join(',')}]}`;
    yield text.replaceAll('@', idOf(index));
  }
}

export type PopulationFiles = { readonly bytes: number; readonly lines: number };

/**
 * Writes `TYPE.ndjson` files for so many patients, one after the other, with flat memory.
 * @param resources per patient, about: a story with more keeps all of its own.
 */
export async function writePopulation(folder: string, patients: number, resources = 200): Promise<PopulationFiles> {
  await mkdir(folder, { recursive: true });
  const files = new Map<string, WriteStream>();
  let [bytes, lines] = [0, 0];
  for (let index = 0; index < patients; index += 1) {
    const own = templatesFor(storyOf(index), resources);
    const id = idOf(index);
    for (const [type, text] of Map.groupBy(own, ([type]) => type)) {
      const file = files.get(type) ?? createWriteStream(join(folder, `${type}.ndjson`));
      files.set(type, file);
      const chunk = text.map(([, line]) => `${line.replaceAll('@', id)}\n`).join('');
      bytes += Buffer.byteLength(chunk);
      lines += text.length;
      if (!file.write(chunk)) await once(file, 'drain');
    }
  }
  await Promise.all(
    [...files.values()].map(async (file) => {
      file.end();
      await once(file, 'close');
    }),
  );
  return { bytes, lines };
}

if (import.meta.main) {
  const [folder = '', patients = '1000', resources = '200'] = process.argv.slice(2);
  const written = await writePopulation(folder, Number(patients), Number(resources));
  console.log({ ...written, expected: expectedCounts(Number(patients)) });
}
