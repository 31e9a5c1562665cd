// `npm run bench:workers -- [--patients N] [--latency MS] [--at-once N]`: how much faster do two processes screen than one, on PostgreSQL,
// where the EHR answers after 50 ms?

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/store/store.ts';
import { fakeEhr } from '../screening/fake-ehr.ts';
import { recordAs } from '../screening/world.ts';
import { scriptOptions } from '../script-options.ts';
import { bothTargets } from '../store/targets.ts';
import { memoryFlagsOf } from './memory-flags.ts';

const { number } = scriptOptions('npm run bench:workers -- [--patients N] [--latency MS] [--at-once N]', {
  options: {
    patients: { type: 'string', default: '160' },
    latency: { type: 'string', default: '50' },
    'at-once': { type: 'string', default: '1' },
  },
});
const [patients, latency, atOnce] = [number('patients'), number('latency'), number('at-once')];
const { targets, close } = bothTargets();
const postgres = targets.find(({ name, skip }) => name === 'PostgreSQL' && !skip);
if (postgres === undefined) throw new Error('this benchmark needs PostgreSQL');

const folder = mkdtempSync(join(tmpdir(), 'lupus-workers-'));
const ehr = await fakeEhr({ latency });
const ids = Array.from({ length: patients }, (_none, index) => `w${String(index)}`);
for (const id of ids) {
  const { patient, resources } = recordAs('no-lupus', id).record;
  for (const [index, resource] of [patient, ...resources].entries()) {
    const own = index === 0 ? id : `${id}-${String(index)}`;
    ehr.put({ ...resource, id: own });
  }
}
writeFileSync(join(folder, 'patients'), ids.join('\n'));
writeFileSync(join(folder, 'key'), 'k'.repeat(40));

const launch = fileURLToPath(new URL('../../src/launch.mjs', import.meta.url));

/** As `npm run screen` starts it. */
const memory = memoryFlagsOf('screen');

/** Starts `screen` with its own configuration, on one store. */
function screen(store: string, ...args: readonly string[]) {
  const config = join(folder, 'config.json');
  const server = { base: ehr.base, networks: ['127.0.0.0/8'], openAccess: true, keepsConsents: false };
  writeFileSync(
    config,
    JSON.stringify({
      publicUrl: 'https://cds.example.org',
      store,
      pseudonymKeyFile: join(folder, 'key'),
      screening: { servers: [server], atOnce, workFolder: join(folder, 'work') },
    }),
  );
  const env = { ...process.env, CDS_CONFIG: config };
  const command = [...memory, launch, 'cli', 'screen', ...args];
  return spawn(process.execPath, command, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Seconds from the first result of a run to the last, with so many processes. */
async function seconds(processes: number): Promise<number> {
  if (postgres === undefined) return Number.NaN;
  const target = await postgres.fresh();
  await (await openStore(target)).close();
  const workers = Array.from({ length: processes - 1 }, () => screen(target, '--worker', '--json'));
  if (processes > 1) await sleep(6_000);
  const run = screen(target, '--server', ehr.base, '--patients', join(folder, 'patients'), '--json');
  const [code] = await once(run, 'exit');
  if (code !== 0) throw new Error(`the run ended with ${String(code)}`);
  for (const worker of workers) {
    worker.kill('SIGINT');
    await once(worker, 'exit');
  }
  const store = await openStore(target);
  const results = await store.database.selectFrom('results').select('at').orderBy('at').execute();
  await store.close();
  if (results.length !== patients) throw new Error('not every patient has a result');
  return (Date.parse(results.at(-1)?.at ?? '') - Date.parse(results[0]?.at ?? '')) / 1_000;
}

const one = await seconds(1);
const two = await seconds(2);
console.log(JSON.stringify({ patients, latency, atOnce, one, two, ratio: Math.round((one / two) * 100) / 100 }));
await ehr.close();
close();
rmSync(folder, { recursive: true, force: true });
