// How is a history of glucocorticoids written down in a few lines of a test?

import type { Json } from '../../../src/fhir/record.ts';
import { highDoseGlucocorticoid } from '../../../src/facts/glucocorticoids/answer.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import type { Finding } from '../../../src/logic/finding.ts';
import { defaults, type Settings } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { day, observation, recordOf, screeningOn, type RecordOptions } from '../../builders.ts';

export const today = '2026-06-01';

/** The ISO date so many days before the screening (0 is the screening day). */
export const ago = (days: number): string => isoDay(day(today) - days);

export const attested: Json = {
  resourceType: 'List',
  status: 'current',
  mode: 'snapshot',
  code: {
    coding: [{ system: 'http://example.org/fhir/CodeSystem/lupus', code: 'medication-history-complete' }],
    text: 'Medication history complete, outside prescriptions reconciled',
  },
  date: '2026-05-28',
};

export const weight = (kg: number, date: string): Json => observation('29463-7', kg, 'kg', date);

/** A weight every 60 days for two years, so that every day has one. */
export const weighing = (kg: number): readonly Json[] => Array.from({ length: 13 }, (_, i) => weight(kg, ago(i * 60)));

export const mg = (value: number): Json => ({
  doseQuantity: { value, unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' },
});

export const timing = (frequency: number, period: number, periodUnit: string, bounds: Json = {}): Json => ({
  repeat: { frequency, period, periodUnit, ...bounds },
});

/** Once a day, with a start and an end (inclusive) in days before the screening; without an end it is open. */
export const daily = (milligrams: number, from: number, to?: number, more: Json = {}): Json => ({
  timing: timing(1, 1, 'd', { boundsPeriod: { start: ago(from), ...(to !== undefined && { end: ago(to) }) } }),
  doseAndRate: [mg(milligrams)],
  route: { text: 'oral' },
  ...more,
});

export const order = (drug: string, dosages: readonly Json[], more: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text: drug },
  dosageInstruction: dosages,
  ...more,
});

export const prednisone = (milligrams: number, from: number, to?: number, more: Json = {}): Json =>
  order('prednisone tablet', [daily(milligrams, from, to)], { authoredOn: ago(from), ...more });

export const administration = (drug: string, milligrams: number, date: string, route: string | undefined): Json => ({
  resourceType: 'MedicationAdministration',
  status: 'completed',
  medicationCodeableConcept: { text: drug },
  effectiveDateTime: date,
  dosage: {
    dose: { value: milligrams, unit: 'mg', code: 'mg', system: 'http://unitsofmeasure.org' },
    ...(route !== undefined && { route: { text: route } }),
  },
});

/** The answer for a history, by default with the medication history attested. */
export function asked(
  resources: readonly Json[],
  options: RecordOptions & {
    readonly settings?: Partial<Settings>;
    readonly unattested?: true;
    readonly on?: string;
  } = {},
): Finding {
  const record = recordOf(options.unattested === true ? resources : [...resources, attested], options);
  const screening = screeningOn(options.on ?? today);
  return highDoseGlucocorticoid(record, screening, {
    ...defaults,
    ...options.settings,
  });
}

/** One number of the evidence: "days-any", "days-high", "longest-run" or "peak". */
export const number = (finding: Finding, name: string): string => {
  const value = finding.evidence.find(({ label }) => label.id === `glucocorticoid.${name}`)?.value;
  return typeof value === 'string' ? value : '';
};
