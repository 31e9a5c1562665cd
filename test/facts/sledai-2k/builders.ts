// What do the tests of the lupus scores write down often?

import type { Json } from '../../../src/fhir/record.ts';

export const local = 'http://example.org/fhir/CodeSystem/lupus';

/** A recorded total of the site's own code. */
export const total = (value: number, date: string, more: Json = {}): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: local, code: 'sledai-2k' }], text: 'SLEDAI-2K' },
  effectiveDateTime: date,
  valueQuantity: { value, unit: 'score', system: 'http://unitsofmeasure.org', code: '{score}' },
  ...more,
});

/** A recorded total under a text only. */
export const totalNamed = (name: string, value: number, date: string): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: name },
  effectiveDateTime: date,
  valueInteger: value,
});

export const diagnosis = (text: string, more: Json = {}): Json => ({
  resourceType: 'Condition',
  clinicalStatus: { coding: [{ code: 'active' }] },
  verificationStatus: { coding: [{ code: 'confirmed' }] },
  code: { text },
  onsetDateTime: '2026-05-20',
  ...more,
});

export const report = (conclusion: string, date: string, more: Json = {}): Json => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { text: '出院小结' },
  effectiveDateTime: date,
  conclusion,
  ...more,
});

const range = (low?: number, high?: number, unit = 'g/L'): Json => ({
  referenceRange: [
    {
      ...(low !== undefined && { low: { value: low, unit } }),
      ...(high !== undefined && { high: { value: high, unit } }),
    },
  ],
});

export const withLower = (low: number, unit: string): Json => range(low, undefined, unit);
export const withUpper = (high: number, unit: string): Json => range(undefined, high, unit);
