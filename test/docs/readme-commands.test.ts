// Does every command of the README do what it says? A command that stands there and is not run by a test fails.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { startDemo } from '../../src/demo/start.ts';
import { claims } from '../proof/claims.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts;
const ci = readFileSync(join(root, '.ci/run'), 'utf8').split('\n');
const folder = mkdtempSync(join(tmpdir(), 'lupus-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every command in a code block or between backticks, without its comment, one blank between words. */
const commands = [
  ...new Set(
    [...readme.matchAll(/^ {4}(npm .*)$|`(npm [^`]+)`/gm)]
      .flatMap(([, block, inline]) => (block ?? inline ?? '').replace(/ # .*/, '').split('&&'))
      .map((command) => command.trim().replaceAll(/\s+/g, ' ')),
  ),
];

const record = 'fixtures/candidate-girl/record.json';

/** Runs a command line in the folder of the program and answers what it printed. */
function printed(line: string, environment: Readonly<Record<string, string>> = {}): string {
  const { stdout, stderr, status } = spawnSync('sh', ['-c', line], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder, ...environment },
  });
  expect([line, status, stderr.split('\n').slice(-5)]).toEqual([line, 0, expect.anything()]);
  return stdout;
}

const ofPatient = (line: string): unknown => JSON.parse(line.trim().split('\n').at(-1) ?? '');

/** Starts it on a free port, waits for the line that says where it is, and ends it. */
async function started(line: string, ask: (url: string) => Promise<void>): Promise<void> {
  // npm starts a shell that starts the program: a signal to the whole group reaches all of them.
  const child = spawn('sh', ['-c', line], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = once(child, 'exit');
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  createInterface({ input: child.stdout })
    .on('line', (said) => {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (url !== undefined) resolve(url);
    })
    .on('close', () => reject(new Error(`${line} ended before it said where it is`)));
  try {
    await ask(await promise);
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
}

/** The configuration that the README shows, with a key where it looks for one. */
function shownConfiguration(): string {
  const shown = /^ {8}\{\n(?: {8}.*\n)+/m.exec(readme)?.[0] ?? '';
  const key = join(folder, 'pseudonym-key');
  writeFileSync(key, 'k'.repeat(40));
  const config = { ...(JSON.parse(shown) as object), pseudonymKeyFile: key, store: join(folder, 'store.sqlite') };
  const path = join(folder, 'config.json');
  writeFileSync(path, JSON.stringify(config));
  return path;
}

/** A folder of resources by type, as a bulk export leaves it, of one patient. */
function bulkFolder(): string {
  const path = join(folder, 'bulk');
  mkdirSync(path, { recursive: true });
  const { entry } = JSON.parse(readFileSync(join(root, record), 'utf8')) as {
    entry: { resource: { resourceType: string } }[];
  };
  for (const [type, all] of Map.groupBy(entry, ({ resource }) => resource.resourceType))
    writeFileSync(join(path, `${type}.ndjson`), all.map(({ resource }) => `${JSON.stringify(resource)}\n`).join(''));
  return path;
}

/** A folder with one worked patient, whose expected answers are those of the program. */
function workedPatients(): string {
  const path = join(folder, 'gold');
  mkdirSync(path, { recursive: true });
  copyFileSync(join(root, record), join(path, 'girl.json'));
  const { patient, status, criteria } = ofPatient(
    printed(`npm run --silent assess -- --as-of 2026-06-01 ${record}`),
  ) as {
    patient: string;
    status: string;
    criteria: { id: string; verdict: string }[];
  };
  const verdicts = Object.fromEntries(criteria.map(({ id, verdict }) => [id, verdict]));
  writeFileSync(
    join(path, 'expected.json'),
    JSON.stringify({ 'girl.json': { patient, status, criteria: verdicts, parts: {}, flags: [] } }),
  );
  return path;
}

/** What is run for each command, and what must come of it. Where a reader puts her own file, one of the stories stands. */
const runs: Readonly<Record<string, () => void | Promise<void>>> = {
  'npm start': () =>
    started('npm start', async (url) => {
      const { services } = (await (await fetch(`${url}/cds-services`)).json()) as { services: unknown[] };
      expect(services.length).toBeGreaterThan(0);
    }),
  'npm start -- --check-config': () => {
    expect(printed('npm start -- --check-config', { CDS_CONFIG: shownConfiguration() })).toContain(
      'https://ehr.hospital.example.org',
    );
  },
  'npm run --silent assess -- --as-of 2026-06-01 FILE...': () => {
    expect(ofPatient(printed(`npm run --silent assess -- --as-of 2026-06-01 ${record}`))).toMatchObject({
      asOf: '2026-06-01',
    });
  },
  'npm run --silent explain -- --as-of 2026-06-01 FILE [I2]': () => {
    expect(printed(`npm run --silent explain -- --as-of 2026-06-01 ${record} I2`)).toContain('I2.glucocorticoid');
  },
  'npm run --silent explain -- fixtures/candidate-girl/record.json I2': () => {
    expect(printed('npm run --silent explain -- fixtures/candidate-girl/record.json I2')).toContain(
      'I2.glucocorticoid',
    );
  },
  'npm run --silent protocol': () => {
    expect(printed('npm run --silent protocol')).toContain('NCT06222853');
  },
  'npm run --silent coverage -- FILE...': () => {
    expect(printed(`npm run --silent coverage -- ${record}`)).not.toBe('');
  },
  'npm run --silent group -- DIR | npm run --silent assess -- -': () => {
    const line = `npm run --silent group -- ${bulkFolder()} | npm run --silent assess -- -`;
    expect(ofPatient(printed(line))).toHaveProperty('criteria');
  },
  'npm run --silent screen': () => {
    const CDS_CONFIG = shownConfiguration();
    const line = `npm run --silent screen -- --bulk ${bulkFolder()} --json`;
    expect(ofPatient(printed(line, { CDS_CONFIG }))).toMatchObject({ state: 'complete' });
  },
  'npm run connect-check -- --server URL --patient ID': async () => {
    const demo = await startDemo({ port: 0, now: Date.now, log: () => undefined });
    const child = spawn(
      'npm',
      ['run', '--silent', 'connect-check', '--', '--server', `${demo.url}/fhir`, '--patient', 'candidate-girl'],
      { cwd: root },
    );
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await once(child, 'close');
    await demo.close();
    expect(said).toContain('Observation');
  },
  'npm run gold -- DIR': () => {
    expect(printed(`npm run gold -- ${workedPatients()}`)).toContain('0');
  },
  'npm run kills': () => {
    expect(printed('npm run --silent kills -- --times 1 --patients 4')).toContain('"lost":0');
  },
  'npm run mutate -- logic': () => {
    printed('npm run mutate -- --since HEAD');
    expect(spawnSync('npm', ['run', 'mutate', '--', 'nothing'], { cwd: root, encoding: 'utf8' }).stderr).toMatch(
      /areas: .*logic/,
    );
  },
};

/** Run by every build, on its own: they install, test and prove everything. */
const ofTheBuild = ['npm ci', 'npm test', 'npm run proof'];

/** The scripts that the short form of the proof runs. */
const proven = new Set(claims.map(({ script }) => script));

/** A command whose script, or whose every part (`npm run bench`), the proof runs. */
const isProven = (command: string): boolean => {
  const script = /^npm run (?:--silent )?([\w:-]+)/.exec(command)?.[1] ?? '';
  const parts = [...proven]
    .map((each) => scripts[each] ?? '')
    .filter((each) => scripts[script]?.includes(each) === true);
  return proven.has(script) || (parts.length > 1 && parts.join(' && ') === scripts[script]);
};

it('is run by a test, by the proof or by the build, each', () => {
  expect(commands.length).toBeGreaterThan(15);
  expect(commands.filter((each) => !(each in runs) && !ofTheBuild.includes(each) && !isProven(each))).toEqual([]);
  expect(Object.keys(runs).filter((each) => !commands.includes(each))).toEqual([]);
});

it.each(ofTheBuild)('%s is run by the build', (command) => {
  expect(ci.filter((line) => line.startsWith(command))).toHaveLength(1);
});

it.each(Object.keys(runs))(
  '%s',
  async (command) => {
    await runs[command]?.();
  },
  180_000,
);
