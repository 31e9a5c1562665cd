// How is a drug shown that was given?

import { expect, it } from 'vitest';
import { drugEvidence } from '../../../src/facts/drugs/evidence.ts';
import { exposuresOf } from '../../../src/facts/drugs/exposures.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { recordOf, screeningOn } from '../../builders.ts';

const until = (date: string) => say('history.drug-until', { drug: 'azathioprine', date });
const label = say('history.statement');

it.each<[string, Json, object]>([
  [
    'of one day',
    { effectivePeriod: { start: '2026-01-01', end: '2026-01-01' } },
    { value: 'azathioprine', date: '2026-01-01' },
  ],
  [
    'of two days',
    { effectivePeriod: { start: '2026-01-01', end: '2026-01-02' } },
    { value: until('2026-01-02'), date: '2026-01-01' },
  ],
  [
    'of one month',
    { effectivePeriod: { start: '2026-01', end: '2026-01' } },
    { value: 'azathioprine', date: '2026-01' },
  ],
  [
    'of several months',
    { effectivePeriod: { start: '2026-01', end: '2026-03' } },
    { value: until('2026-03'), date: '2026-01' },
  ],
  ['without a day', {}, { value: 'azathioprine' }],
])('a drug %s is shown with its days', (_, when, shown) => {
  const record = recordOf([
    {
      resourceType: 'MedicationStatement',
      status: 'completed',
      medicationCodeableConcept: { text: 'azathioprine' },
      ...when,
    },
  ]);
  const [exposure] = exposuresOf(record, screeningOn('2026-06-01'));
  if (exposure === undefined) throw new Error('no exposure');
  const evidence = { reference: 'MedicationStatement/r1', ...shown };
  expect(drugEvidence(exposure)).toEqual({ ...evidence, label });
  expect(drugEvidence(exposure, say('history.request'))).toEqual({ ...evidence, label: say('history.request') });
});
