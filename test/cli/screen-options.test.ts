// What is asked of `screen`, and what is refused.

import { expect, it } from 'vitest';
import { readScreenOptions } from '../../src/cli/screen/options.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

const server = 'https://fhir.example.org/r4';
const asked = (...args: string[]): unknown => {
  const options = readScreenOptions(['--server', `${server}/`, ...args]);
  return options.what === 'run' ? options.source : options.what;
};

it.each([
  [['--group', 'g1'], { kind: 'export', server, group: 'g1' }],
  [['--all'], { kind: 'export', server, scope: 'patients' }],
  [['--system'], { kind: 'export', server, scope: 'system' }],
  [
    ['--group', 'g1', '--since', '2026-06-01'],
    { kind: 'export', server, group: 'g1', since: '2026-06-01T00:00:00+14:00' },
  ],
  [['--cohort'], { kind: 'cohort', server }],
  [['--patients', 'ids.txt'], { kind: 'patients', server, file: 'ids.txt' }],
])('%j', (args, source) => {
  expect(asked(...args)).toEqual(source);
});

it.each([
  [['--all', '--cohort']],
  [['--cohort', '--since', '2026-06-01']],
  [['--all', '--since', 'June']],
  [['--since', '2026-06-01']],
  [['--subscribe']],
])('%j is refused beside --server', (args) => {
  expect(() => asked(...args)).toThrow(UsageError);
});

it('subscribing stands alone', () => {
  expect(readScreenOptions(['--subscribe']).what).toBe('subscribe');
  expect(() => readScreenOptions(['--all'])).toThrow(UsageError);
});
