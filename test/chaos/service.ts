// The production service in a process of its own, with what the system says about that process.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { childrenOf, usageOf, type Usage } from '../process-usage.ts';

export type Service = {
  /** Of the process that was started, and of those that it has started. */
  readonly pid: number;
  readonly children: () => readonly number[];
  readonly port: number;
  readonly usage: () => Usage | undefined;
  /** Sends SIGTERM, or another signal, and answers the exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

const launch = new URL('../../src/launch.mjs', import.meta.url).pathname;

/** Starts it with a store on disk; `file` holds keys of the configuration beside the least it needs. */
export async function startService(file: Readonly<Record<string, unknown>> = {}): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'lupus-chaos-'));
  const config = join(folder, 'config.json');
  writeFileSync(
    config,
    JSON.stringify({
      publicUrl: 'https://cds.example.org',
      host: '127.0.0.1',
      port: 0,
      store: join(folder, 'store.sqlite'),
      pseudonymKey: 'k'.repeat(40),
      clients: { '*': { unauthenticated: true } },
      limits: { callsPerSecond: 1e6, callsAtOnce: 1e6 },
      ...file,
    }),
  );
  const child = spawn(process.execPath, [launch, 'server'], {
    env: { PATH: process.env['PATH'], CDS_CONFIG: config },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await portOf(child);
  const pid = child.pid ?? 0;
  return {
    pid,
    children: () => childrenOf(pid),
    port,
    usage: () => usageOf(pid),
    stop: async (signal = 'SIGTERM') => {
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}

async function portOf({ stdout }: ChildProcess): Promise<number> {
  if (stdout === null) throw new Error('no output');
  const lines = createInterface({ input: stdout });
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  lines.on('line', (line) => {
    const port = /"port":(\d+)/.exec(line)?.[1];
    if (port !== undefined) resolve(Number(port));
  });
  lines.on('close', () => reject(new Error('the service ended before it listened')));
  return await promise;
}
