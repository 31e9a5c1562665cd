import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoConfig } from '../src/config/config.ts';
import { cdsResponseSchema, type Card } from '../src/cards/card.ts';
import type { Json } from '../src/fhir/record.ts';
import { noSite } from '../src/config/site.ts';
import { appUnderTest, clientOn, service } from './app-under-test.ts';
import { bundleOf, chart, hookRequest, prefetchOf, startEhr, type Ehr } from './cds-hooks/ehr.ts';

const { app, events } = appUnderTest();
const whole = prefetchOf(chart);

/** Posts a hook call and answers its cards, which must satisfy the strict schema. */
async function cardsOf(body: unknown, target = app): Promise<readonly Card[]> {
  const response = await request(target)
    .post(service)
    .send(body as object);
  expect(response.status).toBe(200);
  return cdsResponseSchema.parse(response.body).cards;
}

/** What a card says, without the identifiers that are fresh in every response. */
const withoutIds = (cards: readonly Card[]): string =>
  JSON.stringify(cards, (key, value: unknown) => (key === 'uuid' ? undefined : value));

describe('discovery', () => {
  it('lists the services, each ready to be called', async () => {
    const { body, headers } = await request(app).get('/cds-services').expect(200);
    expect(body.services.map((each: { id: string }) => `/cds-services/${each.id}`)).toContain(service);
    await request(app).get('/cds-services').set('if-none-match', String(headers['etag'])).expect(304);
  });
});

describe('patient-view', () => {
  it('answers a girl with lupus with one card that names what is missing', async () => {
    const [card, ...others] = await cardsOf(hookRequest(whole));
    expect(others).toEqual([]);
    expect(card?.summary).toContain('may meet');
    expect(card?.detail).toContain('Trial office 4711');
    expect(card?.selectionBehavior).toBe('any');
  });

  it('shows nothing that names the patient', async () => {
    expect(JSON.stringify(await cardsOf(hookRequest(whole)))).not.toContain('Nightingale');
  });

  it.each([
    ['no sign of lupus', hookRequest({ ...whole, conditions: null })],
    ['a parent as the reader', hookRequest(whole, { context: { userId: 'RelatedPerson/1', patientId: 'p' } })],
    [
      'the patient as the reader',
      hookRequest(whole, { context: { userId: 'https://e.org/Patient/p', patientId: 'p' } }),
    ],
    ['another Patient in the prefetch', hookRequest({ ...whole, patient: { ...chart[0], id: 'q' } })],
    ['a token for another patient', hookRequest(whole, { fhirAuthorization: { access_token: 't', patient: 'q' } })],
  ])('gives no card for %s', async (_name, body) => {
    expect(await cardsOf(body)).toEqual([]);
  });

  it('reports a mismatch of patients without naming either', () => {
    const mismatches = events.filter(({ event }) => event === 'patient-mismatch');
    expect(mismatches).toHaveLength(2);
    expect(JSON.stringify(events)).not.toMatch(/Nightingale|"p"|"q"/);
  });

  it('tells the clinician how many resources of another patient were left out', async () => {
    const foreign = {
      resourceType: 'Procedure',
      id: 'f',
      subject: { reference: 'Patient/q' },
      code: { text: 'leukaemia' },
    };
    const [card] = await cardsOf(hookRequest({ ...whole, procedures: bundleOf([foreign]) }));
    expect(card?.detail).toContain('1 resources of another patient');
    expect(card?.detail).not.toContain('leukaemia');
  });

  it('a search that was answered for another patient leaves open what it would have shown', async () => {
    const foreign = {
      resourceType: 'Condition',
      id: 'f',
      subject: { reference: 'Patient/q' },
      code: { text: 'asthma' },
    };
    const asHer = { ...foreign, subject: { reference: 'Patient/p' } };
    const missingWith = async (extra: Json): Promise<number> => {
      const conditions = bundleOf([...chart.filter(({ resourceType }) => resourceType === 'Condition'), extra]);
      const [card] = await cardsOf(hookRequest({ ...whole, conditions }));
      return Number(/(\d+) missing$/.exec(card?.summary ?? '')?.[1]);
    };
    expect(await missingWith(asHer)).toBe(4);
    expect(await missingWith(foreign)).toBeGreaterThan(4);
  });

  it('passes vendor extensions, further context and a missing encounter', async () => {
    const body = hookRequest(whole, {
      extension: { 'com.epic.cdshooks.request.bpa-trigger-action': 60 },
      context: { userId: 'Practitioner/1', patientId: 'p', 'com.vendor.field': { x: 1 } },
      fhirServer: null,
      fhirAuthorization: null,
    });
    expect(await cardsOf(body)).toHaveLength(1);
  });

  it('suggests no referral, and says why, when the trial does not recruit', async () => {
    const closed = appUnderTest({ trial: { recruiting: false } });
    const [card] = await cardsOf(hookRequest(whole), closed.app);
    expect(card?.suggestions).toBeUndefined();
    expect(card?.detail).toContain('does not recruit');
  });
});

