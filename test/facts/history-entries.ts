// What does a test of the history exclusions need to write down a diagnosis, a procedure or a drug in one line?

import type { Json } from '../../src/fhir/record.ts';

const systems = {
  sct: 'http://snomed.info/sct',
  cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  who: 'http://hl7.org/fhir/sid/icd-10',
  cn: 'urn:x-cn:icd10-chs-yibao-2.0',
  cn9: 'urn:x-cn:icd9cm3-chs-yibao-2.0',
  pcs: 'http://www.cms.gov/Medicare/Coding/ICD10',
  ops: 'http://fhir.de/CodeSystem/bfarm/ops',
  cpt: 'http://www.ama-assn.org/go/cpt',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
} as const;

/** A text, or "sct 30288003", "cn Q21.000 室间隔缺损": system, code and display. */
export function concept(written: string): Json {
  const [first = '', code = '', ...display] = written.split(' ');
  const system = Object.entries(systems).find(([name]) => name === first)?.[1];
  if (system === undefined) return { text: written };
  return { coding: [{ system, code, ...(display.length > 0 && { display: display.join(' ') }) }] };
}

const status = (code: string): Json => ({ coding: [{ code }] });

/** A confirmed, active diagnosis. */
export const condition = (written: string, more: Json = {}): Json => ({
  resourceType: 'Condition',
  clinicalStatus: status('active'),
  verificationStatus: status('confirmed'),
  code: concept(written),
  ...more,
});

export const clinically = (code: string): Json => ({ clinicalStatus: status(code) });
export const verified = (code: string): Json => ({ verificationStatus: status(code) });

/** A completed procedure. */
export const procedure = (written: string, date?: string, more: Json = {}): Json => ({
  resourceType: 'Procedure',
  status: 'completed',
  code: concept(written),
  ...(date !== undefined && { performedDateTime: date }),
  ...more,
});

/** A completed administration by vein. */
export const administration = (written: string, date: string, more: Json = {}): Json => ({
  resourceType: 'MedicationAdministration',
  status: 'completed',
  medicationCodeableConcept: concept(written),
  effectiveDateTime: date,
  dosage: { route: { text: 'intravenous' }, dose: { value: 1000, unit: 'mg' } },
  ...more,
});

/** An active statement of a drug taken by mouth. */
export const statement = (written: string, start: string, more: Json = {}): Json => ({
  resourceType: 'MedicationStatement',
  status: 'active',
  medicationCodeableConcept: concept(written),
  effectivePeriod: { start },
  dosage: [{ route: { text: 'oral' }, doseAndRate: [{ doseQuantity: { value: 10, unit: 'mg', code: 'mg' } }] }],
  ...more,
});

/** A code of no system that anybody knows, without any words. */
export const nameless: Json = {
  medicationCodeableConcept: { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.253', code: '99999' }] },
};

export const because = (written: string): Json => ({ reasonCode: [concept(written)] });

/** A final report of an image, an ECG or a biopsy. */
export const report = (conclusion: string, date: string, more: Json = {}): Json => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { text: 'report' },
  effectiveDateTime: date,
  conclusion,
  ...more,
});
