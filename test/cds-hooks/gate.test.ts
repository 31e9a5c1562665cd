// Who is let in, at every address, through the whole application?

import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { appUnderTest, journal, service } from '../app-under-test.ts';
import { callingSystem } from './callers.ts';
import { chart, hookRequest, prefetchOf, startEhr } from './ehr.ts';

const publicUrl = 'https://cds.example.org';
const ehr = await callingSystem('https://ehr.example.org');
const other = await callingSystem('https://other.example.org');
const clients = { [ehr.issuer]: { keys: ehr.keys }, [other.issuer]: { keys: other.keys } };
const issuers = {
  issuers: new Map([ehr, other].map(({ issuer, configured }) => [issuer, configured])),
  fetch: async () => await Promise.reject(new Error('no network in this test')),
};
const closed = (file: object = {}, more: object = {}) => appUnderTest({ clients, ...file }, { issuers, ...more });

const whole = hookRequest(prefetchOf(chart));
const feedback = { feedback: [{ card: crypto.randomUUID(), outcome: 'accepted', acceptedSuggestions: [] }] };

const addresses = [
  ['discovery', 'get', '/cds-services', undefined],
  ['a service', 'post', service, whole],
  ['feedback', 'post', `${service}/feedback`, feedback],
  ['the report', 'get', '/feedback-report', undefined],
] as const;

describe.each(addresses)('%s', (_name, method, path, body) => {
  const call = (app = closed().app) => request(app)[method](path);

  it('answers a caller whose token was made for it', async () => {
    const sent = call().set('authorization', `Bearer ${await ehr.token(publicUrl + path)}`);
    expect((await sent.send(body)).status).toBe(200);
  });

  it('refuses a call without a token, and says nothing but that', async () => {
    const { app, events } = closed();
    const { status, text, headers } = await call(app).send(body);
    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(JSON.parse(text)).toEqual({
      resourceType: 'OperationOutcome',
      issue: [
        {
          severity: 'error',
          code: 'login',
          details: { text: 'The call is not authorized.' },
          diagnostics: 'unauthorized',
        },
      ],
    });
    expect(events).toContainEqual({ event: 'refused', reason: 'no-token' });
  });

  it.each(addresses.filter(([, , another]) => another !== path))(
    'refuses the token that was made for %s',
    async (_other, _method, another) => {
      const { app, events } = closed();
      const token = await ehr.token(publicUrl + another);
      await call(app).set('authorization', `Bearer ${token}`).send(body).expect(401);
      expect(events).toContainEqual({ event: 'refused', reason: 'audience', client: ehr.issuer });
    },
  );

  it('names in the log the configured client of a refused token: nobody could tell which of several EHRs failed', async () => {
    const { app, events } = closed();
    const stranger = await callingSystem('https://nightingale.example.org');
    const none = `Bearer ${await stranger.token(publicUrl + path)}`;
    await call(app).set('authorization', none).send(body).expect(401);
    expect(events).toContainEqual({ event: 'refused', reason: 'unknown-issuer' });
    const late = `Bearer ${await ehr.token(publicUrl + path, { exp: 1 })}`;
    await call(app).set('authorization', late).send(body).expect(401);
    expect(events).toContainEqual({ event: 'refused', reason: 'expired', client: ehr.issuer });
    expect(JSON.stringify(events)).not.toContain('nightingale');
  });

  it('takes its own name from the configuration, never from what the call says it is', async () => {
    const token = await ehr.token(`https://evil.example.org${path}`);
    const names = { host: 'evil.example.org', 'x-forwarded-host': 'evil.example.org', 'x-forwarded-proto': 'https' };
    const refused = call().set({ ...names, authorization: `Bearer ${token}` });
    expect((await refused.send(body)).status).toBe(401);
    const accepted = call().set({ ...names, authorization: `Bearer ${await ehr.token(publicUrl + path)}` });
    expect((await accepted.send(body)).status).toBe(200);
  });

  it('lets a token in once', async () => {
    const { app } = closed();
    const token = `Bearer ${await ehr.token(publicUrl + path)}`;
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => call(app).set('authorization', token).send(body)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array<number>(11).fill(401),
    ]);
  });

  it('answers no preflight request with 401', async () => {
    await request(closed().app).options(path).expect(204);
  });

  it('is busy, not open, while used tokens cannot be looked up', async () => {
    const broken = await openStore(':memory:');
    await broken.close();
    const { app, events } = closed({}, { store: broken });
    const { status, text } = await call(app)
      .set('authorization', `Bearer ${await ehr.token(publicUrl + path)}`)
      .send(body);
    expect([status, JSON.parse(text).issue[0].diagnostics]).toEqual([503, 'busy']);
    expect(events).toContainEqual({ event: 'refused', reason: 'unavailable', client: ehr.issuer });
  });
});

