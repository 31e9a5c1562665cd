// Which changes that survive does a reason explain?

import { describe, expect, it } from 'vitest';
import { compare, type Mutant } from './scores.ts';

const change = '\'\' -> "Stryker was here!"';
const mutant = (status: string, file = 'src/a.ts'): Mutant => ({ file, change, status });
const reasons = (...changes: readonly string[]) => [
  { file: 'src/a.ts', reason: 'The pattern has this part.', changes: [...changes] },
];

describe('a reason', () => {
  it('explains one change that survived or was not reached, and no noticed one', () => {
    for (const status of ['Survived', 'NoCoverage'])
      expect(compare([mutant(status)], reasons(change))).toEqual({ unexplained: [], idle: [] });
    expect(compare([mutant('Killed'), mutant('Timeout')], [])).toEqual({ unexplained: [], idle: [] });
  });

  it('explained every later change of the same text in its file', () => {
    const two = [mutant('Survived'), mutant('Survived')];
    expect(compare(two, reasons(change)).unexplained).toEqual([`src/a.ts: ${change}`]);
    expect(compare(two, reasons(change, change)).unexplained).toEqual([]);
  });

  it('of another file explains nothing', () => {
    expect(compare([mutant('Survived', 'src/b.ts')], reasons(change))).toEqual({
      unexplained: [`src/b.ts: ${change}`],
      idle: [],
    });
  });

  it('is idle once its change is noticed', () => {
    expect(compare([mutant('Killed')], reasons(change)).idle).toEqual([`src/a.ts: ${change}`]);
  });
});
