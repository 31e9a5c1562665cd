// Can every rule, reading and source that the code cites be looked up?

import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/safety/clinical-rules.md', root), 'utf8');
const code = ['logic', 'terminology', 'fhir', 'facts', 'eligibility', 'protocols'].flatMap((layer) => {
  const folder = new URL(`src/${layer}/`, root);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
});

const namesIn = (text: string): readonly string[] => text.match(/\bR-\d\.\d\b|\b1\.4-[A-Z]\b|\bS\d{2}[a-z]?\b/g) ?? [];
const cited = new Set(code.flatMap(namesIn));
const listed = new Set(namesIn(page));

it('every one that the code cites stands on the page', () => {
  expect(cited.size).toBeGreaterThan(40);
  expect([...cited].filter((name) => !listed.has(name))).toEqual([]);
});

it('the page lists none that the code does not cite', () => {
  expect([...listed].filter((name) => !cited.has(name))).toEqual([]);
});
