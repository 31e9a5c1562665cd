// Two tenants of one EHR and a second EHR, with the same patient ids, asking at the same time: does anything cross?

import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Resource } from '../../src/fhir/record.ts';
import { openJournal } from '../../src/store/journal.ts';
import { openStore } from '../../src/store/store.ts';
import { appUnderTest, service } from '../app-under-test.ts';
import { callingSystem, type CallingSystem } from '../cds-hooks/callers.ts';
import { chart, hookRequest, startEhr, type Ehr } from '../cds-hooks/ehr.ts';
import { strictCards } from '../cds-hooks/outbound.ts';

const publicUrl = 'https://cds.example.org';
const [first, second] = [
  await callingSystem('https://one.example.org'),
  await callingSystem('https://two.example.org'),
];

type Tenant = {
  readonly caller: CallingSystem;
  readonly tenant?: string;
  readonly mark: string;
  readonly token: string;
};

/** The marks are birth dates, which stand on the card. */
const tenants: readonly Tenant[] = [
  { caller: first, tenant: 'north', mark: '2012-03-11', token: 'token-of-north' },
  { caller: first, tenant: 'south', mark: '2012-03-12', token: 'token-of-south' },
  { caller: second, mark: '2012-03-13', token: 'token-of-two' },
];

/** The chart of "Patient/p", as each tenant knows it. */
const chartOf = (mark: string): readonly Resource[] =>
  chart.map((resource, index) => (index === 0 ? { ...resource, birthDate: mark } : resource));

const store = await openStore(':memory:');
const journal = openJournal(store, (error) => expect.unreachable(String(error)));
let ehrs: readonly Ehr[] = [];
beforeAll(async () => {
  ehrs = await Promise.all(tenants.map(({ mark, token }) => startEhr(chartOf(mark), { token })));
});
afterAll(async () => {
  await Promise.all(ehrs.map((ehr) => ehr.close()));
  await journal.drain();
  await store.close();
});

it('answers each with its own data, keeps them apart, and shows no token to another’s server', async () => {
  const networks = ['127.0.0.0/8'];
  const serversOf = (caller: CallingSystem) =>
    tenants.flatMap((tenant, index) => (tenant.caller === caller ? [{ base: ehrs[index]?.base, networks }] : []));
  const clients = Object.fromEntries(
    [first, second].map((caller) => [caller.issuer, { keys: caller.keys, fhirServers: serversOf(caller) }]),
  );
  const issuers = {
    issuers: new Map([first, second].map(({ issuer, configured }) => [issuer, configured])),
    fetch: async () => await Promise.reject(new Error('no network in this test')),
  };
  const { app, events } = appUnderTest(
    { clients, limits: { callsAtOnce: 100_000 }, deadlines: { total: 60_000, call: 60_000 } },
    { issuers, store, journal },
  );
  const call = async ({ caller, tenant, token }: Tenant, index: number): Promise<string> => {
    const jwt = await caller.token(publicUrl + service, tenant === undefined ? {} : { tenant });
    const authorization = { access_token: token, token_type: 'Bearer', expires_in: 60, scope: 's', subject: 's' };
    const { status, body } = await request(app)
      .post(service)
      .set('authorization', `Bearer ${jwt}`)
      .send(hookRequest({}, { fhirServer: ehrs[index]?.base, fhirAuthorization: authorization }));
    expect(status).toBe(200);
    return JSON.stringify(strictCards(body));
  };
  const answers: string[] = [];
  for (let wave = 0; wave < 10; wave += 1) {
    const turns = [...tenants, ...tenants, ...tenants].map((tenant, index) => call(tenant, index % tenants.length));
    answers.push(...(await Promise.all(turns)));
  }
  for (const [turn, answer] of answers.entries()) {
    const own = tenants[turn % tenants.length]?.mark ?? '';
    const shown = tenants.map(({ mark }) => mark).filter((mark) => answer.includes(mark));
    expect(shown).toEqual([own]);
  }
  for (const [index, ehr] of ehrs.entries()) {
    expect(new Set(ehr.authorizations)).toEqual(new Set([`Bearer ${tenants[index]?.token ?? ''}`]));
  }
  await journal.drain();
  const rows = await store.database.selectFrom('cards').select(['client', 'patient']).execute();
  const patients = Map.groupBy(rows, ({ client }) => client);
  expect([...patients.keys()].toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'https://one.example.org north',
    'https://one.example.org south',
    'https://two.example.org',
  ]);
  expect(new Set(rows.map(({ patient }) => patient)).size).toBe(3);
  for (const own of patients.values()) expect(new Set(own.map(({ patient }) => patient)).size).toBe(1);
  expect(JSON.stringify([rows, events])).not.toMatch(/token-of|Nightingale/);
});
