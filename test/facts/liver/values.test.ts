import { describe, expect, test } from 'vitest';
import { atMostTimesUpperLimit, type LiverMeasurement } from '../../../src/facts/liver/values.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Finding } from '../../../src/logic/finding.ts';
import { observation, recordOf, screeningOn, textObservation, type RecordOptions } from '../../builders.ts';

const on = '2026-05-28';
const codes = { ALT: '1742-6', AST: '1920-8', bilirubinTotal: '14631-6' } as const;
const ask = (measurement: LiverMeasurement, resource: Json, options: RecordOptions = {}, site = {}): Finding =>
  atMostTimesUpperLimit(
    recordOf([resource], options),
    screeningOn('2026-06-01', { site: { upperLimits: [], ...site } }),
    {
      measurement,
      times: measurement === 'bilirubinTotal' ? 2 : 3,
      windowDays: 30,
    },
  );
const unit = (measurement: LiverMeasurement): string => (measurement === 'bilirubinTotal' ? 'umol/L' : 'U/L');
const result = (measurement: LiverMeasurement, value: number, more: Json = {}): Json =>
  observation(codes[measurement], value, unit(measurement), on, more);

describe('Against the upper limit of the same result', () => {
  test.each([
    ['ALT', 87, 29, 'met'],
    ['ALT', 87.1, 29, 'not-met'],
    ['AST', 93, 31, 'met'],
    ['AST', 93.1, 31, 'not-met'],
    ['bilirubinTotal', 42, 21, 'met'],
    ['bilirubinTotal', 42.1, 21, 'not-met'],
  ] as const)('%s %s with limit %s', (measurement, value, high, verdict) => {
    expect(ask(measurement, result(measurement, value, { referenceRange: [{ high: { value: high } }] })).verdict).toBe(
      verdict,
    );
  });
  test('in other units the limit is the same limit', () => {
    const range = { referenceRange: [{ high: { value: 1.23, unit: 'mg/dL' } }] };
    expect(ask('bilirubinTotal', observation('1975-2', 2.46, 'mg/dL', on, range)).verdict).toBe('met');
    expect(ask('bilirubinTotal', observation('1975-2', 2.47, 'mg/dL', on, range)).verdict).toBe('not-met');
  });
  test('in Chinese text', () => {
    const range = { referenceRange: [{ text: '9-50' }] };
    expect(ask('ALT', textObservation('丙氨酸氨基转移酶(ALT)', '150 U/L', on, range)).verdict).toBe('met');
    expect(ask('ALT', textObservation('谷丙转氨酶', '151 U/L', on, range)).verdict).toBe('not-met');
  });
  test('the range for the patient’s sex and age is taken', () => {
    const referenceRange = [
      { high: { value: 50 }, appliesTo: [{ text: 'male' }] },
      { high: { value: 29 }, appliesTo: [{ text: 'female' }] },
    ];
    expect(ask('ALT', result('ALT', 100, { referenceRange })).verdict).toBe('not-met');
    expect(ask('ALT', result('ALT', 100, { referenceRange }), { patient: { gender: 'male' } }).verdict).toBe('met');
    expect(ask('ALT', result('ALT', 100, { referenceRange }), { patient: { gender: 'other' } }).verdict).toBe(
      'unknown',
    );
    const byAge = [
      { high: { value: 30 }, age: { high: { value: 12, code: 'a' } } },
      { high: { value: 43 }, age: { low: { value: 13, code: 'a' } } },
    ];
    expect(ask('ALT', result('ALT', 129, { referenceRange: byAge })).verdict).toBe('met');
  });
  test('a range for the other sex alone is no limit', () => {
    const referenceRange = [{ high: { value: 50 }, appliesTo: [{ text: 'male' }] }];
    expect(ask('ALT', result('ALT', 110, { referenceRange })).flags).toEqual(['ULN_MISSING']);
  });
});

describe('Without an upper limit', () => {
  test.each([
    ['ALT', 63, 'met'],
    ['ALT', 63.1, 'unknown'],
    ['ALT', 189, 'unknown'],
    ['ALT', 189.1, 'not-met'],
    ['AST', 78, 'met'],
    ['AST', 180.1, 'not-met'],
    ['bilirubinTotal', 34.2, 'met'],
    ['bilirubinTotal', 34.3, 'unknown'],
    ['bilirubinTotal', 52.1, 'not-met'],
  ] as const)('%s %s is decided only where every plausible limit agrees', (measurement, value, verdict) => {
    const answer = ask(measurement, result(measurement, value));
    expect(answer.verdict).toBe(verdict);
    expect(answer.flags).toEqual(verdict === 'unknown' ? ['ULN_MISSING'] : []);
  });
  test('the site’s limit decides', () => {
    const site = { upperLimits: [{ measurement: 'ALT', value: 40, sex: 'female', fromAge: 13, toAge: 18 }] };
    expect(ask('ALT', result('ALT', 120), {}, site).verdict).toBe('met');
    expect(ask('ALT', result('ALT', 121), {}, site).verdict).toBe('not-met');
    expect(ask('ALT', result('ALT', 120), { patient: { gender: 'male' } }, site).verdict).toBe('unknown');
  });
  test('a flag N is enough and a flag H is not', () => {
    const flag = (code: string): Json => ({ interpretation: [{ coding: [{ code }] }] });
    expect(ask('ALT', result('ALT', 70, flag('N'))).verdict).toBe('met');
    expect(ask('ALT', result('ALT', 110, flag('H'))).verdict).toBe('unknown');
  });
});

test('Direct bilirubin is not total bilirubin', () => {
  expect(ask('bilirubinTotal', observation('1968-7', 5, 'umol/L', on)).verdict).toBe('unknown');
});
