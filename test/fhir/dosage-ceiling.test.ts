// How much of a drug may a patient get in a day at most?

import { expect, test } from 'vitest';
import { ceilingOf } from '../../src/fhir/dosage/dosage-ceiling.ts';
import { daily, type Schedule } from '../../src/fhir/dosage/dosage-schedule.ts';
import type { Json } from '../../src/fhir/record.ts';
import { readSig } from '../../src/fhir/dosage/sig.ts';

const ofDose = (value: number, unit = 'mg'): Json => ({ maxDosePerAdministration: { value, unit } });
const ofTime = (value: number, unit: string, time: unknown): Json => ({
  maxDosePerPeriod: { numerator: { value, unit }, denominator: time },
});
const ofDay = (value: number, unit = 'mg'): Json => ofTime(value, unit, { value: 1, unit: 'd' });
const weekly: Schedule = { kind: 'cycle', days: 7, times: 1 };
const onceOrTwice: Schedule = { kind: 'spread', perDay: { low: 1, high: 2 }, averaged: false };

test.each<[string, Json, string, Schedule | undefined, unknown]>([
  ['of one dose, once a day', ofDose(30), '', daily(1), { low: 30, high: 30 }],
  ['of one dose, three times a day', ofDose(30), '', daily(3), { low: 90, high: 90 }],
  ['of one dose, once or twice a day', ofDose(30), '', onceOrTwice, { low: 30, high: 60 }],
  ['of one dose, every other day', ofDose(30), '', daily(0.5), { low: 30, high: 30 }],
  ['of one dose, every week', ofDose(30), '', weekly, { low: 30, high: 30 }],
  ['of one dose, nobody knows how often', ofDose(30), '', undefined, { low: 30, high: 30 }],
  ['of a day, whatever the rhythm', ofDay(60), '', daily(3), { low: 60, high: 60 }],
  ['of 24 hours', ofTime(60, 'mg', { value: 24, unit: 'h' }), '', daily(3), { low: 60, high: 60 }],
  ['of the words, which may be of one dose', {}, '1 mg/kg bid, max 30 mg', daily(2), { low: 30, high: 60 }],
  ['the lowest of several', { ...ofDose(30), ...ofDay(50) }, '', daily(2), { low: 50, high: 50 }],
  ['the lowest of fields and words', ofDay(50), '1 mg/kg bid, max 20 mg', daily(2), { low: 20, high: 40 }],
  ['none of one dose in tablets', ofDose(2, 'tablet'), '', daily(1), undefined],
  ['none of one dose per kg', ofDose(2, 'mg/kg'), '', daily(1), undefined],
  ['none of a day in tablets', ofDay(2, 'tablet'), '', daily(1), undefined],
  ['none of a week', ofTime(60, 'mg', { value: 1, unit: 'wk' }), '', daily(1), undefined],
  ['none of a time that is not said', ofTime(60, 'mg', undefined), '', daily(1), undefined],
  ['none of a ratio that is none', { maxDosePerPeriod: '60 mg/d' }, '', daily(1), undefined],
  ['none where nothing is said', {}, '', daily(1), undefined],
])('%s', (_, dosage, text, schedule, expected) => {
  expect(ceilingOf(dosage, readSig(text)[0], schedule)).toEqual(expected);
});
