// Writing back: once, in order, taken back when it is no longer true, never against a patient's will.

import { afterEach, describe, expect, it } from 'vitest';
import { guardedAgent } from '../../../src/access/guarded-agent.ts';
import { openConnection } from '../../../src/access/connection.ts';
import { givenToken } from '../../../src/access/token-source.ts';
import { drainOutbox } from '../../../src/screening/outbox/drain.ts';
import { openEhr } from '../../../src/screening/outbox/ehr.ts';
import { kinds, type WriteBack } from '../../../src/config/write-back.ts';
import type { ConsentState } from '../../../src/screening/run/screened.ts';
import { refusedAgain } from '../../../src/screening/run/write-all.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { realClock } from '../../access/clock.ts';
import { fakeEhr, type EhrRules, type FakeEhr, type Fault } from '../fake-ehr.ts';
import { pseudonymOf, recordAs, runAll, server, vaultOf, type Population } from '../world.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const settings: WriteBack = { server, kinds, from: 'candidate', consent: 'unless-refused' };
const start = Date.parse('2026-03-10T05:00:00Z');

/** A store and an EHR with one candidate in it; `drain` writes at a time, so many milliseconds after the start. */
async function hospital(rules: EhrRules = {}, more: Partial<WriteBack> = {}) {
  const store = await openStore(':memory:');
  const ehr = await fakeEhr(rules);
  const agent = guardedAgent({ reach: 'loopback', networks: [] }, 4, 1_000);
  closers.push(async () => {
    await agent.destroy();
    await ehr.close();
    await store.close();
  });
  const own = { ...settings, ...more };
  ehr.put({ resourceType: 'Patient', id: 'anna', birthDate: '2012-03-15' });
  let later = 0;
  const drain = async (pass = 0) => {
    later += pass;
    const opened = openEhr({
      base: new URL(ehr.base),
      tokens: givenToken(undefined),
      connection: openConnection({ dispatcher: agent, clock: realClock, calls: 4 }),
      callTimeout: 2_000,
      signal: new AbortController().signal,
      refusalCodes: [{ system: 'urn:site', code: 'no-contact' }],
      keepsConsents: true,
    });
    return await drainOutbox(
      { store, vault: vaultOf, ehr: opened, settings: own, now: () => start + later, today: () => '2026-03-10' },
      new AbortController().signal,
    );
  };
  return { store, ehr, drain, settings: own };
}

const candidate: Population = new Map([['anna', recordAs('candidate-girl', 'anna')]]);
const other: Population = new Map([['anna', recordAs('previous-car-t', 'anna')]]);

let count = 0;
async function screened(store: Store, population: Population, writeBack: WriteBack, consent: ConsentState = 'none') {
  count += 1;
  const at = `2026-03-10T04:${String(count % 60).padStart(2, '0')}:00Z`;
  return await runAll(store, `r${String(count)}`, population, {
    asOf: '2026-03-10',
    writeBack,
    consent: () => consent,
    at,
  });
}

const consentOf = (more: object) => ({
  resourceType: 'Consent',
  id: 'c1',
  status: 'active',
  scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'research' }] },
  patient: { reference: 'Patient/anna' },
  dateTime: '2026-03-01',
  provision: { type: 'deny' },
  ...more,
});

/** What the EHR holds, by type and status, in order. */
const held = (ehr: FakeEhr) =>
  kinds.flatMap((kind) =>
    ehr.ofType(kind).map(({ status }) => (typeof status === 'string' ? `${kind} ${status}` : kind)),
  );

