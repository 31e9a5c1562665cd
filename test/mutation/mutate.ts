// npm run mutate -- AREA...: does a test fail when the code is wrong? Each area is changed in many small ways and asked of its own
// tests; `--write` keeps the score with its date. `--since COMMIT`: only the lines that changed since then, in every area. `--scores`:
// what was kept.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { scriptOptions } from '../script-options.ts';
import { areas, type Area } from './areas.ts';
import { compare, keep, readReport, readScores } from './scores.ts';

const report = new URL('../../reports/mutation/mutation.json', import.meta.url);

const git = (...args: readonly string[]): readonly string[] =>
  execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean);

/** The lines of an area's files that are new since a commit, as Stryker takes them: "file:from-to". */
function changedLines({ code }: Area, commit: string): readonly string[] {
  let file = '';
  return git('diff', '--unified=0', '--diff-filter=d', commit, '--', ...code.map((each) => `:(glob)${each}`)).flatMap(
    (line) => {
      file = /^\+\+\+ b\/(.*)/.exec(line)?.[1] ?? file;
      const [, from, count = '1'] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
      if (from === undefined || count === '0') return [];
      return [`${file}:${from}-${String(Number(from) + Number(count) - 1)}`];
    },
  );
}

const usage = `npm run mutate -- AREA... [--write] | --since COMMIT | --scores
areas: ${Object.keys(areas).join(', ')}`;
const { values, positionals } = scriptOptions(usage, {
  allowPositionals: true,
  options: {
    since: { type: 'string' },
    write: { type: 'boolean', default: false },
    scores: { type: 'boolean', default: false },
  },
});
const asked = values.since === undefined ? positionals : Object.keys(areas);
if (values.scores) {
  for (const [name, { score, changes, unexplained: open, date }] of Object.entries(readScores()))
    console.log(
      `${name}: ${score.toFixed(1)} % of ${String(changes)} changes noticed, ${String(open)} unexplained, ${date}`,
    );
} else if (asked.length === 0 || asked.some((name) => !(name in areas))) {
  console.error(`usage: ${usage}`);
  process.exitCode = 2;
} else for (const name of asked) mutate(name, areas[name] ?? { code: [], tests: [] });

function mutate(name: string, area: Area): void {
  const code = values.since === undefined ? area.code : changedLines(area, values.since);
  if (code.length === 0) return;
  console.log(`\n== ${name}: ${code.join(', ')}`);
  if (existsSync(report)) rmSync(report);
  const { status } = spawnSync('stryker', ['run', '--mutate', code.join(',')], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: area.tests.join('\n') },
  });
  if (status !== 0 || !existsSync(report)) process.exitCode = 1;
  if (!existsSync(report)) return;
  const mutants = readReport(report);
  const { unexplained, idle } = compare(mutants);
  for (const each of unexplained) console.log(`survives without a reason: ${each}`);
  if (values.since === undefined) for (const each of idle) console.log(`a reason without a survivor: ${each}`);
  if (values.write) keep(name, mutants);
}
