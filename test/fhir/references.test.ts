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
/** Made anew for every question: what one test looked up is not what another one finds. */
const references = () => referencesOf(record);
const about = (subject: unknown, more: object = {}): Resource => ({ resourceType: 'Observation', subject, ...more });
const owner = about(undefined, { contained: [{ resourceType: 'Medication', id: 'in' }] });

describe('a reference', () => {
  it.each([
    ['relative', 'Medication/d'],
    ['with a version', 'Medication/d/_history/3'],
    ['by urn', 'urn:uuid:7b1f9f04-1111-4c1e-8a52-0a6d6d0e1a11'],
    ['absolute, with the base of the record', `${base}/Medication/d`],
  ])('%s finds its resource', (_, reference) => {
    expect(references().resolve({ reference }, owner)).toBe(drug);
  });

  it('to a contained resource is looked for only inside its owner', () => {
    expect(references().resolve({ reference: '#in' }, owner)).toMatchObject({ id: 'in' });
    expect(references().resolve({ reference: '#in' }, about(undefined))).toBeUndefined();
  });

  it.each([
    'https://other.example.org/r4/Medication/d',
    `ftp ${base}/Medication/d`,
    `${base}/Medication/d/extra`,
    'Medication/none',
    'Medication/../d',
    5,
    null,
  ])('to %s finds nothing', (reference) => {
    expect(references().resolve({ reference }, owner)).toBeUndefined();
  });
});

it('a reference finds its resource by the address of a server without encryption too, and with a version of several digits', () => {
  const plainly = 'http://fhir.example.org/r4';
  const { resolve } = referencesOf({ ...record, base: plainly });
  expect(resolve({ reference: `${plainly}/Medication/d/_history/12` }, owner)).toBe(drug);
});

it('a reference that only begins with "_history" of something names no version', () => {
  expect(references().resolve({ reference: 'Medication/d/_history/1/more' }, owner)).toBeUndefined();
});

it.each(['Medication/_history/1/d', 'Medication/undefined'])('%s names no resource that was sent', (reference) => {
  const { resolve } = referencesOf({ ...record, resources: [drug, { resourceType: 'Medication' }] });
  expect(resolve({ reference }, owner)).toBeUndefined();
});

it('a patient without an id is known by her address, and not taken for another without one', () => {
  const [hers, another]: readonly Resource[] = [{ resourceType: 'Patient' }, { resourceType: 'Patient' }];
  if (hers === undefined || another === undefined) throw new Error('two patients');
  const fullUrls = [
    { fullUrl: 'urn:uuid:1', resource: hers },
    { fullUrl: 'urn:uuid:2', resource: another },
  ];
  const { subjectOf } = referencesOf({ ...plain, patient: hers, resources: [another], fullUrls });
  expect(subjectOf(about({ reference: 'urn:uuid:1' }))).toBe('own');
  expect(subjectOf(about({ reference: 'urn:uuid:2' }))).toBe('other');
});

it('another patient who was sent under an id of her own is somebody else, even with an identifier of hers', () => {
  const sister: Resource = { resourceType: 'Patient', id: 'q', identifier: [{ system: 'urn:mrn', value: '77' }] };
  const { subjectOf } = referencesOf({ ...record, resources: [sister] });
  expect(subjectOf(about({ reference: 'Patient/q' }))).toBe('other');
});

it('what is contained is found by its id, whatever else is contained, and must be a resource', () => {
  const contained = [
    { id: 'in' },
    { resourceType: 'Medication', id: 'other' },
    { resourceType: 'Medication', id: 'in' },
  ];
  expect(references().resolve({ reference: '#in' }, about(undefined, { contained }))).toBe(contained[2]);
  const nameless = [{ resourceType: 'Medication' }];
  expect(references().resolve({ reference: '#' }, about(undefined, { contained: nameless }))).toBeUndefined();
});

it('where neither the record nor the patient has an address, every server that is named is the one of the record', () => {
  const at = (url: string) => ({ fullUrl: `${url}/Observation/1`, resource: about(undefined) });
  const { resolve } = referencesOf({ ...plain, resources: [drug], fullUrls: [at(base)] });
  expect(resolve({ reference: `${base}/Medication/d` }, owner)).toBe(drug);
  expect(resolve({ reference: 'https://other.example.org/r4/Medication/d' }, owner)).toBeUndefined();
});

