// Which figures were measured last, when and on what machine?

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { claims } from './claims.ts';

const proven = z.object({
  command: z.string(),
  figure: z.string(),
  outcome: z.enum(['pass', 'fail', 'missed']),
  date: z.iso.date(),
  machine: z.string(),
});

export type Proven = z.infer<typeof proven>;

const results = new URL('results.json', import.meta.url);
const page = new URL('../../docs/proof.md', import.meta.url);

/** By the claim's own words. */
const read = (): Readonly<Record<string, Proven>> =>
  existsSync(results) ? z.record(z.string(), proven).parse(JSON.parse(readFileSync(results, 'utf8'))) : {};

/** One page: claim, figure, target, command, outcome; with dates where they are given. */
export function table(rows: Readonly<Record<string, Proven>>, dated: boolean): string {
  const cells = claims.flatMap(({ claim, target }) => {
    const row = rows[claim];
    if (row === undefined) return [];
    const { figure, command, outcome, date } = row;
    return [`| ${claim} | ${figure} | ${target} | \`${command}\` | **${outcome}** |${dated ? ` ${date} |` : ''}`];
  });
  const more = dated ? [' measured |', ' --- |'] : ['', ''];
  return [
    `| claim | figure | target | command | |${more[0] ?? ''}`,
    `| --- | --- | --- | --- | --- |${more[1] ?? ''}`,
    ...cells,
  ].join('\n');
}

const intro = (machines: readonly string[]): string => `# Proof

Nothing here is estimated: each row is what its command printed on its date, on ${machines.join('; ')}.
\`npm run proof\` runs the short form of each on your machine, \`npm run proof -- --long\` the whole one, \`--only SCRIPT\` one alone; \`--write\` puts what came of
it on this page. _missed_: a time that depends on the machine and on what else it did, or a share that is not reached yet; _fail_: a figure that must be
the same everywhere.`;

/** Puts new figures beside those that were kept, and writes the page anew. */
export async function keep(fresh: Readonly<Record<string, Proven>>): Promise<void> {
  const all = { ...read(), ...fresh };
  const known = Object.fromEntries(
    claims.flatMap(({ claim }) => (all[claim] === undefined ? [] : [[claim, all[claim]]])),
  );
  writeFileSync(results, `${JSON.stringify(known, undefined, 2)}\n`);
  const machines = [...new Set(Object.values(known).map(({ machine }) => machine))];
  const options = { ...(await resolveConfig(page)), parser: 'markdown' };
  writeFileSync(page, await format(`${intro(machines)}\n\n${table(known, true)}\n`, options));
}
