// What do we claim, which command shows it, and what must its last lines say?

/** What one command printed about a claim: the figure as a person reads it, and whether it reaches the target. */
export type Figure = { readonly figure: string; readonly holds: boolean };

export type Claim = {
  readonly claim: string;
  readonly target: string;
  /** npm script with its arguments, for a short run and for the whole one. */
  readonly short: readonly [script: string, ...args: string[]];
  readonly long: readonly [script: string, ...args: string[]];
  /**
   * `exact` figures are the same on every machine: one that misses its target fails the run. `measured` ones depend on what else
   * the machine does: they are printed, and fail nothing.
   */
  readonly kind: 'exact' | 'measured';
  /** Reads what the command printed; undefined if the figure is not in it. */
  readonly read: (printed: string) => Figure | undefined;
};

/** The figure from the last match of a pattern; `holds` sees its groups as numbers. */
const from =
  (pattern: RegExp, words: (groups: readonly string[]) => string, holds: (numbers: readonly number[]) => boolean) =>
  (printed: string): Figure | undefined => {
    const found = [...printed.matchAll(new RegExp(pattern, 'g'))].at(-1);
    if (found === undefined) return undefined;
    const groups = found.slice(1);
    return { figure: words(groups), holds: holds(groups.map(Number)) };
  };

/** Every row of a table of ratios: the worst one is the figure. */
const worst =
  (pattern: RegExp, words: (value: number) => string, best: 'high' | 'low', target: number) =>
  (printed: string): Figure | undefined => {
    const values = [...printed.matchAll(new RegExp(pattern, 'gm'))].map((match) => Number(match[1]));
    if (values.length === 0) return undefined;
    const value = best === 'high' ? Math.min(...values) : Math.max(...values);
    return { figure: words(value), holds: best === 'high' ? value >= target : value <= target };
  };

const allZero = (numbers: readonly number[]): boolean => numbers.every((each) => each === 0);

export const claims: readonly Claim[] = [
  {
    claim: 'Generated patients with known verdicts are answered as the specification demands',
    target: '0 dangerous, 0 disagreements',
    short: ['truth', '--patients', '1000'],
    long: ['truth', '--patients', '100000'],
    kind: 'exact',
    read: from(
      /"patients":(\d+).*"verdicts":(\d+),"dangerous":(\d+),"disagreements":(\d+)/,
      ([patients, verdicts, dangerous, others]) =>
        `${patients ?? ''} patients, ${verdicts ?? ''} verdicts: ${dangerous ?? ''} dangerous, ${others ?? ''} disagreements`,
      ([, , ...found]) => allZero(found),
    ),
  },
  {
    claim: 'No request, bundle or token makes the service fail',
    target: 'nothing found',
    short: ['fuzz', '--requests', '1000'],
    long: ['fuzz', '--requests', '50000'],
    kind: 'exact',
    read: from(
      /seed \d+, (\d+) cases[\s\S]*?(Nothing|\d+) found\./,
      ([cases, found]) => `${cases ?? ''} cases: ${found ?? ''} found`,
      ([, found = 0]) => Number.isNaN(found),
    ),
  },
  {
    claim: 'A restart drops no request',
    target: '0 dropped under fifty callers',
    short: ['restarts', '--times', '2'],
    long: ['restarts', '--times', '100'],
    kind: 'exact',
    read: from(
      /(\d+) restarts[\s\S]*?answered: (\d+)\s+dropped: (\d+)/,
      ([restarts, answered, dropped]) =>
        `${restarts ?? ''} restarts, ${answered ?? ''} answered, ${dropped ?? ''} dropped`,
      ([, , dropped = 1]) => dropped === 0,
    ),
  },
  {
    claim: 'Under load and faults it answers without errors, and memory stays flat',
    target: '0 errors',
    short: ['soak', '--minutes', '0.2'],
    long: ['soak', '--minutes', '15'],
    kind: 'exact',
    read: from(
      /answered: (\d+); errors: (\d+)[\s\S]*?first third: [\d to]+ MB, (-?[\d.]+) MB a minute/,
      ([answered, errors, slope]) => `${answered ?? ''} answered, ${errors ?? ''} errors, ${slope ?? ''} MB a minute`,
      ([, errors = 1]) => errors === 0,
    ),
  },
  {
    claim: 'A screening finds exactly the candidates that the population holds',
    target: 'counts exact, memory below 512 MB',
    short: ['bench:screen', '300'],
    long: ['bench:screen', '10000'],
    kind: 'exact',
    read: (printed) => {
      const value = (name: string): string => new RegExp(`\\b${name}\\b[^│]*│ '?([^'│ ]+)`).exec(printed)?.[1] ?? '';
      const [exact, megabytes, rate] = [value('exact'), value('peakMegabytes'), value('patientsPerSecond')];
      if (exact === '') return undefined;
      return {
        figure: `exact: ${exact}, ${megabytes} MB at most, ${rate} patients/s`,
        holds: exact === 'true' && Number(megabytes) < 512,
      };
    },
  },
  {
    claim: 'Screening from bulk files is fast',
    target: 'at least 50 % of the rate of only parsing the files',
    short: ['bench:screen', '300'],
    long: ['bench:screen', '10000'],
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
    short: ['bench:assess', '200,1000'],
    long: ['bench:assess', '200,1000'],
    kind: 'measured',
    read: worst(/^\| \d+ \|.*\| ([\d.]+) \|$/, (value) => `${value.toFixed(2)} × parse time`, 'low', 1),
  },
  {
    claim: 'The hook is nearly as fast as a server that only parses behind the same guards',
    target: 'at least 75 % at 200 resources',
    short: ['bench:hook', '1.5', '200'],
    long: ['bench:hook', '12', '200'],
    kind: 'measured',
    read: worst(/^\| \d+ \| \d+ \|.*\| (\d+) % \| [\d.]+ \| [\d.]+ \|$/, (value) => `${String(value)} %`, 'high', 75),
  },
  {
    claim: 'Nothing is in the repository that nothing uses',
    target: 'no unused file, export or package',
    short: ['unused'],
    long: ['unused'],
    kind: 'exact',
    read: (printed) => {
      const found = [...printed.matchAll(/^Unused .*\((\d+)\)/gm)].reduce((sum, match) => sum + Number(match[1]), 0);
      return { figure: `${String(found)} unused`, holds: found === 0 };
    },
  },
];
