// What does the demo FHIR server answer to a Bundle of requests?

import { isJson, objectAt, objectsAt, textAt } from '../../fhir/json.ts';
import type { Json, Resource } from '../../fhir/record.ts';
import { FhirError, outcome } from './outcome.ts';
import { search } from './search.ts';
import type { Store } from './store.ts';
import { validResource } from './validate.ts';

/** Runs a transaction (all or nothing, deletes first) or a batch (each for itself) and answers entry by entry. */
export function runBundle(store: Store, base: string, bundle: unknown, newId: () => string): Resource {
  if (!isJson(bundle) || bundle['resourceType'] !== 'Bundle')
    throw new FhirError(400, 'invalid', 'only a Bundle can be posted to the base of the server');
  const type = bundle['type'];
  if (type !== 'transaction' && type !== 'batch')
    throw new FhirError(400, 'not-supported', 'only a Bundle of type transaction or batch can be posted');
  const entries = objectsAt(bundle, 'entry').map((entry) => ({ entry, id: newId() }));
  const ids = new Map(entries.flatMap(({ entry, id }) => placeholderOf(entry, id)));
  const answerAll = (answer: (entry: Json, id: string) => Json): readonly Json[] => {
    const answers = new Map<Json, Json>();
    for (const { entry, id } of entries.toSorted((a, b) => rank(a.entry) - rank(b.entry)))
      answers.set(entry, answer(entry, id));
    return entries.map(({ entry }) => answers.get(entry) ?? {});
  };
  const one = (entry: Json, id: string): Json => answerEntry(store, base, replaceReferences(entry, ids), id);
  const answers =
    type === 'transaction'
      ? store.together(() => answerAll(one))
      : answerAll((entry, id) => {
          try {
            return one(entry, id);
          } catch (error) {
            if (!(error instanceof FhirError)) throw error;
            return { response: { status: String(error.status), outcome: outcome(error.code, error.message) } };
          }
        });
  return { resourceType: 'Bundle', type: `${type}-response`, ...(answers.length > 0 && { entry: answers }) };
}

const methodOf = (entry: Json): string => textAt(objectAt(entry, 'request') ?? {}, 'method') ?? '';
const urlOf = (entry: Json): string => textAt(objectAt(entry, 'request') ?? {}, 'url') ?? '';
const rank = (entry: Json): number => ['DELETE', 'POST', 'PUT', 'GET'].indexOf(methodOf(entry));

/** The placeholder address of an entry that will be created, and the reference it becomes. */
function placeholderOf(entry: Json, id: string): readonly (readonly [string, string])[] {
  const fullUrl = textAt(entry, 'fullUrl');
  return methodOf(entry) === 'POST' && fullUrl !== undefined ? [[fullUrl, `${urlOf(entry)}/${id}`]] : [];
}

function replaceReferences(entry: Json, ids: ReadonlyMap<string, string>): Json {
  const replaced = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return name === 'reference' ? (ids.get(value) ?? value) : value;
    if (Array.isArray(value)) return value.map((each: unknown) => replaced(each, name));
    if (!isJson(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, key)]));
  };
  return Object.fromEntries(Object.entries(entry).map(([key, each]) => [key, replaced(each, key)]));
}

function answerEntry(store: Store, base: string, entry: Json, newId: string): Json {
  const [path = '', query = ''] = urlOf(entry).split('?');
  const [type = '', id] = path.split('/');
  const method = methodOf(entry);
  if (method === 'GET') {
    const resource =
      id === undefined ? search(store, base, type, [...new URLSearchParams(query)], false) : store.read(type, id);
    return { resource, response: { status: '200 OK' } };
  }
  if (method === 'DELETE' && id !== undefined) {
    store.remove(type, id);
    return { response: { status: '204 No Content' } };
  }
  if ((method === 'POST' && id === undefined) || (method === 'PUT' && id !== undefined)) {
    const stored = store.put(validResource(entry['resource'], type), id ?? newId);
    const location = `${base}/${type}/${String(stored['id'])}`;
    return { resource: stored, response: { status: method === 'POST' ? '201 Created' : '200 OK', location } };
  }
  throw new FhirError(400, 'invalid', `an entry cannot ask for "${method} ${urlOf(entry)}"`);
}
