// How fast is it, beside the least that any program would need? Ratios, measured in one run: this machine's noise hits both sides.

import autocannon from 'autocannon';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bundleOf } from './records.ts';
import { searches } from '../../src/fhir/searches.ts';

type Json = Record<string, unknown>;

/** A patient-view request with everything prefetched. */
function requestOf(size: number): string {
  const entries = (bundleOf(size)['entry'] as { resource: Json }[]).map(({ resource }) => ({ resource }));
  const prefetch = Object.fromEntries(
    searches.map(({ name, type }) => {
      const own = entries.filter(({ resource }) => resource['resourceType'] === type);
      return [name, name === 'patient' ? own[0]?.resource : { resourceType: 'Bundle', type: 'searchset', entry: own }];
    }),
  );
  return JSON.stringify({
    hook: 'patient-view',
    hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
    context: { userId: 'Practitioner/1', patientId: 'bench' },
    prefetch,
  });
}

type Running = { readonly child: ChildProcess; readonly port: number };

async function start(kind: 'bare' | 'service'): Promise<Running> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('servers.ts', import.meta.url)), kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, port: Number(line) };
}

type Load = { readonly perSecond: number; readonly p50: number; readonly p99: number };

async function load(port: number, body: string, connections: number, seconds: number): Promise<Load> {
  const result = await autocannon({
    url: `http://127.0.0.1:${String(port)}/cds-services/lupus-car-t-patient-view`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    connections,
    duration: seconds,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${String(result.non2xx)} refused, ${String(result.errors)} failed`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

const seconds = Number(process.argv[2] ?? 4);
const [bare, service] = await Promise.all([start('bare'), start('service')]);
try {
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
  console.log('\n| resources | connections | bare /s | hook /s | hook : bare | hook p50 ms | hook p99 ms |');
  console.log('| --: | --: | --: | --: | --: | --: | --: |');
  for (const size of [50, 200, 1000, 2000]) {
    const body = requestOf(size);
    for (const connections of [1, 16]) {
      await load(service.port, body, connections, 1);
      const rounds: { readonly floor: Load; readonly own: Load }[] = [];
      for (let round = 0; round < 2; round += 1) {
        const floor = await load(bare.port, body, connections, seconds / 2);
        const own = await load(service.port, body, connections, seconds / 2);
        rounds.push({ floor, own });
      }
      const mean = (pick: (round: (typeof rounds)[number]) => number): number =>
        rounds.map(pick).reduce((sum, each) => sum + each, 0) / rounds.length;
      const [floor, own] = [mean((each) => each.floor.perSecond), mean((each) => each.own.perSecond)];
      const cells = [
        size,
        connections,
        floor.toFixed(0),
        own.toFixed(0),
        `${((100 * own) / floor).toFixed(0)} %`,
        mean((each) => each.own.p50).toFixed(1),
        mean((each) => each.own.p99).toFixed(1),
      ];
      console.log(`| ${cells.join(' | ')} |`);
    }
  }
} finally {
  bare.child.kill();
  service.child.kill();
}
