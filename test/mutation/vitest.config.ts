// Which tests are asked whether they notice a change of the code?

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? '').split('\n'),
    testTimeout: 60_000,
    // One import of the code serves every change of it: Stryker switches changes on and off inside.
    isolate: false,
  },
});