describe('the same chart', () => {
  let ehr: Ehr;
  beforeAll(async () => {
    ehr = await startEhr(chart, { token: 'secret' });
  });
  afterAll(() => ehr.close());

  const authorized = (prefetch: unknown): Json =>
    hookRequest(prefetch, {
      fhirServer: ehr.base,
      fhirAuthorization: {
        access_token: 'secret',
        token_type: 'Bearer',
        expires_in: 300,
        scope: 'patient/*.rs',
        subject: 's',
      },
    });

  it('gives the same card by prefetch, half and half, and by fetch alone', async () => {
    const { app: fetching } = appUnderTest(clientOn(ehr.base));
    const half = prefetchOf(chart, ['patient', 'observations', 'lists']);
    const expected = withoutIds(await cardsOf(hookRequest(whole)));
    expect(withoutIds(await cardsOf(authorized(half), fetching))).toBe(expected);
    expect(withoutIds(await cardsOf(authorized({}), fetching))).toBe(expected);
    expect(withoutIds(await cardsOf(authorized(null), fetching))).toBe(expected);
    expect(withoutIds(await cardsOf(authorized(undefined), fetching))).toBe(expected);
  });

  it('is not fetched from a server that is not registered, and not without a token', async () => {
    const { app: registered } = appUnderTest(clientOn(ehr.base));
    const before = ehr.requests.length;
    await request(app).post(service).send(authorized({})).expect(412);
    await request(registered)
      .post(service)
      .send(hookRequest({}, { fhirServer: ehr.base }))
      .expect(412);
    expect(ehr.requests).toHaveLength(before);
  });

  it('is fetched in demo mode from any server on loopback, without a token too', async () => {
    const open = await startEhr(chart);
    const { app: plain } = appUnderTest();
    const demo = appUnderTest({}, { config: demoConfig(8080) });
    await request(plain)
      .post(service)
      .send(hookRequest({}, { fhirServer: open.base }))
      .expect(412);
    expect(await cardsOf(hookRequest({}, { fhirServer: open.base }), demo.app)).toHaveLength(1);
    await request(demo.app)
      .post(service)
      .send(hookRequest({}, { fhirServer: 'http://10.0.0.1/fhir' }))
      .expect(412);
    await open.close();
  });
});

