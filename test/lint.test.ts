// Does the linter hold the layers apart, or does it pass over a pattern it cannot read?

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('no pattern of the lint rules looks ahead or behind: the linter knows neither and would let everything pass', () => {
  const rules = readFileSync(new URL('../.oxlintrc.json', import.meta.url), 'utf8');
  expect(rules).toContain('"regex"');
  expect(rules).not.toMatch(/\(\?(?:!|=|<)/);
});
