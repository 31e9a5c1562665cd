// How do the generated facts become FHIR resources of one patient?

import type { Json, Resource } from '../../../src/fhir/record.ts';
import { iso, written } from './days.ts';
import type { Random } from './random.ts';

export const systems = {
  loinc: 'http://loinc.org',
  snomed: 'http://snomed.info/sct',
  icd10: 'http://hl7.org/fhir/sid/icd-10',
  icd10cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  chinese: 'urn:x-cn:icd10-chs-yibao-2.0',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  atc: 'http://www.whocc.no/atc',
  cvx: 'http://hl7.org/fhir/sid/cvx',
  ucum: 'http://unitsofmeasure.org',
  local: 'http://example.org/fhir/CodeSystem/lupus',
  interpretation: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
} as const;

export const coded = (system: string, code: string, display?: string): Json => ({
  coding: [{ system, code, ...(display !== undefined && { display }) }],
});

/** One patient's record while it is being written. */
export type Chart = {
  readonly random: Random;
  readonly asOf: number;
  readonly resources: readonly Resource[];
  /** The date so many days before the evaluation date, in one of the spellings hospitals use. */
  readonly ago: (days: number) => string;
  /** The same as a plain date. */
  readonly dateAgo: (days: number) => string;
  /** Adds a resource about the patient and answers its reference. */
  readonly add: (resourceType: string, fields: Json) => string;
};

const namesPatient = new Set(['Immunization', 'AllergyIntolerance', 'FamilyMemberHistory']);

export function newChart(random: Random, asOf: number, id: string): Chart {
  const resources: Resource[] = [];
  const subject = { reference: `Patient/${id}` };
  return {
    random,
    asOf,
    resources,
    ago: (days) => written(asOf - days, random),
    dateAgo: (days) => iso(asOf - days),
    add: (resourceType, fields) => {
      const own = `${resourceType.slice(0, 4).toLowerCase()}-${String(resources.length + 1)}`;
      const about =
        resourceType === 'Medication' || resourceType === 'ResearchStudy'
          ? {}
          : resourceType === 'ResearchSubject'
            ? { individual: subject }
            : { [namesPatient.has(resourceType) ? 'patient' : 'subject']: subject };
      resources.push({ resourceType, id: own, ...about, ...fields });
      return `${resourceType}/${own}`;
    },
  };
}
