// What screening keeps is thrown away by age, and wholly for one patient.

import { afterAll, describe, expect, it } from 'vitest';
import { kinds } from '../../../src/config/write-back.ts';
import { erasePatient, purgeBefore } from '../../../src/store/retention.ts';
import { openStore } from '../../../src/store/store.ts';
import { countRows } from '../../../src/store/tables.ts';
import { bothTargets } from '../../store/targets.ts';
import { pseudonymOf, recordAs, runAll, server, type Population } from '../world.ts';

const { targets, close } = bothTargets();
afterAll(close);

const population = (): Population =>
  new Map([
    ['anna', recordAs('candidate-girl', 'anna')],
    ['chen', recordAs('no-lupus', 'chen')],
  ]);
const writeBack = { server, kinds, from: 'candidate', consent: 'unless-refused' } as const;
const asOf = '2026-03-10';

describe.each(targets)('what is kept on $name', ({ skip, fresh }) => {
  it.skipIf(skip)('about one patient is erased from every table, and about others stays', async () => {
    const store = await openStore(await fresh());
    await runAll(store, 'r1', population(), { asOf, writeBack });
    const deleted = await erasePatient(store, pseudonymOf('anna'));
    expect(deleted.screening).toBe(3 + kinds.length - 1);
    const left = await countRows(store.database);
    expect(left).toMatchObject({ items: 1, results: 1, subjects: 1, outbox: 1 });
    const whole = JSON.stringify([
      await store.database.selectFrom('outbox').selectAll().execute(),
      await store.database.selectFrom('items').selectAll().execute(),
    ]);
    expect(whole).not.toContain(pseudonymOf('anna'));
    await store.close();
  });

  it.skipIf(skip)('of an old run goes, but not a result that holds for a later run, nor the outbox', async () => {
    const store = await openStore(await fresh());
    const all = population();
    await runAll(store, 'r1', all, { asOf, writeBack });
    all.set('chen', { ...recordAs('no-lupus', 'chen'), fingerprint: 'changed' });
    await runAll(store, 'r2', all, { asOf, writeBack, at: '2026-03-10T20:00:00Z' });
    await purgeBefore(store, '2026-03-10T12:00:00.000Z');
    const left = await store.database.selectFrom('results').select(['run', 'patient']).orderBy('run').execute();
    expect(left).toEqual([
      { run: 'r1', patient: pseudonymOf('anna') },
      { run: 'r2', patient: pseudonymOf('chen') },
    ]);
    expect(await countRows(store.database)).toMatchObject({ items: 2, runs: 2, subjects: 2, outbox: kinds.length });
    await purgeBefore(store, '2027-01-01T00:00:00.000Z');
    expect(await countRows(store.database)).toMatchObject({
      items: 0,
      runs: 0,
      results: 0,
      outbox: kinds.length,
      subjects: 1,
    });
    await store.close();
  });
});
