// How does a record become an index in which every fact is found by its meaning, each resource read at most once?

import { parseMoment, type TimeZone } from '../logic/calendar.ts';
import { keptBy, lazy } from '../logic/lazy.ts';
import { newLexicon, type Term } from '../terminology/lexicon.ts';
import { readTerm, type Translate } from './concept-reader.ts';
import { readCondition } from './condition-reader.ts';
import type { IgnoredEntry } from './entries.ts';
import { readImmunization } from './immunization-reader.ts';
import type { IndexedRecord } from './indexed-record.ts';
import { readAdverseEvent, readAllergy } from './intolerance-reader.ts';
import { textAt } from './json.ts';
import { readList } from './list-reader.ts';
import { readMedication } from './medication-reader.ts';
import { rememberingConverterOf } from './observation-reader-amount.ts';
import { noReadings, readObservation } from './observation-reader.ts';
import { birthOf, isDeceased, isMerged, sexOf } from './patient-reader.ts';
import { sortOut } from './own-resources.ts';
import { readProcedure } from './procedure-reader.ts';
import type { Read, ReaderContext } from './reader-context.ts';
import type { PatientRecord, Resource } from './record.ts';
import { readingsByName } from './readings-by-name.ts';
import { referencesOf } from './references.ts';
import { readReport } from './report-reader.ts';
import { observationsIn } from './report-observations.ts';
import { readTrial } from './trial-reader.ts';
import { writtenFinding } from './written-findings.ts';

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
  const context: ReaderContext = {
    zone,
    momentOf: keptBy((text: unknown) => parseMoment(text, zone)),
    termOf: (value) => {
      const term = readTerm(value, lexicon);
      return term === undefined ? undefined : translated(term);
    },
    translate,
    resolve: references.resolve,
    referenceOf: references.referenceOf,
    lexicon,
    converterOf: rememberingConverterOf(),
  };
  const sorted = lazy(() => sortOut(record.resources, references));
  const ofType = (type: string): readonly Resource[] => sorted().ofType(type);

  const readAll = <Entry>(
    types: readonly string[],
    read: (resource: Resource, context: ReaderContext) => Read<Entry>,
  ) =>
    lazy(() => {
      const entries: Entry[] = [];
      const ignored: IgnoredEntry[] = [];
      for (const type of types)
        for (const resource of ofType(type)) {
          const each = read(resource, context);
          if (each === undefined) continue;
          if ('entry' in each) entries.push(each.entry);
          else ignored.push(each.ignored);
        }
      return { entries, ignored };
    });

  const conditions = readAll(['Condition'], readCondition);
  const procedures = readAll(['Procedure'], readProcedure);
  const medications = readAll(
    ['MedicationRequest', 'MedicationStatement', 'MedicationAdministration', 'MedicationDispense'],
    readMedication,
  );
  const immunizations = readAll(['Immunization'], readImmunization);
  const reports = readAll(['DiagnosticReport'], readReport);
  const allergies = readAll(['AllergyIntolerance'], readAllergy);
  const adverseEvents = readAll(['AdverseEvent'], readAdverseEvent);
  const trials = readAll(['ResearchSubject'], readTrial);
  const lists = readAll(['List'], readList);
  const readings = lazy(() => {
    const all = ofType('Observation').map((resource) => readObservation(resource, context));
    for (const report of ofType('DiagnosticReport'))
      for (const resource of observationsIn(report)) all.push(readObservation(resource, context));
    return { all, byName: readingsByName(all) };
  });
  const reportsAndFindings = lazy(() => {
    const all = [...reports().entries];
    for (const { resource } of readings().all) {
      const finding = writtenFinding(resource, context);
      if (finding !== undefined) all.push(finding);
    }
    return all;
  });
  const ignored = lazy(() => [
    ...sorted().foreign,
    ...[conditions, procedures, medications, immunizations, reports, allergies, adverseEvents, trials, lists].flatMap(
      (list) => list().ignored,
    ),
    ...readings().all.flatMap((each) => each.ignored),
  ]);

  const index: IndexedRecord = {
    reference: references.referenceOf(record.patient),
    zone,
    birth: birthOf(record.patient, zone),
    sex: sexOf(record.patient),
    deceased: isDeceased(record.patient),
    merged: isMerged(record.patient),
    patient: record.patient,
    retrieved: record.retrieved,
    lexicon,
    meaning: keptBy(lexicon.meaningOf),
    mentions: keptBy(lexicon.mentionsIn),
    once: onceEach(() => index),
    readings: (name) => readings().byName.get(name) ?? noReadings,
    get observations() {
      return readings().all;
    },
    get conditions() {
      return conditions().entries;
    },
    get procedures() {
      return procedures().entries;
    },
    get medications() {
      return medications().entries;
    },
    get immunizations() {
      return immunizations().entries;
    },
    get reports() {
      return reportsAndFindings();
    },
    get allergies() {
      return allergies().entries;
    },
    get adverseEvents() {
      return adverseEvents().entries;
    },
    get trials() {
      return trials().entries;
    },
    get lists() {
      return lists().entries;
    },
    get questionnaireResponses() {
      return ofType('QuestionnaireResponse').filter((each) =>
        ['completed', 'amended'].includes(textAt(each, 'status') ?? ''),
      );
    },
    get ignored() {
      return ignored();
    },
  };
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
