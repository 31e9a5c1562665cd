// Which resources answer a FHIR search, in which order, on which page?

import { isJson } from '../../fhir/json.ts';
import type { Resource } from '../../fhir/record.ts';
import { FhirError } from './outcome.ts';
import { searchParameters, type Parameter } from './search-parameters.ts';
import { matchesDate, matchesReference, matchesString, matchesToken, spanOf } from './search-values.ts';
import type { Store } from './store.ts';

/** Parameters in the order sent; a repeated name is an AND, commas inside a value are an OR. */
export type Query = readonly (readonly [name: string, value: string])[];

const defaultPage = 50;
const largestPage = 500;

/** Parameters that shape the answer instead of choosing resources. */
const shaping = new Set(['_count', '_sort', '_offset', '_format', '_pretty', '_summary', '_total']);

/**
 * Answers a search on one type with a searchset Bundle. A parameter that the type does not have is left out, as FHIR's lenient
 * handling says, and is then missing from the self link; with `strict` it is an error.
 */
export function search(store: Store, base: string, type: string, query: Query, strict: boolean): Resource {
  const parameters = searchParameters.get(type);
  if (parameters === undefined) throw new FhirError(404, 'not-supported', `no resources of type ${type} here`);
  const used = query.filter(([name, value]) => isUsed(name, value, parameters, strict));
  const filters = used.filter(([name]) => !shaping.has(name));
  const candidates = candidatesOf(store, type, filters, parameters);
  const matches = candidates.filter((resource) =>
    filters.every(([name, value]) => matchesParameter(resource, parameters.get(name), value, base)),
  );
  const sorted = sortedBy(matches, lastOf(used, '_sort'), parameters);

  const count = wholeNumber(used, '_count', defaultPage);
  const size = lastOf(used, '_summary') === 'count' ? 0 : Math.min(count, largestPage);
  const offset = wholeNumber(used, '_offset', 0);
  const page = sorted.slice(offset, offset + size);
  const linkTo = (at: number): string => {
    const text = new URLSearchParams();
    for (const [name, value] of used) if (name !== '_offset') text.append(name, value);
    if (at > 0) text.append('_offset', String(at));
    return `${base}/${type}${text.size === 0 ? '' : `?${text.toString()}`}`;
  };
  const hasNext = size > 0 && offset + size < sorted.length;
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: sorted.length,
    link: [
      { relation: 'self', url: linkTo(offset) },
      ...(hasNext ? [{ relation: 'next', url: linkTo(offset + size) }] : []),
      ...(offset > 0 ? [{ relation: 'previous', url: linkTo(Math.max(0, offset - size)) }] : []),
    ],
    ...(page.length > 0 && {
      entry: page.map((resource) => ({
        fullUrl: `${base}/${type}/${String(resource['id'])}`,
        resource,
        search: { mode: 'match' },
      })),
    }),
  };
}

function isUsed(name: string, value: string, parameters: ReadonlyMap<string, Parameter>, strict: boolean): boolean {
  if (value === '') return false;
  if (shaping.has(name) || parameters.has(name)) return true;
  const [bare, modifier] = name.split(/[:.]/);
  if (modifier !== undefined && parameters.has(bare ?? ''))
    throw new FhirError(400, 'not-supported', `search with "${name}" is not supported`);
  if (strict) throw new FhirError(400, 'not-supported', `unknown search parameter "${name}"`);
  return false;
}

/** The patient's own resources where the search names one, else all of the type. */
function candidatesOf(
  store: Store,
  type: string,
  filters: Query,
  parameters: ReadonlyMap<string, Parameter>,
): readonly Resource[] {
  const ofPatient = filters.find(([name, value]) => parameters.get(name)?.target === 'Patient' && !value.includes(','));
  return ofPatient === undefined ? store.all(type) : store.ofPatient(type, ofPatient[1].split('/').at(-1) ?? '');
}

function matchesParameter(resource: Resource, parameter: Parameter | undefined, asked: string, base: string): boolean {
  if (parameter === undefined) return true;
  const values = parameter.paths.flatMap((path) => valuesAt(resource, path.split('.')));
  return asked.split(',').some((each) =>
    values.some((value) => {
      if (parameter.type === 'token') return matchesToken(value, each);
      if (parameter.type === 'date') return matchesDate(value, each);
      if (parameter.type === 'string') return matchesString(value, each);
      return matchesReference(value, each, base, parameter.target);
    }),
  );
}

function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => valuesAt(each, path));
  const [first, ...rest] = path;
  if (first === undefined) return value === undefined ? [] : [value];
  return isJson(value) ? valuesAt(value[first], rest) : [];
}

/** "-date,_id": by each named parameter in turn; what has no value comes last. */
function sortedBy(
  resources: readonly Resource[],
  order: string | undefined,
  parameters: ReadonlyMap<string, Parameter>,
): readonly Resource[] {
  if (order === undefined) return resources;
  const keys = order.split(',').map((each) => {
    const name = each.replace(/^-/, '');
    const parameter = parameters.get(name);
    if (parameter === undefined) throw new FhirError(400, 'not-supported', `sorting by "${name}" is not supported`);
    return { parameter, sign: each.startsWith('-') ? -1 : 1 };
  });
  const rows = resources.map((resource) => ({
    resource,
    values: keys.map(({ parameter }) => sortValue(resource, parameter)),
  }));
  return rows
    .toSorted((a, b) => {
      for (const [index, { sign }] of keys.entries()) {
        const [left, right] = [a.values[index], b.values[index]];
        if (left === right) continue;
        if (left === undefined) return 1;
        if (right === undefined) return -1;
        return left < right ? -sign : sign;
      }
      return 0;
    })
    .map(({ resource }) => resource);
}

function sortValue(resource: Resource, parameter: Parameter): string | number | undefined {
  const value = parameter.paths.flatMap((path) => valuesAt(resource, path.split('.')))[0];
  if (parameter.type === 'date') return spanOf(value)?.from;
  return typeof value === 'string' ? value : value === undefined ? undefined : JSON.stringify(value);
}

const lastOf = (query: Query, name: string): string | undefined => query.findLast(([each]) => each === name)?.[1];

function wholeNumber(query: Query, name: string, otherwise: number): number {
  const text = lastOf(query, name);
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new FhirError(400, 'value', `${name} must be a whole number`);
  return Number(text);
}
