// How many changes of an area did its tests notice, and which that they did not notice may stay unnoticed?

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const reportSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          mutatorName: z.string(),
          replacement: z.string().default(''),
          status: z.string(),
          location: z.object({
            start: z.object({ line: z.number(), column: z.number() }),
            end: z.object({ line: z.number(), column: z.number() }),
          }),
        }),
      ),
    }),
  ),
});

const scoreSchema = z.record(
  z.string(),
  z.object({
    date: z.iso.date(),
    changes: z.number(),
    noticed: z.number(),
    score: z.number(),
    unexplained: z.number(),
  }),
);

/** Why some changes of a file make no difference that a test could see. */
const survivorSchema = z.array(z.object({ file: z.string(), reason: z.string(), changes: z.array(z.string()) }));

export type Mutant = { readonly file: string; readonly change: string; readonly status: string };

const scoresFile = new URL('scores.json', import.meta.url);
const survivorsFile = new URL('survivors.json', import.meta.url);

export const readScores = () => scoreSchema.parse(JSON.parse(readFileSync(scoresFile, 'utf8')));
export const readSurvivors = () => survivorSchema.parse(JSON.parse(readFileSync(survivorsFile, 'utf8')));

/** Every change that was tried, without those that the settings leave out. */
export function readReport(report: URL): readonly Mutant[] {
  const { files } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants
      .filter(({ status }) => status !== 'Ignored')
      .map(({ status, replacement, location: { start, end } }) => {
        const first = lines[start.line - 1] ?? '';
        const original =
          start.line === end.line
            ? first.slice(start.column - 1, end.column - 1)
            : `${first.slice(start.column - 1)} …`;
        return { file, status, change: `${original} -> ${replacement.replaceAll(/\s+/g, ' ')}`.slice(0, 160) };
      });
  });
}

const survived = ({ status }: Mutant): boolean => status === 'Survived' || status === 'NoCoverage';

type Comparison = {
  /** Changes that nothing noticed and that no reason stands beside. */
  readonly unexplained: readonly string[];
  /** Reasons for changes of these files that were noticed, or that there are no longer. */
  readonly idle: readonly string[];
};

/** What survived beside the reasons. Each explains one change: a text that survives twice stands there twice. */
export function compare(mutants: readonly Mutant[], reasons = readSurvivors()): Comparison {
  const files = new Set(mutants.map(({ file }) => file));
  const idle = reasons
    .filter(({ file }) => files.has(file))
    .flatMap(({ file, changes }) => changes.map((change) => `${file}: ${change}`));
  const unexplained: string[] = [];
  for (const { file, change } of mutants.filter(survived)) {
    const at = idle.indexOf(`${file}: ${change}`);
    if (at < 0) unexplained.push(`${file}: ${change}`);
    else idle.splice(at, 1);
  }
  return { unexplained, idle };
}

/** Writes the score of an area with today's date. */
export function keep(area: string, mutants: readonly Mutant[]): void {
  const scores = existsSync(scoresFile) ? readScores() : {};
  const noticed = mutants.filter((each) => !survived(each)).length;
  const score = Number(((100 * noticed) / mutants.length).toFixed(1));
  const all = {
    ...scores,
    [area]: {
      date: new Date().toISOString().slice(0, 10),
      changes: mutants.length,
      noticed,
      score,
      unexplained: compare(mutants).unexplained.length,
    },
  };
  writeFileSync(scoresFile, `${JSON.stringify(all, undefined, 2)}\n`);
}
