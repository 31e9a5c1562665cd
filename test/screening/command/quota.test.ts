// Several processes that read one EHR: together they keep within what it allows, and all wait when it says so.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import type { EhrRules } from '../fake-ehr.ts';
import { bothTargets } from '../../store/targets.ts';
import { commandIn, reportIn } from './command.ts';
import { hospital, manyChildren } from './hospital.ts';

const { targets, close } = bothTargets();
afterAll(close);

/** Three processes on one store, each with a list of its own; what the EHR saw, and what the runs say. */
async function threeProcesses(
  store: string,
  { patients, ...rules }: EhrRules & { readonly patients: number },
  callsPerMinute?: number,
) {
  await (await openStore(store)).close();
  const who = manyChildren(patients);
  const ehr = await hospital(rules, who);
  const server = callsPerMinute === undefined ? {} : { callsPerMinute };
  const command = commandIn({ base: ehr.base, store, server });
  const lists = [0, 1, 2].map((part) => {
    const list = join(command.folder, `list-${String(part)}`);
    const own = Object.keys(who).filter((_id, index) => index % 3 === part);
    writeFileSync(list, own.join('\n'));
    return list;
  });
  const runs = await Promise.all(
    lists.map(async (list) => await command.run('--server', ehr.base, '--patients', list)),
  );
  command.close();
  await ehr.close();
  return { ...ehr.traffic(), times: ehr.times, reports: runs.map(reportIn) };
}

const wholeList = (patients: number) => ({ state: 'complete', planned: patients, done: patients, failed: 0 });

describe.concurrent.each(targets)('three processes on $name', ({ skip, fresh }) => {
  it.skipIf(skip)(
    'never call an EHR more often than the 250 times a minute that it allows',
    async () => {
      const seen = await threeProcesses(await fresh(), { patients: 18, callsPerMinute: 250 }, 250);
      expect(seen.reports).toMatchObject([wholeList(6), wholeList(6), wholeList(6)]);
      expect(seen.refused).toBe(0);
      expect(seen.most).toBeLessThanOrEqual(250);
      // More than fit into a minute: the quota did hold them back.
      expect(seen.all).toBeGreaterThan(250);
    },
    240_000,
  );

  it.skipIf(skip)(
    'all stop for as long as an EHR that answers 429 says',
    async () => {
      const busy = (call: number): number | undefined => (call === 60 ? 10 : undefined);
      const seen = await threeProcesses(await fresh(), { patients: 9, latency: 20, busy });
      expect(seen.reports).toMatchObject([wholeList(3), wholeList(3), wholeList(3)]);
      expect(seen.refused).toBe(1);
      const refused = seen.times[60] ?? 0;
      // What was on its way when the answer came may still arrive; after that nothing, from nobody.
      const during = seen.times.filter((time) => time > refused + 3_000 && time < refused + 9_900);
      expect(during).toEqual([]);
      expect(seen.times.some((time) => time >= refused + 9_900)).toBe(true);
    },
    300_000,
  );
});
