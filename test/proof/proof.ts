// npm run proof: every claim with its figure, target and command on one page. `--long` takes the long form of each, `--only SCRIPT`
// (any number of times) leaves out the others, `--write` keeps what came of it in docs/proof.md, with its date.

import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { claims, type Claim } from './claims.ts';
import { keep, table, type Proven } from './kept.ts';
import type { Figure } from './reading.ts';

/** What a script printed, both streams together, and its exit code. */
async function printed(
  script: string,
  args: readonly string[],
  follow: boolean,
): Promise<{ readonly text: string; readonly code: number }> {
  const child = spawn('npm', ['run', '--silent', script, '--', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  // What takes hours says how far it is.
  if (follow) child.stderr.pipe(process.stderr, { end: false });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  const code = await new Promise<number>((resolve) => child.on('close', (exit) => resolve(exit ?? 1)));
  return { text, code };
}

function outcomeOf({ kind }: Claim, figure: Figure | undefined, code: number): Proven['outcome'] {
  if (figure === undefined) return 'fail';
  if (figure.holds && (code === 0 || kind === 'measured')) return 'pass';
  return kind === 'measured' ? 'missed' : 'fail';
}

const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
  },
});
const wanted = claims.filter(({ script }) => values.only?.includes(script) ?? true);
const machine = `${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
const runs = new Map<string, ReturnType<typeof printed>>();
const proven: Record<string, Proven> = {};
for (const [index, claim] of wanted.entries()) {
  const args = values.long ? claim.long : claim.short;
  const command = `npm run ${[claim.script, ...(args.length > 0 ? ['--', ...args] : [])].join(' ')}`;
  console.error(`${String(index + 1)} of ${String(wanted.length)}: ${command}`);
  const run = runs.get(command) ?? printed(claim.script, args, values.long);
  runs.set(command, run);
  const { text, code } = await run;
  const figure = claim.read(text);
  const outcome = outcomeOf(claim, figure, code);
  if (outcome === 'fail')
    console.error(`${text.split('\n').slice(-15).join('\n')}\n${command} ended with ${String(code)}`);
  const date = new Date().toISOString().slice(0, 10);
  const row: Proven = { command, figure: figure?.figure ?? 'no figure', outcome, date, machine };
  proven[claim.claim] = row;
  // At once: what comes after it may take hours.
  if (values.write) await keep({ [claim.claim]: row });
}
console.log(table(proven, false));
process.exitCode = wanted.length === 0 || Object.values(proven).some(({ outcome }) => outcome === 'fail') ? 1 : 0;
