// Does the demo FHIR server keep what it is given, and refuse what a careful server refuses?

import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { anObservation, demoServer } from './server.ts';

const patient = { resourceType: 'Patient', id: 'a' };
const referral = {
  resourceType: 'ServiceRequest',
  status: 'draft',
  intent: 'proposal',
  subject: { reference: 'Patient/a' },
};

const json = 'application/fhir+json';

describe('a resource', () => {
  it('is created with a new id, read again and found by its patient', async () => {
    const { app } = demoServer([patient]);
    const created = await request(app).post('/fhir/ServiceRequest').type(json).send(JSON.stringify(referral));
    expect(created.status).toBe(201);
    expect(created.headers['location']).toMatch(/\/fhir\/ServiceRequest\/new-1$/);
    expect(created.body).toMatchObject({ ...referral, id: 'new-1', meta: { versionId: '1' } });
    const read = await request(app).get('/fhir/ServiceRequest/new-1');
    expect(read.body).toEqual(created.body);
    const found = await request(app).get('/fhir/ServiceRequest?patient=a');
    expect((found.body as { total: number }).total).toBe(1);
  });

  it('is updated under its id, and moves to the other patient with its reference', async () => {
    const { app } = demoServer([patient, anObservation('o1')]);
    const updated = await request(app)
      .put('/fhir/Observation/o1')
      .send({ ...anObservation('o1'), subject: { reference: 'Patient/b' } });
    expect([updated.status, updated.headers['etag']]).toEqual([200, 'W/"2"']);
    const totals = await Promise.all(
      ['a', 'b'].map(
        async (id) => (await request(app).get(`/fhir/Observation?patient=${id}`)).body as { total: number },
      ),
    );
    expect(totals.map(({ total }) => total)).toEqual([0, 1]);
  });

  it('is gone after it was deleted', async () => {
    const { app } = demoServer([anObservation('o1')]);
    expect((await request(app).delete('/fhir/Observation/o1')).status).toBe(204);
    expect((await request(app).get('/fhir/Observation/o1')).status).toBe(410);
    expect((await request(app).delete('/fhir/Observation/o1')).status).toBe(410);
  });

  it('is not overwritten by somebody who read an older version', async () => {
    const { app } = demoServer([anObservation('o1')]);
    const write = (version: string) =>
      request(app).put('/fhir/Observation/o1').set('If-Match', `W/"${version}"`).send(anObservation('o1'));
    expect((await write('1')).status).toBe(200);
    expect((await write('1')).status).toBe(412);
  });
});

describe('a request that cannot be answered', () => {
  const { app } = demoServer([patient]);
  it.each([
    ['broken JSON', () => request(app).post('/fhir/ServiceRequest').type(json).send('{"resourceType":'), 400],
    ['a JSON text that is no object', () => request(app).post('/fhir/ServiceRequest').type(json).send('[]'), 400],
    ['a body of another type', () => request(app).post('/fhir/ServiceRequest').type('text/plain').send('hello'), 415],
    ['the wrong resource type', () => request(app).post('/fhir/ServiceRequest').send(patient), 400],
    [
      'a missing element',
      () =>
        request(app)
          .post('/fhir/ServiceRequest')
          .send({ ...referral, subject: undefined }),
      422,
    ],
    [
      'a code outside its list',
      () =>
        request(app)
          .post('/fhir/ServiceRequest')
          .send({ ...referral, status: 'hopeful' }),
      422,
    ],
    [
      'null',
      () =>
        request(app)
          .post('/fhir/ServiceRequest')
          .send({ ...referral, code: { text: null } }),
      422,
    ],
    [
      'an empty list',
      () =>
        request(app)
          .post('/fhir/ServiceRequest')
          .send({ ...referral, category: [] }),
      422,
    ],
    [
      'an id that is none',
      () =>
        request(app)
          .put('/fhir/Patient/a_b')
          .send({ ...patient, id: 'a_b' }),
      400,
    ],
    [
      'another id in the body',
      () =>
        request(app)
          .put('/fhir/Patient/a')
          .send({ ...patient, id: 'b' }),
      400,
    ],
    ['an id nobody knows', () => request(app).get('/fhir/Patient/zzz'), 404],
    ['a type it does not keep', () => request(app).post('/fhir/Weather').send({ resourceType: 'Weather' }), 404],
    ['a method it does not know', () => request(app).patch('/fhir/Patient/a').send({}), 405],
    [
      'a body too large',
      () =>
        request(app)
          .post('/fhir/ServiceRequest')
          .type(json)
          .send(`{"a":"${'x'.repeat(3e6)}"}`),
      413,
    ],
  ])('%s gets an OperationOutcome', async (_title, send, status) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(response.body).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ severity: 'error' }] });
  });
});

