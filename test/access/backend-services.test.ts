import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { backendServices, type BackendServices } from '../../src/access/backend-services.ts';
import { publicJwks, readClientKey, type ClientKey } from '../../src/access/client-key.ts';
import { openConnection } from '../../src/access/connection.ts';
import { openSession, type FhirSession } from '../../src/access/fhir-session.ts';
import { guardedAgent } from '../../src/access/guarded-agent.ts';
import { searches } from '../../src/fhir/searches.ts';
import { bundleOf } from '../cds-hooks/ehr.ts';
import { sendJson, startServer, type Answerer, type AnsweringServer } from './answering-server.ts';
import { handClock } from './clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'lupus-key-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const open: AnsweringServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content, { mode: 0o600 });
  return join(folder, name);
};
const pem = (key: typeof ec): string => String(key.export({ type: 'pkcs8', format: 'pem' }));
const ecFile = file('ec.pem', pem(ec));
const rsaFile = file('rsa.jwk', JSON.stringify({ ...rsa.export({ format: 'jwk' }), kid: 'our-rsa' }));

describe('a key file', () => {
  it('may be PEM or JWK, and its kind decides the algorithm', async () => {
    const keys = [await readClientKey(ecFile), await readClientKey(rsaFile)];
    expect(keys.map(({ algorithm }) => algorithm)).toEqual(['ES384', 'RS384']);
    expect(keys[1]?.kid).toBe('our-rsa');
    expect((await readClientKey(ecFile, 'named')).kid).toBe('named');
  });

  it.each([
    ['is missing', join(folder, 'none.pem')],
    ['holds no key', file('text.pem', 'SECRET-CONTENT')],
    ['holds broken JSON', file('text.jwk', '{"kty":"SECRET-CONTENT"')],
    ['holds a short key', file('short.pem', pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey))],
    ['holds another curve', file('p256.pem', pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey))],
  ])('that %s is refused without a word of its content', async (_name, path) => {
    const refused = await readClientKey(path).catch((error: unknown) => inspect(error));
    expect(refused).toContain('KeyError');
    expect(refused).not.toContain('SECRET-CONTENT');
  });

  it('is published by its public half only, two keys while one replaces the other', async () => {
    const { keys } = await publicJwks([await readClientKey(ecFile), await readClientKey(rsaFile)]);
    expect(keys.map(({ kty, alg, use }) => [kty, alg, use])).toEqual([
      ['EC', 'ES384', 'sig'],
      ['RSA', 'RS384', 'sig'],
    ]);
    for (const key of keys) for (const part of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(key).not.toHaveProperty(part);
  });
});

type Setting = {
  readonly services: BackendServices;
  readonly clock: ReturnType<typeof handClock>;
  readonly server: AnsweringServer;
  readonly forms: readonly URLSearchParams[];
  /** A session of reads with the tokens of these services. */
  readonly session: () => FhirSession;
};

type Choice = {
  readonly key?: ClientKey;
  readonly token?: Answerer;
  readonly configuration?: (origin: string) => unknown;
  readonly fhir?: Answerer;
  readonly endpoint?: (origin: string) => string;
  readonly allowed?: (origin: string) => string;
};

/** A server with a SMART configuration, a token endpoint that numbers its tokens, and FHIR. */
async function setting(choice: Choice = {}): Promise<Setting> {
  const forms: URLSearchParams[] = [];
  const server: AnsweringServer = await startServer((request, response, body) => {
    if (request.url === '/fhir/.well-known/smart-configuration') {
      const configuration = choice.configuration ?? ((origin) => ({ token_endpoint: `${origin}/token` }));
      sendJson(response, configuration(server.origin));
    } else if (request.method === 'POST') {
      forms.push(new URLSearchParams(body));
      if (choice.token !== undefined) choice.token(request, response, body);
      else {
        const access_token = `SECRET-${String(forms.length)}`;
        sendJson(response, { access_token, token_type: 'bearer', expires_in: 300, scope: 'system/Patient.rs' });
      }
    } else (choice.fhir ?? ((_request, answer) => sendJson(answer, bundleOf([]))))(request, response, body);
  });
  open.push(server);
  const clock = handClock();
  const connection = openConnection({
    dispatcher: guardedAgent({ reach: 'loopback', networks: [] }, 8, 500),
    clock,
    calls: 1,
  });
  const services = backendServices({
    base: new URL(`${server.origin}/fhir`),
    clientId: 'our-client',
    key: choice.key ?? (await readClientKey(ecFile)),
    scope: 'system/Patient.rs',
    connection,
    timeout: 500,
    ...(choice.endpoint !== undefined && { tokenEndpoint: choice.endpoint(server.origin) }),
    ...(choice.allowed !== undefined && { allowedTokenEndpoints: [choice.allowed(server.origin)] }),
  });
  const session = (): FhirSession =>
    openSession({
      base: new URL(`${server.origin}/fhir`),
      token: services,
      connection,
      limits: { responseBytes: 10_000, pages: 2, connections: 4 },
      callTimeout: 500,
      totalTime: 2_000,
      signal: AbortSignal.timeout(2_000),
    });
  return { services, clock, server, forms, session };
}

