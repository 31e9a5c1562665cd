// How are the whole answers about drugs for the circulation asked for, and written down in a line each?

import { needsVasopressors } from '../../../src/facts/heart/circulation.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { asking, nothing, screening, type Ask } from './answers.ts';
import { expected, type Whole } from '../whole.ts';

export const windows = { vasopressorHours: 24, antihypertensiveDays: 7 };
export const askWithin = (asked: typeof windows): Ask =>
  asking((record, exposures) => needsVasopressors(record, exposures, screening, asked));
export const ask = askWithin(windows);

export const what = say('heart.vasopressor');
export const none = (...days: readonly string[]): Whole => nothing(what, ...days);
export const route = (text: string | undefined): Json => ({ dosage: text === undefined ? {} : { route: { text } } });
export const shown = (
  value: string,
  date: string,
  source = 'administration',
  type = 'MedicationAdministration',
): Evidence => ({
  reference: `${type}/r1`,
  label: say(`history.${source}`),
  value,
  date,
});
export const given = (drug: string, date: string, ...days: readonly string[]): Whole =>
  expected('met', say('heart.vasopressor-given', { drug }), { evidence: [shown(drug, date)], days });
export const judge = (reason: string, values: Json, evidence: Evidence, ...days: readonly string[]): Whole =>
  expected('needs-investigator', say(`heart.${reason}`, values as never), { evidence: [evidence], days });
export const order = (drug: string, more: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text: drug },
  authoredOn: '2026-05-31',
  dosageInstruction: [{ route: { text: 'intravenous' } }],
  ...more,
});
export const period = (start: string, end?: string): Json => ({
  effectiveDateTime: undefined,
  effectivePeriod: { start, ...(end !== undefined && { end }) },
});
