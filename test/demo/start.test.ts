// Does the demo hospital work as a whole, and only for this machine?

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { startDemo } from '../../src/demo/start.ts';

const demo = await startDemo({ port: 0, now: () => Date.parse('2028-02-29T03:00:00Z'), log: () => undefined });
afterAll(() => demo.close());

type Answer = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string };

/** A request with headers that fetch would not let us set. */
const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = httpRequest(`${demo.url}${path}`, { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    sent.on('error', reject).end();
  });

const json = async (path: string, init?: RequestInit): Promise<unknown> =>
  (await fetch(`${demo.url}${path}`, init)).json();

type Stories = readonly { readonly patientId: string; readonly name: string }[];
type Discovery = { readonly services: readonly { readonly id: string; readonly hook: string }[] };
type Cards = { readonly cards: readonly { readonly summary: string; readonly detail: string }[] };

const stories = (await json('/demo/stories')) as Stories;
const { services } = (await json('/cds-services')) as Discovery;

const openChart = async (patientId: string): Promise<Cards> => {
  const service = services.find(({ hook }) => hook === 'patient-view');
  return (await json(`/cds-services/${service?.id ?? ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      hook: 'patient-view',
      hookInstance: '2f0a4d0e-7c1e-4a3e-9f6e-1d2c3b4a5f60',
      fhirServer: `${demo.url}/fhir`,
      context: { userId: 'Practitioner/demo-clinician', patientId },
    }),
  })) as Cards;
};

const expectedOf = (slug: string): { readonly status: string; readonly signOfLupus?: boolean } =>
  (
    JSON.parse(readFileSync(new URL(`../../fixtures/${slug}/story.json`, import.meta.url), 'utf8')) as {
      readonly expected: { readonly status: string; readonly signOfLupus?: boolean };
    }
  ).expected;

describe('one address', () => {
  it('serves the page, its modules, discovery and the FHIR server', async () => {
    const kinds = {
      '/': 'text/html',
      '/page.js': 'text/javascript',
      '/page.css': 'text/css',
      '/vendor/markdown-it.js': 'text/javascript',
    };
    for (const [path, kind] of Object.entries(kinds)) {
      const answer = await ask(path);
      expect([path, answer.status, String(answer.headers['content-type'])]).toEqual([
        path,
        200,
        expect.stringContaining(kind),
      ]);
    }
    expect(services.map(({ hook }) => hook)).toContain('patient-view');
    expect(await json('/fhir/metadata')).toMatchObject({ resourceType: 'CapabilityStatement' });
  });

  it('lets the page run only its own scripts and call only its own server', async () => {
    const policy = String((await ask('/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|http/);
  });
});

describe('opening a chart', () => {
  it.each(stories.map(({ patientId }) => patientId))('of %s shows a card where one is due', async (patientId) => {
    const { cards } = await openChart(patientId);
    const { status, signOfLupus = true } = expectedOf(patientId);
    const due = status === 'ineligible' ? [0, 1] : [1];
    expect(signOfLupus ? due : [0]).toContain(cards.length);
  });

  it('of a child with markup for a name gives a card without markup', async () => {
    const { cards } = await openChart('markup-in-the-name');
    expect(cards[0]?.detail).not.toMatch(/<(?:img|script|svg|b|details)\b/);
  });
});

describe('only this machine', () => {
  it.each(['/', '/fhir/Patient', '/cds-services', '/demo/stories'])('is answered at %s', async (path) => {
    const { port } = new URL(demo.url);
    expect((await ask(path, { host: `localhost:${port}` })).status).toBe(200);
    expect((await ask(path, { host: `[::1]:${port}` })).status).toBe(200);
    expect((await ask(path, { host: 'demo.example.org' })).status).toBe(403);
    expect((await ask(path, { host: '127.0.0.1.example.org' })).status).toBe(403);
    expect((await ask(path, { origin: 'https://example.org' })).status).toBe(403);
    expect((await ask(path, { origin: 'null' })).status).toBe(403);
    const refused = await ask(path, { origin: 'http://localhost.example.org' });
    expect([refused.status, JSON.parse(refused.body)]).toEqual([
      403,
      expect.objectContaining({ resourceType: 'OperationOutcome' }),
    ]);
  });

  it('includes pages of other ports, which may read every answer', async () => {
    const origin = 'http://localhost:3000';
    for (const path of ['/fhir/Patient/nobody', '/cds-services', '/cds-services/nobody']) {
      const answer = await ask(path, { origin });
      expect([path, answer.headers['access-control-allow-origin']]).toEqual([path, origin]);
    }
    const preflight = await ask(
      '/fhir/ServiceRequest',
      { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      'OPTIONS',
    );
    expect([preflight.status, preflight.headers['access-control-allow-headers']]).toEqual([204, 'content-type']);
  });
});

it('answers also who comes while the hospital is still being furnished', async () => {
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const { port } = free.address() as AddressInfo;
  free.close();
  const opening = startDemo({ port, now: Date.now, log: () => {} });
  const early = async (): Promise<number> => {
    for (;;) {
      try {
        return (await fetch(`http://127.0.0.1:${String(port)}/cds-services`)).status;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }
  };
  expect(await early()).toBe(200);
  await (await opening).close();
});
