// Whose are the results that a diagnostic report contains, and do they stand with it?

import { expect, it } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { recordOf } from '../builders.ts';

const loinc = (code: string): Json => ({ coding: [{ system: 'http://loinc.org', code }] });
const creatinine = (more: Json = {}): Json => ({
  resourceType: 'Observation',
  id: 'o',
  status: 'final',
  code: loinc('2160-0'),
  valueQuantity: { value: 0.6, unit: 'mg/dL' },
  ...more,
});
const patient = (id: string): Json => ({ reference: `Patient/${id}` });
const read = (result: Json, more: Json = {}, beside: readonly Json[] = []): readonly string[] =>
  recordOf([
    {
      resourceType: 'DiagnosticReport',
      id: 'd',
      status: 'final',
      code: { text: 'Laboratory report' },
      subject: patient('p'),
      effectiveDateTime: '2026-05-20',
      contained: [result, ...beside],
      ...more,
    },
  ])
    .readings('creatinine')
    .map(({ status, reference }) => `${status} ${reference}`);

const one = ['valid Observation/d#o'];

it('a result without a subject is of the subject of its report', () => {
  expect(read(creatinine())).toEqual(one);
});

it.each(['entered-in-error', 'cancelled', ' Entered-in-error '])(
  'a final result counted although its report was %s',
  (status) => {
    expect(read(creatinine(), { status })).toEqual([]);
  },
);

it('a final result of a preliminary report stays final', () => {
  expect(read(creatinine(), { status: 'preliminary' })).toEqual(one);
});

it('a result of another patient counted since her report contained it', () => {
  expect(read(creatinine({ subject: patient('p') }))).toEqual(one);
  expect(read(creatinine({ subject: patient('other') }))).toEqual([]);
});

it('a specimen that is contained beside its result was not seen', () => {
  const specimen = (name: string): Json => ({ resourceType: 'Specimen', id: 's', type: { text: name } });
  const named = creatinine({ specimen: { reference: '#s' } });
  expect(read(named, {}, [specimen('Serum')])).toEqual(one);
  expect(read(named, {}, [specimen('Urine')])).toEqual([]);
});
