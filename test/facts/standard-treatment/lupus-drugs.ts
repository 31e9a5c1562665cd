// Resources about drugs in a few words, for the tests of hydroxychloroquine, the agents and intolerance.

import type { Json } from '../../../src/fhir/record.ts';

export const historyComplete: Json = {
  resourceType: 'List',
  status: 'current',
  mode: 'snapshot',
  code: { text: '用药史完整，院外处方已核对' },
  date: '2026-05-28',
};

/** An order with bounds; without an end it goes on. */
export const order = (drug: string, start: string, end?: string, more: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  status: end === undefined ? 'active' : 'completed',
  intent: 'order',
  medicationCodeableConcept: { text: drug },
  authoredOn: start,
  dosageInstruction: [
    {
      route: { text: '口服' },
      timing: {
        repeat: {
          frequency: 1,
          period: 1,
          periodUnit: 'd',
          boundsPeriod: { start, ...(end !== undefined && { end }) },
        },
      },
    },
  ],
  ...more,
});

/** One intravenous administration. */
export const infusion = (drug: string, date: string, more: Json = {}): Json => ({
  resourceType: 'MedicationAdministration',
  status: 'completed',
  medicationCodeableConcept: { text: drug },
  effectiveDateTime: date,
  dosage: { route: { text: '静脉滴注' }, dose: { value: 500, unit: 'mg' } },
  ...more,
});
