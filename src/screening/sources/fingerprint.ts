// Is a patient's record still the same as at the last screening?

import { hash } from 'node:crypto';
import { asJson, asText } from '../../fhir/json.ts';
import type { Json, PatientRecord, Resource } from '../../fhir/record.ts';
import { searchNames } from '../../fhir/searches.ts';

/**
 * sha256 over type, id and version of every resource, in any order and each once, and over the completeness of every
 * search. A resource without version, or without id, counts by its content; results of which nothing is read do not count.
 */
export function fingerprintOf(record: PatientRecord): string {
  const marks = [record.patient, ...record.resources].map(markOf).sort();
  const distinct = marks.filter((mark, index) => mark !== marks[index - 1]);
  const completeness = searchNames.map((name) => `${name} ${JSON.stringify(record.retrieved[name])}`);
  return hash('sha256', [...distinct, ...completeness].join('\n'));
}

const none: Json = {};

function markOf(resource: Resource): string {
  const meta = asJson(resource['meta']) ?? none;
  const id = asText(resource['id']);
  const version = asText(meta['versionId']);
  const updated = asText(meta['lastUpdated']);
  return id === undefined || (version === undefined && updated === undefined)
    ? JSON.stringify(resource)
    : `${resource.resourceType} ${id} ${version ?? ''} ${updated ?? ''}`;
}
