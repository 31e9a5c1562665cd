// What is kept about an answer, what is shown, and what never leaves the request?

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import request from 'supertest';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { jsonLog } from '../../src/telemetry/log.ts';
import { createMetrics } from '../../src/telemetry/metrics.ts';
import { openJournal, type Journal } from '../../src/store/journal.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { appUnderTest, service } from '../app-under-test.ts';
import { callingSystem, testNow } from './callers.ts';
import { chart, hookRequest, prefetchOf, startEhr } from './ehr.ts';

const publicUrl = 'https://cds.example.org';
const ehr = await callingSystem('https://ehr.example.org');
const other = await callingSystem('https://other.example.org');
const issuers = {
  issuers: new Map([ehr, other].map(({ issuer, configured }) => [issuer, configured])),
  fetch: async () => await Promise.reject(new Error('no network in this test')),
};
const folder = mkdtempSync(join(tmpdir(), 'lupus-bookkeeping-'));
const whole = prefetchOf(chart);
const day = 86_400_000;

let store: Store;
let now = testNow;
const stores: Store[] = [];
const journals: Journal[] = [];
beforeEach(async () => {
  now = testNow;
  store = await openStore(':memory:');
  stores.push(store);
});
afterAll(async () => {
  for (const each of journals) await each.drain();
  for (const each of stores) await each.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The application with clients of its own, and a way to ask it as one of them. */
function serving(own: object = {}, more: object = {}) {
  const clients = { [ehr.issuer]: { keys: ehr.keys, ...own }, [other.issuer]: { keys: other.keys } };
  const journal = openJournal(store, (error) => expect.unreachable(String(error)));
  journals.push(journal);
  const { app, events } = appUnderTest({ clients }, { issuers, store, journal, now: () => now, ...more });
  const ask = async (path: string, body: object | undefined, caller = ehr, claims: object = {}) => {
    const at = Math.floor(now / 1000);
    const authorization = `Bearer ${await caller.token(publicUrl + path, { iat: at, exp: at + 300, ...claims })}`;
    return body === undefined
      ? await request(app).get(path).set({ authorization })
      : await request(app).post(path).set({ authorization }).send(body);
  };
  const cards = async (body: object = hookRequest(whole), caller = ehr, claims: object = {}) =>
    (await ask(service, body, caller, claims)).body.cards as readonly { readonly uuid: string }[];
  const override = async (card: string, code = 'declined', caller = ehr) =>
    (
      await ask(
        `${service}/feedback`,
        {
          feedback: [
            {
              card,
              outcome: 'overridden',
              overrideReason: {
                reason: { system: 'urn:lupus-trial-cds:override-reason', code },
                userComment: 'Nightingale',
              },
              outcomeTimestamp: new Date(now).toISOString(),
            },
          ],
        },
        caller,
      )
    ).body as unknown;
  return { app, events, journal, ask, cards, override };
}

const kept = async () => ({
  cards: await store.database.selectFrom('cards').selectAll().execute(),
  audit: await store.database.selectFrom('audit').selectAll().orderBy('seq').execute(),
});

describe('an answer', () => {
  it('is kept by pseudonym: its cards, and one row of codes and counts', async () => {
    const { cards, journal } = serving();
    const [card] = await cards();
    await cards(hookRequest({ ...whole, conditions: null }));
    await journal.drain();
    const rows = await kept();
    expect(rows.cards).toMatchObject([
      { card: card?.uuid, client: ehr.issuer, shown: 1, protocol: 'NCT06222853@5to18' },
    ]);
    expect(rows.audit.map(({ kind, client, detail }) => [kind, client, JSON.parse(detail)])).toMatchObject([
      ['hook', ehr.issuer, { cards: 1, shown: 1, dropped: 0, protocol: 'NCT06222853@5to18' }],
      ['hook', ehr.issuer, { cards: 0, shown: 0 }],
    ]);
    expect(rows.cards[0]?.patient).toMatch(/^p_[\w-]{43}$/);
    expect(rows.audit[0]?.patient).toBe(rows.cards[0]?.patient);
    expect(JSON.stringify(rows)).not.toMatch(/Nightingale|"p"|Patient\/p/);
  });

  it('about the patient of somebody else is kept too, without a card', async () => {
    const { cards, journal } = serving();
    expect(await cards(hookRequest({ ...whole, patient: { ...chart[0], id: 'q' } }))).toEqual([]);
    await journal.drain();
    expect((await kept()).audit).toMatchObject([{ kind: 'patient-mismatch' }]);
  });

  it('names the same patient id of two callers, tenants and servers differently', async () => {
    const { cards, journal } = serving();
    await cards();
    await cards(hookRequest(whole), other);
    await cards(hookRequest(whole), ehr, { tenant: 'a' });
    await cards(hookRequest(whole), ehr, { tenant: 'b' });
    await cards(hookRequest(whole, { fhirServer: 'https://fhir.example.org/r4' }));
    await cards();
    await journal.drain();
    expect(new Set((await kept()).cards.map(({ patient }) => patient)).size).toBe(5);
  });

  it('is refused while nothing can be kept, and the service is not ready', async () => {
    const isHealthy = (): boolean => false;
    const journal = { write: () => expect.unreachable(), drain: async () => await Promise.resolve(), isHealthy };
    const { ask, app } = serving({}, { journal });
    expect((await ask(service, hookRequest(whole))).status).toBe(503);
    expect((await request(app).get('/readyz')).status).toBe(503);
    expect((await request(app).get('/healthz')).status).toBe(200);
  });

  it('is not ready when the store is closed', async () => {
    const broken = await openStore(':memory:');
    await broken.close();
    expect((await request(serving({}, { store: broken }).app).get('/readyz')).status).toBe(503);
  });
});

describe('silent mode', () => {
  it('evaluates and keeps everything, and shows nothing', async () => {
    const { cards, ask } = serving({ silent: true });
    expect(await cards()).toEqual([]);
    expect(await cards(hookRequest(whole), other)).toHaveLength(1);
    const report = async (caller: typeof ehr) => (await ask('/feedback-report', undefined, caller)).body as unknown;
    expect(await report(ehr)).toMatchObject({ services: [{ shown: 0, silent: 1 }] });
    expect(await report(other)).toMatchObject({ services: [{ shown: 1, silent: 0 }] });
    expect((await kept()).audit[0]?.detail).toContain('"cards":1,"shown":0');
  });
});

describe('feedback', () => {
  it('is counted for the client whose card it was, once, and for no other', async () => {
    const { cards, override, ask } = serving();
    const [card] = await cards();
    const uuid = card?.uuid ?? '';
    expect(await override(uuid, 'declined', other)).toEqual({ stored: 0, repeated: 0, dropped: 1 });
    expect(await override(uuid)).toEqual({ stored: 1, repeated: 0, dropped: 0 });
    expect(await override(uuid)).toEqual({ stored: 0, repeated: 1, dropped: 0 });
    expect((await ask('/feedback-report', undefined)).body).toMatchObject({
      services: [{ shown: 1, overridden: 1, reasons: [{ reason: 'declined', count: 1 }] }],
    });
    expect((await ask('/feedback-report', undefined, other)).body).toEqual({ services: [] });
  });

  it('keeps the card away for thirty days after a refusal, for that patient and client only', async () => {
    const { cards, override } = serving();
    const [card] = await cards();
    await override(card?.uuid ?? '');
    expect(await cards()).toEqual([]);
    expect(await cards(hookRequest(whole), other)).toHaveLength(1);
    expect(await cards(hookRequest(whole), ehr, { tenant: 'b' })).toHaveLength(1);
    now += 30 * day - 1;
    expect(await cards()).toEqual([]);
    now += 1;
    expect(await cards()).toHaveLength(1);
  });

  it('lets the card come back at once after "later"', async () => {
    const { cards, override } = serving();
    const [card] = await cards();
    await override(card?.uuid ?? '', 'later');
    expect(await cards()).toHaveLength(1);
  });

  it('has limits of its own', async () => {
    const { ask } = serving();
    const path = `${service}/feedback`;
    const statuses = [
      (await ask(path, { feedback: [{ card: 'x'.repeat(300_000) }] })).status,
      (await ask(path, { feedback: Array.from({ length: 101 }, () => ({})) })).status,
      (await ask(path, { nothing: 1 })).status,
      (await ask('/cds-services/nobody/feedback', { feedback: [] })).status,
    ];
    expect(statuses).toEqual([413, 413, 400, 404]);
  });
});

describe('a canary', () => {
  it('in the name, the id and both tokens is found in no log at any level, no file, no metric and no error', async () => {
    const canaries = {
      name: 'Canaria-Nightingale',
      id: 'canary-4711',
      access: 'canary-access-token',
      comment: 'Canario',
    };
    const lines: string[] = [];
    const file = join(folder, 'canary.sqlite');
    store = await openStore(file);
    const journal = openJournal(store, () => {});
    const metrics = createMetrics();
    const log = jsonLog(
      'trace',
      new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) }),
    );
    const server = await startEhr([], {
      fault: (_path, _request, response) => {
        response.writeHead(500, { 'content-type': 'application/fhir+json' });
        response.end(JSON.stringify({ resourceType: 'OperationOutcome', text: canaries.name }));
        return true;
      },
    });
    const own = { fhirServers: [{ base: server.base, networks: ['127.0.0.0/8'] }] };
    const { ask, app } = serving(own, { journal, log, metrics });
    const renamed = JSON.parse(
      JSON.stringify(whole)
        .replaceAll('Canary Nightingale', canaries.name)
        .replaceAll('Patient/p"', `Patient/${canaries.id}"`)
        .replaceAll('"id":"p"', `"id":"${canaries.id}"`),
    ) as Record<string, unknown>;
    const body = (prefetch: unknown, more: object = {}) =>
      hookRequest(prefetch, {
        context: { userId: 'Practitioner/1', patientId: canaries.id },
        fhirServer: server.base,
        fhirAuthorization: { access_token: canaries.access, patient: canaries.id },
        ...more,
      });
    const jwts: string[] = [];
    const signed = async (path: string): Promise<string> => {
      const token = await ehr.token(publicUrl + path);
      jwts.push(token.split('.')[2] ?? '');
      return `Bearer ${token}`;
    };
    const answers = [
      await ask(service, body(renamed)),
      await ask(service, body({ patient: renamed['patient'], conditions: renamed['conditions'] })),
      await ask(service, body({})),
      await ask(service, body({ patient: { ...chart[0], name: canaries.name } })),
      await ask(service, body(renamed, { fhirAuthorization: { access_token: canaries.access, patient: 'q' } })),
      await ask(service, { ...body(renamed), hook: canaries.name }),
      await ask(service, { hook: 'patient-view', context: { patientId: `${canaries.name}/${canaries.id}` } }),
      await ask(`${service}/feedback`, { feedback: [{ card: canaries.id, userComment: canaries.comment }] }),
      await request(app)
        .post(service)
        .set('authorization', await signed('/elsewhere'))
        .send(body(renamed)),
      await request(app)
        .post(`${service}/${canaries.name}`)
        .set('authorization', await signed(service))
        .send({}),
      await request(app).get(`/cds-services?patient=${canaries.name}&token=${canaries.access}`),
    ];
    const [card] = (answers[0]?.body.cards ?? []) as { readonly uuid: string }[];
    const feedback = { card: card?.uuid, outcome: 'overridden', overrideReason: { userComment: canaries.comment } };
    await ask(`${service}/feedback`, { feedback: [feedback] });
    await journal.drain();
    await server.close();

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 412, 200, 200, 400, 400, 200, 401, 404, 401]);
    expect(lines.length).toBeGreaterThan(answers.length);
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(files.join('').length).toBeGreaterThan(4_096);
    const everywhere = [
      ...lines,
      ...files,
      metrics.text(),
      ...answers.filter(({ status }) => status >= 400).map(({ text }) => text),
    ];
    for (const canary of [...Object.values(canaries), ...jwts, 'eyJ']) {
      expect(everywhere.filter((text) => text.includes(canary))).toEqual([]);
    }
    expect(
      answers.slice(0, 2).every(({ text }) => !text.includes(canaries.name) && !text.includes(canaries.access)),
    ).toBe(true);
    await store.close();
  });
});
