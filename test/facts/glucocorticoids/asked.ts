// What may be asked for where the answer about high-dose glucocorticoids is open?

import { expect } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Missing } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { toFind } from './answers.ts';
import { ago, timing } from './prednisone.ts';

const bounded = (from: number, to: number): Json => ({ boundsPeriod: { start: ago(from), end: ago(to) } });
/** Once a day, from the farther to the nearer day before the screening. */
export const dosage = (doseAndRate: readonly Json[], from = 99, to = 0): Json => ({
  timing: timing(1, 1, 'd', bounded(from, to)),
  doseAndRate,
});
export const bodyWeight = (from: number, to: number): Missing => ({
  what: say('glucocorticoid.weight', { from: ago(from), to: ago(to) }),
  orders: [{ coding: { system: 'http://loinc.org', code: '29463-7', display: 'Body weight' }, windowDays: 90 }],
});
export const bodyHeight = (from: number, to: number): Missing => ({
  what: say('glucocorticoid.height', { from: ago(from), to: ago(to) }),
  orders: [{ coding: { system: 'http://loinc.org', code: '8302-2', display: 'Body height' }, windowDays: 180 }],
});
/** What is open about some orders, by their numbers. */
export const doubt = (id: string, ...numbers: readonly number[]): Missing =>
  toFind({
    id: `glucocorticoid.${id}`,
    values: expect.objectContaining({ references: numbers.map((each) => `MedicationRequest/r${String(each)}`) }),
  });
