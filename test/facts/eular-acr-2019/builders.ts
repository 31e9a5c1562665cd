// What do the tests of the 2019 EULAR/ACR criteria write down often?

import type { Json } from '../../../src/fhir/record.ts';
import { observation, textObservation } from '../../builders.ts';
import { diagnosis, local, withLower, withUpper } from '../sledai-2k/builders.ts';

export const sle = diagnosis('系统性红斑狼疮', { onsetDateTime: '2023-03-01' });
export const refuted = { ...sle, verificationStatus: { coding: [{ code: 'refuted' }] } };
export const provisional = { ...sle, verificationStatus: { coding: [{ code: 'provisional' }] } };

export const ana = (value: string, date = '2023-03-18', more: Json = {}): Json => ({
  ...textObservation('抗核抗体(ANA)滴度', value, date),
  ...more,
});

/** A recorded total of the site's own code. */
export const total = (value: number, more: Json = {}): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: local, code: 'eular-acr-2019' }], text: '2019 EULAR/ACR SLE classification score' },
  effectiveDateTime: '2023-03-20',
  valueInteger: value,
  ...more,
});

/** 6, 3 and 4 points. */
export const dna = observation('5130-0', 180, '[IU]/mL', '2024-01-10', withUpper(100, '[IU]/mL'));
export const lowC3 = observation('4485-9', 0.5, 'g/L', '2024-01-10', withLower(0.9, 'g/L'));
export const protein = observation('2889-4', 0.9, 'g/(24.h)', '2025-01-10');