describe('a transaction', () => {
  const bundle = (type: string, ...entry: readonly object[]): object => ({ resourceType: 'Bundle', type, entry });
  const create = (resource: { readonly resourceType: string; readonly status: string }, fullUrl: string): object => ({
    fullUrl,
    resource,
    request: { method: 'POST', url: resource.resourceType },
  });

  it('creates resources that refer to each other', async () => {
    const { app, store } = demoServer();
    const task = { resourceType: 'Task', status: 'requested', intent: 'order', focus: { reference: 'urn:uuid:1' } };
    const response = await request(app)
      .post('/fhir')
      .send(bundle('transaction', create(task, 'urn:uuid:2'), create(referral, 'urn:uuid:1')));
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      type: 'transaction-response',
      entry: [{ response: { status: '201 Created' } }, { response: { status: '201 Created' } }],
    });
    const [created] = store.all('Task');
    const [order] = store.all('ServiceRequest');
    expect(created?.['focus']).toEqual({ reference: `ServiceRequest/${String(order?.['id'])}` });
  });

  it('does nothing at all if one of its entries fails', async () => {
    const { app, store } = demoServer([anObservation('o1')]);
    const response = await request(app)
      .post('/fhir')
      .send(
        bundle(
          'transaction',
          create(referral, 'urn:uuid:1'),
          { request: { method: 'DELETE', url: 'Observation/o1' } },
          create({ ...referral, status: 'hopeful' }, 'urn:uuid:2'),
        ),
      );
    expect(response.status).toBe(422);
    expect([store.all('ServiceRequest').length, store.all('Observation').length]).toEqual([0, 1]);
    expect((await request(app).get('/fhir/Observation/o1')).status).toBe(200);
  });

  it('as a batch answers each entry for itself', async () => {
    const { app } = demoServer([patient]);
    const response = await request(app)
      .post('/fhir')
      .send(
        bundle(
          'batch',
          { request: { method: 'GET', url: 'Patient/a' } },
          { request: { method: 'GET', url: 'Patient/b' } },
          { request: { method: 'GET', url: 'Patient?gender=female' } },
        ),
      );
    expect(response.body).toMatchObject({
      type: 'batch-response',
      entry: [
        { resource: { id: 'a' }, response: { status: '200 OK' } },
        { response: { status: '404', outcome: { resourceType: 'OperationOutcome' } } },
        { resource: { type: 'searchset', total: 0 } },
      ],
    });
  });
});

describe('the CapabilityStatement', () => {
  it('names every type and search parameter that works', async () => {
    const { app } = demoServer();
    const response = await request(app).get('/fhir/metadata');
    type Statement = {
      readonly fhirVersion: string;
      readonly rest: readonly {
        readonly resource: readonly { readonly type: string; readonly searchParam: readonly { name: string }[] }[];
      }[];
    };
    const { fhirVersion, rest } = response.body as Statement;
    expect(fhirVersion).toBe('4.0.1');
    for (const { type, searchParam } of rest[0]?.resource ?? [])
      for (const { name } of searchParam) {
        const search = await request(app).get(`/fhir/${type}?${name}=2026`).set('Prefer', 'handling=strict');
        expect([type, name, search.status]).toEqual([type, name, 200]);
      }
  });
});
