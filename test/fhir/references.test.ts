import { describe, expect, it } from 'vitest';
import { referencesOf } from '../../src/fhir/references.ts';
import type { PatientRecord, Resource } from '../../src/fhir/record.ts';
import { patientRecordOf } from '../builders.ts';

const base = 'https://fhir.example.org/r4';
const drug: Resource = { resourceType: 'Medication', id: 'd' };
const patient: Resource = { resourceType: 'Patient', id: 'p', identifier: [{ system: 'urn:mrn', value: '77' }] };
const plain = patientRecordOf([], { patient });
const record: PatientRecord = {
  ...plain,
  resources: [drug],
  fullUrls: [
    { fullUrl: `${base}/Patient/p`, resource: plain.patient },
    { fullUrl: 'urn:uuid:7b1f9f04-1111-4c1e-8a52-0a6d6d0e1a11', resource: drug },
  ],
};
const references = referencesOf(record);
const about = (subject: unknown, more: object = {}): Resource => ({ resourceType: 'Observation', subject, ...more });
const owner = about(undefined, { contained: [{ resourceType: 'Medication', id: 'in' }] });

describe('a reference', () => {
  it.each([
    ['relative', 'Medication/d'],
    ['with a version', 'Medication/d/_history/3'],
    ['by urn', 'urn:uuid:7b1f9f04-1111-4c1e-8a52-0a6d6d0e1a11'],
    ['absolute, with the base of the record', `${base}/Medication/d`],
  ])('%s finds its resource', (_, reference) => {
    expect(references.resolve({ reference }, owner)).toBe(drug);
  });

  it('to a contained resource is looked for only inside its owner', () => {
    expect(references.resolve({ reference: '#in' }, owner)).toMatchObject({ id: 'in' });
    expect(references.resolve({ reference: '#in' }, about(undefined))).toBeUndefined();
  });

  it.each(['https://other.example.org/r4/Medication/d', 'Medication/none', 'Medication/../d', 5, null])(
    'to %s finds nothing',
    (reference) => {
      expect(references.resolve({ reference }, owner)).toBeUndefined();
    },
  );
});

describe('a Bundle with resources of two servers', () => {
  const other = 'https://other.example.org/fhir';
  const elsewhere = about({ reference: 'Patient/p' });
  const absolute = about({ reference: `${base}/Patient/p` });
  const mixed = referencesOf({
    ...record,
    fullUrls: [
      ...record.fullUrls,
      { fullUrl: `${other}/Observation/1`, resource: elsewhere },
      { fullUrl: `${other}/Observation/2`, resource: absolute },
    ],
  });

  it('takes the other server’s patient of the same id, named in full, for somebody else', () => {
    expect(mixed.subjectOf(about({ reference: `${other}/Patient/p` }))).toBe('other');
  });

  it('knows the patient where a resource of the other server names her in full, or shortly as the one of this Bundle', () => {
    expect(mixed.subjectOf(absolute)).toBe('own');
    expect(mixed.subjectOf(elsewhere)).toBe('own');
  });
});

describe('the subject of a resource', () => {
  it.each([
    ['relative', { reference: 'Patient/p' }],
    ['with a version', { reference: 'Patient/p/_history/2' }],
    ['absolute', { reference: `${base}/Patient/p` }],
    ['by a shared identifier', { identifier: { system: 'urn:mrn', value: '77' } }],
    ['named only in words', { display: 'Robin' }],
    ['not given', undefined],
  ])('%s is the patient herself', (_, subject) => {
    expect(references.subjectOf(about(subject))).toBe('own');
  });

  it.each([
    ['another patient', { reference: 'Patient/q' }],
    ['the same id in other letters', { reference: 'Patient/P' }],
    ['the same id on another server', { reference: 'https://evil.example.org/r4/Patient/p' }],
    ['a server whose name only begins alike', { reference: `${base}.evil.example.org/Patient/p` }],
    ['another identifier', { identifier: { system: 'urn:mrn', value: '78' } }],
    ['a group', { reference: 'Group/p' }],
  ])('%s is somebody else', (_, subject) => {
    expect(references.subjectOf(about(subject))).toBe('other');
  });
});
