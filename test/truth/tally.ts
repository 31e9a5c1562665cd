// How far has a long run come, so that it can be ended and gone on with?

import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const counts = z.record(z.string(), z.number());

const tallySchema = z.object({
  /** Of every source file: what was judged by another program, or of another generator, is not gone on with. */
  program: z.string(),
  seed: z.number(),
  /** The next patient. */
  next: z.number(),
  seconds: z.number(),
  /** How often each question got each verdict. */
  questions: z.record(z.string(), counts),
  disagreed: counts,
  dangerous: z.number(),
});

export type Tally = z.infer<typeof tallySchema>;

const root = new URL('../../', import.meta.url);

function programDigest(): string {
  const files = globSync(['src/**/*.{ts,json}', 'test/truth/generator/*.ts'], { cwd: root.pathname }).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(new URL(file, root)));
  return hash.digest('hex').slice(0, 16);
}

const fileOf = (seed: number): URL => new URL(`reports/truth-${String(seed)}.json`, root);

/** An empty tally, or the one that was kept of the same program and seed. */
export function openTally(seed: number, resume: boolean): Tally {
  const program = programDigest();
  const kept = existsSync(fileOf(seed)) ? tallySchema.parse(JSON.parse(readFileSync(fileOf(seed), 'utf8'))) : undefined;
  if (resume && kept?.program === program) return kept;
  return { program, seed, next: 0, seconds: 0, questions: {}, disagreed: {}, dangerous: 0 };
}

export function keepTally(tally: Tally): void {
  mkdirSync(new URL('reports/', root), { recursive: true });
  writeFileSync(fileOf(tally.seed), JSON.stringify(tally));
}

export function addTo(all: Record<string, number>, name: string): void {
  all[name] = (all[name] ?? 0) + 1;
}
