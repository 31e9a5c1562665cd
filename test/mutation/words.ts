// What do `describe` and `it` mean while the same tests are asked about one change after another? They are kept, and run when asked.

import { expect } from 'vitest';

type Deed = (...values: readonly unknown[]) => unknown;

type Suite = {
  readonly parts: (Suite | Test)[];
  readonly beforeAll: Deed[];
  readonly beforeEach: Deed[];
  readonly afterEach: Deed[];
  readonly afterAll: Deed[];
};

export type Test = { readonly id: string; readonly run: Deed };

const empty = (): Suite => ({ parts: [], beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] });

/** The suite that is being read, the file whose it is, and how many of its tests were read. */
const reading = { suite: empty(), file: '', count: 0 };

const loaded = { times: 0 };

/** The tests of a file, each with its hooks; the file is loaded anew, so that what it keeps between its tests is forgotten. */
export async function read(file: string): Promise<Suite> {
  loaded.times += 1;
  Object.assign(reading, { suite: empty(), file, count: 0 });
  await import(`${file}?${String(loaded.times)}`);
  return reading.suite;
}

export const testsOf = (suite: Suite): readonly Test[] =>
  suite.parts.flatMap((part) => ('run' in part ? [part] : testsOf(part)));

/** Runs those tests of a suite that are asked for, each between its hooks, until one of them is said to be the last. */
export async function runAll(
  { parts, ...hooks }: Suite,
  asked: ReadonlySet<Test>,
  around: (test: Test, run: () => Promise<void>) => Promise<'on' | 'stop'>,
): Promise<'on' | 'stop'> {
  let next: 'on' | 'stop' = 'on';
  let begun = false;
  for (const part of parts) {
    if (next === 'stop') break;
    if ('run' in part ? !asked.has(part) : !testsOf(part).some((each) => asked.has(each))) continue;
    if (!begun) for (const each of hooks.beforeAll) await each();
    begun = true;
    const between = async (run: () => unknown): Promise<void> => {
      for (const each of hooks.beforeEach) await each();
      try {
        await run();
      } finally {
        for (const each of hooks.afterEach) await each();
      }
    };
    next =
      'run' in part
        ? await around(part, () => between(() => part.run()))
        : await runAll(part, asked, (test, run) => around(test, () => between(run)));
  }
  if (begun) for (const each of hooks.afterAll) await each();
  return next;
}

const areLists = (rows: readonly unknown[]): rows is readonly (readonly unknown[])[] =>
  rows.every((row) => Array.isArray(row));

const each =
  (one: (title: string, body: Deed) => void) =>
  (rows: readonly unknown[]) =>
  (title: string, body: Deed): void => {
    // As Vitest has it: rows are values of several names only if all of them are lists.
    if (areLists(rows)) for (const row of rows) one(title, () => body(...row));
    else for (const row of rows) one(title, () => body(row));
  };

const addSuite = (_title: string, body: Deed): void => {
  const outer = reading.suite;
  reading.suite = empty();
  outer.parts.push(reading.suite);
  body();
  reading.suite = outer;
};

const addTest = (title: string, body: Deed): void => {
  reading.count += 1;
  reading.suite.parts.push({ id: `${reading.file} ${String(reading.count)} ${title}`, run: body });
};

const hook = (name: Exclude<keyof Suite, 'parts'>) => (body: Deed) => {
  reading.suite[name].push(body);
};

const word = (add: typeof addTest) =>
  Object.assign((title: string, body: Deed) => add(title, body), { each: each(add) });

export const describe = word(addSuite);
export const it = word(addTest);
export const test = word(addTest);
export const beforeAll = hook('beforeAll');
export const beforeEach = hook('beforeEach');
export const afterEach = hook('afterEach');
export const afterAll = hook('afterAll');
export { expect };
