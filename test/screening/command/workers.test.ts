// Workers on PostgreSQL, each a process of its own: every patient is screened once, every candidate referred once.

import { writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { bothTargets } from '../../store/targets.ts';
import type { FakeEhr } from '../fake-ehr.ts';
import { commandIn, end, progressIn, reportIn, results } from './command.ts';
import { expectedStatuses, hospital, manyChildren, type Children } from './hospital.ts';

const { targets, close } = bothTargets();
const open: { readonly close: () => Promise<void> | void }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
afterAll(close);

/** Starts a worker and waits until it takes patients. */
async function worker(start: (...args: readonly string[]) => ChildProcess) {
  const process = start('--worker');
  const ended = end(process);
  for (let isReady = false; !isReady;) {
    const [text] = (await once(process.stderr ?? process, 'data')) as [unknown];
    isReady = String(text).includes('"state":"ready"');
  }
  return { process, ended };
}

/** A hospital of so many children, with a list of them all and a command that writes Tasks. */
async function ready(store: string, count: number, latency = 20) {
  const who = manyChildren(count);
  const ids = Object.keys(who);
  const ehr = await hospital({ latency }, who);
  await (await openStore(store)).close();
  const writeBack = { server: ehr.base, kinds: ['Task'] };
  const command = commandIn({ base: ehr.base, store, screening: { atOnce: 2, writeBack } });
  open.push(command, ehr);
  const list = join(command.folder, 'list');
  writeFileSync(list, ids.join('\n'));
  return { who, ids, ehr, command, list };
}

/** What was on its way from a worker when it ended belongs to it until its time is over: that time ends now, and it is written. */
async function writeTheRest(command: ReturnType<typeof commandIn>): Promise<void> {
  const store = await openStore(command.store);
  await store.database.updateTable('outbox').set({ due: '' }).where('state', '=', 'pending').execute();
  await store.close();
  expect((await command.run('--write-back')).code).toBe(0);
}

/** For whom there are Tasks, each as often as there is one. */
const referredOn = (ehr: FakeEhr): readonly string[] =>
  ehr
    .ofType('Task')
    .map((task) => (task['for'] as { reference: string }).reference)
    .toSorted();

const candidatesOf = (who: Children): readonly string[] =>
  Object.keys(who)
    .filter((id) => who[id]?.expected.status === 'candidate')
    .map((id) => `Patient/${id}`)
    .toSorted();

describe.each(targets.filter(({ name }) => name === 'PostgreSQL'))('workers on $name', ({ skip, fresh }) => {
  it.skipIf(skip)(
    'share the patients of a run: each has one result, each candidate one Task',
    async () => {
      const { who, ids, ehr, command, list } = await ready(await fresh(), 30);
      const workers = [await worker(command.start), await worker(command.start)];
      const run = await command.run('--server', ehr.base, '--patients', list);
      expect(run.code).toBe(0);
      const statuses = expectedStatuses(ids, who);
      expect(reportIn(run)).toMatchObject({ state: 'complete', planned: 30, done: 30, failed: 0, statuses });
      for (const { process } of workers) process.kill('SIGINT');
      const ends = [run, ...(await Promise.all(workers.map(async ({ ended }) => await ended)))];
      expect(ends.slice(1).map(({ code }) => code)).toEqual([130, 130]);
      const shares = ends.map((each) => Number(progressIn(each).at(-1)?.['done']));
      expect(Math.min(...shares)).toBeGreaterThan(0);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(30);
      // Who watches the run sees the patients of all; a worker does not know how many there are.
      expect(progressIn(run).at(-1)).toMatchObject({ planned: 30, finished: 30 });
      expect(ends.slice(1).some((each) => each.stderr.includes('secondsLeft'))).toBe(false);

      const read = ehr.asked.filter(({ method, url }) => method === 'GET' && /\/Condition\?/.test(url));
      expect(read).toHaveLength(30);
      await writeTheRest(command);
      expect(referredOn(ehr)).toEqual(candidatesOf(who));
    },
    300_000,
  );

  it.skipIf(skip)(
    'finish what one of them had in its hands when it was killed: nobody is lost, nobody referred twice',
    async () => {
      const { who, ids, ehr, command, list } = await ready(await fresh(), 24, 100);
      const [killed, other] = [await worker(command.start), await worker(command.start)];
      const running = command.run('--server', ehr.base, '--patients', list);
      await results(command.store, 2);
      killed.process.kill('SIGKILL');
      const run = await running;
      const statuses = expectedStatuses(ids, who);
      expect(reportIn(run)).toMatchObject({ state: 'complete', planned: 24, done: 24, failed: 0, statuses });
      other.process.kill('SIGINT');
      await Promise.all([killed.ended, other.ended]);
      await writeTheRest(command);
      expect(referredOn(ehr)).toEqual(candidatesOf(who));
    },
    240_000,
  );
});
