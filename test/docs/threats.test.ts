// Does the page of threats name every threat once, and only tests that exist?

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { namedTests, rowsOf, titlesIn } from '../named-tests.ts';

const rows = rowsOf(readFileSync(new URL('../../docs/threats.md', import.meta.url), 'utf8'), /^T\d+$/);
const proofs = namedTests(rows);

describe('docs/threats.md', () => {
  it('names every threat from T1 to T28, each with at least one test', () => {
    expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 28 }, (_, index) => `T${String(index + 1)}`));
    expect(rows.filter((row) => row.length !== 4)).toEqual([]);
    expect(new Set(proofs.map(({ row }) => row)).size).toBe(28);
  });

  it.each(proofs)('names for $row a test that exists: $file, $title', ({ file, title }) => {
    expect(titlesIn(file)).toContain(title);
  });
});
