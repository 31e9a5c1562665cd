// How else could the same chart have been written: in other units, with other ids?

import type { Json, PatientRecord, Resource } from '../../src/fhir/record.ts';
import type { Random } from '../truth/generator/random.ts';

/** A unit, the same amount in another, and how many of that make one. */
const units: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  kg: ['g', 1000],
  mg: ['g', 0.001],
  cm: ['m', 0.01],
  m: ['cm', 100],
  '%': ['1', 0.01],
  'U/L': ['IU/L', 1],
  'mg/(24.h)': ['g/(24.h)', 0.001],
  'g/(24.h)': ['mg/(24.h)', 1000],
  'mg/g': ['g/g', 0.001],
  'g/g': ['mg/g', 1000],
  'm[IU]/mL': ['[IU]/L', 1],
  '[IU]/L': ['m[IU]/mL', 1],
};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Changes every object of a resource, the inner ones first. */
function rewrite(value: unknown, change: (object: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((each) => rewrite(each, change));
  if (!isObject(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rewrite(each, change)])));
}

function inOtherUnit(object: Json): Json {
  const { value, unit } = object;
  const other = typeof unit === 'string' ? units[unit] : undefined;
  if (other === undefined || typeof value !== 'number') return object;
  const { code, ...rest } = object;
  return { ...rest, value: value * other[1], unit: other[0], ...(code !== undefined && { code: other[0] }) };
}

/** Every amount in another unit, with the rounding noise that conversion brings. */
export const otherUnits = (record: PatientRecord): PatientRecord => ({
  ...record,
  resources: record.resources.map((each) => rewrite(each, inOtherUnit) as Resource),
});

/** Every resource under another id, references to it included, in another order. */
export function otherIds(record: PatientRecord, random: Random): PatientRecord {
  const names = new Map(
    record.resources.map(({ resourceType, id }, index) => [
      `${resourceType}/${String(id)}`,
      `${random.pick(['a', 'z', '0'])}${String(random.whole(0, 1e9))}-${String(index)}`,
    ]),
  );
  const resources = record.resources.map((each) => {
    const renamed = rewrite(each, (object) => {
      const { reference } = object;
      const other = typeof reference === 'string' ? names.get(reference) : undefined;
      return other === undefined
        ? object
        : { ...object, reference: `${String(reference).split('/')[0] ?? ''}/${other}` };
    }) as Resource;
    return { ...renamed, id: names.get(`${each.resourceType}/${String(each['id'])}`) };
  });
  return { ...record, resources: random.shuffled(resources) };
}
