// Is a result beyond a limit, for every way in which a result can be given?

import { describe, expect, it } from 'vitest';
import {
  aboveRange,
  belowRange,
  lessThan,
  moreThan,
  positive,
  proteinuria,
  seen,
  type Limit,
} from '../../../src/facts/sledai-2k/limits.ts';
import type { Limits, Reading } from '../../../src/fhir/reading.ts';
import { exactly } from '../../../src/logic/interval.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';

type Given = Partial<Omit<Reading, 'limits' | 'asWritten'>> & Omit<Limits, 'ranges'> & { readonly asWritten?: string };

const reading = ({ lower, upper, asWritten = '', ...more }: Given): Reading => ({
  measurement: 'x',
  reference: 'Observation/1',
  when: undefined,
  status: 'valid',
  asWritten: () => asWritten,
  limits: () => ({ lower, upper, ranges: [] }),
  resource: { resourceType: 'Observation' },
  ...more,
});
const of = (amount: number, more: Given = {}): Given => ({ amount: exactly(amount), ...more });
const urine = (measurement: string, amount: number, unit: string): Given =>
  of(amount, { measurement, asWritten: `${String(amount)} ${unit}` });

type Row = readonly [Verdict, Given];
const table = (name: string, limit: Limit, rows: readonly Row[]): void => {
  describe(`a limit: ${name}`, () => {
    it.each(rows)('is %s for %j', (verdict, given) => {
      expect(limit(reading(given))).toBe(verdict);
    });
  });
};

table('more than five', moreThan(5), [
  ['not-met', of(5)],
  ['met', of(5.1)],
  ['unknown', { amount: { low: 5, high: 10 } }],
  ['not-met', { presence: 'negative' }],
  ['unknown', { presence: 'positive' }],
  ['unknown', {}],
]);

table('less than three', lessThan(3), [
  ['not-met', of(3)],
  ['met', of(2.9)],
  ['unknown', {}],
]);

table('proteinuria', proteinuria, [
  ['not-met', urine('urineProtein24h', 500, 'mg/24h')],
  ['met', urine('urineProtein24h', 501, 'mg/24h')],
  // 500.3 and 500.4 mg/g: 56.59 and 56.61 mg/mmol
  ['met', urine('UPCR', 500.3, 'mg/g')],
  ['not-met', urine('UPCR', 500.3, 'mg/mmol')],
  ['met', urine('UPCR', 500.4, 'mg/mmol')],
  ['met', urine('urineProtein24h', 500.3, 'umol')],
]);

const lower = { lower: 0.9 };
table('below its range', belowRange, [
  ['met', of(0.89, lower)],
  ['not-met', of(0.9, lower)],
  ['unknown', of(0.5)],
  ['unknown', lower],
  ['met', of(0.5, { interpretation: 'low' })],
  ['met', { ...lower, interpretation: 'low' }],
  ['not-met', of(0.5, { interpretation: 'normal' })],
  ['not-met', of(0.5, { interpretation: 'high' })],
  ['unknown', of(0.5, { interpretation: 'abnormal' })],
]);

const upper = { upper: 100 };
table('above its range', aboveRange, [
  ['met', of(101, upper)],
  ['not-met', of(100, upper)],
  ['unknown', of(500)],
  ['unknown', upper],
  ['met', of(500, { interpretation: 'high' })],
  ['met', { ...upper, interpretation: 'high' }],
  ['not-met', of(500, { interpretation: 'normal' })],
  ['not-met', of(500, { interpretation: 'low' })],
  ['unknown', of(500, { interpretation: 'abnormal' })],
]);

table('positive', positive, [
  ['met', { presence: 'positive' }],
  ['not-met', { presence: 'negative' }],
  ['unknown', { presence: 'weak' }],
  ['unknown', { presence: 'weak', interpretation: 'high' }],
  ['met', of(101, upper)],
  ['not-met', of(100, upper)],
  ['met', of(101, { ...upper, presence: 'positive' })],
  ['not-met', of(100, { ...upper, presence: 'negative' })],
  ['unknown', of(101, { ...upper, presence: 'negative' })],
  ['unknown', of(100, { ...upper, presence: 'positive' })],
  ['met', of(180, { presence: 'positive' })],
  ['met', { ...upper, presence: 'positive' }],
  ['met', of(180, { interpretation: 'high' })],
  ['not-met', of(180, { interpretation: 'normal' })],
  ['unknown', of(180)],
]);

table('seen at all', seen, [
  ['not-met', of(0)],
  ['met', of(1)],
  ['unknown', { amount: { low: 0, high: 1 } }],
  ['met', { presence: 'positive' }],
  ['not-met', { presence: 'negative' }],
  ['unknown', { presence: 'weak' }],
  ['unknown', {}],
]);
