// Funnel, screening log and comparison of runs, on SQLite and on PostgreSQL.

import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { screeningNumber } from '../../../src/screening/worklist/number.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { bothTargets } from '../../store/targets.ts';
import type { Wanted } from '../worklist/assessments.ts';
import { listOn, screenInto, trial, visit } from '../worklist/list-under-test.ts';

const { targets, close } = bothTargets();
afterAll(close);

describe.each(targets)('the funnel on $name', ({ skip, fresh }) => {
  let store: Store;
  beforeEach(async (context) => {
    if (skip) context.skip();
    else store = await openStore(await fresh());
  });
  afterEach(async () => {
    if (!skip) await store.close();
  });

  const at = (worklist: object = {}) => visit(listOn(store, worklist));

  const run = async (name: string, started: string, acts = 1, protocol = `${trial}@5to18`) => {
    const digests = { protocol_digest: 'p', engine_digest: 'e', as_of: '2026-06-01' };
    const row = { run: name, source: '{}', protocol, ...digests, acts, state: 'complete', listed: 1 };
    await store.database
      .insertInto('runs')
      .values({ ...row, started, ended: started, detail: '{}' })
      .execute();
  };
  const screen = async (of: string, patients: readonly Wanted[]) => {
    for (const [index, wanted] of patients.entries()) {
      await screenInto(store, `p_${String(index)}`, wanted, { run: of });
    }
  };
  const times = (count: number, wanted: Wanted): Wanted[] => Array.from({ length: count }, () => wanted);

  it('counts each criterion alone, and withholds what is small', async () => {
    await run('run-1', '2026-06-01T00:00:00.000Z');
    await screen('run-1', [
      ...times(6, {}),
      ...times(5, { E1: 'met' }),
      ...times(6, { E1: 'met', I3: 'unknown' }),
      ...times(2, { I3: 'unknown' }),
    ]);
    const { body } = await at().get(`/funnel/${trial}`, 'see');
    const of = (id: string) => body.criteria.find(({ criterion }: { criterion: string }) => criterion === id);
    expect(body).toMatchObject({ run: 'run-1', screened: 19, smallestCount: 5 });
    expect(of('E1')).toMatchObject({ excludes: 11, unknown: 0, onlyExcludes: 11 });
    expect(of('I3')).toMatchObject({ excludes: 0, unknown: 8, onlyUnknown: 'withheld' });
    expect(body.status).toEqual({ ineligible: 11, 'potential-candidate': 'withheld', candidate: 'withheld' });
    const all = await at({ smallestCount: 1 }).get(`/funnel/${trial}`, 'see');
    expect(all.body.status).toEqual({ ineligible: 11, 'potential-candidate': 2, candidate: 6 });
  });

  it('counts results from before counts were kept beside them as it counts the others', async () => {
    await run('run-1', '2026-06-01T00:00:00.000Z');
    await screen('run-1', [...times(6, {}), ...times(7, { E1: 'met' })]);
    const before = (await at().get(`/funnel/${trial}`, 'see')).body;
    await store.database.updateTable('results').set({ counted: '' }).where('patient', '<', 'p_3').execute();
    expect((await at().get(`/funnel/${trial}`, 'see')).body).toEqual(before);
    expect(before.status).toEqual({ ineligible: 7, 'potential-candidate': 0, candidate: 6 });
  });

  it('is of the last complete run that acts, or of the one that is asked for', async () => {
    await run('run-1', '2026-06-01T00:00:00.000Z');
    await run('run-2', '2026-06-02T00:00:00.000Z');
    await run('trial-run', '2026-06-03T00:00:00.000Z', 0, `${trial}@from5`);
    await run('of-another', '2026-06-04T00:00:00.000Z', 1, 'NCT00000000@1');
    expect((await at().get(`/funnel/${trial}`, 'see')).body.run).toBe('run-2');
    expect((await at().get(`/funnel/${trial}?run=trial-run`, 'see')).body).toMatchObject({
      run: 'trial-run',
      acts: false,
    });
    expect((await at().get(`/funnel/${trial}?run=of-another`, 'see')).status).toBe(404);
    const { body } = await at().get(`/funnel/${trial}/runs`, 'see');
    expect(body.runs.map((each: { run: string }) => each.run)).toEqual(['trial-run', 'run-2', 'run-1']);
  });

  it('counts a patient whose earlier result still holds', async () => {
    await run('run-1', '2026-06-01T00:00:00.000Z');
    await run('run-2', '2026-06-02T00:00:00.000Z');
    await screen('run-1', times(6, { E1: 'met' }));
    const items = await store.database.selectFrom('items').selectAll().execute();
    await store.database
      .insertInto('items')
      .values(items.map((item) => ({ ...item, run: 'run-2', state: 'skipped' })))
      .execute();
    expect((await at().get(`/funnel/${trial}?run=run-2`, 'see')).body).toMatchObject({ screened: 6 });
  });

  it('gives the funnel as CSV', async () => {
    await run('run-1', '2026-06-01T00:00:00.000Z');
    await screen('run-1', times(6, { E1: 'met' }));
    const { text, headers } = await at().get(`/funnel/${trial}/funnel.csv?lang=zh-CN`, 'see');
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toContain('"标准","被该标准排除的患者数"');
    expect(text).toContain('"E1","6","0","6","0"');
  });

  it('gives the screening log: number, date, outcome, reasons, nothing confidential', async () => {
    await run('run-1', '2026-06-01T00:00:00.000Z');
    await screen('run-1', [{ E12: 'met', 'I6.test': 'not-met' }, { I3: 'unknown' }, {}]);
    const { text } = await at().get(`/funnel/${trial}/screening-log.csv`, 'coordinate');
    const line = (patient: string) =>
      text
        .split('\r\n')
        .find((each) => each.includes(screeningNumber(trial, patient)))
        ?.split('","');
    expect(line('p_0')?.slice(1)).toEqual([
      '2026-06-01',
      'not eligible',
      'see chart; E12: takes part in the interventional study Another study"',
    ]);
    expect(line('p_1')?.[3]).toContain('I3: ');
    expect(line('p_2')?.[3]).toBe('"');
    expect(text).not.toContain('Patient/');
    expect((await at().get(`/funnel/${trial}/screening-log.csv`, 'see')).status).toBe(404);
  });

  it('says whose answers would change and why, before another version goes live', async () => {
    await run('run-1', '2026-06-01T00:00:00.000Z');
    await run('trial-run', '2026-06-02T00:00:00.000Z', 0);
    await screen('run-1', [{}, { I3: 'unknown' }, { 'I6.test': 'unknown' }, {}]);
    await screen('trial-run', [{}, { I3: 'not-met' }, {}]);
    const path = `/funnel/${trial}/compare?before=run-1&after=trial-run`;
    const { body } = await at().get(path, 'coordinate');
    expect(body).toMatchObject({
      both: 3,
      onlyBefore: 1,
      onlyAfter: 0,
      statuses: { 'potential-candidate -> ineligible': 1, 'potential-candidate -> candidate': 1 },
    });
    const of = (patient: string) =>
      body.patients.find(({ number }: { number: string }) => number === screeningNumber(trial, patient));
    expect(body.patients).toHaveLength(2);
    expect(of('p_1')).toMatchObject({
      from: 'potential-candidate',
      to: 'ineligible',
      differences: [{ criterion: 'I3', from: 'unknown', to: 'not-met' }],
    });
    expect(of('p_2').differences).toEqual([{ criterion: 'I6.test', confidential: true, reason: 'see chart' }]);
    expect((await at().get(path, 'see')).status).toBe(404);
  });
});
