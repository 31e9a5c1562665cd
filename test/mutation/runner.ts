// How does Stryker ask the tests thousands of times without loading them anew? They are read once and run again in the same process.
// Vitest's own runner starts a worker for every change: a second each, where most tests take a millisecond.

import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { read, runAll, testsOf, type Test } from './words.ts';

type Counted = { activeMutant?: string; currentTestId?: string; hitCount?: number; hitLimit?: number };
type Instrumented = Counted & { mutantCoverage?: unknown };

type MutantRun = {
  readonly activeMutant: { readonly id: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
};

const words = new URL('words.ts', import.meta.url).href;

/** The object in which the changed code looks which change is switched on. */
function instrumented(): Instrumented {
  const all: typeof globalThis & { __stryker__?: Instrumented } = globalThis;
  return (all.__stryker__ ??= {});
}

function switchOn(change: Counted): void {
  const space = instrumented();
  for (const key of ['activeMutant', 'currentTestId', 'hitCount', 'hitLimit'] as const) delete space[key];
  Object.assign(space, change);
}

/** Whether the tests of a file try many generated examples each. */
const isOfMany = (file: string): boolean => file.includes('.property.');

function createRunner() {
  let suite: Awaited<ReturnType<typeof read>>;
  /** What one change left behind in the memory of a module must not be held against the next. */
  let state: 'fresh' | 'used' | 'stained' = 'fresh';

  /** The first of some tests that fails, and what it says. */
  async function firstFailure(tests: readonly Test[]): Promise<{ test: Test; message: string } | undefined> {
    let failure: { test: Test; message: string } | undefined;
    await runAll(suite, new Set(tests), async (test, run) => {
      try {
        await run();
      } catch (error) {
        failure = { test, message: error instanceof Error ? error.message : String(error) };
      }
      return failure === undefined ? 'on' : 'stop';
    });
    return failure;
  }

  return {
    // Changes are switched on only after everything is loaded (`ignoreStatic`), so that nothing need ever be loaded anew.
    capabilities: () => ({ reloadEnvironment: true }),

    async init(): Promise<void> {
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
      const files = globSync((process.env['MUTATION_TESTS'] ?? '').split('\n')).toSorted((a, b) =>
        rank(a) < rank(b) ? -1 : 1,
      );
      switchOn({});
      suite = await read(files.map((file) => pathToFileURL(file).href));
    },

    async dryRun(): Promise<unknown> {
      const results: { id: string; name: string; timeSpentMs: number; status: number; failureMessage?: string }[] = [];
      await runAll(suite, new Set(testsOf(suite)), async (test, run) => {
        switchOn({ currentTestId: test.id });
        const start = performance.now();
        let failureMessage: string | undefined;
        try {
          await run();
        } catch (error) {
          failureMessage = error instanceof Error ? error.message : String(error);
        }
        const timeSpentMs = performance.now() - start;
        results.push({
          id: test.id,
          name: test.id,
          timeSpentMs,
          ...(failureMessage === undefined ? { status: 0 } : { status: 1, failureMessage }),
        });
        return 'on';
      });
      switchOn({});
      return { status: 'complete', tests: results, mutantCoverage: instrumented().mutantCoverage };
    },

    async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRun): Promise<unknown> {
      if (state === 'stained') throw new Error('stained by an earlier change: begin anew');
      const before = state;
      state = 'used';
      const asked = testsOf(suite).filter(({ id }) => testFilter?.includes(id) ?? true);
      // Stryker allows a hundred times what all tests together need; ten times that tells a loop without end as surely, and sooner.
      const limit = hitLimit === undefined ? undefined : hitLimit / 10;
      switchOn({ activeMutant: activeMutant.id, hitCount: 0, ...(limit === undefined ? {} : { hitLimit: limit }) });
      const failure = await firstFailure(asked);
      const hits = instrumented().hitCount ?? 0;
      switchOn({});
      const check = failure !== undefined && !isOfMany(failure.test.file);
      if (check && (await firstFailure([failure.test])) !== undefined) {
        state = 'stained';
        if (before !== 'fresh') throw new Error('stained by an earlier change: begin anew');
      }
      if (limit !== undefined && hits > limit) return { status: 'timeout', reason: 'it does not end' };
      return failure === undefined
        ? { status: 'survived', nrOfTests: asked.length }
        : { status: 'killed', killedBy: [failure.test.id], failureMessage: failure.message, nrOfTests: asked.length };
    },
  };
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-place', factory: createRunner }];
