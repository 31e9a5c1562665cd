// Does a search on the demo FHIR server find what FHIR says it finds?

import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { anObservation, demoServer } from './server.ts';

type Bundle = {
  readonly total: number;
  readonly link: readonly { readonly relation: string; readonly url: string }[];
  readonly entry?: readonly { readonly fullUrl: string; readonly resource: { readonly id: string } }[];
};

const chart = [
  { resourceType: 'Patient', id: 'a', gender: 'female', birthDate: '2012-03-15', name: [{ family: 'Okafor' }] },
  { resourceType: 'Patient', id: 'b', gender: 'male', birthDate: '2014-07-03', name: [{ text: '周一凡' }] },
  anObservation('o1'),
  anObservation('o2', {
    effectiveDateTime: '2026-05-03T10:00:00Z',
    code: { coding: [{ system: 'http://loinc.org', code: '1920-8' }] },
  }),
  anObservation('o3', {
    effectiveDateTime: '2026-04-02',
    status: 'entered-in-error',
    code: { text: '体重' },
    category: [{ coding: [{ code: 'vital-signs' }] }],
  }),
  anObservation('o4', { effectivePeriod: { start: '2026-05-10', end: '2026-05-20' }, effectiveDateTime: undefined }),
  anObservation('o5', { subject: { reference: 'Patient/b' } }),
];

const { app } = demoServer(chart);

const found = async (query: string): Promise<Bundle> => {
  const response = await request(app).get(`/fhir/${query}`);
  expect(response.status).toBe(200);
  expect(response.type).toBe('application/fhir+json');
  return response.body as Bundle;
};

const ids = (bundle: Bundle): readonly string[] => (bundle.entry ?? []).map(({ resource }) => resource.id);

describe('a search', () => {
  it.each([
    ['by patient id', 'Observation?patient=a', ['o1', 'o2', 'o3', 'o4']],
    ['by patient reference', 'Observation?patient=Patient/a', ['o1', 'o2', 'o3', 'o4']],
    ['by subject', 'Observation?subject=Patient/b', ['o5']],
    ['by several patients', 'Observation?patient=a,b', ['o1', 'o2', 'o3', 'o4', 'o5']],
    ['by a patient nobody knows', 'Observation?patient=nobody', []],
    ['by code', 'Observation?patient=a&code=1742-6', ['o1', 'o4']],
    ['by system and code', 'Observation?code=http://loinc.org%7C1920-8', ['o2']],
    ['by the code of another system', 'Observation?code=http://snomed.info/sct%7C1920-8', []],
    ['by several codes', 'Observation?patient=a&code=1742-6,1920-8', ['o1', 'o2', 'o4']],
    ['by category', 'Observation?patient=a&category=vital-signs', ['o3']],
    ['by status', 'Observation?patient=a&status=entered-in-error', ['o3']],
    ['by id', 'Observation?_id=o2,o5', ['o2', 'o5']],
    ['on a day', 'Observation?date=2026-05-03', ['o2']],
    ['since a day', 'Observation?date=ge2026-05-03', ['o2', 'o4']],
    ['before a day', 'Observation?date=lt2026-05-01', ['o3']],
    ['between two days', 'Observation?patient=a&date=ge2026-05-01&date=le2026-05-09', ['o1', 'o2']],
    ['newest first', 'Observation?patient=a&_sort=-date', ['o4', 'o2', 'o1', 'o3']],
    ['oldest first', 'Observation?patient=a&_sort=date', ['o3', 'o1', 'o2', 'o4']],
    ['by the start of a name', 'Patient?name=oka', ['a']],
    ['by a Chinese name', `Patient?name=${encodeURIComponent('周')}`, ['b']],
    ['of every patient', 'Patient', ['a', 'b']],
  ])('%s finds just that', async (_title, query, expected) => {
    expect(ids(await found(query))).toEqual(expected);
  });

  it('answers a posted search like the same search by GET', async () => {
    const response = await request(app)
      .post('/fhir/Observation/_search')
      .type('form')
      .send('patient=a&code=1742-6,1920-8&_sort=-date');
    expect(response.status).toBe(200);
    expect(ids(response.body as Bundle)).toEqual(['o4', 'o2', 'o1']);
  });

  it('leaves out a parameter it does not know, and says so in the self link', async () => {
    const bundle = await found('Observation?patient=a&nonsense=1');
    expect(bundle.total).toBe(4);
    expect(bundle.link[0]?.url).toMatch(/\/fhir\/Observation\?patient=a$/);
  });

  it.each([
    ['an unknown parameter, if asked to be strict', 'Observation?nonsense=1', 'handling=strict', 400],
    ['a modifier', 'Observation?code:in=http://example.org/vs', '', 400],
    ['a chain', 'Observation?subject.name=x', '', 400],
    ['a date that is none', 'Observation?date=ge2026-13-01', '', 400],
    ['a page size that is none', 'Observation?_count=-1', '', 400],
    ['an order it does not know', 'Observation?_sort=colour', '', 400],
    ['a type it does not keep', 'Weather?patient=a', '', 404],
  ])('refuses %s with an OperationOutcome', async (_title, query, prefer, status) => {
    const response = await request(app).get(`/fhir/${query}`).set('Prefer', prefer);
    expect([response.status, (response.body as { resourceType: string }).resourceType]).toEqual([
      status,
      'OperationOutcome',
    ]);
  });
});

describe('pages', () => {
  it('lead through every match exactly once, by next links that any client can follow', async () => {
    const many = demoServer(Array.from({ length: 45 }, (_, index) => anObservation(`o${String(index)}`)));
    const seen: string[] = [];
    let path: string | undefined = '/fhir/Observation?patient=a&_count=20&_sort=-date';
    let pages = 0;
    while (path !== undefined) {
      const response = await request(many.app).get(path);
      const bundle = response.body as Bundle;
      expect(bundle.total).toBe(45);
      seen.push(...ids(bundle));
      pages += 1;
      const next = bundle.link.find(({ relation }) => relation === 'next')?.url;
      path = next === undefined ? undefined : new URL(next).pathname + new URL(next).search;
    }
    expect([pages, new Set(seen).size]).toEqual([3, 45]);
  });

  it('name the host by which the client called', async () => {
    const response = await request(app).get('/fhir/Observation?patient=a&_count=1').set('Host', 'localhost:8099');
    const bundle = response.body as Bundle;
    expect(bundle.link.map(({ url }) => new URL(url).origin)).toEqual([
      'http://localhost:8099',
      'http://localhost:8099',
    ]);
    expect(bundle.entry?.[0]?.fullUrl).toBe('http://localhost:8099/fhir/Observation/o1');
  });

  it('hold only the total if asked for a count', async () => {
    expect(await found('Observation?patient=a&_count=0')).toMatchObject({ total: 4 });
    expect(await found('Observation?patient=a&_summary=count')).not.toHaveProperty('entry');
  });
});
