// Does the safety file list every hazard once, each with tests that exist?

import { describe, expect, it } from 'vitest';
import { titlesIn } from '../named-tests.ts';
import { uncontrolled } from './hazard-reporter.ts';
import { controls, hazards } from './hazards.ts';

describe('docs/safety/hazards.md', () => {
  it('lists H1 to H20, each with harm, severity, control and tests', () => {
    expect(hazards.map(([number]) => number)).toEqual(
      Array.from({ length: 20 }, (_, index) => `H${String(index + 1)}`),
    );
    expect(hazards.filter((cells) => cells.length !== 6 || cells.includes(''))).toEqual([]);
  });

  it.each(controls)('names for $row a test that exists: $file, $title', ({ file, title }) => {
    expect(titlesIn(file)).toContain(title);
  });
});

describe('the end of a run', () => {
  const { file, title, row } = { row: 'H1', file: 'test/a.test.ts', title: 'answers %s' };

  it('names a hazard whose test failed, was skipped, or was not there', () => {
    const ran = (state: string, name = 'answers at once') => [{ file, name, state }];
    const named = [{ row, file, title }];
    expect(uncontrolled(named, ran('passed'), true)).toEqual([]);
    expect(uncontrolled(named, ran('skipped'), false)).toEqual([]);
    expect(uncontrolled(named, ran('failed'), false)).toEqual(['H1: test/a.test.ts: answers %s']);
    expect(uncontrolled(named, ran('skipped'), true)).toEqual(['H1: test/a.test.ts: answers %s']);
    expect(uncontrolled(named, ran('passed', 'says nothing'), true)).toEqual(['H1: test/a.test.ts: answers %s']);
  });

  it('asks only for tests of files that ran', () => {
    expect(
      uncontrolled([{ row, file, title }], [{ file: 'test/b.test.ts', name: 'x', state: 'passed' }], true),
    ).toEqual([]);
  });
});
