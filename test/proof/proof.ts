// npm run proof: every claim with its figure, target and command on one page; `--long` takes the long form of each, `--write`
// puts the page into docs/proof.md.

import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { claims, type Claim, type Figure } from './claims.ts';

type Proven = { readonly claim: Claim; readonly command: string; readonly figure: string; readonly outcome: Outcome };
type Outcome = 'pass' | 'fail' | 'missed';

/** What a script printed, both streams together, and its exit code. */
async function printed(
  script: string,
  args: readonly string[],
): Promise<{ readonly text: string; readonly code: number }> {
  const child = spawn('npm', ['run', '--silent', script, '--', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  const code = await new Promise<number>((resolve) => child.on('close', (exit) => resolve(exit ?? 1)));
  return { text, code };
}

function outcomeOf({ kind }: Claim, figure: Figure | undefined, code: number): Outcome {
  if (figure === undefined) return 'fail';
  if (figure.holds && (code === 0 || kind === 'measured')) return 'pass';
  return kind === 'measured' ? 'missed' : 'fail';
}

const { values } = parseArgs({
  options: { long: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});
const runs = new Map<string, ReturnType<typeof printed>>();
const proven: Proven[] = [];
for (const [index, claim] of claims.entries()) {
  const [script, ...args] = values.long ? claim.long : claim.short;
  const command = `npm run ${[script, ...(args.length > 0 ? ['--', ...args] : [])].join(' ')}`;
  console.error(`${String(index + 1)} of ${String(claims.length)}: ${command}`);
  const run = runs.get(command) ?? printed(script, args);
  runs.set(command, run);
  const { text, code } = await run;
  const figure = claim.read(text);
  const outcome = outcomeOf(claim, figure, code);
  if (figure === undefined)
    console.error(`${text.split('\n').slice(-15).join('\n')}\n${command} ended with ${String(code)}`);
  proven.push({ claim, command, figure: figure?.figure ?? 'no figure', outcome });
}

const page = [
  '| claim | figure | target | command | |',
  '| --- | --- | --- | --- | --- |',
  ...proven.map(
    ({ claim, command, figure, outcome }) =>
      `| ${claim.claim} | ${figure} | ${claim.target} | \`${command}\` | **${outcome}** |`,
  ),
].join('\n');
console.log(page);

if (values.write) {
  const machine = `${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  const dated = new Date().toISOString().slice(0, 10);
  const intro = [
    '# Proof',
    '',
    `Measured on ${dated} with the ${values.long ? 'long' : 'short'} form of each command (${machine}). Nothing here is estimated.`,
    '`npm run proof` repeats the short form on your machine, `npm run proof -- --long` the long one. _missed_: a time that depends on',
    'the machine and on what else it did; _fail_: a figure that must be the same everywhere.',
  ];
  writeFileSync(new URL('../../docs/proof.md', import.meta.url), `${[...intro, '', page].join('\n')}\n`);
}
process.exitCode = proven.some(({ outcome }) => outcome === 'fail') ? 1 : 0;
