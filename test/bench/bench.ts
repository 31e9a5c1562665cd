// How fast is it, beside the least that any program would need? Ratios, measured in one run: this machine's noise hits both sides.

import autocannon from 'autocannon';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { requestOf } from './hook-request.ts';
import { memoryFlagsOf } from './memory-flags.ts';
import { tokensFor } from './tokens.ts';

type Running = { readonly child: ChildProcess; readonly port: number };

/** As the service is started; the servers beside it likewise. */
const memory = memoryFlagsOf('start');

async function start(...args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [...memory, fileURLToPath(new URL('servers.ts', import.meta.url)), ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (child.stdout === null) throw new Error('a server without output');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, port: Number(line) };
}

const path = '/cds-services/lupus-car-t-patient-view';

/** Calls a second, milliseconds of waiting, and milliseconds of processor time that a call took of the server's main thread. */
type Load = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly processor: number };

async function processorMs(child: ChildProcess): Promise<number> {
  child.send('processor?');
  const [{ user, system }] = (await once(child, 'message')) as [{ user: number; system: number }];
  return (user + system) / 1_000;
}

async function load({ child, port }: Running, body: string, more: Partial<autocannon.Options>): Promise<Load> {
  const before = await processorMs(child);
  const result = await autocannon({
    url: `http://127.0.0.1:${String(port)}${path}`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    ...more,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${String(result.non2xx)} refused, ${String(result.errors)} failed`);
  const processor = ((await processorMs(child)) - before) / result.requests.total;
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99, processor };
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(0)} %`;

const seconds = Number(process.argv[2] ?? 6);
const sizes = process.argv[3]?.split(',').map(Number) ?? [50, 200, 1000, 2000];

/** A service runs for weeks: it is measured when its code has been compiled, not while it is. That takes each process half a minute. */
async function warm(service: Running, processes: number): Promise<void> {
  await load(service, requestOf(200), { connections: 16, duration: 30 * processes });
}

type Compared = { readonly floor: Load; readonly guards: Load; readonly own: Load };

/** The service beside both floors, in turns, so that a change of the machine's mood meets all three. */
async function compared(
  { plain, guarded, service }: Readonly<Record<'plain' | 'guarded' | 'service', Running>>,
  body: string,
  connections: number,
): Promise<Compared> {
  await load(service, body, { connections, duration: 1 });
  const options = { connections, duration: seconds / 3 };
  const rounds: Compared[] = [];
  for (let round = 0; round < 2; round += 1) {
    const [floor, guards] = [await load(plain, body, options), await load(guarded, body, options)];
    rounds.push({ floor, guards, own: await load(service, body, options) });
  }
  const mean = (pick: (round: Compared) => Load): Load => {
    const of = (field: keyof Load): number =>
      rounds.reduce((sum, round) => sum + pick(round)[field], 0) / rounds.length;
    return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), processor: of('processor') };
  };
  return { floor: mean((each) => each.floor), guards: mean((each) => each.guards), own: mean((each) => each.own) };
}

const row = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);

const ratesOf = ({ floor, guards, own }: Compared): readonly string[] => [
  ...[floor, guards, own].map(({ perSecond }) => perSecond.toFixed(0)),
  percent(own.perSecond, floor.perSecond),
  percent(own.perSecond, guards.perSecond),
  ...[own.p50, own.p99].map((each) => each.toFixed(1)),
];

const [plain, guarded, service] = await Promise.all([start('plain'), start('guarded'), start('service')]);
try {
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
  console.log(
    'plain: parses, answers a constant. guarded: the same behind our input guards. hook: everything but a token.\n' +
      'processor ms: what the main thread of the server computed per call; the callers share the machine and are not counted.\n',
  );
  console.log(
    '| resources | connections | plain /s | guarded /s | hook /s | of plain | of guarded | p50 ms | p99 ms | processor ms: plain | guarded | hook |',
  );
  console.log(`|${' --: |'.repeat(12)}`);
  await warm(service, 1);
  for (const size of sizes) {
    const body = requestOf(size);
    for (const connections of [1, 16]) {
      const loads = await compared({ plain, guarded, service }, body, connections);
      const processor = [loads.floor, loads.guards, loads.own].map((each) => each.processor.toFixed(2));
      row([size, connections, ...ratesOf(loads), ...processor]);
    }
  }
  service.child.kill();
  const processors = availableParallelism();
  console.log(
    `\nA process for every processor (\`processes\`: ${String(processors)}), on one port and one store; plain and guarded are one process each, as above.\n`,
  );
  console.log(
    '| resources | connections | plain /s | guarded /s | hook /s | of plain, all | of guarded, all | p50 ms | p99 ms |',
  );
  console.log(`|${' --: |'.repeat(9)}`);
  const processes = await start('processes');
  try {
    await warm(processes, processors);
    for (const size of sizes)
      row([size, 16, ...ratesOf(await compared({ plain, guarded, service: processes }, requestOf(size), 16))]);
  } finally {
    processes.child.kill();
  }
} finally {
  for (const { child } of [plain, guarded, service]) child.kill();
}

console.log(
  '\nAuthentication: 200 resources, 16 connections, a fresh token on every call, its use written to the disk.\n',
);
console.log('| algorithm | hook /s | p50 ms | p99 ms |\n| --- | --: | --: | --: |');
/** As many as fill about the time that was asked for: 3,000 in the long form. */
const calls = Math.round(seconds * 250);
const folder = mkdtempSync(join(tmpdir(), 'lupus-bench-'));
for (const algorithm of ['ES384', 'RS384']) {
  const { jwks, tokens } = await tokensFor(`http://127.0.0.1${path}`, algorithm, calls);
  const file = join(folder, 'jwks.json');
  writeFileSync(file, JSON.stringify(jwks));
  const running = await start('authenticated', file);
  try {
    let used = 0;
    const { perSecond, p50, p99 } = await load(running, requestOf(200), {
      connections: 16,
      amount: tokens.length,
      requests: [
        {
          setupRequest: (request) => {
            used += 1;
            const authorization = `Bearer ${tokens[used - 1] ?? ''}`;
            return { ...request, headers: { ...request.headers, authorization } };
          },
        },
      ],
    });
    console.log(`| ${[algorithm, perSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1)].join(' | ')} |`);
  } finally {
    running.child.kill();
  }
}
rmSync(folder, { recursive: true });
