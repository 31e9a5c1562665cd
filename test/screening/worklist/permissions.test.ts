// Every address of the list, asked by every role and by nobody.

import type { Express } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/store/store.ts';
import { as, listOn, provider, screenInto, trial, visit } from './list-under-test.ts';

let store: Store;
let number: string;
let app: Express;

beforeAll(async () => {
  store = await openStore(':memory:');
  number = await screenInto(store, 'p_one', { 'I4.ALT': 'unknown' }, { consent: 'given' });
  const times = { started: '2026-06-01T00:00:00.000Z', ended: '2026-06-01T00:01:00.000Z', as_of: '2026-06-01' };
  const run = {
    run: 'run-1',
    source: '{}',
    protocol: `${trial}@5to18`,
    protocol_digest: 'p',
    engine_digest: 'e',
    acts: 1,
  };
  const row = { ...run, ...times, state: 'complete', listed: 1, detail: '{}' };
  await store.database.insertInto('runs').values(row).execute();
  app = listOn(store);
});
afterAll(async () => await store.close());

const patient = (): string => `/worklist/${trial}/patients/${number}`;

/** Least role of each address, with a body that is right but for the revision: 0 of them is ever carried out here. */
type Address = readonly [method: 'get' | 'post', path: () => string, least: string, body?: object];

const addresses: readonly Address[] = [
  ['get', () => `/worklist/${trial}`, 'see'],
  ['get', patient, 'see'],
  ['get', () => `${patient()}/evidence`, 'see'],
  ['get', () => `/worklist/${trial}/list.csv`, 'coordinate'],
  ['get', () => `/funnel/${trial}/runs`, 'see'],
  ['get', () => `/funnel/${trial}`, 'see'],
  ['get', () => `/funnel/${trial}/funnel.csv`, 'see'],
  ['get', () => `/funnel/${trial}/screening-log.csv`, 'coordinate'],
  ['get', () => `/funnel/${trial}/compare?before=run-1&after=run-1`, 'coordinate'],
  ['post', () => `${patient()}/state`, 'coordinate', { state: 'in-review', revision: 999 }],
  ['post', () => `${patient()}/assignee`, 'coordinate', { assignee: 'me', revision: 999 }],
  ['post', () => `${patient()}/notes`, 'coordinate', { text: 'called' }],
  ['post', () => `${patient()}/rescreen`, 'coordinate', {}],
  ['post', () => `${patient()}/name`, 'coordinate', {}],
  ['post', () => `${patient()}/statements`, 'investigate', { kind: 'answer', question: 'I7', verdict: 'met' }],
  ['post', () => `${patient()}/statements/none/withdraw`, 'investigate', {}],
];

const ranks = ['nobody-here', 'see', 'coordinate', 'investigate'];

describe.each(addresses.map(([method, path, least, body = {}]) => ({ method, path, least, body })))(
  '$method $path',
  ({ method, path, least, body }) => {
    const ask = async (role: string) => {
      const at = visit(app);
      return method === 'get' ? await at.get(path(), role) : await at.post(path(), role, body);
    };

    it.each(ranks)(`answers %s as the least role ${least} says`, async (role) => {
      const { status, body: answer } = await ask(role);
      if (ranks.indexOf(role) >= ranks.indexOf(least)) {
        const isWithdrawal = path().endsWith('/withdraw');
        expect([200, 201, 202, 409, 422, ...(isWithdrawal ? [404] : [])]).toContain(status);
      } else {
        const missing = await visit(app).get(`/worklist/NCT00000000/patients/S-00000-00000`, 'investigate');
        expect(status).toBe(404);
        expect(answer).toEqual(missing.body);
      }
    });

    it('answers nobody without a token', async () => {
      const asked = method === 'get' ? request(app).get(path()) : request(app).post(path()).send(body);
      const { status, headers } = await asked;
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toBe('Bearer');
    });
  },
);

describe('a token', () => {
  const status = async (authorization: string) =>
    (await request(app).get(`/worklist/${trial}`).set('Authorization', authorization)).status;
  const seconds = Math.floor(Date.UTC(2026, 5, 1, 4) / 1000);

  it.each([
    ['for another audience', { aud: 'https://cds.example.org/worklist' }],
    ['of another issuer', { iss: 'https://evil.example.org' }],
    ['that has expired', { exp: seconds - 31 }],
    ['that is not valid yet', { nbf: seconds + 31 }],
    ['without a subject', { sub: undefined }],
    ['without an end', { exp: undefined }],
  ])('%s is refused', async (_what, claims) => {
    expect(await status(await as('see', claims))).toBe(401);
  });

  it('with a good signature of a key that is not the provider’s is refused', async () => {
    const { callingSystem } = await import('../../cds-hooks/callers.ts');
    const other = await callingSystem(provider.issuer);
    const token = await other.token('lupus-worklist', { sub: 's', realm_access: { roles: ['see'] } });
    expect(await status(`Bearer ${token}`)).toBe(401);
  });

  it('gives no role on a trial whose name every object has', async () => {
    const { body } = await request(app)
      .get('/worklist')
      .set('Authorization', await as('see'));
    expect(body).toEqual({
      person: 'see@example.org',
      trials: [{ id: trial, title: expect.any(String) as string, role: 'viewer' }],
    });
    const { status: got } = await visit(app).get('/worklist/constructor', 'see');
    expect(got).toBe(404);
  });
});

it('a service without configured access has no list', async () => {
  const { appUnderTest } = await import('../../app-under-test.ts');
  const { status } = await request(appUnderTest().app).get(`/worklist/${trial}`);
  expect(status).toBe(404);
});
