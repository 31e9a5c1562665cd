// Workers on PostgreSQL, each a process of its own: every patient is screened once, every candidate referred once.

import { writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { bothTargets } from '../../store/targets.ts';
import { commandIn, end, progressIn, reportIn } from './command.ts';
import { expectedStatuses, hospital, manyChildren } from './hospital.ts';

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

describe.each(targets.filter(({ name }) => name === 'PostgreSQL'))('workers on $name', ({ skip, fresh }) => {
  it.skipIf(skip)(
    'share the patients of a run: each has one result, each candidate one Task',
    async () => {
      const who = manyChildren(30);
      const ids = Object.keys(who);
      const ehr = await hospital({ latency: 20 }, who);
      const store = await fresh();
      await (await openStore(store)).close();
      const writeBack = { server: ehr.base, kinds: ['Task'] };
      const command = commandIn({ base: ehr.base, store, screening: { atOnce: 2, writeBack } });
      open.push(command, ehr);
      const list = join(command.folder, 'list');
      writeFileSync(list, ids.join('\n'));

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

      const read = ehr.asked.filter(({ method, url }) => method === 'GET' && /\/Condition\?/.test(url));
      expect(read).toHaveLength(30);
      const referred = ehr.ofType('Task').map((task) => (task['for'] as { reference: string }).reference);
      const candidates = ids.filter((id) => who[id]?.expected.status === 'candidate');
      expect(referred.toSorted()).toEqual(candidates.map((id) => `Patient/${id}`).toSorted());
    },
    120_000,
  );
});
