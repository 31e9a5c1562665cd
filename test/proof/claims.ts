// What do we claim, which command shows it, and what must its last lines say?

import { allZero, each, from, worst, type Read } from './reading.ts';

export type Claim = {
  readonly claim: string;
  readonly target: string;
  /** The npm script that shows it, and its arguments in a short run and in the whole one. */
  readonly script: string;
  readonly short: readonly string[];
  readonly long: readonly string[];
  /**
   * `exact` figures are the same on every machine: one that misses its target fails the run. `measured` ones depend on what else
   * the machine does: they are printed, and fail nothing.
   */
  readonly kind: 'exact' | 'measured';
  readonly read: Read;
};

const inTable = (printed: string, name: string): string =>
  new RegExp(`\\b${name}\\b[^│]*│ '?([^'│ ]+)`).exec(printed)?.[1] ?? '';

/** What the claims about the hook have in common: one run gives the figures of all. */
const hook = { script: 'bench:hook', short: ['1.5', '200'], long: ['12', '200'], kind: 'measured' } as const;

export const claims: readonly Claim[] = [
  {
    claim: 'Generated patients with known verdicts are answered as the specification demands',
    target: '0 dangerous, 0 disagreements',
    script: 'truth',
    short: ['--patients', '1000'],
    long: ['--patients', '100000', '--resume'],
    kind: 'exact',
    read: from(
      /"patients":(\d+).*"verdicts":(\d+),"dangerous":(\d+),"disagreements":(\d+)/,
      ([patients = '', verdicts = '', dangerous = '', others = '']) =>
        `${patients} patients, ${verdicts} verdicts: ${dangerous} dangerous, ${others} disagreements`,
      ([, , ...found]) => allZero(found),
    ),
  },
  {
    claim: 'No request, bundle or token makes the service fail',
    target: 'nothing found',
    script: 'fuzz',
    // Other cases than those of the test, which are of seed 1.
    short: ['--requests', '1000', '--seed', '2'],
    long: ['--requests', '50000'],
    kind: 'exact',
    read: from(
      /seed \d+, (\d+) cases[\s\S]*?(Nothing|\d+) found\./,
      ([cases = '', found = '']) => `${cases} cases: ${found} found`,
      ([, found = 0]) => Number.isNaN(found),
    ),
  },
  {
    claim: 'A restart drops no request',
    target: '0 dropped under fifty callers',
    script: 'restarts',
    short: ['--times', '2'],
    long: ['--times', '100'],
    kind: 'exact',
    read: from(
      /(\d+) restarts in \d+ s[\s\S]*?answered: (\d+)\s+dropped: (\d+)/,
      ([restarts = '', answered = '', dropped = '']) =>
        `${restarts} restarts, ${answered} answered, ${dropped} dropped`,
      ([, , dropped = 1]) => dropped === 0,
    ),
  },
  {
    claim: 'Under load and faults it answers without errors, and memory stays flat',
    target: '0 errors',
    script: 'soak',
    short: ['--minutes', '0.2'],
    long: ['--minutes', '15'],
    kind: 'exact',
    read: from(
      /answered: (\d+); errors: (\d+)[\s\S]*?first third: [\d to]+ MB, (-?[\d.]+) MB a minute/,
      ([answered = '', errors = '', slope = '']) => `${answered} answered, ${errors} errors, ${slope} MB a minute`,
      ([, errors = 1]) => errors === 0,
    ),
  },
  {
    claim: 'A screening that is killed again and again loses no candidate and writes nothing twice',
    target: '0 lost, 0 Tasks wrong, on SQLite and on PostgreSQL where it is installed',
    script: 'kills',
    short: ['--times', '5', '--patients', '40'],
    long: ['--times', '200', '--patients', '400'],
    kind: 'exact',
    read: (printed) => {
      const runs = [
        ...printed.matchAll(/"store":"(\w+)","kills":(\d+),.*"lost":(\d+),"wrongTasks":(\d+),"wrongEntries":(\d+)/g),
      ];
      if (runs.length === 0) return undefined;
      const figure = runs
        .map(
          ([, store = '', kills = '', lost = '', tasks = '']) =>
            `${store}: ${kills} kills, ${lost} lost, ${tasks} Tasks wrong`,
        )
        .join('; ');
      return { figure, holds: runs.every(([, , , ...faults]) => allZero(faults.map(Number))) };
    },
  },
  {
    claim: 'A screening finds exactly the candidates that the population holds',
    target: 'counts exact, memory below 512 MB',
    script: 'bench:screen',
    short: ['300'],
    long: ['10000'],
    kind: 'exact',
    read: (printed) => {
      const [exact, megabytes] = [inTable(printed, 'exact'), inTable(printed, 'peakMegabytes')];
      if (exact === '') return undefined;
      const figure = `exact: ${exact}, ${megabytes} MB at most, ${inTable(printed, 'patientsPerSecond')} patients/s`;
      return { figure, holds: exact === 'true' && Number(megabytes) < 512 };
    },
  },
  {
    claim: 'Screening from bulk files is fast',
    target: 'at least 50 % of the rate of only parsing the files',
    script: 'bench:screen',
    short: ['300'],
    long: ['10000'],
    kind: 'measured',
    read: from(
      /ofParseRate[^│]*│ '?([\d.]+)/,
      ([ratio]) => `${(100 * Number(ratio)).toFixed(0)} % of the parse-only rate`,
      ([ratio = 0]) => ratio >= 0.5,
    ),
  },
  {
    claim: 'Assessing a record costs no more than parsing its text',
    target: 'at most 1.0 × parse time at 200 and at 1,000 resources',
    script: 'bench:assess',
    short: ['200,1000'],
    long: ['200,1000'],
    kind: 'measured',
    read: worst('assess / parse', (value) => `${value.toFixed(2)} × parse time`, { atMost: 1 }),
  },
  {
    claim: 'One process answers the hook nearly as fast as one that only parses behind the same guards',
    target: 'at least 75 % at 200 resources',
    ...hook,
    read: worst('of guarded', (value) => `${String(value)} %`, { atLeast: 75 }),
  },
  {
    claim:
      'A process for every processor answers the hook nearly as fast as one that only parses behind the same guards',
    target: 'at least 85 % at 200 resources and 16 connections',
    ...hook,
    read: worst('of guarded, all', (value) => `${String(value)} %`, { atLeast: 85 }),
  },
  {
    claim: 'A process for every processor answers the hook half as fast as one that parses without guards',
    target: 'at least 50 % at 200 resources and 16 connections',
    ...hook,
    read: worst('of plain, all', (value) => `${String(value)} %`, { atLeast: 50 }),
  },
  {
    claim: 'Service and demo hospital answer soon after they are started',
    target: 'within 15 seconds',
    script: 'bench:start',
    short: [],
    long: [],
    kind: 'measured',
    read: worst('seconds to listening', (value) => `${value.toFixed(2)} s at most`, { atMost: 15 }),
  },
  {
    claim:
      'A change of the code is noticed by the tests of its own layer (kept scores; `npm run mutate -- AREA --write`)',
    target: 'at least 90 % in every area',
    script: 'mutate',
    short: ['--scores'],
    long: ['--scores'],
    kind: 'measured',
    read: each(/^([\w-]+): ([\d.]+) % of \d+/, 90),
  },
  {
    claim: 'Nothing is in the repository that nothing uses',
    target: 'no unused file, export or package',
    script: 'unused',
    short: [],
    long: [],
    kind: 'exact',
    read: (printed) => {
      const found = [...printed.matchAll(/^Un(?:used|listed|resolved) .*\((\d+)\)/gm)].reduce(
        (sum, match) => sum + Number(match[1]),
        0,
      );
      return { figure: `${String(found)} unused or unlisted`, holds: found === 0 };
    },
  },
];