describe('a token of our own', () => {
  it.each([
    ['ES384', ecFile],
    ['RS384', rsaFile],
  ])('is asked for with an assertion that the server can verify: %s', async (algorithm, path) => {
    const key = await readClientKey(path);
    const { services, forms, server, clock } = await setting({ key });
    expect(await services.current()).toEqual({ token: 'SECRET-1' });
    const [form] = forms;
    expect(Object.fromEntries(form ?? [])).toMatchObject({
      grant_type: 'client_credentials',
      scope: 'system/Patient.rs',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    });
    const published = (await publicJwks([key])) as JSONWebKeySet;
    const { payload, protectedHeader } = await jwtVerify(
      form?.get('client_assertion') ?? '',
      createLocalJWKSet(published),
      {
        issuer: 'our-client',
        subject: 'our-client',
        audience: `${server.origin}/token`,
        currentDate: new Date(clock.now()),
        requiredClaims: ['jti'],
      },
    );
    expect([protectedHeader.alg, (payload.exp ?? 0) - (payload.iat ?? 0) <= 300]).toEqual([algorithm, true]);
    expect(services.grantedScope()).toBe('system/Patient.rs');
  });

  it('is kept until a minute before it expires, and asked for once by all who need it', async () => {
    const { services, clock, forms } = await setting();
    await Promise.all(Array.from({ length: 20 }, () => services.current()));
    clock.pass(239_000);
    expect([await services.current(), forms.length]).toEqual([{ token: 'SECRET-1' }, 1]);
    clock.pass(1_001);
    expect([await services.current(), forms.length]).toEqual([{ token: 'SECRET-2' }, 2]);
    expect(new Set(forms.map((form) => form.get('client_assertion'))).size).toBe(2);
  });

  it('was asked for by every search of every patient where the server gave none; now once in five seconds', async () => {
    const { services, clock, forms } = await setting({ token: (_request, response) => response.writeHead(400).end() });
    const refused = { reason: 'token-status-400' };
    expect([await services.current(), await services.current(), forms.length]).toMatchObject([refused, refused, 1]);
    clock.pass(5_001);
    expect([await services.current(), forms.length]).toMatchObject([refused, 2]);
  });

  it('that lives a minute was asked for before every call; now it serves for half a minute', async () => {
    const { services, clock, forms } = await setting({
      token: (_request, response) =>
        sendJson(response, { access_token: 'SHORT', token_type: 'bearer', expires_in: 60 }),
    });
    await services.current();
    clock.pass(29_000);
    expect([await services.current(), forms.length]).toEqual([{ token: 'SHORT' }, 1]);
    clock.pass(1_001);
    await services.current();
    expect(forms).toHaveLength(2);
  });

  it('is renewed once when the server refuses it, and the read then succeeds', async () => {
    const { session, services, forms } = await setting({
      fhir: (request, response) => {
        if (request.headers.authorization === 'Bearer SECRET-2') sendJson(response, bundleOf([]));
        else response.writeHead(401).end();
      },
    });
    const reading = session();
    const conditions = searches.find(({ name }) => name === 'conditions');
    const part = conditions === undefined ? undefined : await reading.search(conditions, 'p');
    expect([part?.retrieved, forms.length]).toEqual([{ state: 'complete' }, 2]);
    expect(inspect([reading, services], { depth: 20, showHidden: true })).not.toContain('SECRET');
  });

  it('is not asked for again and again when the server refuses every one', async () => {
    const { session, forms } = await setting({
      fhir: (_request, response) => response.writeHead(401).end(),
    });
    const reading = session();
    expect(await reading.read('Medication', 'm')).toBeUndefined();
    expect(forms).toHaveLength(2);
  });

  it('is asked for where the configuration says, without discovery', async () => {
    const { services, server } = await setting({ endpoint: (origin) => `${origin}/oauth/token` });
    await services.current();
    expect(server.asked.map(({ url }) => url)).toEqual(['/oauth/token']);
  });
});

describe('no token is had', () => {
  it.each<readonly [string, Choice, string]>([
    ['from a SMART configuration without a token endpoint', { configuration: () => ({}) }, 'no-token-endpoint'],
    [
      'from a token endpoint on another host',
      { configuration: () => ({ token_endpoint: 'http://127.0.0.2:9/token' }) },
      'no-token-endpoint',
    ],
    [
      'from an address that is none',
      { configuration: () => ({ token_endpoint: 'file:///etc/passwd' }) },
      'no-token-endpoint',
    ],
    ['where the server refuses', { token: (_q, response) => response.writeHead(400).end('{}') }, 'token-status-400'],
    [
      'from a redirect',
      { token: (_q, response) => response.writeHead(302, { location: '/x' }).end() },
      'token-unreachable',
    ],
    ['from HTML', { token: (_q, response) => response.writeHead(200).end('<h1>') }, 'token-not-json'],
    ['from an answer without a token', { token: (_q, response) => sendJson(response, {}) }, 'token-no-token'],
    [
      'from an answer without end',
      { token: (_q, response) => sendJson(response, { access_token: 'x'.repeat(100_000) }) },
      'token-unsafe-json',
    ],
    ['from silence', { token: () => undefined }, 'token-timeout'],
  ])('%s', async (_name, choice, reason) => {
    const { services } = await setting(choice);
    expect(await services.current()).toEqual({ reason });
  });

  it('from another host, unless that one was allowed by name', async () => {
    const other = await startServer((_request, response) =>
      sendJson(response, { access_token: 'T', token_type: 'Bearer', expires_in: 300 }),
    );
    open.push(other);
    const configuration = () => ({ token_endpoint: `${other.origin}/token` });
    const strict = await setting({ configuration });
    expect([await strict.services.current(), other.connections()]).toEqual([{ reason: 'no-token-endpoint' }, 0]);
    const allowed = await setting({ configuration, allowed: () => `${other.origin}/token` });
    expect(await allowed.services.current()).toEqual({ token: 'T' });
  });
});
