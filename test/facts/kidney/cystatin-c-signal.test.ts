// When is cystatin C a signal of severe nephritis?

import { describe, expect, it, test } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { observation } from '../../builders.ts';
import { ask } from './nephritis-answers.ts';
import { creatinine, height, on } from './results.ts';

const cystatinC = (value: number, date = on, unit = 'mg/L'): Json => observation('33863-2', value, unit, date);
const woman = { patient: { birthDate: '2007-06-02' } };
/** A girl of 14.2 years: above 45 by creatinine, and below 30. */
const well = [creatinine(0.7), height()];
const ill = [creatinine(2.18), height()];

describe('cystatin C', () => {
  const signal = say('nephritis.filtration-cystatin', { limit: 45 });
  // 68.3 / 45 = 1.5178 mg/L.
  test.each([
    ['at the limit is none', 68.3 / 45, 'not-met'],
    ['a step above the limit is none', 1.517, 'not-met'],
    ['a step below the limit is one', 1.519, 'needs-investigator'],
  ] as const)('alone %s', (_what, value, verdict) => {
    expect(ask([cystatinC(value)], woman).verdict).toBe(verdict);
  });

  test.each([
    ['alone', [], {}],
    ['beside a creatinine above', well, {}],
    ['beside a creatinine that leaves the side open', [creatinine(1.4), height()], { patient: { gender: 'unknown' } }],
  ] as const)('%s is a signal that names it', (_what, others, options) => {
    const answer = ask([...others, cystatinC(2)], options);
    expect(answer).toMatchObject({ verdict: 'needs-investigator', reason: signal });
    expect(answer.evidence.map(({ label }) => label.id)).toContain('kidney.by-cystatin');
    expect(answer.days).toContain('2026-06-28');
  });

  it('does not hide a creatinine that is a signal itself', () => {
    const low = say('nephritis.filtration', { limit: 45 });
    expect(ask([...ill, cystatinC(1)])).toMatchObject({ verdict: 'needs-investigator', reason: low });
    expect(ask([...ill, cystatinC(3.1)])).toMatchObject({ reason: low });
    expect(ask([...ill, cystatinC(3.1, on, 'furlong')])).toMatchObject({ reason: low });
  });

  it('that cannot be read, or may be older, leaves the answer open; an old one is no signal', () => {
    for (const others of [[], well]) {
      const unreadable = ask([...others, cystatinC(3.1, on, 'furlong')]);
      expect(unreadable).toMatchObject({ verdict: 'unknown', reason: { id: 'latest.unreadable' } });
      expect(ask([...others, cystatinC(3.1, '2026-05')])).toMatchObject({ reason: { id: 'latest.maybe-stale' } });
    }
    expect(ask([cystatinC(3.1, '2026-05-01')]).verdict).toBe('not-met');
  });
});
