import { once } from 'node:events';
import { request as sendSlowly, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPair, exportJWK, SignJWT } from 'jose';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/config.ts';
import { pageHeader } from '../../src/report/assessment-api.ts';
import { appUnderTest } from '../app-under-test.ts';
import { ask, fromOwnPage, girlRecord } from './page.ts';

const body = { record: girlRecord };

const outcome = (response: { status: number; body: { issue?: { diagnostics: string; expression?: string[] }[] } }) => {
  const [issue] = response.body.issue ?? [];
  return [response.status, issue?.diagnostics, issue?.expression ?? []];
};

describe('a request that does not come from a page of the service', () => {
  const app = appUnderTest({
    allowedOrigins: ['https://ehr.example.org'],
    assessment: { origins: ['https://portal.example.org'] },
  });
  const refused = [403, 'wrong-origin', []];

  it('is refused without the header of the page, wherever it comes from', async () => {
    expect(
      outcome(await ask(app, body, { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://cds.example.org' })),
    ).toEqual(refused);
  });

  it.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
    ['an EHR that may only call hooks', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://ehr.example.org' }],
    ['a page without an origin', { Origin: 'null' }],
    ['a program that says nothing', {}],
  ])('is refused from %s', async (_title, headers: Record<string, string>) => {
    const response = await ask(app, body, { [pageHeader]: '1', ...headers });
    expect(outcome(response)).toEqual(refused);
    expect(response.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('is answered from the service’s own origin, where a browser says nothing more', async () => {
    expect((await ask(app, body, { [pageHeader]: '1', Origin: 'https://cds.example.org' })).status).toBe(200);
  });

  it('is answered from a configured origin, which may read the answer', async () => {
    const headers = { [pageHeader]: '1', 'Sec-Fetch-Site': 'cross-site', Origin: 'https://portal.example.org' };
    const response = await ask(app, body, headers);
    expect(response.status).toBe(200);
    expect(response.headers['access-control-allow-origin']).toBe('https://portal.example.org');
  });

  it('gets leave to send the header from a configured origin only', async () => {
    const preflight = (origin: string) => request(app.app).options('/assessment').set('Origin', origin);
    const allowed = await preflight('https://portal.example.org');
    expect(allowed.headers['access-control-allow-headers']).toContain(pageHeader);
    const others = await Promise.all(['https://ehr.example.org', 'https://evil.example'].map(preflight));
    for (const { headers } of others) expect(headers).not.toHaveProperty('access-control-allow-headers');
  });
});

describe('a body that cannot be assessed', () => {
  const app = appUnderTest({ limits: { requestBytes: 2_000_000 } });
  const of = async (sent: string | object) => outcome(await ask(app, sent));

  it.each([
    ['is no JSON', '{', [400, 'not-json', []]],
    ['says a thing twice', '{"record":{},"record":{}}', [400, 'unsafe-json', []]],
    ['is nested too deep', `{"record":${'['.repeat(500)}${']'.repeat(500)}}`, [400, 'unsafe-json', []]],
    ['is a list', '[]', [400, 'bad-form', ['']]],
    ['has no record', {}, [400, 'bad-form', ['record']]],
    ['has a record that is no Bundle', { record: { resourceType: 'Patient' } }, [400, 'bad-form', ['record']]],
    ['has no Patient', { record: { resourceType: 'Bundle', entry: [] } }, [400, 'bad-form', ['record']]],
    ['names an unknown protocol', { ...body, protocol: 'NCT0@x' }, [400, 'bad-form', ['protocol']]],
    ['names an unknown language', { ...body, language: 'tlh' }, [400, 'bad-form', ['language']]],
    [
      'names an unknown search',
      { ...body, unread: [{ search: 'x', state: 'partial', reason: 'y' }] },
      [400, 'bad-form', ['unread.0.search']],
    ],
    [
      'names a date that is none',
      { ...body, unread: [{ search: 'lists', state: 'partial', reason: 'y', completeSince: '2026' }] },
      [400, 'bad-form', ['unread.0.completeSince']],
    ],
    [
      'names an unknown item',
      { ...body, attributions: [{ item: 'x', to: 'lupus' }] },
      [400, 'bad-form', ['attributions.0.item']],
    ],
    [
      'answers a criterion that has parts',
      { ...body, answers: [{ question: 'I2', verdict: 'met' }] },
      [400, 'bad-form', ['answers.0.question']],
    ],
  ])('is refused if it %s', async (_title, sent, expected) => {
    expect(await of(sent)).toEqual(expected);
  });

  it('is refused with two patients', async () => {
    const two = ['a', 'b'].map((id) => ({ resource: { resourceType: 'Patient', id } }));
    expect(await of({ record: { resourceType: 'Bundle', entry: two } })).toEqual([400, 'bad-form', ['record']]);
  });

  it('is refused if it is too long, or of another type', async () => {
    expect(await of({ record: 'x'.repeat(2_000_001) })).toEqual([413, 'too-large', []]);
    const form = await ask(app, 'record=1', { ...fromOwnPage, 'Content-Type': 'application/x-www-form-urlencoded' });
    expect(outcome(form)).toEqual([415, 'wrong-content-type', []]);
  });

  it('is never repeated in the answer', async () => {
    const { text } = await ask(app, { record: { resourceType: 'Bundle', entry: [] }, protocol: 'Secret-Name' });
    expect(text).not.toContain('Secret-Name');
  });

  it('needs the right method', async () => {
    const response = await request(app.app).get('/assessment');
    expect([response.status, response.headers['allow']]).toEqual([405, 'POST']);
  });
});

describe('too many requests', () => {
  it('of one address are turned away with 429', async () => {
    const app = appUnderTest({ limits: { callsPerSecond: 0.001, callsAtOnce: 1 } });
    expect((await ask(app, body)).status).toBe(200);
    expect(outcome(await ask(app, body))).toEqual([429, 'too-many-calls', []]);
  });

  it('at the same time are turned away with 503, and later ones are answered', async () => {
    const app = appUnderTest({ limits: { inFlight: 1 } });
    const server = app.app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const text = JSON.stringify(body);
    const { port } = server.address() as AddressInfo;
    const headers = { ...fromOwnPage, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const first = sendSlowly({ port, path: '/assessment', method: 'POST', headers });
    first.write(text.slice(0, 100));
    let second = await ask(app, body);
    while (second.status === 200) second = await ask(app, body);
    expect(outcome(second)).toEqual([503, 'busy', []]);
    expect(second.headers['retry-after']).toBe('1');
    const answered = once(first, 'response');
    first.end(text.slice(100));
    const [response] = (await answered) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    response.resume();
    await once(response, 'end');
    let third = await ask(app, body);
    while (third.status === 503) third = await ask(app, body);
    expect(third.status).toBe(200);
    server.close();
  });
});

describe('a reader’s token, where it is asked for', async () => {
  const issuer = 'https://ehr.example.org';
  const { publicKey, privateKey } = await generateKeyPair('ES384');
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', kty: 'EC' as const }] };
  const file = {
    clients: { [issuer]: { keys: { jwks } } },
    evidencePage: { clientId: 'evidence-page' },
    assessment: { requireTokenOf: issuer },
  };
  const issuers = { issuers: new Map([[issuer, { keys: { jwks }, audiences: [], tenants: [] }]]), fetch };
  const app = appUnderTest(file, { issuers });
  const now = Date.UTC(2026, 5, 1, 4) / 1000;
  const token = (claims: object = {}, expires = now + 300) =>
    new SignJWT({ sub: 'dr-li', iss: issuer, aud: 'evidence-page', exp: expires, ...claims })
      .setProtectedHeader({ alg: 'ES384', kid: 'k1' })
      .sign(privateKey);
  const asked = async (bearer?: string) =>
    await ask(app, body, { ...fromOwnPage, ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }) });

  it('lets its bearer ask again and again until it expires', async () => {
    const good = await token();
    expect([(await asked(good)).status, (await asked(good)).status]).toEqual([200, 200]);
    expect((await asked(await token({}, now - 60))).status).toBe(401);
  });

  it('is refused if there is none, or if it was made for another page or by another issuer', async () => {
    expect(outcome(await asked())).toEqual([401, 'unauthorized', []]);
    expect((await asked(await token({ aud: 'other-page' }))).status).toBe(401);
    expect((await asked(await token({ iss: 'https://evil.example' }))).status).toBe(401);
    expect(app.events.filter(({ event }) => event === 'refused').length).toBeGreaterThanOrEqual(3);
  });

  it('needs an issuer with keys and an audience, or the service does not start', () => {
    const nobody = { requireTokenOf: 'https://nobody.example', tokenAudience: 'x' };
    expect(() => appUnderTest({ assessment: nobody })).toThrow(ConfigError);
    expect(() => appUnderTest({ ...file, evidencePage: {} }, { issuers })).toThrow(ConfigError);
  });
});
