// What does the answer about a pericardial effusion say of a depth that was measured?

import { describe, expect, it } from 'vitest';
import { pericardialEffusionNow } from '../../../src/facts/heart/effusion.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { textObservation } from '../../builders.ts';
import { asking, nothing, screening } from './answers.ts';
import { expected, type Whole } from '../whole.ts';

const ask = asking((record) => pericardialEffusionNow(record, screening, 90));
const what = say('heart.effusion');
describe('a depth', () => {
  const depth = (value: number, date: string, more: Json = {}): Json => ({
    ...textObservation('心包积液深度', '', date),
    valueString: undefined,
    valueQuantity: { value, unit: 'mm' },
    ...more,
  });
  const measured = (value: string, date: string, ...days: readonly string[]): Whole =>
    expected('needs-investigator', say('heart.effusion-judge', { name: value, size: say('heart.size-unclear') }), {
      evidence: [{ reference: 'Observation/r1', label: say('measurement.pericardialEffusionSize'), value, date }],
      days,
    });
  it.each<readonly [string, Json, Whole]>([
    ['90 days ago', depth(15, '2026-03-03'), measured('15 mm', '2026-03-03', '2026-06-02')],
    ['91 days ago', depth(15, '2026-03-02'), nothing(what)],
    ['today', depth(15, '2026-06-01'), measured('15 mm', '2026-06-01', '2026-08-31')],
    ['in some month of the 90 days', depth(15, '2026-04'), measured('15 mm', '2026-04', '2026-07-01', '2026-07-30')],
    ['tomorrow', depth(15, '2026-06-02'), nothing(what, '2026-06-02')],
    ['of no day', depth(15, '', { effectiveDateTime: undefined }), nothing(what)],
    ['that is preliminary', depth(15, '2026-05-20', { status: 'preliminary' }), nothing(what)],
    ['of 0', depth(0, '2026-05-20'), nothing(what)],
    [
      'that cannot be read',
      depth(15, '2026-05-20', { valueQuantity: { value: 15, unit: 'foo' } }),
      measured('15 foo', '2026-05-20', '2026-08-19'),
    ],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });

  it.each<readonly [string, readonly Json[], Whole['verdict']]>([
    ['of 0 after one of 15', [depth(15, '2026-05-20'), depth(0, '2026-05-21')], 'not-met'],
    ['of 15 after one of 0', [depth(15, '2026-05-21'), depth(0, '2026-05-20')], 'needs-investigator'],
    ['of 0 and one of 15 on one day', [depth(0, '2026-05-20'), depth(15, '2026-05-20')], 'needs-investigator'],
    ['of 15 and one of 0 on one day', [depth(15, '2026-05-20'), depth(0, '2026-05-20')], 'needs-investigator'],
    ['of 15, and one of 0 to come', [depth(15, '2026-05-20'), depth(0, '2026-06-02')], 'needs-investigator'],
  ])('%s', (_, resources, verdict) => {
    expect(ask(resources).verdict).toBe(verdict);
  });
});
