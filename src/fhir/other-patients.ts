// Which resources of a record are about another patient, and what does that say of the searches that brought them?

import { lazy } from '../logic/lazy.ts';
import { objectAt } from './json.ts';
import { without } from './left-out.ts';
import type { PatientRecord, Resource } from './record.ts';
import { referencesOf } from './references.ts';

/**
 * The record without the resources of others. A search for one patient that brings matches about somebody else was not
 * answered as it was asked (the parameter was passed over, two records were merged, references name the patient by another
 * address): what it did not bring proves nothing, so it is never complete.
 */
export function withoutOthers(record: PatientRecord): { readonly record: PatientRecord; readonly dropped: number } {
  const usual = `Patient/${String(record.patient['id'])}`;
  const references = lazy(() => referencesOf(record));
  const others = record.resources.filter(
    (resource) => !isUsual(resource, usual) && references().subjectOf(resource) === 'other',
  );
  return { record: without(record, new Set(others), 'other-patient'), dropped: others.length };
}

/** True for what most resources say and nothing else; whatever is said otherwise takes the longer way. */
const isUsual = (resource: Resource, usual: string): boolean =>
  objectAt(resource, 'subject')?.['reference'] === usual &&
  resource['patient'] === undefined &&
  resource['individual'] === undefined;
