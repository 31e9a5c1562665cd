// A run: every patient once, the same answer as everywhere else, unchanged patients skipped, an end that is true.

import { afterAll, describe, expect, it } from 'vitest';
import { assess } from '../../../src/eligibility/assess.ts';
import { toJson } from '../../../src/eligibility/json.ts';
import { complete } from '../../../src/fhir/retrieved.ts';
import { listAll } from '../../../src/screening/run/listing.ts';
import { workThrough } from '../../../src/screening/run/working.ts';
import { endRun, runReport } from '../../../src/screening/run/run-report.ts';
import type { Screened } from '../../../src/screening/run/screened.ts';
import { finishItem } from '../../../src/screening/run/finish.ts';
import type { Gathered } from '../../../src/screening/sources/source.ts';
import { addEvent } from '../../../src/screening/worklist/events.ts';
import { dueBack } from '../../../src/screening/worklist/due-back.ts';
import { recordScreening } from '../../../src/screening/worklist/record-screening.ts';
import { defaultListSettings } from '../../../src/config/list-rules.ts';
import { sealing } from '../../../src/store/sealing.ts';
import { openStore } from '../../../src/store/store.ts';
import { screeningOn } from '../../builders.ts';
import { bothTargets } from '../../store/targets.ts';
import {
  memorySource,
  protocol,
  pseudonymise,
  pseudonymOf,
  recordAs,
  runAll,
  screenerFor,
  secret,
  server,
  vaultOf,
  type Population,
} from '../world.ts';

const { targets, close } = bothTargets();
afterAll(close);

const population = (): Population =>
  new Map<string, Gathered>([
    ['anna', recordAs('candidate-girl', 'anna')],
    ['ben', recordAs('steroids-one-month-short', 'ben')],
    ['chen', recordAs('no-lupus', 'chen')],
    ['dora', recordAs('data-missing', 'dora')],
  ]);

const signal = new AbortController().signal;

describe.each(targets)('a run on $name', ({ skip, fresh }) => {
  it.skipIf(skip)('stores for every patient the bytes that the hook and the command line give', async () => {
    const store = await openStore(await fresh());
    const all = population();
    const report = await runAll(store, 'r1', all);
    expect(report).toMatchObject({ state: 'complete', planned: 4, done: 4, skipped: 0, failed: 0, pending: 0 });
    for (const [id, gathered] of all) {
      if (!('record' in gathered)) throw new Error('no record');
      const row = await store.database
        .selectFrom('results')
        .selectAll()
        .where('patient', '=', pseudonymOf(id))
        .executeTakeFirstOrThrow();
      const own = JSON.stringify(toJson(assess(protocol, gathered.record, screeningOn('2026-06-01'))));
      expect(vaultOf.openAssessment('r1', row.patient, row.assessment)).toBe(own);
      expect(JSON.stringify(row)).not.toContain(`Patient/${id}`);
    }
    const who = await store.database.selectFrom('subjects').selectAll().execute();
    expect(who.map((row) => vaultOf.openIdentity(row.patient, row.identity).reference).sort()).toEqual(
      ['anna', 'ben', 'chen', 'dora'].map((id) => `Patient/${id}`),
    );
    await store.close();
  });

  it.skipIf(skip)('skips who is unchanged and says which result holds for her', async () => {
    const store = await openStore(await fresh());
    const all = population();
    const first = await runAll(store, 'r1', all);
    const recorded: Screened[] = [];
    const second = await runAll(store, 'r2', all, { recorded, at: '2026-06-01T20:00:00Z' });
    expect(second).toMatchObject({ done: 0, skipped: 4, statuses: first.statuses });
    expect(recorded).toEqual([]);
    const items = await store.database.selectFrom('items').selectAll().where('run', '=', 'r2').execute();
    expect(new Set(items.map(({ result_run: run }) => run))).toEqual(new Set(['r1']));
    await store.close();
  });

  it.skipIf(skip)('assesses again who changed, and only her', async () => {
    const store = await openStore(await fresh());
    const all = population();
    await runAll(store, 'r1', all);
    all.set('ben', recordAs('candidate-girl', 'ben'));
    const recorded: Screened[] = [];
    const report = await runAll(store, 'r2', all, { recorded, at: '2026-06-01T20:00:00Z' });
    expect(report).toMatchObject({ done: 1, skipped: 3 });
    expect(recorded.map(({ patient }) => patient)).toEqual([pseudonymOf('ben')]);
    await store.close();
  });

  it.skipIf(skip)('never ends an item twice: the second finisher changes nothing', async () => {
    const store = await openStore(await fresh());
    const all = population();
    const { screener } = await screenerFor(store, 'r1', all);
    await listAll({ ...screener, pseudonymise }, signal, () => {});
    const gathered = all.get('anna');
    if (gathered === undefined || !('record' in gathered)) throw new Error('no record');
    const finished = {
      run: 'r1',
      patient: pseudonymOf('anna'),
      identity: { reference: 'Patient/anna', server },
      protocol: `${protocol.id}@${protocol.version}`,
      title: protocol.title,
      grounds: { fingerprint: 'f', basis: 'b', asOf: '2026-06-01' },
      consent: 'none',
      assessed: {
        json: toJson(assess(protocol, gathered.record, screeningOn('2026-06-01'))),
        signOfLupus: true,
      },
      at: '2026-06-01T04:00:00.000Z',
    } as const;
    let recorded = 0;
    const recordScreening = async () => {
      recorded += 1;
      return await Promise.resolve({ active: true });
    };
    const ends = await Promise.all([1, 2, 3].map(() => finishItem({ ...screener, recordScreening }, finished)));
    expect(ends.filter(Boolean)).toHaveLength(1);
    expect(recorded).toBe(1);
    await store.close();
  });

  it.skipIf(skip)('stores nothing of a patient whose worklist entry could not be written', async () => {
    const store = await openStore(await fresh());
    const { screener } = await screenerFor(store, 'r1', population());
    await listAll({ ...screener, pseudonymise }, signal, () => {});
    const broken = { ...screener, recordScreening: async () => await Promise.reject(new Error('worklist')) };
    const working = { atOnce: 1, attempts: 1, pause: 1, finished: () => {} };
    await expect(workThrough(broken, working, signal)).rejects.toThrow('worklist');
    expect(await runReport(store, 'r1')).toMatchObject({ pending: 4, done: 0, statuses: {} });
    await workThrough(screener, working, signal);
    expect(await endRun(store, 'r1', 'stopped', '2026-06-01T05:00:00.000Z')).toMatchObject({ state: 'complete' });
    await store.close();
  });
});

