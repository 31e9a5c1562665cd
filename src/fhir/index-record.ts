// How does a record become an index in which every fact is found by its meaning, each resource read at most once?

import { parseMoment, type TimeZone } from '../logic/calendar.ts';
import { keptBy } from '../logic/lazy.ts';
import { newLexicon, type Term } from '../terminology/lexicon.ts';
import { readTerm, type Translate } from './concept-reader.ts';
import type { IndexedRecord } from './indexed-record.ts';
import { noReadings } from './observation-reader.ts';
import { birthOf, isDeceased, isMerged, sexOf } from './patient-reader.ts';
import type { ReaderContext } from './reader-context.ts';
import type { PatientRecord } from './record.ts';
import { readLists, withLists } from './record-lists.ts';
import { referencesOf } from './references.ts';

const asSent: Translate = (concept) => concept;

/**
 * Indexes a record for one time zone. Resources of another patient, duplicates and what has no standing are left out;
 * `ignored` says which. Nothing is read before it is asked for. The record is never changed.
 * @param lexicon a reader of many records hands the same one to each, so that terms are looked up once.
 */
export function indexRecord(
  record: PatientRecord,
  zone: TimeZone,
  translate: Translate = asSent,
  lexicon = newLexicon(),
): IndexedRecord {
  const references = referencesOf(record);
  const translated = keptBy((term: Term): Term => {
    const concept = translate(term.concept);
    return concept === term.concept ? term : { concept, measurements: lexicon.measurementsOf(concept) };
  });
  const birth = birthOf(record.patient, zone);
  const context: ReaderContext = {
    zone,
    birth,
    momentOf: keptBy((text: unknown) => parseMoment(text, zone)),
    termOf: (value) => {
      const term = readTerm(value, lexicon);
      return term === undefined || translate === asSent ? term : translated(term);
    },
    translate,
    resolve: references.resolve,
    referenceOf: references.referenceOf,
    lexicon,
  };
  const read = readLists(record.resources, references, context);

  const index: IndexedRecord = withLists({
    read,
    reference: references.referenceOf(record.patient),
    zone,
    birth,
    sex: sexOf(record.patient),
    deceased: isDeceased(record.patient),
    merged: isMerged(record.patient),
    patient: record.patient,
    retrieved: record.retrieved,
    lexicon,
    meaning: keptBy(lexicon.meaningOf),
    mentions: keptBy(lexicon.mentionsIn),
    once: onceEach(() => index),
    readings: (name) => read.readings().byName.get(name) ?? noReadings,
  });
  return index;
}

/** Keeps what functions make of a record, each under the function that made it. */
function onceEach(record: () => IndexedRecord): IndexedRecord['once'] {
  const made = new Map<unknown, unknown>();
  return <T>(make: (of: IndexedRecord) => T): T => {
    const isMade = (kept: unknown): kept is T => kept !== undefined;
    const known = made.get(make);
    if (isMade(known)) return known;
    const value = make(record());
    made.set(make, value);
    return value;
  };
}
