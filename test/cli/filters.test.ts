// `group` and `assess -` as filters between other programs: whatever is started how often on which part, the lines are the same.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { populationBundles, populationDay, writePopulation } from '../bench/population.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lupus-filters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const launch = (...args: readonly string[]) => [join(root, 'src/launch.mjs'), 'cli', ...args];
const assessing = launch('assess', '--as-of', populationDay, '-');

const linesIn = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

function assess(input: string): readonly string[] {
  const { stdout, status } = spawnSync(process.execPath, assessing, { input, encoding: 'utf8' });
  expect(status).toBe(0);
  return linesIn(stdout);
}

const bundles = [...populationBundles(9, 40)];

it('assess gives one line for each line, in its order, and the same lines however the input is split among programs', () => {
  const whole = assess(bundles.map((each) => `${each}\n`).join(''));
  expect(whole).toHaveLength(bundles.length);
  expect(whole.map((line) => (JSON.parse(line) as { patient: string }).patient)).toEqual(
    bundles.map((_each, index) => `Patient/p${String(index)}`),
  );
  // Two programs, and the second part ends without a line break.
  const [one, other] = [bundles.slice(0, 4), bundles.slice(4)];
  expect([...assess(one.map((each) => `${each}\n`).join('')), ...assess(other.join('\n'))]).toEqual(whole);
}, 180_000);

it('assess answers while its input goes on, in whatever pieces that comes', async () => {
  const whole = assess(`${bundles[0] ?? ''}\n`);
  const running = spawn(process.execPath, assessing, { stdio: ['pipe', 'pipe', 'inherit'] });
  const [said, first] = [[] as string[], Promise.withResolvers<void>()];
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.push(text);
    if (text.includes('\n')) first.resolve();
  });
  const bytes = Buffer.from(`${bundles[0] ?? ''}\n`);
  for (let at = 0; at < bytes.length; at += 7_001) running.stdin.write(bytes.subarray(at, at + 7_001));
  await first.promise;
  expect(linesIn(said.join(''))).toEqual(whole);
  running.stdin.end(bytes);
  await once(running, 'close');
  expect(linesIn(said.join(''))).toEqual([...whole, ...whole]);
}, 180_000);

it.each(['assess', 'group'] as const)(
  '%s ends without a word, and leaves no chart behind, when nobody reads on',
  async (command) => {
    const [files, work] = [join(folder, `unread-${command}`), join(folder, `work-${command}`)];
    await writePopulation(files, 40, 200);
    writeFileSync(join(folder, 'unread.ndjson'), [...populationBundles(40, 200)].join('\n'));
    const args =
      command === 'group'
        ? ['group', files, '--work', work]
        : ['assess', '--as-of', populationDay, join(folder, 'unread.ndjson')];
    const child = spawn(process.execPath, launch(...args));
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await once(child, 'close')).toEqual([141, null]);
    expect(said).toBe('');
    if (command === 'group') expect(readdirSync(work)).toEqual([]);
  },
  180_000,
);

it('group says in one line that its work folder cannot be made', () => {
  const taken = join(folder, 'taken');
  writeFileSync(taken, '');
  writeFileSync(join(folder, 'Patient.ndjson'), '');
  const { status, stderr } = spawnSync(process.execPath, launch('group', folder, '--work', taken), {
    encoding: 'utf8',
  });
  const why = `--work: nothing can be kept in ${taken}: a part of its path is a file (ENOTDIR)`;
  expect([status, stderr.split('\n')[0]]).toEqual([2, why]);
});

it('group leaves no chart behind when it is interrupted', async () => {
  const [files, work] = [join(folder, 'interrupted'), join(folder, 'work-interrupted')];
  await writePopulation(files, 40, 200);
  const child = spawn(process.execPath, launch('group', files, '--work', work));
  child.stdout.once('readable', () => child.kill('SIGINT'));
  expect(await once(child, 'exit')).toEqual([130, null]);
  expect(readdirSync(work)).toEqual([]);
  child.stdout.destroy();
}, 180_000);

it('group gives the patients of all shards together as of one run, each in one shard, and assess the same of them', async () => {
  const files = join(folder, 'files');
  await writePopulation(files, 12, 30);
  const group = (...args: readonly string[]): readonly string[] => {
    const work = mkdtempSync(join(folder, 'work-'));
    const { stdout } = spawnSync(process.execPath, launch('group', files, '--work', work, ...args), {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    return linesIn(stdout);
  };
  const whole = group();
  expect(whole).toHaveLength(12);
  const shards = [0, 1].map((shard) => group('--shard', `${String(shard)}/2`));
  expect(shards.map(({ length }) => length)).not.toContain(0);
  expect(shards.flat().toSorted()).toEqual(whole.toSorted());
  expect(assess(shards.flat().join('\n')).toSorted()).toEqual(assess(whole.join('\n')).toSorted());
}, 180_000);

it('the documentation shows the engines that can start them: GNU parallel, Spark, Kubernetes', () => {
  const page = readFileSync(join(root, 'docs/screening-sources.md'), 'utf8');
  for (const engine of ['parallel --pipe', '.pipe(', 'completionMode: Indexed']) expect(page).toContain(engine);
});
