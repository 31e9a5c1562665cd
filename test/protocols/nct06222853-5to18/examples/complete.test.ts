import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { allCriteria } from '../../../../src/eligibility/digest.ts';
import { protocols } from '../../../../src/protocols/index.ts';
import { nct06222853From5To18 } from '../../../../src/protocols/nct06222853-5to18/protocol.ts';

const folder = new URL('./', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

describe('the examples', () => {
  it('of every numbered criterion are proven in this folder, once', () => {
    const proven = [...sources.matchAll(/^prove\('([^']+)'/gm)].map(([, id = '']) => id);
    const { inclusion, exclusion } = nct06222853From5To18;
    expect(proven.sort()).toEqual([...Object.keys(inclusion), ...Object.keys(exclusion)].sort());
  });

  const criteria = protocols.flatMap((protocol) =>
    allCriteria(protocol).map((criterion) => [`${criterion.id} of ${protocol.version}`, criterion] as const),
  );

  it.each(criteria)('of %s are two to four, with more than one verdict', (_, { examples }) => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
    expect(examples.length).toBeLessThanOrEqual(4);
    expect(new Set(examples.map(([verdict]) => verdict)).size).toBeGreaterThan(1);
  });
});
