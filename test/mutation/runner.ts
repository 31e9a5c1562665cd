// How does Stryker ask the tests thousands of times? In one process: the code is loaded once, and only the files of tests anew.
// Vitest's own runner starts a worker for every change: a second each, where most tests take a millisecond.

import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { read, runAll, testsOf } from './words.ts';

type Change = { readonly activeMutant?: string; readonly currentTestId?: string; readonly hitLimit?: number };
type Instrumented = { hitCount?: number; readonly mutantCoverage?: unknown };

type MutantRun = {
  readonly activeMutant: { readonly id: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
};

type Failure = { readonly id: string; readonly file: string; readonly message: string };
type Result = { id: string; name: string; timeSpentMs: number; status: number; failureMessage?: string };

const words = new URL('words.ts', import.meta.url).href;

/** The object in which the changed code looks which change is switched on, and counts how often it is reached. */
function instrumented(): Instrumented {
  const all: typeof globalThis & { __stryker__?: Instrumented } = globalThis;
  return (all.__stryker__ ??= {});
}

const none = { activeMutant: undefined, currentTestId: undefined, hitLimit: undefined };

const switchOn = (change: Change): void => {
  Object.assign(instrumented(), none, change);
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whether the tests of a file try many generated examples each. */
const isOfMany = (file: string): boolean => file.includes('.property.');

function createRunner() {
  let files: readonly string[] = [];
  /** What one change left behind in the memory of a module must not be held against the next. */
  let state: 'fresh' | 'used' | 'stained' = 'fresh';

  /** The first of some tests that fails. The change is switched on only when a file of tests has been read. */
  async function firstFailure(asked: ReadonlySet<string>, change: Change): Promise<Failure | undefined> {
    for (const file of files) {
      if (![...asked].some((id) => id.startsWith(`${file} `))) continue;
      const suite = await read(file);
      let failure: Failure | undefined;
      switchOn(change);
      await runAll(suite, new Set(testsOf(suite).filter(({ id }) => asked.has(id))), async ({ id }, run) => {
        await run().catch((error: unknown) => {
          failure = { id, file, message: messageOf(error) };
        });
        return failure === undefined ? 'on' : 'stop';
      });
      switchOn({});
      if (failure !== undefined) return failure;
    }
    return undefined;
  }

  return {
    // Changes are switched on only after everything is loaded (`ignoreStatic`), so that the code need never be loaded anew.
    capabilities: () => ({ reloadEnvironment: true }),

    init(): void {
      // The same examples for every change, and the first that fails is enough.
      fc.configureGlobal({ seed: 20_260_601, endOnFailure: true });
      registerHooks({
        resolve: (specifier, context, next) =>
          specifier === 'vitest' && context.parentURL !== words
            ? { url: words, shortCircuit: true }
            : next(specifier, context),
      });
      // What a single example notices, thousands need not be asked.
      const rank = (file: string): string => `${String(Number(isOfMany(file)))}${file}`;
      files = globSync((process.env['MUTATION_TESTS'] ?? '').split('\n'))
        .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
        .map((file) => pathToFileURL(file).href);
      switchOn({});
    },

    async dryRun(): Promise<unknown> {
      const results: Result[] = [];
      for (const file of files) {
        const suite = await read(file);
        await runAll(suite, new Set(testsOf(suite)), async ({ id }, run) => {
          switchOn({ currentTestId: id });
          const start = performance.now();
          const failureMessage = await run().then(() => undefined, messageOf);
          const result = { id, name: id, timeSpentMs: performance.now() - start };
          results.push(
            failureMessage === undefined ? { ...result, status: 0 } : { ...result, status: 1, failureMessage },
          );
          return 'on';
        });
        switchOn({});
      }
      return { status: 'complete', tests: results, mutantCoverage: instrumented().mutantCoverage };
    },

    async mutantRun({ activeMutant, testFilter = [], hitLimit }: MutantRun): Promise<unknown> {
      if (state === 'stained') throw new Error('stained by an earlier change: begin anew');
      const before = state;
      state = 'used';
      // Stryker allows a hundred times what all tests together need; ten times that tells a loop without end as surely, and sooner.
      const limit = hitLimit === undefined ? Infinity : hitLimit / 10;
      instrumented().hitCount = 0;
      const failure = await firstFailure(new Set(testFilter), { activeMutant: activeMutant.id, hitLimit: limit });
      const hits = instrumented().hitCount ?? 0;
      const check = failure !== undefined && !isOfMany(failure.file);
      if (check && (await firstFailure(new Set([failure.id]), {})) !== undefined) {
        state = 'stained';
        if (before !== 'fresh') throw new Error('stained by an earlier change: begin anew');
      }
      const nrOfTests = testFilter.length;
      if (hits > limit) return { status: 'timeout', reason: 'it does not end' };
      if (failure === undefined) return { status: 'survived', nrOfTests };
      return { status: 'killed', killedBy: [failure.id], failureMessage: failure.message, nrOfTests };
    },
  };
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-place', factory: createRunner }];
