// Does the proof find its figures in what the benchmarks print?

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claims } from './claims.ts';
import { worst } from './reading.ts';

const ratio = worst('of guarded', (value) => `${String(value)} %`, { atLeast: 75 });

const table = (...rows: readonly string[]): string =>
  ['| resources | of guarded | p50 ms |', '| --: | --: | --: |', ...rows].join('\n');

describe('a column of ratios', () => {
  it('is found by its heading, whatever columns stand beside it, and the worst row counts', () => {
    expect(ratio(table('| 200 | 80 % | 9.5 |', '| 200 | 76 % | 112.0 |'))).toEqual({ figure: '76 %', holds: true });
  });

  it('misses its target one step below', () => {
    expect(ratio(table('| 200 | 80 % | 9.5 |', '| 200 | 74 % | 90.0 |'))).toEqual({ figure: '74 %', holds: false });
  });

  it('ends where its table ends', () => {
    expect(ratio(`${table('| 200 | 80 % | 9.5 |')}\n\n| algorithm | hook /s |\n| --- | --: |\n| ES384 | 12 |`)).toEqual(
      {
        figure: '80 %',
        holds: true,
      },
    );
  });

  it.each([
    ['no table has that heading', '| resources | p50 ms |\n| --: | --: |\n| 200 | 9.5 |'],
    ['the table has no rows', table()],
    ['a row has no number there', table('| 200 | none | 9.5 |')],
  ])('is no figure where %s', (_, printed) => {
    expect(ratio(printed)).toBeUndefined();
  });
});

describe('the claim about kills', () => {
  const { read } = claims.find(({ script }) => script === 'kills') ?? { read: () => undefined };
  const run = (store: string, lost: number, tasks: number, entries: number): string =>
    `{"store":"${store}","kills":5,"lives":6,"lost":${String(lost)},"wrongTasks":${String(tasks)},"wrongEntries":${String(entries)},"studies":1}`;

  it('holds where both stores have lost nothing, and tells of both', () => {
    expect(read(`${run('SQLite', 0, 0, 0)}\n${run('PostgreSQL', 0, 0, 0)}`)).toEqual({
      figure: 'SQLite: 5 kills, 0 lost, 0 Tasks wrong; PostgreSQL: 5 kills, 0 lost, 0 Tasks wrong',
      holds: true,
    });
  });

  it.each([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ])('does not hold where the first of two has a fault: %i, %i, %i', (...faults) => {
    expect(read(`${run('SQLite', ...faults)}\n${run('PostgreSQL', 0, 0, 0)}`)?.holds).toBe(false);
  });

  it('has no figure where nothing was printed', () => {
    expect(read('the run broke off')).toBeUndefined();
  });
});

describe('the claims about time', () => {
  const benchmarks = readFileSync(new URL('../../docs/benchmarks.md', import.meta.url), 'utf8');

  it.each(claims.filter(({ script }) => script === 'bench:assess' || script === 'bench:hook'))(
    'find their figure in the tables that $script printed for docs/benchmarks.md',
    ({ read }) => {
      expect(read(benchmarks)).toBeDefined();
    },
  );
});
