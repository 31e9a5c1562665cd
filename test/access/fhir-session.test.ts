import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { openConnection } from '../../src/access/connection.ts';
import { openSession, type FhirSession } from '../../src/access/fhir-session.ts';
import { guardedAgent } from '../../src/access/guarded-agent.ts';
import type { Retrieved } from '../../src/fhir/retrieved.ts';
import type { Search } from '../../src/fhir/searches.ts';
import { realClock } from './clock.ts';
import { chart, startEhr, type Ehr, type EhrOptions } from '../cds-hooks/ehr.ts';

const agent = guardedAgent({ reach: 'loopback', networks: [] }, 8, 1_000);
const open: Ehr[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((ehr) => ehr.close()));
});

async function ehrWith(options: EhrOptions): Promise<Ehr> {
  const ehr = await startEhr(chart, options);
  open.push(ehr);
  return ehr;
}

const sessionOn = (base: string, pages = 20): FhirSession =>
  openSession({
    base: new URL(base),
    token: 'SECRET-TOKEN',
    connection: openConnection({ dispatcher: agent, clock: realClock, calls: 32 }),
    limits: { responseBytes: 50_000, pages, connections: 4 },
    callTimeout: 300,
    totalTime: 1_000,
    signal: AbortSignal.timeout(1_000),
  });

const observations: Search = { name: 'observations', type: 'Observation', query: 'patient={id}', newestFirst: true };

const observed = async (session: FhirSession): Promise<Retrieved> =>
  (await session.search(observations, 'p')).retrieved;

const bad = (answer: (response: ServerResponse) => void): EhrOptions => ({
  fault: (_path, _request, response) => {
    answer(response);
    return true;
  },
});

const json = { 'content-type': 'application/fhir+json' } as const;
const bundle = '{"resourceType":"Bundle","type":"searchset"}';

describe('a server that answers unusually, but in full', () => {
  it.each<readonly [string, (response: ServerResponse) => void]>([
    ['Identity in capitals', (to) => to.writeHead(200, { ...json, 'content-encoding': 'Identity' }).end(bundle)],
    ['an empty encoding', (to) => to.writeHead(200, { ...json, 'content-encoding': '' }).end(bundle)],
    ['the type of DSTU2', (to) => to.writeHead(200, { 'content-type': 'application/json+fhir' }).end(bundle)],
    ['203 by way of a proxy', (to) => to.writeHead(203, json).end(bundle)],
  ])('is understood: %s', async (_what, answer) => {
    expect(await observed(sessionOn((await ehrWith(bad(answer))).base))).toEqual({ state: 'complete' });
  });
});

describe('a server that answers badly', () => {
  it.each<readonly [string, string, (response: ServerResponse) => void]>([
    ['403', 'status-403', (response) => response.writeHead(403, json).end('{"resourceType":"OperationOutcome"}')],
    ['404', 'status-404', (response) => response.writeHead(404).end()],
    ['500 with HTML', 'status-500', (response) => response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>')],
    ['HTML with 200', 'not-json', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>')],
    ['a redirect', 'redirect', (response) => response.writeHead(302, { location: '/fhir/Patient/p' }).end()],
    ['202: not done yet', 'not-final', (response) => response.writeHead(202, json).end(bundle)],
    ['206: a part', 'not-final', (response) => response.writeHead(206, json).end(bundle)],
    ['204: nothing', 'not-final', (response) => response.writeHead(204).end()],
    ['text cut off', 'not-json', (response) => response.writeHead(200, json).end('{"resourceType":"Bundle"')],
    ['an empty answer', 'not-a-resource', (response) => response.writeHead(200, json).end()],
    ['another type', 'wrong-type', (response) => response.writeHead(200, json).end('{"resourceType":"Patient"}')],
    ['too many bytes', 'too-large', (response) => response.writeHead(200, json).end(`{"a":"${'x'.repeat(60_000)}"}`)],
    [
      'too many announced',
      'too-large',
      (response) => response.writeHead(200, { ...json, 'content-length': '99999999' }).write('{'),
    ],
    [
      'a compressed bomb',
      'encoded',
      (response) => response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(bundle)),
    ],
    ['nesting without end', 'unsafe-json', (response) => response.writeHead(200, json).end('['.repeat(9_000))],
    ['silence', 'timeout', () => undefined],
    ['headers and then silence', 'timeout', (response) => response.writeHead(200, json).write('{')],
    ['a closed connection', 'unreachable', (response) => response.destroy()],
  ])('%s makes the search unavailable: %s', async (_name, reason, answer) => {
    const ehr = await ehrWith(bad(answer));
    expect(await observed(sessionOn(ehr.base))).toEqual({ state: 'unavailable', reason });
  });

  it('drop by drop is ended by the deadline of the call', async () => {
    const ehr = await ehrWith(
      bad((response) => {
        response.writeHead(200, json);
        const timer = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(timer));
      }),
    );
    const started = performance.now();
    expect(await observed(sessionOn(ehr.base))).toEqual({ state: 'unavailable', reason: 'timeout' });
    expect(performance.now() - started).toBeLessThan(900);
  });

  it('that is not there makes the search unavailable', async () => {
    expect(await observed(sessionOn('http://127.0.0.1:9/fhir'))).toEqual({
      state: 'unavailable',
      reason: 'unreachable',
    });
  });
});

