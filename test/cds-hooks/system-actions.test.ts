// When, and how often, is an EHR asked to do something by itself, and what?

import request from 'supertest';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cdsResponseSchema } from '../../src/cards/card.ts';
import { openJournal, type Journal } from '../../src/store/journal.ts';
import { erasePatient } from '../../src/store/retention.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { appUnderTest } from '../app-under-test.ts';
import { stories } from '../stories.ts';
import { callingSystem } from './callers.ts';
import { callOf, contexts, prefetchOf, serviceFor, type HookName } from './ehr.ts';

const publicUrl = 'https://cds.example.org';
const ehr = await callingSystem('https://ehr.example.org');
const issuers = {
  issuers: new Map([[ehr.issuer, ehr.configured]]),
  fetch: async () => await Promise.reject(new Error('no network in this test')),
};
const signed = { systemActions: { signedBy: 'Dr Li, head of rheumatology', signedOn: '2026-05-01' } };
const day = 86_400_000;

let store: Store;
const stores: Store[] = [];
const journals: Journal[] = [];
beforeEach(async () => {
  store = await openStore(':memory:');
  stores.push(store);
});
afterAll(async () => {
  for (const each of journals) await each.drain();
  for (const each of stores) await each.close();
});

/** Asks as a client with such settings, on the day of the story and so many days later. */
function serving(own: object, file: object = {}) {
  let later = 0;
  const journal = openJournal(store, (error) => expect.unreachable(String(error)));
  journals.push(journal);
  const now = (): number => Date.parse('2026-03-10T04:00:00Z') + later * day;
  const { app } = appUnderTest(
    { clients: { [ehr.issuer]: { keys: ehr.keys, ...own } }, ...file },
    { issuers, store, journal, now },
  );
  const ask = async (name: string, hook: HookName = 'patient-view', claims: object = {}) => {
    const story = stories.find((each) => each.name === name);
    if (story === undefined) throw new Error(name);
    const { record } = story;
    const patientId = String(record.patient['id']);
    const at = Math.floor(now() / 1000);
    const token = await ehr.token(publicUrl + serviceFor(hook), { iat: at, exp: at + 300, ...claims });
    const { body, status } = await request(app)
      .post(serviceFor(hook))
      .set('authorization', `Bearer ${token}`)
      .send(
        callOf(hook, prefetchOf([record.patient, ...record.resources]), { context: { ...contexts[hook], patientId } }),
      );
    expect(status).toBe(200);
    const answer = cdsResponseSchema.parse(body);
    return { answer, patientId, actions: answer.systemActions ?? [], hasKey: 'systemActions' in (body as object) };
  };
  return { ask, journal, wait: (days: number) => void (later += days) };
}

describe('an EHR whose site has signed', () => {
  it('is asked once for a Task for the trial office about a candidate, beside a card that says the same', async () => {
    const { ask, journal } = serving(signed);
    const { answer, actions, patientId } = await ask('candidate-girl');
    expect(answer.cards).toHaveLength(1);
    expect(actions).toMatchObject([
      {
        type: 'create',
        resource: { resourceType: 'Task', status: 'requested', for: { reference: `Patient/${patientId}` } },
      },
    ]);
    expect((await ask('candidate-girl')).hasKey).toBe(false);
    expect((await ask('candidate-girl', 'encounter-start')).hasKey).toBe(false);
    expect((await ask('candidate-girl', 'patient-view', { tenant: 'b' })).actions).toHaveLength(1);
    await journal.drain();
    const audit = await store.database.selectFrom('audit').select('detail').orderBy('seq').execute();
    expect(audit.map(({ detail }) => detail.includes('"actions":1'))).toEqual([true, false, false, true]);
  });

  it('is asked again after half a year, and after the patient was erased', async () => {
    const { ask, journal, wait } = serving(signed);
    await ask('candidate-girl');
    await journal.drain();
    const [row] = await store.database.selectFrom('cards').select('patient').execute();
    expect((await erasePatient(store, row?.patient ?? '')).replay).toBe(1);
    expect((await ask('candidate-girl')).actions).toHaveLength(1);
    wait(181);
    const { answer, actions } = await ask('candidate-girl');
    // Half a year later her results are too old for a candidate: then there is a card, and nothing is done.
    expect([answer.cards.length <= 1, actions]).toEqual([true, []]);
  });

  it.each(['data-missing', 'no-lupus', 'previous-car-t', 'weight-missing'])(
    'is asked for nothing about %s',
    async (name) => {
      expect((await serving(signed).ask(name)).hasKey).toBe(false);
    },
  );

  it('is asked for nothing by an order, in silent mode, and while the trial does not recruit', async () => {
    expect((await serving(signed).ask('candidate-girl', 'order-sign')).hasKey).toBe(false);
    expect((await serving({ ...signed, silent: true }).ask('candidate-girl')).hasKey).toBe(false);
    expect((await serving(signed, { trial: { recruiting: false } }).ask('candidate-girl')).hasKey).toBe(false);
  });
});

it('an EHR whose site has signed nothing is asked for nothing', async () => {
  const { hasKey, answer } = await serving({}).ask('candidate-girl');
  expect([hasKey, answer.cards.length]).toEqual([false, 1]);
});
