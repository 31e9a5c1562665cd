// Who is the patient? Her name and date of birth come from the record that was read, as text.

import { isJson, objectsAt, textArrayAt, textAt } from '../../fhir/json.ts';
import type { Resource } from '../../fhir/record.ts';
import type { EvidenceReport } from '../../report/evidence-report.ts';
import { el } from '../dom.ts';
import type { PageWords } from '../words.ts';

/** The name as it is written, else put together from its parts; undefined without one. */
export function nameOf(patient: Resource | undefined): string | undefined {
  const [name] = isJson(patient) ? objectsAt(patient, 'name') : [];
  if (name === undefined) return undefined;
  const parts = [...textArrayAt(name, 'given'), textAt(name, 'family') ?? ''].join(' ').trim();
  return textAt(name, 'text') ?? (parts === '' ? undefined : parts);
}

const birthDateOf = (patient: Resource | undefined): string | undefined =>
  isJson(patient) ? textAt(patient, 'birthDate') : undefined;

/** Age, sex, date of birth and the date of assessment, one text each. */
export function patientFacts(
  { patient: { age, sex }, asOf }: EvidenceReport,
  patient: Resource | undefined,
  words: PageWords,
) {
  const born = birthDateOf(patient);
  return [
    ...(age === undefined
      ? []
      : [words('patient.age', { age: age.low === age.high ? age.low : `${String(age.low)}–${String(age.high)}` })]),
    words(`patient.${sex}`),
    ...(born === undefined ? [] : [words('patient.born', { date: born })]),
    words('patient.as-of', { date: asOf }),
  ];
}

/** The line at the top of the page. */
export const patientLine = (report: EvidenceReport, patient: Resource | undefined, words: PageWords): HTMLElement =>
  el(
    'div',
    { class: 'patient' },
    el('h1', {}, nameOf(patient) ?? words('patient.no-name')),
    ...patientFacts(report, patient, words).map((fact) => el('span', {}, fact)),
    el('code', {}, report.patient.reference),
  );
