// Is what several entries say alike told once, with nothing lost?

import { describe, expect, it } from 'vitest';
import { gathered, lastOfEach } from '../../src/eligibility/said-once.ts';
import type { Evidence } from '../../src/logic/finding.ts';
import { verbatim } from '../../src/logic/message.ts';

const piece = (value: string, date: string, label = 'diagnosis'): Evidence => ({
  reference: `Condition/${date}`,
  label: verbatim(label),
  value,
  date,
});

describe('evidence', () => {
  const [first, other, second] = [piece('SLE', '2025-01-01'), piece('MCTD', '2025-02-01'), piece('SLE', '2025-03-01')];

  it('of one label and value is gathered, in the order of the first of each', () => {
    expect(gathered([first, other, second])).toEqual([[first, second], [other]]);
  });

  it('of another label is another', () => {
    const suspected = piece('SLE', '2025-01-01', 'only suspected');
    expect(gathered([first, suspected])).toEqual([[first], [suspected]]);
  });

  it('is shown by its last piece where there is little room', () => {
    const third = piece('SLE', '2025-04-01');
    expect(lastOfEach([first, other, second, third])).toEqual([third, other]);
  });
});
