// Is the latest electrocardiogram normal?

import { finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import type { ReportEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { objectsAt, textAt } from '../../fhir/json.ts';
import { noLimits, type Reading } from '../../fhir/reading.ts';
import { localReference } from '../../fhir/referenced.ts';
import { leastComplete } from '../../fhir/retrieved.ts';
import { textsOf, type Concept } from '../../terminology/concept.ts';
import { bareStatement, saysNormal, saysNothingElse, statementsOf } from './ecg-words.ts';
import { askLatest, evidenceOf, measurementTitle, type Results } from '../results/latest.ts';
import { lettersLost } from '../results/reported.ts';
import type { Screening } from '../screening.ts';
import { testFor } from '../orders.ts';

/** SNOMED CT "Electrocardiogram normal". */
const codedNormal = '164854000';

/**
 * "No obvious abnormality in the electrocardiogram" by the latest one within the window: met if it is coded normal or its
 * words say nothing but normal; anything else is for the investigator (also sinus tachycardia and unspecific ST-T changes).
 * @source clinical specification section 6 (ECG), 1.4-X, R-0.7; NCT06222853, inclusion criterion 4
 */
export function normalElectrocardiogramWithin(
  record: IndexedRecord,
  screening: Screening,
  { windowDays }: { readonly windowDays: number },
): Finding {
  const what = measurementTitle('ECG');
  const question = { names: ['ECG'], what, screening, windowDays, group: 'ECG', orders: [testFor.electrocardiogram] };
  return askLatest(withReports(record), question, (reading) => {
    const evidence = [evidenceOf(reading)];
    const values = { value: reading.asWritten() };
    return isNormal(reading)
      ? finding('met', say('ecg.normal', values), { evidence })
      : finding('needs-investigator', say('ecg.not-plainly-normal', values), { evidence });
  });
}

function withReports(record: IndexedRecord): Results {
  const results = new Set(record.readings('ECG').map(({ reference }) => reference));
  const reports = record.reports.filter(
    (report) =>
      report.resource.resourceType === 'DiagnosticReport' &&
      record.lexicon.measurementsOf(report.concept).names.includes('ECG') &&
      !onlyPointsTo(results, report),
  );
  return {
    readings: (name) => [...record.readings(name), ...reports.map(fromReport)],
    retrieved: {
      ...record.retrieved,
      observations: leastComplete(record.retrieved.observations, record.retrieved.diagnosticReports),
    },
  };
}

/** A report that leaves its words to a result of the record. */
const onlyPointsTo = (results: ReadonlySet<string>, { conclusion, illegible, resource }: ReportEntry): boolean =>
  conclusion === undefined &&
  illegible === undefined &&
  objectsAt(resource, 'result').some((each) => results.has(localReference(textAt(each, 'reference') ?? '')));

/** A report without words and codes, such as a scan, cannot be read here. */
function fromReport({
  reference,
  when,
  status,
  resource,
  conclusion,
  illegible,
  conclusionConcepts,
}: ReportEntry): Reading {
  const concept: Concept = { codings: conclusionConcepts.flatMap(({ codings }) => codings) };
  const base = { measurement: 'ECG', reference, when, status, resource, concept, limits: noLimits } as const;
  if (illegible !== undefined)
    return {
      ...base,
      asWritten: () => illegible,
      unreadable: lettersLost(illegible),
    };
  if (conclusion === undefined) return { ...base, asWritten: () => '', unreadable: say('ecg.no-conclusion') };
  return { ...base, text: conclusion, asWritten: () => conclusion.split('\n').slice(0, 3).join('; ').slice(0, 200) };
}

function isNormal(reading: Reading): boolean {
  const { text: words, concept = { codings: [] } } = reading;
  const codes = concept.codings;
  const texts = [...(words === undefined ? [] : [words]), ...textsOf(concept)];
  const statements = texts
    .flatMap(statementsOf)
    .filter((said) => !codes.some(({ code }) => bareStatement(code) === said));
  const onlyNormal = statements.every(saysNothingElse);
  const saidNormal = codes.some(({ code }) => code === codedNormal) || statements.some(saysNormal);
  return saidNormal && onlyNormal && codes.every(({ code, display }) => code === codedNormal || display !== undefined);
}
