// How is the figure of a claim found in what its command printed?

/** What one command printed about a claim: the figure as a person reads it, and whether it reaches the target. */
export type Figure = { readonly figure: string; readonly holds: boolean };

/** Reads what a command printed; undefined if the figure is not in it. */
export type Read = (printed: string) => Figure | undefined;

/** The last match of a pattern: its groups as words, put between the texts of `words`; `holds` sees them as numbers. */
export const from =
  (
    pattern: RegExp,
    words: (groups: readonly string[]) => string,
    holds: (numbers: readonly number[]) => boolean,
  ): Read =>
  (printed) => {
    const found = [...printed.matchAll(new RegExp(pattern, 'g'))].at(-1);
    if (found === undefined) return undefined;
    const groups = found.slice(1);
    return { figure: words(groups), holds: holds(groups.map(Number)) };
  };

const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** What stands in a column of the printed tables that have one of that heading, as numbers. */
function column(printed: string, heading: string): readonly number[] {
  const values: number[] = [];
  let index = -1;
  for (const line of printed.split('\n')) {
    const cells = line.trimStart().startsWith('|') ? cellsOf(line) : [];
    if (cells.length === 0) index = -1;
    else if (index === -1) index = cells.indexOf(heading);
    else if (!/^[:\s-]+$/.test(cells[index] ?? '')) values.push(Number.parseFloat(cells[index] ?? ''));
  }
  return values;
}

/** A column of ratios, found by its heading: the worst one is the figure. `target`: what it must be at least, or at most. */
export const worst =
  (
    heading: string,
    words: (value: number) => string,
    target: { readonly atLeast: number } | { readonly atMost: number },
  ): Read =>
  (printed) => {
    const values = column(printed, heading);
    if (values.length === 0 || values.some(Number.isNaN)) return undefined;
    if ('atLeast' in target) {
      const least = Math.min(...values);
      return { figure: words(least), holds: least >= target.atLeast };
    }
    const most = Math.max(...values);
    return { figure: words(most), holds: most <= target.atMost };
  };

/** Every row of a list of shares: all of them are the figure, and each must reach the target. */
export const each =
  (pattern: RegExp, atLeast: number): Read =>
  (printed) => {
    const rows = [...printed.matchAll(new RegExp(pattern, 'gm'))];
    if (rows.length === 0) return undefined;
    return {
      figure: rows.map(([, name, share]) => `${name ?? ''} ${share ?? ''} %`).join(', '),
      holds: rows.every(([, , share]) => Number(share) >= atLeast),
    };
  };

export const allZero = (numbers: readonly number[]): boolean => numbers.every((number) => number === 0);