describe('a request that cannot be answered', () => {
  const json = (text: string) => request(app).post(service).set('content-type', 'application/json').send(text);

  it.each([
    ['text that is no JSON', 400, () => json('{"hook":')],
    ['an empty body', 400, () => json('')],
    ['a list', 400, () => json('[]')],
    ['null', 400, () => json('null')],
    ['no context', 400, () => request(app).post(service).send({ hook: 'patient-view', hookInstance: 'i' })],
    [
      'no patient',
      400,
      () =>
        request(app)
          .post(service)
          .send(hookRequest(whole, { context: { userId: 'Practitioner/1' } })),
    ],
    [
      'an id that is a path',
      400,
      () =>
        request(app)
          .post(service)
          .send(hookRequest(whole, { context: { userId: 'Practitioner/1', patientId: '..' } })),
    ],
    [
      'a list as prefetch',
      400,
      () =>
        request(app)
          .post(service)
          .send(hookRequest([{}])),
    ],
    [
      'another hook',
      400,
      () =>
        request(app)
          .post(service)
          .send(hookRequest(whole, { hook: 'order-sign' })),
    ],
    ['a key given twice', 400, () => json('{"hook":"patient-view","hook":"patient-view"}')],
    ['a key that reaches the prototype', 400, () => json('{"hook":"patient-view","__proto__":{"x":1}}')],
    ['nesting without end', 400, () => json('['.repeat(100_000))],
    ['an unknown service', 404, () => request(app).post('/cds-services/nobody').send({})],
    ['an unknown address', 404, () => request(app).get('/nowhere')],
    ['an address that cannot be decoded', 404, () => request(app).post('/cds-services/%E0%A4%A').send({})],
    ['reading a service', 405, () => request(app).get(service)],
    ['posting to discovery', 405, () => request(app).post('/cds-services').send({})],
    ['no Patient anywhere', 412, () => request(app).post(service).send(hookRequest({}))],
    ['no prefetch at all', 412, () => request(app).post(service).send(hookRequest(undefined))],
    ['prefetch null', 412, () => request(app).post(service).send(hookRequest(null))],
    [
      'a Patient without birth date',
      412,
      () =>
        request(app)
          .post(service)
          .send(hookRequest({ ...whole, patient: { resourceType: 'Patient', id: 'p' } })),
    ],
    [
      'a body over the limit',
      413,
      () =>
        request(appUnderTest({ limits: { requestBytes: 1_000 } }).app)
          .post(service)
          .send(hookRequest(whole)),
    ],
    ['another content type', 415, () => request(app).post(service).set('content-type', 'text/plain').send('{}')],
    ['XML', 415, () => request(app).post(service).set('content-type', 'application/fhir+xml').send('<a/>')],
    [
      'another encoding',
      415,
      () => request(app).post(service).set('content-type', 'application/json; charset=gbk').send('{}'),
    ],
    [
      'text that is not UTF-8',
      400,
      () => {
        const call = request(app).post(service).set('content-type', 'application/json');
        call.write(Buffer.concat([Buffer.from('{"hook":"'), Buffer.from('bbee', 'hex'), Buffer.from('"}')]));
        return call;
      },
    ],
    [
      'a compressed body',
      415,
      () =>
        request(app).post(service).set({ 'content-type': 'application/json', 'content-encoding': 'gzip' }).send('{}'),
    ],
  ])('%s: %i with an OperationOutcome', async (_name, status, call) => {
    const response = await call();
    expect(response.status).toBe(status);
    const outcome: unknown = JSON.parse(response.text);
    expect(outcome).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ severity: 'error' }] });
    expect(response.text).not.toMatch(/Nightingale|node_modules|\/src\//);
  });

  it.each([
    'application/json; charset=UTF-8',
    'application/fhir+json; fhirVersion=4.0',
    'application/json;profile="x"',
  ])('takes JSON in UTF-8 that is called %s', async (type) => {
    const sent = JSON.stringify(hookRequest(whole));
    expect((await request(app).post(service).set('content-type', type).send(sent)).status).toBe(200);
  });

  it.each([
    ['takes one byte order mark before it', '\u{feff}', 200],
    ['takes no second one', '\u{feff}\u{feff}', 400],
  ])('%s', async (_name, before, status) => {
    const sent = before + JSON.stringify(hookRequest(whole));
    expect((await request(app).post(service).set('content-type', 'application/json').send(sent)).status).toBe(status);
  });

  it('names the fields that are wrong', async () => {
    const { text } = await request(app)
      .post(service)
      .send(hookRequest(whole, { context: { patientId: 'a/b' } }));
    expect(JSON.parse(text).issue[0].expression).toEqual(['request.context.userId', 'request.context.patientId']);
  });

  it('says which methods are allowed', async () => {
    expect((await request(app).delete(service)).headers['allow']).toBe('POST');
    expect((await request(app).post('/cds-services')).headers['allow']).toBe('GET');
  });

  it('keeps what went wrong inside when the fault is ours', async () => {
    const translate = (): never => {
      throw new Error('Nightingale');
    };
    const broken = appUnderTest({}, { site: { ...noSite, translate } });
    const response = await request(broken.app).post(service).send(hookRequest(whole));
    expect(response.status).toBe(500);
    expect(JSON.parse(response.text).issue[0].diagnostics).toBe('internal');
    expect(broken.events.some(({ event }) => event === 'fault')).toBe(true);
  });
});