describe('a candidate', () => {
  it('gets study, subject, flag, task and provenance, each once, referring to each other', async () => {
    const { store, ehr, drain, settings: own } = await hospital();
    await screened(store, candidate, own);
    expect(await drain()).toEqual({ done: 5, failed: 0, later: 0 });
    expect(held(ehr)).toEqual([
      'ResearchStudy active',
      'ResearchSubject candidate',
      'Flag active',
      'Task requested',
      'Provenance',
    ]);
    const place = (kind: string) => `${kind}/${String(ehr.ofType(kind)[0]?.id)}`;
    expect(ehr.ofType('ResearchSubject')[0]).toMatchObject({
      study: { reference: place('ResearchStudy') },
      individual: { reference: 'Patient/anna' },
    });
    expect(ehr.ofType('Task')[0]).toMatchObject({
      focus: { reference: place('ResearchSubject') },
      for: { reference: 'Patient/anna' },
    });
    expect(ehr.ofType('Provenance')[0]).toMatchObject({
      target: [{ reference: place('ResearchSubject') }, { reference: place('Flag') }, { reference: place('Task') }],
    });
    expect(await drain(1e9)).toEqual({ done: 0, failed: 0, later: 0 });
  });

  it('gets nothing where nothing is configured, and only what is configured otherwise', async () => {
    const { store, ehr, drain } = await hospital({}, { kinds: ['Task'] });
    await runAll(store, 'none', candidate, { asOf: '2026-03-10' });
    await drain();
    expect(held(ehr)).toEqual([]);
    await screened(store, candidate, { ...settings, kinds: ['Task'] });
    await drain();
    expect(held(ehr)).toEqual(['Task requested']);
  });

  it('is taken back when she is none any more, and gets a new task when she is one again', async () => {
    const { store, ehr, drain, settings: own } = await hospital();
    await screened(store, candidate, own);
    await drain();
    await screened(store, other, own);
    await drain(1_000);
    expect(held(ehr)).toEqual([
      'ResearchStudy active',
      'ResearchSubject ineligible',
      'Flag inactive',
      'Task cancelled',
      'Provenance',
    ]);
    await screened(store, candidate, own);
    await drain(1_000);
    expect(ehr.ofType('Task').map((each) => each['status'])).toEqual(['cancelled', 'requested']);
    expect(ehr.ofType('ResearchStudy')).toHaveLength(1);
  });

  it('keeps a task that a coordinator has finished as it is', async () => {
    const { store, ehr, drain, settings: own } = await hospital({}, { kinds: ['Task'] });
    await screened(store, candidate, own);
    await drain();
    const [task] = ehr.ofType('Task');
    if (task === undefined) throw new Error('no task');
    ehr.put({ ...task, status: 'completed' });
    await screened(store, other, own);
    await drain(1_000);
    expect(held(ehr)).toEqual(['Task completed']);
  });

  it('who stopped being one before anything was written leaves nothing behind', async () => {
    const { store, ehr, drain, settings: own } = await hospital();
    await screened(store, candidate, own);
    await screened(store, other, own);
    await drain();
    expect(held(ehr)).toEqual(['ResearchStudy active']);
  });

  it.each<Fault>(['commit-and-drop', 'commit-and-500', '503', 'drop'])(
    'gets one of everything although every first write ends with %s',
    async (fault) => {
      const {
        store,
        ehr,
        drain,
        settings: own,
      } = await hospital({
        fault: (write) => (write % 2 === 0 ? fault : 'none'),
        conditionalCreate: false,
      });
      await screened(store, candidate, own);
      for (let round = 0; round < 8; round += 1) await drain(600_000);
      expect(held(ehr)).toEqual([
        'ResearchStudy active',
        'ResearchSubject candidate',
        'Flag active',
        'Task requested',
        'Provenance',
      ]);
      expect(await store.database.selectFrom('outbox').select('state').where('state', '!=', 'done').execute()).toEqual(
        [],
      );
    },
  );

  it('finds again what was written before the store was set back to an earlier day', async () => {
    const { store, ehr, drain, settings: own } = await hospital();
    await screened(store, candidate, own);
    await drain();
    await store.database.updateTable('outbox').set({ state: 'pending', attempts: 0, location: '' }).execute();
    await drain(1_000);
    expect(ehr.ofType('Task')).toHaveLength(1);
  });
});

