// How are the tests run?

import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import LongFilesFirst from './test/long-files-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // No module keeps a state that is not its caller's: a process loads each of them once, for all the test files that it runs.
    isolate: false,
    // The tests see the pages as they are now.
    globalSetup: './test/page/build-pages.ts',
    testTimeout: 60_000,
    // What a page will show is waited for as long on a busy machine; how soon it comes is nowhere asserted.
    expect: { poll: { timeout: 20_000 } },
    // Many tests wait for a process, a browser or a quota: there is always one more than there are processors.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongFilesFirst },
    reporters: ['default', './test/safety/hazard-reporter.ts', './test/closing-line.ts'],
  },
});
