// Which of the resources that were sent are the patient's own, each once and in one fixed order?

import { say } from '../logic/message.ts';
import { nameOf } from '../terminology/concept.ts';
import { readConcept } from './concept-reader.ts';
import { distinct, idOf } from './distinct.ts';
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

/** The resources of one type: their ids, and those that are the patient's own. */
type OfType = { readonly ids: Set<string>; readonly own: Resource[] };

const newType = (): OfType => ({ ids: new Set(), own: [] });

/** Sorts resources by type and by whose they are; copies of one resource count once. */
export function sortOut(resources: readonly Resource[], references: References): OwnResources {
  const types = new Map<string, OfType>();
  const foreign: IgnoredEntry[] = [];
  let type: string | undefined;
  let ofType = newType();
  for (const resource of resources) {
    // Resources of one type mostly follow each other.
    if (resource.resourceType !== type) {
      type = resource.resourceType;
      ofType = types.get(type) ?? newType();
      types.set(type, ofType);
    }
    const before = ofType.ids.size;
    // Copies are rare: only where there is one are they taken out first.
    if (ofType.ids.add(idOf(resource)).size === before) return sortOut(distinct(resources), references);
    if (references.subjectOf(resource) === 'other') foreign.push(foreignEntry(resource, references));
    else ofType.own.push(resource);
  }
  return {
    foreign,
    ofType: (type) => {
      const list = types.get(type)?.own ?? none;
      return type === 'Observation' ? list : list.toSorted((a, b) => byReference(a, b, references));
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
