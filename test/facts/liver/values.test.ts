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
    const inBrackets = { referenceRange: [{ text: '(9-50)U/L' }] };
    expect(ask('ALT', textObservation('谷丙转氨酶', '150 U/L', on, inBrackets)).verdict).toBe('met');
    expect(ask('ALT', textObservation('谷丙转氨酶', '151 U/L', on, inBrackets)).verdict).toBe('not-met');
    expect(ask('ALT', textObservation('丙氨酸氨基转移酶(ALT)', '150 U/L', on, range)).verdict).toBe('met');
    expect(ask('ALT', textObservation('谷丙转氨酶', '151 U/L', on, range)).verdict).toBe('not-met');
  });
  test.each(['bis 35', 'bis zu 35 U/l', 'unter 35', '8,0 - 35,0', '< 35,0', 'Normalbereich 10-35 U/l', 'max. 35'])(
    'a German limit was not read: %s',
    (text) => {
      expect(ask('AST', result('AST', 105, { referenceRange: [{ text }] })).verdict).toBe('met');
      expect(ask('AST', result('AST', 105.1, { referenceRange: [{ text }] })).verdict).toBe('not-met');
    },
  );
  test.each(['Männer: 10-50, Frauen: 10-35', 'm: <50 w: <35', 'M 10-50 F 10-35', 'Männer bis 50, Frauen bis 35'])(
    'a limit for each sex was not read: %s',
    (text) => {
      expect(ask('AST', result('AST', 105, { referenceRange: [{ text }] })).verdict).toBe('met');
      expect(ask('AST', result('AST', 106, { referenceRange: [{ text }] })).verdict).toBe('not-met');
    },
  );
  test('of limits for several ages those of the sexes are not taken', () => {
    const referenceRange = [{ text: 'Kinder: bis 60, Männer: bis 50, Frauen: bis 35' }];
    expect(ask('AST', result('AST', 106, { referenceRange })).flags).toEqual(['ULN_MISSING']);
  });
  test('a range whose ends stand in the wrong order was taken for a limit', () => {
    const referenceRange = [{ low: { value: 60 }, high: { value: 35 } }];
    expect(ask('AST', result('AST', 100, { referenceRange })).flags).toEqual(['ULN_MISSING']);
  });
  test.each([
    ['1.200 U/L', 'unknown'],
    ['12.345 U/L', 'unknown'],
    ['1.200,5 U/L', 'unknown'],
    ['1.20 U/L', 'met'],
    ['0.123 U/L', 'met'],
    ['1,200 U/L', 'not-met'],
  ] as const)('a point that may group thousands was taken for a decimal point: %s is %s', (text, verdict) => {
    expect(ask('ALT', textObservation('谷丙转氨酶', text, on, { referenceRange: [{ text: '<50' }] })).verdict).toBe(
      verdict,
    );
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