describe('a call that is refused', () => {
  it('is refused before its body is read', async () => {
    const { app } = closed({ limits: { requestBytes: 10 } });
    await request(app).post(service).send(whole).expect(401);
    await request(app).post(service).set('content-type', 'text/plain').send('x').expect(401);
  });

  it('does not learn which services there are', async () => {
    const { app } = closed();
    await request(app).post('/cds-services/nobody').send({}).expect(401);
    await request(app).delete(service).expect(401);
    const token = await ehr.token(`${publicUrl}/cds-services/nobody`);
    await request(app).post('/cds-services/nobody').set('authorization', `Bearer ${token}`).send({}).expect(404);
  });

  it('is one with two tokens', async () => {
    const { app } = closed();
    const sent = request(app).get('/cds-services');
    const tokens = [await ehr.token(`${publicUrl}/cds-services`), await other.token(`${publicUrl}/cds-services`)];
    await sent.set('authorization', tokens.map((token) => `Bearer ${token}`) as unknown as string).expect(401);
  });

  it('is one whose token is in the address', async () => {
    const token = await ehr.token(`${publicUrl}/cds-services`);
    await request(closed().app).get(`/cds-services?access_token=${token}`).expect(401);
  });

  it('is one with a bad token even where anybody may call', async () => {
    const { app } = closed({ clients: { ...clients, '*': { unauthenticated: true } } });
    await request(app).post(service).send(whole).expect(200);
    await request(app).post(service).set('authorization', 'Bearer a.b.c').send(whole).expect(401);
    await request(app).post(service).set('authorization', '').send(whole).expect(401);
  });
});

describe('what was agreed with a client', () => {
  const asked = async (app: ReturnType<typeof closed>['app'], caller = ehr, body: object = whole, claims = {}) =>
    await request(app)
      .post(service)
      .set('authorization', `Bearer ${await caller.token(publicUrl + service, claims)}`)
      .send(body);

  it('holds for its own FHIR servers: another caller cannot have them read', async () => {
    const server = await startEhr(chart);
    const fhirServers = [{ base: server.base, networks: ['127.0.0.0/8'], openAccess: true }];
    const { app } = closed({ clients: { ...clients, [ehr.issuer]: { keys: ehr.keys, fhirServers } } });
    const empty = hookRequest({}, { fhirServer: server.base });
    expect((await asked(app, ehr, empty)).status).toBe(200);
    const read = server.requests.length;
    expect((await asked(app, other, empty)).status).toBe(412);
    expect(server.requests).toHaveLength(read);
    await server.close();
  });

  it('may be another audience', async () => {
    const agreed = { ...issuers, issuers: new Map([[ehr.issuer, { ...ehr.configured, audiences: ['sand_man'] }]]) };
    const { app } = closed({}, { issuers: agreed });
    expect((await asked(app, ehr, whole, { aud: 'sand_man' })).status).toBe(200);
    expect((await asked(closed().app, ehr, whole, { aud: 'sand_man' })).status).toBe(401);
  });

  it('may be the shape of cards and near misses', async () => {
    const own = { keys: ehr.keys, cards: { shape: 'at-most-one' } };
    const { app } = closed({ clients: { ...clients, [ehr.issuer]: own } });
    const behaviour = async (caller: typeof ehr): Promise<unknown> =>
      (await asked(app, caller)).body.cards[0].selectionBehavior;
    expect([await behaviour(ehr), await behaviour(other)]).toEqual(['at-most-one', 'any']);
  });

  it('holds for its own pages: those of another client cannot read the answer', async () => {
    const page = 'https://app.example.org';
    const { app } = closed({ clients: { ...clients, [ehr.issuer]: { keys: ehr.keys, allowedOrigins: [page] } } });
    const answer = async (caller: typeof ehr) =>
      await request(app)
        .get('/cds-services')
        .set({ origin: page, authorization: `Bearer ${await caller.token(`${publicUrl}/cds-services`)}` });
    expect((await answer(ehr)).headers['access-control-allow-origin']).toBe(page);
    expect((await answer(other)).headers['access-control-allow-origin']).toBeUndefined();
    expect((await request(app).get('/cds-services').set('origin', page)).headers['access-control-allow-origin']).toBe(
      page,
    );
  });
});

describe('one remote address', () => {
  it('gets 429 beyond its limit, before its tokens are looked at, and may go on later', async () => {
    let now = Date.UTC(2026, 5, 1, 4);
    const { app, events } = closed({ limits: { callsPerSecond: 2, callsAtOnce: 3 } }, { now: () => now, journal });
    const statuses: number[] = [];
    for (let call = 0; call < 5; call += 1) statuses.push((await request(app).get('/cds-services')).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect(events.filter(({ event }) => event === 'refused')).toHaveLength(3);
    const { headers } = await request(app).post(service).send(whole);
    expect(headers['retry-after']).toBe('1');
    await request(app).get('/healthz').expect(200);
    now += 500;
    await request(app).get('/cds-services').expect(401);
    await request(app).get('/cds-services').expect(429);
  });

  it('is the one behind so many proxies as the configuration names', async () => {
    const limits = { callsPerSecond: 1, callsAtOnce: 1 };
    const ask = async (app: ReturnType<typeof closed>['app'], from: string) =>
      (await request(app).get('/cds-services').set('x-forwarded-for', from)).status;
    const behind = closed({ limits, trustedProxies: 1 }).app;
    expect([await ask(behind, '9.9.9.9, 1.1.1.1'), await ask(behind, '2.2.2.2')]).toEqual([401, 401]);
    expect(await ask(behind, '8.8.8.8, 1.1.1.1')).toBe(429);
    const open = closed({ limits }).app;
    expect([await ask(open, '1.1.1.1'), await ask(open, '2.2.2.2')]).toEqual([401, 429]);
  });

  it('of version 6 is its first 64 bits', async () => {
    const { app } = closed({ limits: { callsPerSecond: 1, callsAtOnce: 1 }, trustedProxies: 1 });
    const ask = async (from: string) => (await request(app).get('/cds-services').set('x-forwarded-for', from)).status;
    expect(await ask('2001:db8:1:2::a')).toBe(401);
    expect(await ask('2001:db8:1:2:ffff::b')).toBe(429);
    expect(await ask('2001:db8:1:3::a')).toBe(401);
  });
});
