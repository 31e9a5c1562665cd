// What does a record hold, list by list, each list read when it is first asked for and each resource at most once?

import { lazy, withGetters } from '../logic/lazy.ts';
import { readCondition } from './condition-reader.ts';
import type { IgnoredEntry } from './entries.ts';
import { readImmunization } from './immunization-reader.ts';
import type { IndexedRecord } from './indexed-record.ts';
import { readAdverseEvent, readAllergy } from './intolerance-reader.ts';
import { textAt } from './json.ts';
import { readList } from './list-reader.ts';
import { readMedication } from './medication-reader.ts';
import { readObservation } from './observation-reader.ts';
import { sortOut } from './own-resources.ts';
import { readProcedure } from './procedure-reader.ts';
import type { Read, ReaderContext } from './reader-context.ts';
import type { Resource } from './record.ts';
import { readingsByName } from './readings-by-name.ts';
import type { References } from './references.ts';
import { readReport } from './report-reader.ts';
import { observationsIn } from './report-observations.ts';
import { readTrial } from './trial-reader.ts';
import { writtenFinding } from './written-findings.ts';

type ReadLists = ReturnType<typeof readLists>;

/** The lists of a record as functions that read at their first call. */
export function readLists(resources: readonly Resource[], references: References, context: ReaderContext) {
  const sorted = lazy(() => sortOut(resources, references));
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
      for (const resource of observationsIn(report))
        if (references.subjectOf(resource) === 'own') all.push(readObservation(resource, context));
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
  const entryLists = [
    conditions,
    procedures,
    medications,
    immunizations,
    reports,
    allergies,
    adverseEvents,
    trials,
    lists,
  ] as const;
  const ignored = lazy(() => {
    const all = [...sorted().foreign];
    for (const list of entryLists) all.push(...list().ignored);
    for (const each of readings().all) if (each.ignored.length > 0) all.push(...each.ignored);
    return all;
  });
  return {
    readings,
    conditions,
    procedures,
    medications,
    immunizations,
    reports: reportsAndFindings,
    allergies,
    adverseEvents,
    trials,
    lists,
    questionnaireResponses: () =>
      ofType('QuestionnaireResponse').filter((each) => ['completed', 'amended'].includes(textAt(each, 'status') ?? '')),
    ignored,
  };
}

type RecordLists = Pick<
  IndexedRecord,
  | 'observations'
  | 'conditions'
  | 'procedures'
  | 'medications'
  | 'immunizations'
  | 'reports'
  | 'allergies'
  | 'adverseEvents'
  | 'trials'
  | 'lists'
  | 'questionnaireResponses'
  | 'ignored'
>;

/** Gives an index its lists as fields, read when they are asked for. */
export const withLists = withGetters<
  Omit<IndexedRecord, keyof RecordLists> & { readonly read: ReadLists },
  RecordLists
>({
  observations: ({ read }) => read.readings().all,
  conditions: ({ read }) => read.conditions().entries,
  procedures: ({ read }) => read.procedures().entries,
  medications: ({ read }) => read.medications().entries,
  immunizations: ({ read }) => read.immunizations().entries,
  reports: ({ read }) => read.reports(),
  allergies: ({ read }) => read.allergies().entries,
  adverseEvents: ({ read }) => read.adverseEvents().entries,
  trials: ({ read }) => read.trials().entries,
  lists: ({ read }) => read.lists().entries,
  questionnaireResponses: ({ read }) => read.questionnaireResponses(),
  ignored: ({ read }) => read.ignored(),
});