describe('one bad datum', () => {
  const odd = (more: Json): Json => ({ ...chart[5], id: 'odd', ...more });

  it.each([
    ['a unit nobody knows', odd({ valueQuantity: { value: 1, unit: 'furlong' } })],
    ['a date of a month only', odd({ effectiveDateTime: '2026-03' })],
    ['a date in words', odd({ effectiveDateTime: 'unknown' })],
    ['a value that is a list', odd({ valueQuantity: [1, 2] })],
    ['a code that is a number', odd({ code: 7 })],
  ])('%s leaves the other answers as they are', async (_name, resource) => {
    const [card] = await cardsOf(hookRequest({ ...whole, diagnosticReports: bundleOf([resource]) }));
    expect(card?.detail).toContain('**I1** Age | met');
  });

  it('that no computer can hold makes only its own search incomplete', async () => {
    const body = JSON.stringify(hookRequest(whole)).replace('"value":20,', '"value":1e999,');
    const response = await request(app).post(service).set('content-type', 'application/json').send(body);
    const [card] = cdsResponseSchema.parse(response.body).cards;
    expect(card?.detail).toContain('Results and vital signs: only in part');
    expect(card?.detail).toContain('**I1** Age | met');
  });
});

describe('pages of other origins', () => {
  const { app: open } = appUnderTest({ allowedOrigins: ['https://ehr.example.org'] });
  const from = (origin: string) => ({ origin, 'access-control-request-method': 'POST' });

  it('may call when they are registered, and may read errors too', async () => {
    const preflight = await request(open).options(service).set(from('https://ehr.example.org')).expect(204);
    expect(preflight.headers['access-control-allow-origin']).toBe('https://ehr.example.org');
    expect(preflight.headers['access-control-allow-headers']).toBe('authorization, content-type, traceparent');
    const failure = await request(open).post(service).set('origin', 'https://ehr.example.org').send({});
    expect([failure.status, failure.headers['access-control-allow-origin']]).toEqual([400, 'https://ehr.example.org']);
  });

  it('may not when they are not', async () => {
    const { headers } = await request(open).options(service).set(from('https://evil.example.org'));
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('are told apart by every cache: an answer that was kept for one origin could be given to another', async () => {
    for (const origin of ['https://evil.example.org', undefined]) {
      const { headers } = await request(open)
        .get('/cds-services')
        .set(origin === undefined ? {} : from(origin));
      expect(headers['vary']).toMatch(/\bOrigin\b/);
    }
  });
});

describe('operation', () => {
  it('sees in the log a call without a card whose searches failed: it looked like a patient without lupus', async () => {
    const { app: logged, events: log } = appUnderTest();
    const { patient } = whole;
    const ask = async (prefetch: object): Promise<number> =>
      (
        await request(logged)
          .post(service)
          .send(hookRequest({ ...prefetch }))
      ).body.cards.length;
    expect([await ask({ patient }), await ask({ ...whole, conditions: null })]).toEqual([0, 0]);
    const [failed, quiet] = log.filter(({ event }) => event === 'hook');
    expect(failed).toMatchObject({ cards: 0, incomplete: 14 });
    expect(quiet).not.toHaveProperty('incomplete');
  });

  it('lets nobody keep or guess about an answer', async () => {
    for (const response of [
      await request(app).post(service).send(hookRequest(whole)),
      await request(app).post(service).send({}),
    ]) {
      expect(response.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    }
  });

  it('is up and ready, and no longer ready while it stops', async () => {
    await request(app).get('/healthz').expect(200);
    await request(app).get('/readyz').expect(200);
    const stopping = appUnderTest({}, { stopping: () => true });
    await request(stopping.app).get('/healthz').expect(200);
    const { status, headers } = await request(stopping.app).get('/readyz');
    expect([status, headers['connection']]).toEqual([503, 'close']);
  });

  it('logs the route and the status of a request, and nothing that was sent', async () => {
    const { app: logged, events: log } = appUnderTest();
    await request(logged).get(`${service}?patient=Nightingale`);
    await request(logged)
      .post(service)
      .send(hookRequest({ patient: { name: 'Nightingale' } }));
    expect(log.filter(({ event }) => event === 'request')).toMatchObject([
      { method: 'GET', route: '/cds-services/:id', status: 405, code: 'wrong-method' },
      { method: 'POST', route: '/cds-services/:id', status: 412, code: 'patient-unavailable', reason: 'no-server' },
    ]);
    expect(JSON.stringify(log)).not.toContain('Nightingale');
  });
});
