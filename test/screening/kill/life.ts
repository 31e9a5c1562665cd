// One life of a process that screens and writes back, until it is done or killed. Started by `kills.ts`.
// Arguments: store, run, base of the EHR, patients, milliseconds by which its clock is ahead.

import { setTimeout as sleep } from 'node:timers/promises';
import { openConnection } from '../../../src/access/connection.ts';
import { guardedAgent } from '../../../src/access/guarded-agent.ts';
import { givenToken } from '../../../src/access/token-source.ts';
import { drainOutbox } from '../../../src/screening/outbox/drain.ts';
import { openEhr } from '../../../src/screening/outbox/ehr.ts';
import { listAll } from '../../../src/screening/run/listing.ts';
import { endRun } from '../../../src/screening/run/run-report.ts';
import { workThrough } from '../../../src/screening/run/working.ts';
import { recordScreening } from '../../../src/screening/worklist/record-screening.ts';
import { defaultListSettings } from '../../../src/config/list-rules.ts';
import { sealing } from '../../../src/store/sealing.ts';
import { openStore } from '../../../src/store/store.ts';
import { realClock } from '../../access/clock.ts';
import { memorySource, pseudonymise, screenerFor, secret, vaultOf } from '../world.ts';
import { asOf, population, recordOf, settings } from './scene.ts';

const [target = '', run = '', base = '', patients = '', ahead = ''] = process.argv.slice(2);
const signal = new AbortController().signal;
let shift = Number(ahead);
const now = (): number => Date.now() + shift;

const store = await openStore(target);
const all = population(Number(patients));
const memory = memorySource(all);
const slow = {
  ...memory,
  gather: async ({ patient }: Parameters<typeof memory.gather>[0]) => {
    await sleep(Math.random() * 20);
    return recordOf(patient);
  },
};
const prepared = await screenerFor(store, run, all, { asOf, writeBack: settings, source: slow });
const context = { sealing: sealing(secret), settings: defaultListSettings };
const screener = {
  ...prepared.screener,
  now,
  recordScreening: async (...given: Parameters<typeof prepared.screener.recordScreening>) =>
    await recordScreening(...given, context),
};
const ehr = openEhr({
  base: new URL(base),
  tokens: givenToken(undefined),
  connection: openConnection({
    dispatcher: guardedAgent({ reach: 'loopback', networks: [] }, 4, 2_000),
    clock: realClock,
    calls: 4,
  }),
  callTimeout: 2_000,
  signal,
  refusalCodes: [],
  keepsConsents: true,
});
const draining = { store, vault: vaultOf, ehr, settings, now, today: () => asOf };

process.stdout.write('ready\n');
const worked = new AbortController();
const writing = async (): Promise<void> => {
  while (!worked.signal.aborted) {
    await drainOutbox(draining, signal);
    await sleep(10);
  }
};
const working = async (): Promise<void> => {
  await listAll({ ...screener, pseudonymise }, signal, () => {});
  await workThrough(screener, { atOnce: 3, attempts: 3, pause: 1, finished: () => {} }, signal);
  worked.abort();
};
await Promise.all([writing(), working()]);
await endRun(store, run, 'stopped', new Date(now()).toISOString());
const pending = async (): Promise<number> =>
  (await store.database.selectFrom('outbox').select('key').where('state', '=', 'pending').execute()).length;
for (let round = 0; round < 20 && (await pending()) > 0; round += 1) {
  shift += 4_000_000;
  await drainOutbox(draining, signal);
}
const left = await pending();
await store.close();
process.exit(left === 0 ? 0 : 3);