describe('a potential candidate', () => {
  const full = recordAs('candidate-girl', 'anna');
  const retrieved = { ...full.record.retrieved, observations: { state: 'partial', reason: 'timeout' } as const };
  const potential: Population = new Map([['anna', { fingerprint: 'partial', record: { ...full.record, retrieved } }]]);

  it('is written back only where the site wants that, and her subject follows her status', async () => {
    const own = await hospital();
    expect(await screened(own.store, potential, own.settings)).toMatchObject({
      statuses: { 'potential-candidate': 1 },
    });
    await own.drain();
    expect(held(own.ehr)).toEqual([]);
    const wide = await hospital({}, { from: 'potential-candidate', kinds: ['ResearchStudy', 'ResearchSubject'] });
    await screened(wide.store, potential, wide.settings);
    await wide.drain();
    expect(held(wide.ehr)).toEqual(['ResearchStudy active', 'ResearchSubject potential-candidate']);
    await screened(wide.store, candidate, wide.settings);
    await wide.drain(1_000);
    expect(held(wide.ehr)).toEqual(['ResearchStudy active', 'ResearchSubject candidate']);
  });
});

describe('a patient who must not be contacted', () => {
  it('gets nothing when the screening knows that she refused, and loses what was written before', async () => {
    const { store, ehr, drain, settings: own } = await hospital();
    await screened(store, candidate, own);
    await drain();
    await screened(store, candidate, own, 'refused');
    await drain(1_000);
    expect(held(ehr)).toContain('Task cancelled');
    expect(held(ehr)).toContain('ResearchSubject withdrawn');
  });

  it.each([
    ['has refused since the screening', (ehr: FakeEhr) => ehr.put(consentOf({}))],
    [
      'has a do-not-contact of the site',
      (ehr: FakeEhr) =>
        ehr.put(
          consentOf({
            provision: { type: 'permit', code: [{ coding: [{ system: 'urn:site', code: 'no-contact' }] }] },
          }),
        ),
    ],
    ['has died', (ehr: FakeEhr) => ehr.put({ resourceType: 'Patient', id: 'anna', deceasedBoolean: true })],
    [
      'was merged',
      (ehr: FakeEhr) =>
        ehr.put({
          resourceType: 'Patient',
          id: 'anna',
          link: [{ type: 'replaced-by', other: { reference: 'Patient/b' } }],
        }),
    ],
    ['is not there', (ehr: FakeEhr) => ehr.resources.delete('Patient/anna')],
  ])('gets nothing when she %s', async (_what, change) => {
    const { store, ehr, drain, settings: own } = await hospital();
    await screened(store, candidate, own);
    change(ehr);
    await drain();
    await drain(1e9);
    expect(held(ehr)).toEqual(['ResearchStudy active']);
  });

  it('loses a task that an interrupted write had made, when she refuses before it is tried again', async () => {
    const {
      store,
      ehr,
      drain,
      settings: own,
    } = await hospital({ fault: (write) => (write === 0 ? 'commit-and-drop' : 'none') }, { kinds: ['Task'] });
    await screened(store, candidate, own);
    await drain();
    expect(held(ehr)).toEqual(['Task requested']);
    ehr.put(consentOf({}));
    await drain(600_000);
    expect(held(ehr)).toEqual(['Task cancelled']);
  });

  it('gets nothing while nobody can read whether she refused, or where consent is required and there is none', async () => {
    const unknown = await hospital();
    await screened(unknown.store, candidate, unknown.settings, 'not-asked');
    await unknown.drain();
    expect(held(unknown.ehr)).toEqual([]);
    const strict = await hospital({}, { consent: 'required' });
    await screened(strict.store, candidate, strict.settings, 'none');
    await strict.drain();
    expect(held(strict.ehr)).toEqual([]);
    await screened(strict.store, candidate, strict.settings, 'given');
    strict.ehr.put(consentOf({ provision: { type: 'permit' } }));
    await strict.drain(1_000);
    expect(held(strict.ehr)).toContain('Task requested');
  });
});