describe('a server that pages', () => {
  it('is read to its last page', async () => {
    const ehr = await ehrWith({ pageSize: 7 });
    const part = await sessionOn(ehr.base).search(observations, 'p');
    expect([part.entries.length, part.retrieved]).toEqual([45, { state: 'complete' }]);
  });

  it('without end is read to the limit, and known since the oldest entry', async () => {
    const ehr = await ehrWith({ pageSize: 5 });
    expect(await observed(sessionOn(ehr.base, 3))).toMatchObject({
      state: 'partial',
      reason: 'too-many-pages',
      completeSince: expect.any(Number),
    });
  });

  it('in a circle is left', async () => {
    const ehr = await ehrWith({ nextLink: (url) => url.replace(/_offset=\d+/, '_offset=20') });
    expect(await observed(sessionOn(ehr.base))).toMatchObject({ state: 'partial', reason: 'paging-loop' });
  });

  it('to another host never gets us or the token there', async () => {
    const hits: string[] = [];
    const canary = createServer((request, response) => {
      hits.push(request.headers.authorization ?? 'none');
      response.end();
    });
    canary.listen(0, '127.0.0.1');
    await once(canary, 'listening');
    const { port } = canary.address() as AddressInfo;
    const ehr = await ehrWith({ nextLink: () => `http://127.0.0.1:${String(port)}/fhir/Observation` });
    expect(await observed(sessionOn(ehr.base))).toMatchObject({ state: 'partial', reason: 'foreign-link' });
    expect(hits).toEqual([]);
    canary.close();
  });

  it('gets the token with every page', async () => {
    const ehr = await ehrWith({});
    await observed(sessionOn(ehr.base));
    expect(new Set(ehr.authorizations)).toEqual(new Set(['Bearer SECRET-TOKEN']));
    expect(ehr.authorizations).toHaveLength(3);
  });
});

describe('a session', () => {
  it('prints no token', async () => {
    const ehr = await ehrWith({});
    const session = sessionOn(ehr.base);
    expect(inspect(session, { depth: 20, showHidden: true })).not.toContain('SECRET');
    expect(JSON.stringify(session)).not.toContain('SECRET');
  });

  it('never connects to an address that its rule forbids', async () => {
    const ehr = await ehrWith({});
    for (const base of [ehr.base, ehr.base.replace('127.0.0.1', 'localhost')]) {
      const guarded = openSession({
        base: new URL(base),
        token: undefined,
        connection: openConnection({
          dispatcher: guardedAgent({ reach: 'public', networks: [] }, 2, 500),
          clock: realClock,
          calls: 32,
        }),
        limits: { responseBytes: 50_000, pages: 2, connections: 2 },
        callTimeout: 500,
        totalTime: 1_000,
        signal: AbortSignal.timeout(1_000),
      });
      expect(await observed(guarded)).toEqual({ state: 'unavailable', reason: 'forbidden-address' });
    }
    expect(ehr.requests).toEqual([]);
  });
});
