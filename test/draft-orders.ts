// Draft orders as an EHR sends them, for tests of what they would change.

import type { Json } from '../src/fhir/record.ts';

export const drugOrder = (text: string, more: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  id: `order-${text.replaceAll(/\W/g, '').slice(0, 20)}`,
  status: 'draft',
  intent: 'order',
  medicationCodeableConcept: { text },
  ...more,
});

export const serviceOrder = (text: string, more: Json = {}): Json => ({
  resourceType: 'ServiceRequest',
  id: `order-${text.replaceAll(/\W/g, '').slice(0, 20)}`,
  status: 'draft',
  intent: 'order',
  code: { text },
  ...more,
});

const byVein = { route: { text: 'intravenous' } };

export const orders = {
  liveVaccine: drugOrder('M-M-R II vaccine'),
  vasopressor: drugOrder('norepinephrine', { dosageInstruction: [byVein] }),
  rescue: drugOrder('epinephrine auto-injector 0.3 mg', {
    dosageInstruction: [{ asNeededBoolean: true, route: { text: 'intramuscular' } }],
  }),
  dialysis: serviceOrder('Haemodialysis'),
  otherStudy: serviceOrder('Study infusion, phase 2 trial NCT01234567'),
  antibiotic: drugOrder('vancomycin 500 mg', { dosageInstruction: [byVein] }),
  mycophenolate: drugOrder('mycophenolate mofetil 500 mg tablet', {
    dosageInstruction: [{ text: '500 mg twice daily' }],
  }),
  creatinine: serviceOrder('Creatinine', { code: { coding: [{ system: 'http://loinc.org', code: '2160-0' }] } }),
} as const;