it.each(['', '/', '//'])('the address of the record may end with "%s"', (end) => {
  const { resolve } = referencesOf({ ...plain, base: `${base}${end}`, resources: [drug] });
  expect(resolve({ reference: `${base}/Medication/d` }, owner)).toBe(drug);
});

it('an address of the record that is none makes no server its own', () => {
  const { resolve } = referencesOf({ ...record, base: 'the hospital', resources: [drug] });
  expect(resolve({ reference: `${base}/Medication/d` }, owner)).toBe(drug);
  expect(resolve({ reference: 'https://other.example.org/r4/Medication/d' }, owner)).toBeUndefined();
});

it('where the record has an address, a server that is only named is another one', () => {
  const named = { fullUrl: 'https://other.example.org/r4/Observation/1', resource: about(undefined) };
  const { resolve } = referencesOf({ ...plain, base, resources: [drug], fullUrls: [named] });
  expect(resolve({ reference: `${base}/Medication/d` }, owner)).toBe(drug);
  expect(resolve({ reference: 'https://other.example.org/r4/Medication/d' }, owner)).toBeUndefined();
});

it('a resource that was sent under the very words by which she is named is what they name', () => {
  const group: Resource = { resourceType: 'Group', id: 'g' };
  const { subjectOf } = referencesOf({ ...record, fullUrls: [{ fullUrl: 'Patient/p', resource: group }] });
  expect(subjectOf(about({ reference: 'Patient/p' }))).toBe('other');
});

it('an identifier without a value is nobody’s, and one without a system is another than one with', () => {
  const known = (identifier: object) =>
    referencesOf({ ...plain, patient: { ...plain.patient, identifier: [identifier] } });
  const of = (stated: object, hers: object): string => known(hers).subjectOf(about({ identifier: stated }));
  expect(of({ system: 'urn:mrn' }, { system: 'urn:mrn' })).toBe('own');
  expect(of({ system: 'urn:mrn' }, { system: 'urn:mrn', value: '1' })).toBe('own');
  expect(of({ system: 'urn:mrn', value: '1' }, { system: 'urn:mrn' })).toBe('other');
  expect(of({ value: '77' }, { value: '77' })).toBe('own');
  expect(of({ value: '77' }, { system: 'urn:mrn', value: '77' })).toBe('other');
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

/** "HTTPS://HOST:443/r4/…": the same address by RFC 3986, section 6.2. */
const loudly = (url: string): string =>
  url.replace(/^https:\/\/([^/]+)/, (_, host: string) => `HTTPS://${host.toUpperCase()}:443`);

describe('the subject of a resource', () => {
  it.each([
    ['relative', { reference: 'Patient/p' }],
    ['with a version', { reference: 'Patient/p/_history/2' }],
    ['absolute', { reference: `${base}/Patient/p` }],
    ['absolute, with the scheme and host in capitals and the usual port', { reference: loudly(`${base}/Patient/p`) }],
    ['by a shared identifier', { identifier: { system: 'urn:mrn', value: '77' } }],
    ['named only in words', { display: 'Robin' }],
    ['not given', undefined],
    ['null', null],
    ['neither a Reference nor a text', 5],
    ['she alone, in a list', [{ reference: 'Patient/p' }]],
  ])('%s is the patient herself', (_, subject) => {
    expect(references().subjectOf(about(subject))).toBe('own');
  });

  it.each([
    ['another patient', { reference: 'Patient/q' }],
    ['the same id in other letters', { reference: 'Patient/P' }],
    ['the same id on another server', { reference: 'https://evil.example.org/r4/Patient/p' }],
    ['a server whose name only begins alike', { reference: `${base}.evil.example.org/Patient/p` }],
    ['another identifier', { identifier: { system: 'urn:mrn', value: '78' } }],
    ['a group', { reference: 'Group/p' }],
    ['another patient, in a text instead of a Reference', 'Patient/q'],
    ['another patient, in a list', [{ reference: 'Patient/q' }]],
    ['her and another patient', [{ reference: 'Patient/p' }, { reference: 'Patient/q' }]],
  ])('%s is somebody else', (_, subject) => {
    expect(references().subjectOf(about(subject))).toBe('other');
  });

  it('is somebody else where one of two names says so', () => {
    const both = { ...about({ reference: 'Patient/p' }), patient: { reference: 'Patient/q' } };
    expect(references().subjectOf(both)).toBe('other');
  });
});