describe('a run', () => {
  const fresh = async () => await openStore(':memory:');

  it('assesses again when the protocol, the site, a statement or the write-back changed', async () => {
    const store = await fresh();
    const all: Population = new Map([['anna', recordAs('candidate-girl', 'anna')]]);
    await runAll(store, 'r1', all);
    const changed = { ...protocol, digest: 'another' };
    expect(await runAll(store, 'r2', all, { assessing: { protocol: changed } })).toMatchObject({ done: 1 });
    expect(await runAll(store, 'r3', all, { at: '2026-06-01T06:00:00Z' })).toMatchObject({ done: 1 });
    expect(await runAll(store, 'r4', all, { assessing: { writeBack: 'w' }, at: '2026-06-01T07:00:00Z' })).toMatchObject(
      {
        done: 1,
      },
    );
    await runAll(store, 'r5', all, { at: '2026-06-01T08:00:00Z' });
    await store.database
      .insertInto('statements')
      .values({
        statement: 's1',
        patient: pseudonymOf('anna'),
        protocol: protocol.id,
        kind: 'answer',
        question: 'E13',
        verdict: 'met',
        author: 'Dr Li',
        date: '2026-05-30',
        until: '',
        withdrawn: '',
      })
      .execute();
    const stated = await runAll(store, 'r6', all, { at: '2026-06-01T09:00:00Z' });
    expect(stated).toMatchObject({ done: 1, statuses: { ineligible: 1 } });
    expect(await runAll(store, 'r7', all, { at: '2026-06-01T10:00:00Z' })).toMatchObject({ skipped: 1 });
    await store.close();
  });

  it('skips until the day before the first change of the calendar, and not on that day', async () => {
    const store = await fresh();
    const all: Population = new Map([['ben', recordAs('steroids-one-month-short', 'ben')]]);
    await runAll(store, 'r1', all);
    const { next_change: next } = await store.database
      .selectFrom('results')
      .select('next_change')
      .executeTakeFirstOrThrow();
    expect(next).toMatch(/^2026-/);
    const before = new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10);
    expect(await runAll(store, 'r2', all, { asOf: before })).toMatchObject({ skipped: 1 });
    expect(await runAll(store, 'r3', all, { asOf: next })).toMatchObject({ done: 1 });
    await store.close();
  });

  it('brings back who declined when the time has passed, although nothing in her record has changed', async () => {
    const store = await fresh();
    const all: Population = new Map([['anna', recordAs('candidate-girl', 'anna')]]);
    const settings = { ...defaultListSettings, declinedDays: 2 };
    const context = { sealing: sealing(secret), settings };
    const screen = async (run: string, asOf: string) => {
      const options = { asOf, at: `${asOf}T06:00:00Z`, isDueBack: dueBack(context) };
      const { screener } = await screenerFor(store, run, all, options);
      const recording = {
        ...screener,
        recordScreening: async (...given: Parameters<typeof screener.recordScreening>) =>
          await recordScreening(...given, context),
      };
      await listAll({ ...screener, pseudonymise }, signal, () => {});
      await workThrough(recording, { atOnce: 1, attempts: 1, pause: 1, finished: () => {} }, signal);
      return await endRun(store, run, 'stopped', `${asOf}T05:00:00.000Z`);
    };
    const state = async () =>
      (await store.database.selectFrom('worklist').select('state').executeTakeFirstOrThrow()).state;
    await screen('r1', '2026-03-10');
    await store.database.updateTable('worklist').set({ state: 'declined' }).execute();
    const onList = { patient: pseudonymOf('anna'), protocol: protocol.id };
    const detail = {
      ...({ kind: 'state', from: 'new', to: 'declined', status: 'candidate' } as const),
      protocol: `${protocol.id}@${protocol.version}`,
    };
    await addEvent(store.database, onList, { at: '2026-03-10T05:00:00.000Z', author: 'Li', detail }, context.sealing);
    expect(await screen('r2', '2026-03-11')).toMatchObject({ skipped: 1 });
    expect(await state()).toBe('declined');
    expect(await screen('r3', '2026-03-12')).toMatchObject({ done: 1 });
    expect(await state()).toBe('new');
    await store.close();
  });

  it('for another day neither moves the worklist nor counts as an earlier result', async () => {
    const store = await fresh();
    const all: Population = new Map([['anna', recordAs('candidate-girl', 'anna')]]);
    const recorded: Screened[] = [];
    expect(await runAll(store, 'r1', all, { acts: false, recorded })).toMatchObject({ done: 1 });
    expect(recorded).toEqual([]);
    expect(await runAll(store, 'r2', all, { recorded })).toMatchObject({ done: 1 });
    expect(recorded).toHaveLength(1);
    await store.close();
  });

  it('tries again who could not be read, says why at the end, and is complete all the same', async () => {
    const store = await fresh();
    const all = population();
    all.set('emil', { problem: 'timeout', retryable: true });
    all.set('fay', { problem: 'two-patients', retryable: false });
    const source = memorySource(all);
    const report = await runAll(store, 'r1', all, { attempts: 3, source });
    expect(report).toMatchObject({
      state: 'complete',
      done: 4,
      failed: 2,
      failures: { timeout: 1, 'two-patients': 1 },
    });
    expect(source.gathered.filter((id) => id === 'emil')).toHaveLength(3);
    expect(source.gathered.filter((id) => id === 'fay')).toHaveLength(1);
    expect(source.doneWith.sort()).toEqual(['anna', 'ben', 'chen', 'dora']);
    await store.close();
  });

  it('goes on after an interruption where it was, and lists nobody twice', async () => {
    const store = await fresh();
    const all = population();
    const stop = new AbortController();
    const { screener, source } = await screenerFor(store, 'r1', all);
    await listAll({ ...screener, pseudonymise }, signal, () => {});
    const working = { atOnce: 1, attempts: 2, pause: 1, finished: () => stop.abort() };
    await expect(workThrough(screener, working, stop.signal)).rejects.toThrow('abort');
    const half = await endRun(store, 'r1', 'stopped', '2026-06-01T05:00:00.000Z');
    expect(half).toMatchObject({ state: 'stopped', done: 1, pending: 3 });
    const report = await runAll(store, 'r1', all, { source });
    expect(report).toMatchObject({ state: 'complete', planned: 4, done: 4 });
    expect(source.gathered).toHaveLength(4);
    await store.close();
  });

  it('is not complete while its source is not listed to the end', async () => {
    const store = await fresh();
    const { screener } = await screenerFor(store, 'r1', population());
    const broken = {
      ...memorySource(population()),
      items: async function* items() {
        yield { item: { server, patient: 'Patient/anna' }, progress: '0' };
        throw await Promise.resolve(new Error('export lost'));
      },
    };
    await expect(listAll({ ...screener, source: broken, pseudonymise }, signal, () => {})).rejects.toThrow('lost');
    expect(await endRun(store, 'r1', 'failed', '2026-06-01T05:00:00.000Z', ['export-lost'])).toMatchObject({
      state: 'failed',
      listed: false,
      problems: ['export-lost'],
    });
    await store.close();
  });

  it('leaves criteria unknown where a search of the record was partial', async () => {
    const store = await fresh();
    const full = recordAs('candidate-girl', 'anna');
    const retrieved = { ...full.record.retrieved, observations: { state: 'partial', reason: 'export-error' } as const };
    expect(retrieved.patient).toEqual(complete);
    const all: Population = new Map([['anna', { ...full, record: { ...full.record, retrieved } }]]);
    expect(await runAll(store, 'r1', all)).toMatchObject({ statuses: { 'potential-candidate': 1 } });
    await store.close();
  });
});
