// Which terms of a record were not understood, so that a site can map its own codes?

import { readConcept } from '../fhir/concept-reader.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { nameOf, type Concept } from '../terminology/concept.ts';
import { measurementsOf } from '../terminology/measurements.ts';

export type Unread = {
  readonly kind: 'result code' | 'contradictory result code' | 'value or unit' | 'drug' | 'contradictory drug' | 'dose';
  /** "system|code text", or the text as it was written; nothing about the patient. */
  readonly term: string;
};

function termOf(concept: Concept): string {
  const [coding] = concept.codings;
  const name = nameOf(concept);
  if (coding === undefined) return name;
  return name === coding.code ? `${coding.system}|${coding.code}` : `${coding.system}|${coding.code} ${name}`;
}

/** Every term of a record that could not be read, once per occurrence. */
export const unreadOf = (record: IndexedRecord): readonly Unread[] => [
  ...unreadResults(record),
  ...unreadDrugs(record),
];

const unreadResults = (record: IndexedRecord): readonly Unread[] =>
  record.observations.flatMap(({ resource, readings, ignored }): readonly Unread[] => {
    const concept = readConcept(resource['code']);
    if (concept === undefined) return [];
    if (measurementsOf(concept).contradictory) return [{ kind: 'contradictory result code', term: termOf(concept) }];
    // What was understood and does not count (entered in error, of another specimen) needs no mapping.
    if (readings.length === 0 && ignored.length > 0) return [];
    if (readings.length === 0) return [{ kind: 'result code', term: termOf(concept) }];
    return readings
      .filter((reading) => reading.unreadable !== undefined)
      .map((reading) => ({ kind: 'value or unit', term: `${reading.measurement}: ${reading.asWritten()}` }));
  });

const unreadDrugs = (record: IndexedRecord): readonly Unread[] =>
  record.medications.flatMap(({ identified, concepts }): readonly Unread[] => {
    const [concept] = concepts;
    if (identified.state === 'known') return [];
    const term = concept === undefined ? '(no name)' : termOf(concept);
    return [{ kind: identified.state === 'unknown' ? 'drug' : 'contradictory drug', term }];
  });
