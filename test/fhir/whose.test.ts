// Whose is a resource, and by which name is one without an id known?

import { describe, expect, it } from 'vitest';
import { referencesOf } from '../../src/fhir/references.ts';
import type { PatientRecord, Resource } from '../../src/fhir/record.ts';
import { patientRecordOf } from '../builders.ts';

const identifiers = [
  { system: 'urn:mrn', value: '77' },
  { system: 'urn:card', value: '8' },
];
const patient: Resource = { resourceType: 'Patient', id: 'p', identifier: identifiers };
const copy: Resource = { resourceType: 'Patient', id: 'p', gender: 'female' };
const sister: Resource = { resourceType: 'Patient', id: 'q' };
const nobody: Resource = { resourceType: 'Patient' };
const group: Resource = { resourceType: 'Group', id: 'p' };
const plain = patientRecordOf([], { patient });
const record: PatientRecord = {
  ...plain,
  resources: [sister, group],
  fullUrls: [
    { fullUrl: 'https://a.example.org/r4/Patient/p', resource: copy },
    { fullUrl: 'urn:uuid:1', resource: nobody },
    { fullUrl: 'urn:uuid:2', resource: group },
  ],
};
const subjectOf = (resource: Resource) => referencesOf(record).subjectOf(resource);
const result = (more: object): Resource => ({ resourceType: 'Observation', ...more });

describe('a resource is hers', () => {
  it.each([
    ['subject', result({ subject: { reference: 'Patient/p' } })],
    ['patient', result({ patient: { reference: 'Patient/p' } })],
    ['individual', result({ individual: { reference: 'Patient/p' } })],
    ['subject with a version', result({ subject: { reference: 'Patient/p/_history/2' } })],
    [
      'a copy of her that was sent under an address',
      result({ subject: { reference: 'https://a.example.org/r4/Patient/p' } }),
    ],
    ['one of her identifiers', result({ subject: { identifier: identifiers[1] } })],
    ['nobody', result({})],
    ['nobody in particular', result({ subject: { display: 'the patient' } })],
    [
      'a contained patient who shares one of two identifiers',
      result({
        subject: { reference: '#x' },
        contained: [
          { resourceType: 'Patient', id: 'x', identifier: [{ system: 'urn:mrn', value: '1' }, identifiers[1]] },
        ],
      }),
    ],
  ])('by %s', (_how, resource) => {
    expect(subjectOf(resource)).toBe('own');
  });
});

describe('a resource is not hers', () => {
  it.each([
    ['subject', result({ subject: { reference: 'Patient/q' } })],
    ['patient', result({ patient: { reference: 'Patient/q' } })],
    ['individual', result({ individual: { reference: 'Patient/q' } })],
    ['a group of the same id', result({ subject: { reference: 'Group/p' } })],
    ['a patient without an id', result({ subject: { reference: 'urn:uuid:1' } })],
    ['somebody who was not sent', result({ subject: { reference: 'Patient/z' } })],
    ['the same path on another server', result({ subject: { reference: 'https://b.example.org/r4/Patient/p' } })],
    ['an identifier of another system', result({ subject: { identifier: { system: 'urn:other', value: '77' } } })],
    ['an identifier of another value', result({ subject: { identifier: { system: 'urn:mrn', value: '78' } } })],
    [
      'a contained patient who shares none',
      result({ subject: { reference: '#x' }, contained: [{ resourceType: 'Patient', id: 'x' }] }),
    ],
    [
      'a contained patient who is not there',
      result({ subject: { reference: '#y' }, contained: [{ resourceType: 'Patient', id: 'x' }] }),
    ],
  ])('by %s', (_how, resource) => {
    expect(subjectOf(resource)).toBe('other');
  });
});

describe('the name of a resource', () => {
  const [absolute, urn, bare]: readonly Resource[] = [
    { resourceType: 'Medication' },
    { resourceType: 'Medication', code: {} },
    { resourceType: 'Basic' },
  ];
  const referenceOf = (resource: Resource) =>
    referencesOf({
      ...plain,
      fullUrls: [
        { fullUrl: 'https://a.example.org/r4/Medication/m1', resource: absolute ?? sister },
        { fullUrl: 'urn:uuid:7b1f', resource: urn ?? sister },
      ],
    }).referenceOf(resource);

  it.each([
    ['its type and id', sister, 'Patient/q'],
    ['the end of its address', absolute ?? sister, 'Medication/m1'],
    ['the end of its urn', urn ?? sister, 'Medication/7b1f'],
    ['its type alone', bare ?? sister, 'Basic'],
  ])('is %s', (_what, resource, name) => {
    expect(referenceOf(resource)).toBe(name);
  });
});
