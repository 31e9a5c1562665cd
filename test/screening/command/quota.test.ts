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

/** Calls that one process may have on their way while it reads one patient at a time. */
const connections = 8;

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
  const command = commandIn({ base: ehr.base, store, server, screening: { atOnce: 1 } });
  const lists = [0, 1, 2].map((part) => {
    const list = join(command.folder, `list-${String(part)}`);
    const own = Object.keys(who).filter((_id, index) => index % 3 === part);
    writeFileSync(list, own.join('\n'));
    return list;
  });
  const runs = await Promise.all(
    lists.map(async (list) => await command.run('--server', ehr.base, '--patients', list)),
  );
  const after = await openStore(store);
  const { blocked } = await after.database.selectFrom('quotas').select('blocked').executeTakeFirstOrThrow();
  await after.close();
  command.close();
  await ehr.close();
  return { ...ehr.traffic(), times: ehr.times, reports: runs.map(reportIn), blockedUntil: blocked };
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
      // Early, and by an EHR that takes its time: most calls are still to come when the pause begins.
      const busy = (call: number): number | undefined => (call === 20 ? 10 : undefined);
      const seen = await threeProcesses(await fresh(), { patients: 9, latency: 500, busy });
      expect(seen.reports).toMatchObject([wholeList(3), wholeList(3), wholeList(3)]);
      expect(seen.refused).toBe(1);
      // The pause begins when the refused process has heard of it: on a busy machine that is later than the EHR's answer.
      const heard = seen.blockedUntil - 10_000;
      expect(heard).toBeGreaterThanOrEqual(seen.times[20] ?? Infinity);
      // From then on only what was on its way may arrive, at most one call on each connection; the rest waits.
      const during = seen.times.filter((time) => time > heard && time < seen.blockedUntil - 100);
      expect(during.length).toBeLessThanOrEqual(3 * connections);
      expect(seen.times.some((time) => time >= seen.blockedUntil - 100)).toBe(true);
    },
    300_000,
  );
});
