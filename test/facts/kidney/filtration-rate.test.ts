import { describe, expect, test } from 'vitest';
import { filtrationRateAtLeast } from '../../../src/facts/kidney/filtration-rate.ts';
import { filtrationRates } from '../../../src/facts/kidney/trend.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Finding } from '../../../src/logic/finding.ts';
import { observation, recordOf, screeningOn, type RecordOptions } from '../../builders.ts';

const on = '2026-05-28';
const creatinine = (value: number, date = on): Json => observation('2160-0', value, 'mg/dL', date);
const height = (value = 158, date = '2026-05-20'): Json => observation('8302-2', value, 'cm', date);
const reported = (code: string, value: number, date = on): Json => observation(code, value, 'mL/min/{1.73_m2}', date);
const dialysis = (date: string): Json => ({
  resourceType: 'Procedure',
  status: 'completed',
  code: { coding: [{ system: 'http://snomed.info/sct', code: '302497006' }] },
  performedDateTime: date,
});

const ask = (resources: readonly Json[], options: RecordOptions = {}): Finding =>
  filtrationRateAtLeast(recordOf(resources, options), screeningOn('2026-06-01'), {
    atLeast: 30,
    windowDays: 30,
    heightWindowDays: 180,
  });

// A girl of 14.2 years: U25 and Schwartz are both above 30 up to 1.999 mg/dL at 158 cm, both below from 2.176 mg/dL.
describe('Computed from creatinine and height', () => {
  test.each([
    ['clearly enough', 0.7, 'met'],
    ['just enough by both equations', 1.99, 'met'],
    ['enough by Schwartz only', 2.1, 'needs-investigator'],
    ['too low by both equations', 2.18, 'not-met'],
  ])('%s', (_what, value, verdict) => {
    expect(ask([creatinine(value), height()]).verdict).toBe(verdict);
  });
  test('in umol/L and metres it is the same', () => {
    const inSi = [observation('14682-9', 1.99 * 88.4, 'µmol/L', on), observation('8302-2', 1.58, 'm', '2026-05-20')];
    expect(ask(inSi).verdict).toBe('met');
  });
  test.each([
    ['no creatinine', [height()], 'latest.none'],
    ['no height', [creatinine(0.7)], 'latest.none'],
    ['stale creatinine', [creatinine(0.7, '2026-05-01'), height()], 'latest.stale'],
    ['height of 181 days ago', [creatinine(0.7), height(158, '2025-12-02')], 'latest.stale'],
    ['a reported rate that cannot be read', [observation('50384-7', 80, 'furlong', on)], 'latest.unreadable'],
    ['urine creatinine', [observation('2161-8', 0.7, 'mg/dL', on), height()], 'latest.none'],
  ])('%s is unknown', (_what, resources, id) => {
    expect(ask(resources)).toMatchObject({ verdict: 'unknown', reason: { id } });
  });
  test('height of 180 days ago counts and is flagged', () => {
    expect(ask([creatinine(0.7), height(158, '2025-12-03')])).toMatchObject({
      verdict: 'met',
      flags: ['HEIGHT_OLDER_THAN_90_DAYS'],
    });
  });
  test('a year of birth that allows 17 and 18 years asks both checking equations: below by the one, above by the other', () => {
    const chart = [creatinine(1.909), height(136)];
    expect(ask(chart, { patient: { birthDate: '2009-01-15' } }).verdict).toBe('not-met');
    expect(ask(chart, { patient: { birthDate: '2008-01-15' } }).verdict).toBe('needs-investigator');
    expect(ask(chart, { patient: { birthDate: '2008' } }).verdict).toBe('unknown');
  });
  test('without a birth date it is unknown', () => {
    expect(ask([creatinine(0.7), height()], { patient: { birthDate: undefined } })).toMatchObject({
      verdict: 'unknown',
      reason: { id: 'kidney.no-age' },
    });
  });
  test('with an unclear sex both are asked', () => {
    const patient = { gender: 'unknown' };
    expect(ask([creatinine(0.7), height()], { patient }).verdict).toBe('met');
    expect(ask([creatinine(2.1), height()], { patient }).verdict).toBe('unknown');
  });
  test('from 18 years CKD-EPI 2021 is the check', () => {
    const answer = ask([creatinine(0.9), height(165)], { patient: { birthDate: '2007-06-02' } });
    expect(answer.evidence.map(({ label }) => label.values['equation'])).toContain('CKD-EPI 2021');
  });
});

describe('Reported values', () => {
  test('by Schwartz alone decide together with the U25 value they imply', () => {
    expect(ask([reported('50384-7', 60)]).verdict).toBe('met');
    expect(ask([reported('50384-7', 30)]).verdict).toBe('needs-investigator');
    expect(ask([reported('50384-7', 29)]).verdict).toBe('not-met');
  });
  test('by an adult equation decide nothing and signal nothing under 18', () => {
    const answer = ask([reported('33914-3', 20), creatinine(0.7), height()]);
    expect(answer).toMatchObject({ verdict: 'met', flags: [] });
    expect(answer.ignored).toHaveLength(1);
    expect(ask([reported('48642-3', 90)]).verdict).toBe('unknown');
  });
  test('by an adult equation count from 18 years', () => {
    expect(ask([reported('98979-8', 90)], { patient: { birthDate: '2007-06-02' } }).verdict).toBe('met');
  });
  test('on another side than the computed value are for the investigator', () => {
    expect(ask([reported('50384-7', 60), creatinine(2.5), height()]).verdict).toBe('needs-investigator');
  });
  test('named only in Chinese text', () => {
    const text = {
      resourceType: 'Observation',
      status: 'final',
      code: { text: '估算肾小球滤过率(Schwartz公式)' },
      effectiveDateTime: on,
      valueString: '>90 mL/min/1.73㎡',
    };
    expect(ask([text]).verdict).toBe('met');
  });
});

describe('Not in a steady state', () => {
  test.each([
    ['rose by more than half within 7 days', 0.46, '2026-05-21', 'needs-investigator'],
    ['rose by exactly half', 0.7 / 1.5, '2026-05-21', 'met'],
    ['rose by more than half in 8 days', 0.4, '2026-05-20', 'met'],
    ['fell by more than half', 1.41, '2026-05-25', 'needs-investigator'],
  ])('creatinine %s', (_what, before, date, verdict) => {
    expect(ask([creatinine(0.7), creatinine(before, date), height()]).verdict).toBe(verdict);
  });
  test('on dialysis it is for the investigator', () => {
    expect(ask([creatinine(0.7), height(), dialysis('2026-05-20')])).toMatchObject({
      verdict: 'needs-investigator',
      reason: { id: 'kidney.on-dialysis' },
    });
    expect(ask([creatinine(0.7), height(), dialysis('2026-01-20')]).verdict).toBe('met');
  });
  test('where dialysis may have been missed it is unknown', () => {
    const retrieved = { procedures: { state: 'unavailable', reason: 'refused' } } as const;
    expect(ask([creatinine(0.7), height()], { retrieved }).verdict).toBe('unknown');
  });
});

describe('The rates of three months', () => {
  test('rates are newest first', () => {
    const record = recordOf([creatinine(0.7), creatinine(0.5, '2026-03-10'), height()]);
    const rates = filtrationRates(record, screeningOn('2026-06-01'), { months: 3, heightWindowDays: 180 });
    expect(rates.map(({ rate }) => Math.round(rate.low))).toEqual([86, 119]);
  });
});
