// How are the tests run?

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The tests see the pages as they are now.
    globalSetup: './test/page/build-pages.ts',
    testTimeout: 60_000,
    reporters: ['default', './test/safety/hazard-reporter.ts', './test/closing-line.ts'],
  },
});
