// Which of the resources that were sent are the patient's own, each once and in one fixed order?

import { say } from '../logic/message.ts';
import { nameOf } from '../terminology/concept.ts';
import { readConcept } from './concept-reader.ts';
import { distinct } from './distinct.ts';
import type { IgnoredEntry } from './entries.ts';
import type { Resource } from './record.ts';
import type { References } from './references.ts';

export type OwnResources = {
  /** Own resources of one type, by reference, so that the order of sending never shows (Observations: by time, later). */
  readonly ofType: (type: string) => readonly Resource[];
  /** Those of somebody else, with why they do not count. */
  readonly foreign: readonly IgnoredEntry[];
};

const none: readonly Resource[] = [];

/** Sorts resources by type and by whose they are; copies of one resource count once. */
export function sortOut(resources: readonly Resource[], references: References): OwnResources {
  const own = new Map<string, Resource[]>();
  const foreign: IgnoredEntry[] = [];
  for (const resource of distinct(resources)) {
    if (references.subjectOf(resource) === 'other') {
      foreign.push(foreignEntry(resource, references));
      continue;
    }
    const list = own.get(resource.resourceType);
    if (list === undefined) own.set(resource.resourceType, [resource]);
    else list.push(resource);
  }
  return {
    foreign,
    ofType: (type) => {
      const list = own.get(type) ?? none;
      return type === 'Observation' || list.length < 2 ? list : list.toSorted((a, b) => byReference(a, b, references));
    },
  };
}

function byReference(a: Resource, b: Resource, { referenceOf }: References): number {
  const [first, second] = [referenceOf(a), referenceOf(b)];
  if (first !== second) return first < second ? -1 : 1;
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

function foreignEntry(resource: Resource, references: References): IgnoredEntry {
  const concept = readConcept(resource['code']) ?? readConcept(resource['medicationCodeableConcept']);
  return {
    reference: references.referenceOf(resource),
    name: concept === undefined ? resource.resourceType : nameOf(concept),
    why: say('record.other-patient'),
  };
}
