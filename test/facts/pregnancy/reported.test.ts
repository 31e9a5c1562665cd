// Was a positive pregnancy test passed over because a report tells of it and no result?

import { expect, it } from 'vitest';
import { positiveBloodPregnancyTest } from '../../../src/protocols/nct06222853-5to18/e10-pregnancy.ts';
import { negativePregnancyTest } from '../../../src/protocols/nct06222853-5to18/i6-pregnancy-test.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { ask, type Asked } from '../../ask.ts';
import { textObservation } from '../../builders.ts';

const girl = { patient: { gender: 'female', birthDate: '2010-03-15' } } as const;
const negative = (on: string): Json => textObservation('血HCG', '阴性', on);
const told = (on: string, name = 'Serum pregnancy test'): Json => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { text: name },
  effectiveDateTime: on,
  conclusion: 'Positive',
});
const verdicts = (resources: readonly Json[], asked: Asked = {}): readonly string[] =>
  [positiveBloodPregnancyTest, negativePregnancyTest].map(
    (criterion) => ask(criterion, resources, { ...girl, ...asked }).verdict,
  );

it('a report that calls a test positive was passed over beside a negative result', () => {
  expect(verdicts([negative('2026-05-28')])).toEqual(['not-met', 'met']);
  expect(verdicts([negative('2026-05-28'), told('2026-05-28')])).toEqual(['needs-investigator', 'needs-investigator']);
});

it.each(['Urine pregnancy test', '尿早孕', 'Pregnancy test', 'UPT'])(
  'a report named "%s" that says positive was passed over beside a negative result',
  (name) => {
    const answers = verdicts([negative('2026-05-28'), told('2026-05-28', name)]);
    expect(answers).toEqual(['needs-investigator', 'needs-investigator']);
  },
);

it('a later negative result takes the report back, and so does a week', () => {
  expect(verdicts([negative('2026-05-29'), told('2026-05-28')])).toEqual(['not-met', 'met']);
  expect(verdicts([negative('2026-05-25'), told('2026-05-25')])).toEqual(['needs-investigator', 'needs-investigator']);
  expect(verdicts([negative('2026-05-25'), told('2026-05-24')])).toEqual(['not-met', 'met']);
});

it('without the reports a negative result was enough', () => {
  const retrieved = { diagnosticReports: { state: 'unavailable', reason: 'refused' } } as const;
  expect(verdicts([negative('2026-05-28')], { retrieved })).toEqual(['unknown', 'unknown']);
});
