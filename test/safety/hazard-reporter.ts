// Did every test that controls a hazard run and pass? A run in which one did not fails, and says which hazard it leaves open.

import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { isTitle, type NamedTest } from '../named-tests.ts';
import { controls } from './hazards.ts';

/** A test as it ended. */
type Ended = { readonly file: string; readonly name: string; readonly state: string };

/**
 * The controls, in files that ran, that no test bears out.
 * @param strict a test that was skipped bears nothing out; without it a developer may run a part of a file.
 */
export function uncontrolled(named: readonly NamedTest[], ended: readonly Ended[], strict: boolean): readonly string[] {
  const files = Map.groupBy(ended, ({ file }) => file);
  return named
    .filter(({ file, title }) => {
      const own = files.get(file)?.filter(({ name }) => isTitle(title, name));
      return (
        own !== undefined &&
        (own.length === 0 || own.some(({ state }) => state !== 'passed' && (strict || state !== 'skipped')))
      );
    })
    .map(({ row, file, title }) => `${row}: ${file}: ${title}`);
}

export default class HazardReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const ended = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => ({
        file: relative(process.cwd(), module.moduleId),
        name: test.name,
        state: test.result().state,
      })),
    );
    const open = uncontrolled(controls, ended, process.env['CI'] !== undefined);
    if (open.length === 0) return;
    console.log(`Hazards without a passing control:\n${open.map((each) => `  ${each}`).join('\n')}`);
    process.exitCode = 1;
  }
}
