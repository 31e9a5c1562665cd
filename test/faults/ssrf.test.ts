// No form of an address, wherever a caller or a server writes it, makes the service connect where it must not.

import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { generateKeyPair, exportJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backendServices } from '../../src/access/backend-services.ts';
import type { ClientKey } from '../../src/access/client-key.ts';
import { openConnection } from '../../src/access/connection.ts';
import { fetchKeys } from '../../src/access/fetch-keys.ts';
import { openSession, type FhirSession } from '../../src/access/fhir-session.ts';
import { guardedAgent } from '../../src/access/guarded-agent.ts';
import { openAccess } from '../../src/access/open-access.ts';
import { requestToken, tokenEndpointIn } from '../../src/access/token-endpoint.ts';
import { authenticator } from '../../src/cds-hooks/authenticate.ts';
import { gather } from '../../src/cds-hooks/gather.ts';
import { readConfig } from '../../src/config/config.ts';
import { searches } from '../../src/fhir/searches.ts';
import { createMetrics } from '../../src/telemetry/metrics.ts';
import { sendJson, startServer, type AnsweringServer } from '../access/answering-server.ts';
import { realClock } from '../access/clock.ts';
import { bundleOf, prefetchOf } from '../cds-hooks/ehr.ts';

/** Every way to write this machine, or something near it, as the host of a URL; `{port}` is the canary's. */
const forms = [
  'http://127.0.0.1:{port}',
  'http://127.1:{port}',
  'http://127.0.1:{port}',
  'http://2130706433:{port}',
  'http://0x7f000001:{port}',
  'http://0x7f.0.0.1:{port}',
  'http://0177.0.0.1:{port}',
  'http://017700000001:{port}',
  'http://127.0.0.1.:{port}',
  'http://127.8.9.10:{port}',
  'http://0.0.0.0:{port}',
  'http://0:{port}',
  'http://[::1]:{port}',
  'http://[::]:{port}',
  'http://[0:0:0:0:0:0:0:1]:{port}',
  'http://[::ffff:127.0.0.1]:{port}',
  'http://[::ffff:7f00:1]:{port}',
  'http://[::127.0.0.1]:{port}',
  'http://[64:ff9b::127.0.0.1]:{port}',
  'http://[64:ff9b:1::7f00:1]:{port}',
  'http://[2002:7f00:1::]:{port}',
  'http://localhost:{port}',
  'http://localhost.:{port}',
  'http://LOCALHOST:{port}',
  'http://%31%32%37.0.0.1:{port}',
  'http://127。0。0。1:{port}',
  'http://①②⑦.0.0.1:{port}',
  'http://ehr.example.org@127.0.0.1:{port}',
  'http://ehr.example.org:x@127.0.0.1:{port}',
  'http://127.0.0.1:{port}#@ehr.example.org',
  'http://127.0.0.1:{port}?@ehr.example.org',
  'http://127.0.0.1:{port}\\@ehr.example.org',
  '//127.0.0.1:{port}',
  'HTTP://127.0.0.1:{port}',
  'https://127.0.0.1:{port}',
  'ftp://127.0.0.1:{port}',
  'gopher://127.0.0.1:{port}',
  'file://127.0.0.1:{port}',
  'ws://127.0.0.1:{port}',
] as const;

const ourKey = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;

let canary: Server;
let connections = 0;
let port = 0;
beforeAll(async () => {
  canary = createServer((socket: Socket) => {
    connections += 1;
    socket.destroy();
  });
  canary.listen(0);
  await once(canary, 'listening');
  ({ port } = canary.address() as AddressInfo);
});
afterAll(() => {
  canary.close();
});

const written = (form: string, path: string): string => form.replace('{port}', String(port)) + path;

/** How many connections the canary saw while something was done. */
async function connectionsDuring(work: () => Promise<unknown>): Promise<number> {
  const before = connections;
  await work().catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 5));
  return connections - before;
}

const agents = {
  public: guardedAgent({ reach: 'public', networks: [] }, 4, 300),
  loopback: guardedAgent({ reach: 'loopback', networks: [] }, 4, 300),
} as const;

const searchNamed = (name: string) => searches.find((each) => each.name === name) ?? searches[0];

function sessionOn(base: URL, reach: 'public' | 'loopback'): FhirSession {
  return openSession({
    base,
    token: 'SECRET-TOKEN',
    connection: openConnection({ dispatcher: agents[reach], clock: realClock, calls: 4 }),
    limits: { responseBytes: 100_000, pages: 5, connections: 4 },
    callTimeout: 400,
    totalTime: 800,
    signal: AbortSignal.timeout(800),
  });
}

async function searched(session: FhirSession | undefined): Promise<unknown> {
  const search = searchNamed('conditions');
  return search === undefined ? undefined : await session?.search(search, 'p');
}

it('the canary is reached by whoever asks without a guard', async () => {
  expect(await connectionsDuring(() => fetch(`http://127.0.0.1:${String(port)}/`))).toBe(1);
  expect(
    await connectionsDuring(() => searched(sessionOn(new URL(written(forms[0], '/fhir')), 'loopback'))),
  ).toBeGreaterThan(0);
});

