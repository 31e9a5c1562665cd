// The ages by which patients are searched for are those of the criterion: nobody it lets in is left out.

import { describe, expect, it } from 'vitest';
import { assess } from '../../src/eligibility/assess.ts';
import { protocols } from '../../src/protocols/index.ts';
import { patientRecordOf, screeningOn } from '../builders.ts';

const verdictAt = (protocol: (typeof protocols)[number], birthDate: string) =>
  assess(protocol, patientRecordOf([], { patient: { birthDate } }), screeningOn('2026-06-01')).criteria.find(
    ({ id }) => id === 'I1',
  )?.verdict;

describe.each(protocols)('$id@$version', (protocol) => {
  const { from, to } = protocol.ages;
  const born = (years: number, day: string): string => `${String(2026 - years)}-${day}`;

  it('begins at the age at which the criterion is first met', () => {
    expect(verdictAt(protocol, born(from, '06-02'))).toBe('not-met');
    expect(verdictAt(protocol, born(from, '06-01'))).toBe('met');
  });

  it('ends where the criterion does, or never', () => {
    expect(verdictAt(protocol, born((to ?? 90) + 1, '06-02'))).toBe('met');
    expect(verdictAt(protocol, born((to ?? 90) + 1, '06-01'))).toBe(to === undefined ? 'met' : 'not-met');
  });
});
