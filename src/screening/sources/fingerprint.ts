// Is a patient's record still the same as at the last screening?

import { createHash } from 'node:crypto';
import { objectAt, textAt } from '../../fhir/json.ts';
import type { PatientRecord, Resource } from '../../fhir/record.ts';
import { searchNames } from '../../fhir/searches.ts';

/**
 * sha256 over type, id and version of every resource, in any order and each once, and over the completeness of every
 * search. A resource without version, or without id, counts by its content.
 */
export function fingerprintOf(record: PatientRecord): string {
  const marks = new Set([record.patient, ...record.resources].map(markOf));
  const hash = createHash('sha256');
  for (const mark of [...marks].sort()) hash.update(`${mark}\n`);
  for (const name of searchNames) hash.update(`${name} ${JSON.stringify(record.retrieved[name])}\n`);
  return hash.digest('hex');
}

function markOf(resource: Resource): string {
  const meta = objectAt(resource, 'meta') ?? {};
  const [id, version, updated] = [textAt(resource, 'id'), textAt(meta, 'versionId'), textAt(meta, 'lastUpdated')];
  return id === undefined || (version === undefined && updated === undefined)
    ? JSON.stringify(resource)
    : JSON.stringify([resource.resourceType, id, version, updated]);
}