describe.each(forms)('%s', (form) => {
  it('as fhirServer of a caller: it is not the registered server', async () => {
    const config = readConfig(
      {},
      {
        publicUrl: 'https://cds.example.org',
        clients: {
          '*': { unauthenticated: true, fhirServers: [{ base: 'https://ehr.example.org/fhir', openAccess: true }] },
        },
      },
    );
    const open = openAccess(config, {
      connect: () => agents.loopback,
      clock: realClock,
      metrics: createMetrics(),
    });
    for (const path of ['', '/fhir', '/https://ehr.example.org/fhir']) {
      const session = open({
        issuer: '*',
        fhirServer: written(form, path),
        token: 't',
        signal: AbortSignal.timeout(500),
      });
      expect(session).toBeUndefined();
    }
  });

  it('as a registered server whose network was not named', async () => {
    if (!URL.canParse(written(form, '/fhir'))) return;
    const base = new URL(written(form, '/fhir'));
    expect(await connectionsDuring(() => searched(sessionOn(base, 'public')))).toBe(0);
  });

  describe('told by a server that may be read', () => {
    let server: AnsweringServer;
    let answer: Parameters<typeof startServer>[0];
    beforeAll(async () => {
      server = await startServer((request, response, body) => answer(request, response, body));
    });
    afterAll(() => server.close());
    const session = (): FhirSession => sessionOn(new URL(`${server.origin}/fhir`), 'loopback');

    it('as a next link', async () => {
      const link = [{ relation: 'next', url: written(form, '/fhir/Condition?page=2') }];
      answer = (_request, response) => sendJson(response, bundleOf([{ resourceType: 'Condition', id: 'c' }], { link }));
      expect(await connectionsDuring(() => searched(session()))).toBe(0);
    });

    it('as the target of a redirect', async () => {
      answer = (_request, response) => {
        // A header holds no letters beyond Latin 1: there such a host can only be written with percent signs.
        response.writeHead(302, { location: encodeURI(written(form, '/fhir/Condition')) }).end();
      };
      expect(await connectionsDuring(() => searched(session()))).toBe(0);
    });

    it('as a reference', async () => {
      const reference = written(form, '/fhir/Medication/m');
      const request = {
        resourceType: 'MedicationRequest',
        id: 'r',
        subject: { reference: 'Patient/p' },
        medicationReference: { reference },
      };
      const patient = { resourceType: 'Patient', id: 'p', birthDate: '2012-01-01' };
      answer = (_request, response) => response.writeHead(404).end();
      const work = () =>
        gather({
          patientId: 'p',
          prefetch: prefetchOf([patient, request]),
          base: server.origin,
          session,
        });
      expect(await connectionsDuring(work)).toBe(0);
    });

    it('as the token endpoint of its SMART configuration', async () => {
      const endpoint = written(form, '/token');
      answer = (_request, response) => sendJson(response, { token_endpoint: endpoint });
      const base = new URL(`${server.origin}/fhir`);
      const connection = openConnection({ dispatcher: agents.loopback, clock: realClock, calls: 4 });
      const key: ClientKey = { key: ourKey, kid: 'k', algorithm: 'ES384' };
      const services = backendServices({ base, clientId: 'us', key, scope: 's', connection, timeout: 400 });
      expect(await connectionsDuring(() => services.current())).toBe(0);
      expect(tokenEndpointIn({ token_endpoint: endpoint }, base, [])).toBeUndefined();
    });
  });

  it('as a token endpoint that the operator configured, outside the public network', async () => {
    if (!URL.canParse(written(form, '/token'))) return;
    const endpoint = new URL(written(form, '/token'));
    const work = () => requestToken(agents.public, endpoint, {}, AbortSignal.timeout(400));
    expect(await connectionsDuring(work)).toBe(0);
  });

  it('as jku in the header of a token', async () => {
    const jku = written(form, '/jwks.json');
    const { privateKey, publicKey } = await generateKeyPair('ES384');
    const authenticate = authenticator({
      issuers: new Map([
        [
          'https://ehr.example.org',
          { keys: { jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'other' }] } }, audiences: [], tenants: [] },
        ],
      ]),
      clockToleranceSeconds: 30,
      now: () => new Date(),
      isFirstUse: async () => await Promise.resolve(true),
      fetch: fetchKeys(new Map()),
    });
    const token = await new SignJWT({ iss: 'https://ehr.example.org', aud: 'https://cds.example.org' })
      .setProtectedHeader({ alg: 'ES384', kid: 'k', jku })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
    const work = () => authenticate(`Bearer ${token}`, 'https://cds.example.org');
    expect(await connectionsDuring(work)).toBe(0);
  });

  it('as the configured address of keys, outside the public network', async () => {
    const jku = written(form, '/jwks.json');
    if (!URL.canParse(jku)) return;
    const { href } = new URL(jku);
    const keys = fetchKeys(new Map([[href, agents.public]]));
    expect(await connectionsDuring(() => keys(href))).toBe(0);
  });
});
