// How are the tests run?

import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** The folders of the pure layers: nothing in them keeps a state, so their tests may share a process that loads each module once. */
const pure = ['cards', 'eligibility', 'facts', 'fhir', 'logic', 'properties', 'protocols', 'report', 'terminology'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    // The tests see the pages as they are now.
    globalSetup: './test/page/build-pages.ts',
    testTimeout: 60_000,
    // What a page will show is waited for as long on a busy machine; how soon it comes is nowhere asserted.
    expect: { poll: { timeout: 20_000 } },
    // Many tests wait for a process, a browser or a quota: two at a time even where there are only two processors.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', './test/safety/hazard-reporter.ts', './test/closing-line.ts'],
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: pure } },
    ],
  },
});
