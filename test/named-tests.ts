// Which tests does a document name as its proof, and which titles does a test file hold?

import { existsSync, readFileSync } from 'node:fs';

/** One proof: the first cell of its row, the file and the title of the test. */
export type NamedTest = { readonly row: string; readonly file: string; readonly title: string };

/** Rows of the tables of a page whose first cell matches, cell by cell. */
export const rowsOf = (page: string, first: RegExp): readonly (readonly string[])[] =>
  page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()))
    .filter(([cell = '']) => first.test(cell));

/** What the last cell of each row names: `file`: title, one per <br>. Words that stand for no test are left out. */
export const namedTests = (
  rows: readonly (readonly string[])[],
  withoutTest: readonly string[] = [],
): readonly NamedTest[] =>
  rows.flatMap((cells) =>
    (cells.at(-1) ?? '')
      .split('<br>')
      .filter((each) => !withoutTest.includes(each))
      .map((each) => {
        const [, file = each, title = ''] = /^`([^`]+)`: (.+)$/.exec(each) ?? [];
        return { row: cells[0] ?? '', file, title };
      }),
  );

/** Every title that a test file gives to a test, a group or a table of tests, as it is written there. */
export function titlesIn(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?<=\(\s*)'((?:[^'\\\n]|\\.)*)'(?=,)/g)].map((match) => match[1] ?? '');
}

/** True if a test that ran under this name is the one, or one of the table, with that title. */
export function isTitle(title: string, name: string): boolean {
  const holes = title.split(/%[sdifjo#%]|\$\w+/).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  return new RegExp(`^${holes.join('.*')}$`, 's').test(name);
}
