// Which resources of a record are about another patient, and what does that say of the searches that brought them?

import { lazy } from '../logic/lazy.ts';
import { objectAt } from './json.ts';
import { perSearch } from './record-builder.ts';
import type { PatientRecord, Resource } from './record.ts';
import { referencesOf } from './references.ts';
import type { Retrieved } from './retrieved.ts';
import { searchOfType, type SearchName } from './searches.ts';

/**
 * The record without the resources of others. A search for one patient that brings matches about somebody else was not
 * answered as it was asked (the parameter was passed over, two records were merged, references name the patient by another
 * address): what it did not bring proves nothing, so it is never complete.
 */
export function withoutOthers(record: PatientRecord): { readonly record: PatientRecord; readonly dropped: number } {
  const usual = `Patient/${String(record.patient['id'])}`;
  const references = lazy(() => referencesOf(record));
  const own = record.resources.filter(
    (resource) => isUsual(resource, usual) || references().subjectOf(resource) === 'own',
  );
  const dropped = record.resources.length - own.length;
  if (dropped === 0) return { record, dropped };
  const kept = new Set(own);
  const touched = namesOf(record.resources.filter((resource) => !kept.has(resource)));
  const remaining = namesOf(own);
  const retrieved = perSearch((name): Retrieved => {
    if (!touched.has(name)) return record.retrieved[name];
    return { state: remaining.has(name) ? 'partial' : 'unavailable', reason: 'other-patient' };
  });
  return { record: { ...record, resources: own, retrieved }, dropped };
}

/** The searches whose matches these are. */
const namesOf = (resources: readonly Resource[]): ReadonlySet<SearchName> =>
  new Set(resources.flatMap(({ resourceType }) => searchOfType(resourceType)?.name ?? []));

/** True for what most resources say and nothing else; whatever is said otherwise takes the longer way. */
const isUsual = (resource: Resource, usual: string): boolean =>
  objectAt(resource, 'subject')?.['reference'] === usual &&
  resource['patient'] === undefined &&
  resource['individual'] === undefined;
