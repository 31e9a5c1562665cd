// Which Medications and ResearchStudies does a record refer to without holding them?

import { expect, test } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { localReference, missingTargets, targetOf } from '../../src/fhir/referenced.ts';

const base = 'https://host/fhir';

test.each<[string, unknown]>([
  ['Medication/m', { type: 'Medication', id: 'm' }],
  ['https://host/fhir/Medication/m', { type: 'Medication', id: 'm' }],
  ['Medication/m/_history/12', { type: 'Medication', id: 'm' }],
  [`Medication/${'a'.repeat(64)}`, { type: 'Medication', id: 'a'.repeat(64) }],
  [`Medication/${'a'.repeat(65)}`, undefined],
  ['https://other/fhir/Medication/m', undefined],
  ['https://host/fhirs/Medication/m', undefined],
  ['Medication/..', undefined],
  ['Medication/.', undefined],
  ['Medication', undefined],
  ['urn:uuid:1', undefined],
  ['Medication/m?x=1', undefined],
])('"%s" names %j', (reference, target) => {
  expect(targetOf(reference, base)).toEqual(target);
});

test('a reference is local by its last two parts', () => {
  expect(['https://host/fhir/Patient/p', 'Patient/p', 'p'].map(localReference)).toEqual([
    'Patient/p',
    'Patient/p',
    'p',
  ]);
});

const order = (reference?: string): Json => ({ medicationReference: { reference } });
const entry = (resource: Json, fullUrl?: string) => ({
  resource: { resourceType: 'MedicationRequest', ...resource },
  ...(fullUrl !== undefined && { fullUrl }),
});
const missing = (...entries: readonly ReturnType<typeof entry>[]) =>
  missingTargets(entries, base).map(({ type, id }) => `${type}/${id}`);

test.each<[string, readonly ReturnType<typeof entry>[], readonly string[]]>([
  ['a drug', [entry(order('Medication/m'))], ['Medication/m']],
  ['a drug once', [entry(order('Medication/m')), entry(order(`${base}/Medication/m`))], ['Medication/m']],
  [
    'a study',
    [entry({ resourceType: 'ResearchSubject', study: { reference: 'ResearchStudy/s' } })],
    ['ResearchStudy/s'],
  ],
  ['nothing that it contains', [entry(order('#m'))], []],
  ['nothing of another server', [entry(order('https://other/Medication/m'))], []],
  ['nothing of another type', [entry(order('Substance/s'))], []],
  ['nothing where nothing is named', [entry(order()), entry({})], []],
  ['no drug that is there', [entry(order('Medication/m')), entry({ resourceType: 'Medication', id: 'm' })], []],
  [
    'no drug that is there by its address',
    [entry(order('Medication/m')), entry({ resourceType: 'Medication' }, `${base}/Medication/m`)],
    [],
  ],
  [
    'a drug that is there at another server',
    [entry(order('Medication/m')), entry({ resourceType: 'Medication' }, 'https://hosu/fhir/Medication/m')],
    ['Medication/m'],
  ],
  [
    'one drug while another is there',
    [entry(order('Medication/m')), entry(order('Medication/n')), entry({ resourceType: 'Medication', id: 'm' })],
    ['Medication/n'],
  ],
])('a record refers to %s', (_, entries, targets) => {
  expect(missing(...entries)).toEqual(targets);
});
