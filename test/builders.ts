// What does a test need to write down a record in a few lines?

import { indexRecord } from '../src/fhir/index-record.ts';
import type { IndexedRecord } from '../src/fhir/indexed-record.ts';
import type { Json, PatientRecord, Resource } from '../src/fhir/record.ts';
import { complete, type Retrieved } from '../src/fhir/retrieved.ts';
import { searchNames, type SearchName } from '../src/fhir/searches.ts';
import type { Screening } from '../src/facts/screening.ts';
import { parseDay, timeZone, type Day } from '../src/logic/calendar.ts';

export const shanghai = timeZone('Asia/Shanghai');

/** The Day of an ISO date; throws on a slip in a test. */
export function day(iso: string): Day {
  const parsed = parseDay(iso);
  if (parsed === undefined) throw new Error(`not a date: ${iso}`);
  return parsed;
}

export const screeningOn = (iso: string, more: Partial<Screening> = {}): Screening => ({
  date: day(iso),
  timeZone: shanghai,
  site: { upperLimits: [] },
  answers: [],
  attributions: [],
  ...more,
});

export type RecordOptions = {
  /** Fields of the Patient; default: a girl born 2012-03-15, id "p". */
  readonly patient?: Json;
  /** Searches that were not complete. */
  readonly retrieved?: Partial<Record<SearchName, Retrieved>>;
};

export const girl: Resource = { resourceType: 'Patient', id: 'p', gender: 'female', birthDate: '2012-03-15' };

/** A complete record of the given resources; `subject` is filled in where a resource names none. */
export function patientRecordOf(resources: readonly Json[], options: RecordOptions = {}): PatientRecord {
  const patient: Resource = { ...girl, ...options.patient };
  const all = resources.map((resource, index) => ({
    id: `r${String(index + 1)}`,
    ...('subject' in resource || 'patient' in resource
      ? {}
      : { subject: { reference: `Patient/${String(patient['id'])}` } }),
    ...resource,
    resourceType: String(resource['resourceType']),
  }));
  return {
    patient,
    resources: all,
    retrieved: {
      ...(Object.fromEntries(searchNames.map((name) => [name, complete])) as Record<SearchName, Retrieved>),
      ...options.retrieved,
    },
    fullUrls: [],
  };
}

/** The same, indexed. */
export const recordOf = (resources: readonly Json[], options: RecordOptions = {}): IndexedRecord =>
  indexRecord(patientRecordOf(resources, options), shanghai);

const loinc = 'http://loinc.org';
const ucum = 'http://unitsofmeasure.org';

/** A final laboratory Observation with a LOINC code and a quantity. */
export const observation = (code: string, value: number, unit: string, date: string, more: Json = {}): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: loinc, code }] },
  effectiveDateTime: date,
  valueQuantity: { value, unit, system: ucum, code: unit },
  ...more,
});

/** A final Observation with only a text as code and value, as Chinese hospitals often write it. */
export const textObservation = (name: string, value: string, date: string, more: Json = {}): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: name },
  effectiveDateTime: date,
  valueString: value,
  ...more,
});
