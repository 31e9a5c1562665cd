// Which tests are asked whether they notice a change of the code? Those of the same layer: a change that only a far-away test
// notices is one that its own test should have named.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: [process.env['MUTATION_TESTS'] ?? 'test/logic/**/*.test.ts'], testTimeout: 60_000 },
});
