// How is the `screen` command run by a test: as a process of its own, with a configuration, a store and a key of its own?

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../../src/store/store.ts';

export type Setting = {
  readonly base: string;
  /** Address of the store; a file in the folder otherwise. */
  readonly store?: string;
  readonly server?: Readonly<Record<string, unknown>>;
  readonly screening?: Readonly<Record<string, unknown>>;
};

export type Ended = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** With what the command names patients in the store. */
export const key = 'k'.repeat(40);

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const launch = join(root, 'src/launch.mjs');

/** A folder with everything the command needs, and what runs it. */
export function commandIn({ base, store, server, screening }: Setting) {
  const folder = mkdtempSync(join(tmpdir(), 'lupus-screen-'));
  const place = store ?? join(folder, 'store.sqlite');
  const [keyFile, config] = [join(folder, 'key'), join(folder, 'config.json')];
  writeFileSync(keyFile, key);
  const reached = { base, networks: ['127.0.0.0/8'], openAccess: true, keepsConsents: false, ...server };
  const screened = { servers: [reached], workFolder: join(folder, 'work'), atOnce: 2, ...screening };
  const file = { publicUrl: 'https://cds.example.org', store: place, pseudonymKeyFile: keyFile, screening: screened };
  writeFileSync(config, JSON.stringify(file));
  const env = { ...process.env, CDS_CONFIG: config };

  const start = (...args: readonly string[]): ChildProcess =>
    spawn(process.execPath, [launch, 'cli', 'screen', ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  return {
    folder,
    store: place,
    env,
    start,
    run: async (...args: readonly string[]): Promise<Ended> => await end(start(...args)),
    close: (): void => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Everything a process says until it ends. */
export async function end(process: ChildProcess): Promise<Ended> {
  const [out, err]: [string[], string[]] = [[], []];
  process.stdout?.setEncoding('utf8').on('data', (text: string) => out.push(text));
  process.stderr?.setEncoding('utf8').on('data', (text: string) => err.push(text));
  const [code] = (await once(process, 'close')) as [number | null];
  return { code, stdout: out.join(''), stderr: err.join('') };
}

/** The one JSON line that a run prints at its end. */
export const reportIn = ({ stdout }: Ended): Record<string, unknown> => JSON.parse(stdout) as Record<string, unknown>;

/** The progress lines of a run that is not on a terminal. */
export const progressIn = ({ stderr }: Ended): readonly Record<string, unknown>[] =>
  stderr
    .split('\n')
    .filter((line) => line.startsWith('{"event":"progress"'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Waits until so many patients have a result in the store. */
export async function results(target: string, count: number): Promise<void> {
  const store = await openStore(target);
  while ((await store.database.selectFrom('results').select('patient').execute()).length < count) await sleep(20);
  await store.close();
}
