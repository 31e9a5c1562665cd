// How long does the service take to start, and how much memory does it hold, beside a bare server started in the same run?

import autocannon from 'autocannon';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serviceFor } from '../cds-hooks/ehr.ts';
import { childrenOf, usageOf } from '../process-usage.ts';
import { requestOf } from './hook-request.ts';
import { median } from './median.ts';
import { memoryFlagsOf } from './memory-flags.ts';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const launch = [...memoryFlagsOf('start'), file('../../src/launch.mjs'), 'server'];
const folder = mkdtempSync(join(tmpdir(), 'lupus-start-'));

const configured = (processes: number): Readonly<Record<string, string>> => ({
  CDS_PUBLIC_URL: 'http://127.0.0.1',
  CDS_HOST: '127.0.0.1',
  CDS_CLIENTS: '{"*":{"unauthenticated":true}}',
  CDS_PSEUDONYM_KEY: 'k'.repeat(32),
  CDS_STORE: join(folder, `${String(processes)}.sqlite`),
  CDS_LIMITS: '{"callsPerSecond":1000000,"callsAtOnce":1000000}',
  CDS_PROCESSES: String(processes),
});

/** The least that listens. */
const bare =
  "const server = require('node:http').createServer().listen(0, '127.0.0.1', () => console.log(server.address().port))";

type Candidate = {
  readonly name: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** What it says when it listens; the port, or an address with it, is the first group. */
  readonly ready: RegExp;
};

const candidates: readonly Candidate[] = [
  { name: 'bare node:http server', args: ['--eval', bare], environment: {}, ready: /^(\d+)$/m },
  { name: 'service, one process', args: launch, environment: configured(1), ready: /"port":(\d+)/ },
  { name: 'service, two processes', args: launch, environment: configured(2), ready: /"port":(\d+),"process":2/ },
  { name: 'demo hospital', args: launch, environment: {}, ready: /is open: http:\/\/[\d.]+:(\d+)/ },
];

type Started = { readonly child: ChildProcess; readonly port: number; readonly ms: number };

async function start({ name, args, environment, ready }: Candidate): Promise<Started> {
  const from = performance.now();
  const env = { PATH: process.env['PATH'], PORT: '0', ...environment };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    const port = ready.exec(said)?.[1];
    if (port !== undefined) resolve(Number(port));
  });
  child.once('exit', () => reject(new Error(`${name} ended before it listened`)));
  return { child, port: await promise, ms: performance.now() - from };
}

async function stop({ child }: Started): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Megabytes of a process and of those that it has started. */
const megabytes = ({ child: { pid = 0 } }: Started): number =>
  [pid, ...childrenOf(pid)].reduce((sum, each) => sum + (usageOf(each)?.resident ?? Number.NaN), 0);

/** Megabytes after so many calls with 200 resources. */
async function afterCalls(started: Started, calls: number): Promise<number> {
  const { non2xx, errors } = await autocannon({
    url: `http://127.0.0.1:${String(started.port)}${serviceFor('patient-view')}`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: requestOf(200),
    connections: 16,
    amount: calls,
  });
  if (non2xx + errors > 0) throw new Error(`${String(non2xx)} refused, ${String(errors)} failed`);
  return megabytes(started);
}

const [rounds, calls] = [5, 3_000];
const times = new Map<string, number[]>(candidates.map(({ name }) => [name, []]));
const memory = new Map<string, readonly [number, number]>();
try {
  for (let round = 0; round <= rounds; round += 1) {
    for (const candidate of candidates) {
      const started = await start(candidate);
      // The first start of a checkout compiles; what it has compiled is kept for the others.
      if (round > 0) times.get(candidate.name)?.push(started.ms);
      if (round === rounds) {
        const atStart = megabytes(started);
        const isService = candidate.environment['CDS_STORE'] !== undefined;
        memory.set(candidate.name, [atStart, isService ? await afterCalls(started, calls) : Number.NaN]);
      }
      await stop(started);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(
  `Median of ${String(rounds)} starts in turns; memory of all its processes, then and after ${String(calls)} calls with 200 resources.\n`,
);
console.log(
  '| what | seconds to listening | of the bare server | MB at start | MB after calls |\n| --- | --: | --: | --: | --: |',
);
const floor = median(times.get('bare node:http server') ?? []);
for (const [name, each] of times) {
  const [atStart, after] = memory.get(name) ?? [Number.NaN, Number.NaN];
  const cells = [name, (median(each) / 1_000).toFixed(2), `${(median(each) / floor).toFixed(1)} ×`, atStart.toFixed(0)];
  console.log(`| ${[...cells, Number.isNaN(after) ? '' : after.toFixed(0)].join(' | ')} |`);
}