const states = async ({ database }: Store) =>
  Object.fromEntries(
    (await database.selectFrom('outbox').select(['kind', 'state', 'reason']).execute()).map((row) => [
      row.kind,
      `${row.state} ${row.reason}`.trim(),
    ]),
  );

describe('a write that fails', () => {
  /** Longer than the longest pause. */
  const hours = 4_000_000;
  const refusing: EhrRules = { fault: () => '503' };
  const again = async (store: Store) => await refusedAgain({ store, clock: { ...realClock, now: () => start } });

  it('is not given up at its first failure, however often the process ended over it before', async () => {
    let isDown = true;
    const { store, ehr, drain, settings: own } = await hospital({ fault: () => (isDown ? '503' : 'none') });
    await screened(store, candidate, own);
    await store.database.updateTable('outbox').set({ attempts: 200 }).execute();
    expect(await drain()).toEqual({ done: 0, failed: 0, later: 5 });
    isDown = false;
    expect(await drain(2_000)).toEqual({ done: 5, failed: 0, later: 0 });
    expect(held(ehr)).toHaveLength(5);
  });

  it('is given up after sixty failures, and has sixty again when someone asks for it', async () => {
    const { store, drain, settings: own } = await hospital(refusing, { kinds: ['Task'] });
    await screened(store, candidate, own);
    for (let time = 1; time < 60; time += 1) expect(await drain(hours)).toEqual({ done: 0, failed: 0, later: 1 });
    expect(await drain(hours)).toEqual({ done: 0, failed: 1, later: 0 });
    expect(await states(store)).toEqual({ Task: 'failed status-503' });
    expect(await drain(hours)).toEqual({ done: 0, failed: 0, later: 0 });
    await again(store);
    expect(await drain()).toEqual({ done: 0, failed: 0, later: 1 });
  });

  it('waits twice as long after every failure, at most an hour, and two seconds again when it is wanted anew', async () => {
    const { store, drain, settings: own } = await hospital(refusing, { kinds: ['Task'] });
    await screened(store, candidate, own);
    const isTried = async (pass: number) => (await drain(pass)).later === 1;
    expect(await isTried(0)).toBe(true);
    for (const pause of [2_000, 4_000, 8_000]) {
      expect(await isTried(pause - 1)).toBe(false);
      expect(await isTried(1)).toBe(true);
    }
    for (let time = 0; time < 20; time += 1) expect(await isTried(3_600_000)).toBe(true);
    await screened(store, other, own);
    await screened(store, candidate, own);
    await drain();
    expect(await isTried(1_999)).toBe(false);
    expect(await isTried(1)).toBe(true);
  });

  it('because it waits for another is not given up, and is written once the other is there', async () => {
    let isDown = true;
    const { store, ehr, drain, settings: own } = await hospital({ fault: () => (isDown ? '503' : 'none') });
    await screened(store, candidate, own);
    for (let time = 0; time < 60; time += 1) await drain(hours);
    expect(await states(store)).toEqual({
      ResearchStudy: 'failed status-503',
      ResearchSubject: 'pending waits-for-another',
      Flag: 'failed status-503',
      Task: 'pending waits-for-another',
      Provenance: 'pending waits-for-another',
    });
    isDown = false;
    expect(await again(store)).toBe(5);
    expect(await drain()).toEqual({ done: 5, failed: 0, later: 0 });
    expect(held(ehr)).toHaveLength(5);
  });
});

describe('the outbox', () => {
  it('holds no name and no id of a patient in the clear', async () => {
    const { store, settings: own } = await hospital();
    await screened(store, candidate, own);
    const rows = JSON.stringify(await store.database.selectFrom('outbox').selectAll().execute());
    expect(rows).toContain(pseudonymOf('anna'));
    expect(rows).not.toContain('Patient/anna');
  });
});
