// How are the tests run?

import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The tests see the pages as they are now.
    globalSetup: './test/page/build-pages.ts',
    testTimeout: 60_000,
    // Many tests wait for a process, a browser or a quota: two at a time even where there are only two processors.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', './test/safety/hazard-reporter.ts', './test/closing-line.ts'],
  },
});
