// A made-up but realistic record of a given size, for measuring only.

type Json = Record<string, unknown>;

const loinc = (code: string, display: string) => ({
  coding: [{ system: 'http://loinc.org', code, display }],
  text: display,
});
const subject = { reference: 'Patient/bench' };

/** Results of a check-up: half of them the program reads, half of them it does not know. */
const panel: readonly (readonly [code: string, name: string, unit: string, value: number, high: number])[] = [
  ['1742-6', 'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma', 'U/L', 25, 40],
  ['1920-8', 'Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma', 'U/L', 28, 40],
  ['1975-2', 'Bilirubin.total [Mass/volume] in Serum or Plasma', 'mg/dL', 0.5, 1.2],
  ['2160-0', 'Creatinine [Mass/volume] in Serum or Plasma', 'mg/dL', 0.7, 1],
  ['4485-9', 'Complement C3 [Mass/volume] in Serum or Plasma', 'mg/dL', 92, 180],
  ['777-3', 'Platelets [#/volume] in Blood by Automated count', '10*3/uL', 210, 450],
  ['6690-2', 'Leukocytes [#/volume] in Blood by Automated count', '10*3/uL', 6.1, 11],
  ['29463-7', 'Body weight', 'kg', 45, 100],
  ['2951-2', 'Sodium [Moles/volume] in Serum or Plasma', 'mmol/L', 139, 145],
  ['2823-3', 'Potassium [Moles/volume] in Serum or Plasma', 'mmol/L', 4.1, 5],
  ['2075-0', 'Chloride [Moles/volume] in Serum or Plasma', 'mmol/L', 102, 107],
  ['17861-6', 'Calcium [Mass/volume] in Serum or Plasma', 'mg/dL', 9.4, 10.5],
  ['2345-7', 'Glucose [Mass/volume] in Serum or Plasma', 'mg/dL', 88, 100],
  ['1988-5', 'C reactive protein [Mass/volume] in Serum or Plasma', 'mg/L', 3, 5],
  ['8867-4', 'Heart rate', '/min', 82, 110],
  ['3094-0', 'Urea nitrogen [Mass/volume] in Serum or Plasma', 'mg/dL', 12, 20],
];

const dateBefore = (daysAgo: number): string =>
  new Date(Date.UTC(2026, 4, 30) - daysAgo * 86_400_000).toISOString().slice(0, 10);

function result(index: number): Json {
  const [code, name, unit, value, high] = panel[index % panel.length] ?? ['0-0', 'Nothing', '1', 0, 0];
  const round = Math.floor(index / panel.length);
  const quantity = (amount: number) => ({ value: amount, unit, system: 'http://unitsofmeasure.org', code: unit });
  return {
    resourceType: 'Observation',
    id: `obs-${String(index)}`,
    meta: { versionId: '1', lastUpdated: '2026-05-31T11:57:00.000Z' },
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
    ],
    code: loinc(code, name),
    subject,
    effectiveDateTime: `${dateBefore(round * 9)}T02:16:00.000Z`,
    issued: `${dateBefore(round * 9)}T14:05:00.000Z`,
    valueQuantity: quantity(value * (1 + (index % 7) / 50)),
    referenceRange: [{ low: quantity(0), high: quantity(high) }],
    identifier: [{ system: 'urn:oid:2.16.840.1.113883.19.5', value: String(3_000_000 + index) }],
  };
}

const rxnorm = (code: string, display: string) => ({
  coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code, display }],
  text: display,
});

const order = (id: string, drug: Json, start: string, end: string | undefined, tablets: number): Json => ({
  resourceType: 'MedicationRequest',
  id,
  status: end === undefined ? 'active' : 'completed',
  intent: 'order',
  medicationCodeableConcept: drug,
  subject,
  authoredOn: start,
  dosageInstruction: [
    {
      text: `Take ${String(tablets)} tablets by mouth qd`,
      timing: {
        repeat: {
          frequency: 1,
          period: 1,
          periodUnit: 'd',
          boundsPeriod: { start, ...(end !== undefined && { end }) },
        },
      },
      route: { coding: [{ system: 'http://snomed.info/sct', code: '26643006', display: 'Oral route' }] },
      doseAndRate: [{ doseQuantity: { value: tablets, unit: 'tablet' } }],
    },
  ],
});

const coded = (resourceType: string, id: string, system: string, code: string, text: string, more: Json): Json => ({
  resourceType,
  id,
  code: { coding: [{ system, code, display: text }], text },
  subject,
  ...more,
});

const confirmed = {
  clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] },
  verificationStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }],
  },
};

const lupus: readonly Json[] = [
  coded('Condition', 'c1', 'http://hl7.org/fhir/sid/icd-10-cm', 'M32.9', 'Systemic lupus erythematosus, unspecified', {
    ...confirmed,
    onsetDateTime: '2023-03-20',
  }),
  coded('Condition', 'c2', 'http://snomed.info/sct', '61582004', 'Allergic rhinitis', {
    ...confirmed,
    recordedDate: '2021-03-20',
  }),
  coded('Procedure', 'p1', 'http://snomed.info/sct', '80146002', 'Appendectomy', {
    status: 'completed',
    performedDateTime: '2021-07-14',
  }),
  coded('Observation', 's1', 'http://example.org/fhir/CodeSystem/lupus', 'sledai-2k', 'SLEDAI-2K', {
    status: 'final',
    effectiveDateTime: '2026-05-28',
    valueQuantity: { value: 14, unit: 'score', code: '{score}' },
  }),
  order('m1', rxnorm('312615', 'prednisone 20 MG Oral Tablet'), '2026-01-20', undefined, 2.5),
  order('m2', rxnorm('979092', 'Hydroxychloroquine Sulfate 200 MG Oral Tablet'), '2023-04-01', undefined, 1),
  order('m3', rxnorm('200060', 'mycophenolate mofetil 500 MG Oral Tablet'), '2024-02-01', '2025-08-01', 3),
  order('m4', rxnorm('197388', 'azathioprine 50 MG Oral Tablet'), '2023-06-01', '2024-01-15', 2),
  order('m5', rxnorm('198051', 'omeprazole 20 MG Delayed Release Oral Capsule'), '2025-03-01', undefined, 1),
];

/** A Bundle (type collection) with one girl and `size` resources of her record. */
export function bundleOf(size: number, id = 'bench'): Json {
  const patient = { resourceType: 'Patient', id: 'bench', gender: 'female', birthDate: '2012-03-15' };
  const others = lupus.slice(0, Math.max(0, size - 1));
  const results = Array.from({ length: Math.max(0, size - 1 - others.length) }, (_, index) => result(index));
  const entry = [patient, ...others, ...results].map((resource) => ({
    fullUrl: `https://fhir.example.org/r4/${String(resource['resourceType'])}/${String('id' in resource ? resource.id : '')}`,
    resource,
  }));
  return JSON.parse(
    JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry })
      .replaceAll('"bench"', `"${id}"`)
      .replaceAll('Patient/bench', `Patient/${id}`),
  ) as Json;
}
