// npm run proof: every claim with its figure, target and command on one page. `--long` takes the long form of each, `--only SCRIPT`
// (any number of times) leaves out the others, `--write` keeps what came of it in docs/proof.md, with its date.

import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { scriptOptions } from '../script-options.ts';
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

const { values } = scriptOptions('npm run proof -- [--long] [--only SCRIPT]... [--write]', {
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

const argsOf = (claim: Claim): readonly string[] => (values.long ? claim.long : claim.short);
const commandOf = (claim: Claim): string =>
  ['npm run', claim.script, ...(argsOf(claim).length > 0 ? ['--', ...argsOf(claim)] : [])].join(' ');

/** What a claim's command printed; it runs once, however many claims it shows. */
async function shown(claim: Claim): ReturnType<typeof printed> {
  const command = commandOf(claim);
  if (!runs.has(command)) console.error(command);
  const run = runs.get(command) ?? printed(claim.script, argsOf(claim), values.long);
  runs.set(command, run);
  return await run;
}

// In the short form, what is the same on every machine comes first, two at a time; times are taken alone, afterwards.
const exact = wanted.filter(({ kind }) => kind === 'exact' && !values.long).values();
const oneByOne = async (): Promise<void> => {
  for (const claim of exact) await shown(claim);
};
await Promise.all([oneByOne(), oneByOne()]);
for (const claim of wanted) {
  const command = commandOf(claim);
  const { text, code } = await shown(claim);
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
