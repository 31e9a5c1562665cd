// What does the demo FHIR server remember?

import { isJson } from '../../fhir/json.ts';
import type { Json, Resource } from '../../fhir/record.ts';
import { FhirError } from './outcome.ts';
import { searchParameters, type Parameter } from './search-parameters.ts';

/** Most resources kept: the demo is for one engineer on one machine. */
const capacity = 50_000;

export type Store = {
  readonly read: (type: string, id: string) => Resource;
  readonly all: (type: string) => readonly Resource[];
  readonly ofPatient: (type: string, patientId: string) => readonly Resource[];
  /** Stores a resource under its id, or a new one, and returns it with id and meta. */
  readonly put: (resource: Resource, id?: string) => Resource;
  readonly remove: (type: string, id: string) => void;
  /** Runs the changes together: if one fails, none has happened. */
  readonly together: <T>(changes: () => T) => T;
  /** Calls this after every resource that is stored, before the caller is answered; what it throws undoes nothing. */
  readonly onChange: (told: (resource: Resource) => void) => void;
};

type Shelf = {
  readonly byId: Map<string, Resource>;
  readonly byPatient: Map<string, Map<string, Resource>>;
};

/** Resources in memory, by type and id, with an index by patient. */
export function createStore(now: () => Date, newId: () => string): Store {
  let shelves = new Map<string, Shelf>();
  let gone = new Set<string>();
  let tell: (resource: Resource) => void = () => {};

  const shelfOf = (type: string): Shelf => {
    const shelf = shelves.get(type) ?? { byId: new Map(), byPatient: new Map() };
    shelves.set(type, shelf);
    return shelf;
  };
  const take = ({ byId, byPatient }: Shelf, id: string): void => {
    const old = byId.get(id);
    byId.delete(id);
    for (const patient of old === undefined ? [] : patientsOf(old)) byPatient.get(patient)?.delete(id);
  };

  const store: Store = {
    read: (type, id) => {
      const found = shelves.get(type)?.byId.get(id);
      if (found !== undefined) return found;
      if (gone.has(`${type}/${id}`)) throw new FhirError(410, 'deleted', `${type}/${id} was deleted`);
      throw new FhirError(404, 'not-found', `there is no ${type}/${id}`);
    },
    all: (type) => [...(shelves.get(type)?.byId.values() ?? [])],
    ofPatient: (type, patientId) => [...(shelves.get(type)?.byPatient.get(patientId)?.values() ?? [])],
    put: (resource, id = newId()) => {
      const shelf = shelfOf(resource.resourceType);
      const old = shelf.byId.get(id);
      if (old === undefined && countOf(shelves) >= capacity)
        throw new FhirError(507, 'too-costly', `the demo keeps at most ${String(capacity)} resources`);
      const version = Number(metaOf(old)['versionId'] ?? 0) + 1;
      const meta = { ...metaOf(resource), versionId: String(version), lastUpdated: now().toISOString() };
      const stored = { ...resource, id, meta };
      take(shelf, id);
      shelf.byId.set(id, stored);
      for (const patient of patientsOf(stored)) {
        const own = shelf.byPatient.get(patient) ?? new Map<string, Resource>();
        own.set(id, stored);
        shelf.byPatient.set(patient, own);
      }
      gone.delete(`${resource.resourceType}/${id}`);
      tell(stored);
      return shelf.byId.get(id) ?? stored;
    },
    remove: (type, id) => {
      store.read(type, id);
      take(shelfOf(type), id);
      gone.add(`${type}/${id}`);
    },
    onChange: (told) => {
      tell = told;
    },
    together: (changes) => {
      const before = { shelves: copyOf(shelves), gone: new Set(gone) };
      try {
        return changes();
      } catch (error) {
        ({ shelves, gone } = before);
        throw error;
      }
    },
  };
  return store;
}

const metaOf = (resource: Resource | undefined): Json => {
  const meta = resource?.['meta'];
  return isJson(meta) ? meta : {};
};

const countOf = (shelves: ReadonlyMap<string, Shelf>): number =>
  [...shelves.values()].reduce((sum, { byId }) => sum + byId.size, 0);

const copyOf = (shelves: ReadonlyMap<string, Shelf>): Map<string, Shelf> =>
  new Map(
    [...shelves].map(([type, { byId, byPatient }]) => [
      type,
      { byId: new Map(byId), byPatient: new Map([...byPatient].map(([patient, own]) => [patient, new Map(own)])) },
    ]),
  );

/** Ids of the patients a resource is about, by the search parameters whose only target is Patient. */
function patientsOf(resource: Resource): readonly string[] {
  const parameters = [...(searchParameters.get(resource.resourceType)?.values() ?? [])];
  const paths = new Set(parameters.filter(isAboutPatient).flatMap(({ paths }) => paths));
  return [...paths].flatMap((path) => {
    const value = resource[path];
    const reference = isJson(value) && typeof value['reference'] === 'string' ? value['reference'] : '';
    const match = /(?:^|\/)Patient\/([^/]+)$/.exec(reference);
    return match?.[1] === undefined ? [] : [match[1]];
  });
}

const isAboutPatient = ({ target }: Parameter): boolean => target === 'Patient';
