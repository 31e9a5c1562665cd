import { describe, expect, test } from 'vitest';
import { normalElectrocardiogramWithin } from '../../src/facts/heart/ecg.ts';
import { ejectionFractionAtLeast } from '../../src/facts/heart/function.ts';
import { oxygenSaturationAtLeast } from '../../src/facts/lung/oxygen.ts';
import type { Json } from '../../src/fhir/record.ts';
import { observation, recordOf, screeningOn, textObservation, type RecordOptions } from '../builders.ts';

const on = '2026-05-28';
const screening = screeningOn('2026-06-01');
const report = (text: string, conclusion: string | undefined, more: Json = {}): Json => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { text },
  effectiveDateTime: on,
  ...(conclusion !== undefined && { conclusion }),
  ...more,
});

describe('LVEF of at least 55 %', () => {
  const ask = (resources: readonly Json[], options: RecordOptions = {}) =>
    ejectionFractionAtLeast(recordOf(resources, options), screening, { percent: 55, windowDays: 90 });
  test.each([
    ['55 %', observation('10230-1', 55, '%', on), 'met'],
    ['54.9 %', observation('10230-1', 54.9, '%', on), 'not-met'],
    ['a fraction of 0.55', observation('8806-2', 0.55, '1', on), 'met'],
    ['the range 50-60 %', textObservation('左室射血分数(LVEF)', '50-60%', on), 'unknown'],
    ['the range 55-60 %', textObservation('左室射血分数(LVEF)', '55-60%', on), 'met'],
    ['more than 55 %', textObservation('LVEF', '>55%', on), 'met'],
    ['more than 50 %', textObservation('LVEF', '>50%', on), 'unknown'],
    ['55 without a unit', textObservation('LVEF', '55', on), 'met'],
    ['shortening fraction', observation('18051-3', 36, '%', on), 'unknown'],
    ['90 days ago', observation('10230-1', 65, '%', '2026-03-03'), 'met'],
    ['91 days ago', observation('10230-1', 65, '%', '2026-03-02'), 'unknown'],
    ['in a report', report('超声心动图', '各房室大小正常，LVEF 62%，FS 34%'), 'met'],
    ['low in a report', report('Echocardiogram', 'Mildly reduced. Ejection fraction: 45-50 %.'), 'not-met'],
    ['two different in a report', report('Echocardiogram', 'LVEF 40% in March; now LVEF 60%'), 'unknown'],
    ['the right ventricle in a report', report('MRI', 'RVEF 60%'), 'unknown'],
    ['words in a report', report('超声心动图', 'LVEF正常'), 'unknown'],
  ])('%s', (_what, resource, verdict) => {
    expect(ask([resource]).verdict).toBe(verdict);
  });
  test('reports that could not be read leave it open', () => {
    const retrieved = { diagnosticReports: { state: 'unavailable', reason: 'refused' } } as const;
    expect(ask([observation('10230-1', 65, '%', on)], { retrieved }).verdict).toBe('unknown');
  });
});

describe('A normal electrocardiogram', () => {
  const ask = (...resources: readonly Json[]) =>
    normalElectrocardiogramWithin(recordOf(resources), screening, { windowDays: 90 });
  const coded = (code: string, display?: string): Json => ({
    conclusionCode: [
      { coding: [{ system: 'http://snomed.info/sct', code, ...(display !== undefined && { display }) }] },
    ],
  });
  test.each([
    ['Normal ECG', 'met'],
    ['正常心电图', 'met'],
    ['窦性心律，正常心电图', 'met'],
    ['Normal sinus rhythm. Normal ECG.', 'met'],
    ['心电图未见明显异常', 'met'],
    ['Sinus rhythm', 'needs-investigator'],
    ['窦性心动过速', 'needs-investigator'],
    ['窦性心律不齐', 'needs-investigator'],
    ['大致正常心电图', 'needs-investigator'],
    ['Borderline normal ECG', 'needs-investigator'],
    ['Normal ECG except sinus tachycardia', 'needs-investigator'],
    ['Normal ECG; nonspecific ST-T changes', 'needs-investigator'],
    ['Abnormal ECG', 'needs-investigator'],
    ['不正常心电图', 'needs-investigator'],
  ])('“%s”', (conclusion, verdict) => {
    expect(ask(report('心电图', conclusion)).verdict).toBe(verdict);
  });
  test('coded normal is met, coded abnormal is for the investigator', () => {
    expect(ask(report('ECG', undefined, coded('164854000', 'Electrocardiogram normal'))).verdict).toBe('met');
    expect(ask(report('ECG', undefined, coded('164854000'))).verdict).toBe('met');
    expect(ask(report('ECG', undefined, coded('102594003'))).verdict).toBe('needs-investigator');
    expect(ask(report('ECG', undefined, coded('102594003', 'Electrocardiogram abnormal'))).verdict).toBe(
      'needs-investigator',
    );
    expect(ask(report('ECG', 'ST depression', coded('164854000', 'Electrocardiogram normal'))).verdict).toBe(
      'needs-investigator',
    );
  });
  test('as an Observation', () => {
    expect(ask(textObservation('心电图', '正常心电图', on)).verdict).toBe('met');
    const value = { valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code: '164854000' }] } };
    const resource = {
      resourceType: 'Observation',
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '11524-6' }] },
      effectiveDateTime: on,
    };
    expect(ask({ ...resource, ...value }).verdict).toBe('met');
  });
  test('none, an old one, and one without a conclusion are unknown', () => {
    expect(ask().verdict).toBe('unknown');
    expect(ask(report('心电图', '正常心电图', { effectiveDateTime: '2026-03-02' }))).toMatchObject({
      verdict: 'unknown',
      flags: ['STALE:ECG'],
    });
    expect(ask(report('心电图', undefined)).verdict).toBe('unknown');
    expect(ask(report('动态心电图', '正常心电图')).verdict).toBe('unknown');
  });
});

describe('SpO2 of at least 92 % in room air', () => {
  const part = (code: string, value: number, unit: string): Json => ({
    code: { coding: [{ system: 'http://loinc.org', code }] },
    valueQuantity: { value, unit },
  });
  const saturation = (value: number, ...component: readonly Json[]): Json =>
    observation('59408-5', value, '%', on, component.length > 0 ? { component } : {});
  const ask = (...resources: readonly Json[]) =>
    oxygenSaturationAtLeast(recordOf(resources), screening, { percent: 92, windowDays: 30 });
  test.each([
    ['92 % in room air', saturation(92, part('3150-0', 21, '%')), 'met', []],
    ['92 % in room air as a fraction', saturation(92, part('3150-0', 0.21, '1')), 'met', []],
    ['92 % without a flow', saturation(92, part('3151-8', 0, 'L/min')), 'met', []],
    ['92 %, nothing said about oxygen', saturation(92), 'met', ['ROOM_AIR_ASSUMED']],
    ['91.9 %', saturation(91.9), 'not-met', []],
    ['91 % with oxygen', saturation(91, part('3151-8', 2, 'L/min')), 'not-met', []],
    ['97 % with 2 L/min', saturation(97, part('3151-8', 2, 'L/min')), 'needs-investigator', []],
    ['97 % with 30 % oxygen', saturation(97, part('3150-0', 30, '%')), 'needs-investigator', []],
    ['97 % with an unreadable flow', saturation(97, part('3151-8', 2, 'foo')), 'unknown', []],
    [
      '97 % 鼻导管吸氧',
      { ...textObservation('血氧饱和度', '97%', on), note: [{ text: '鼻导管吸氧2L/min' }] },
      'needs-investigator',
      [],
    ],
    ['97 % 未吸氧', textObservation('血氧饱和度(未吸氧)', '97%', on), 'met', []],
  ])('%s', (_what, resource, verdict, flags) => {
    expect(ask(resource)).toMatchObject({ verdict, flags });
  });
  test.each([
    ['earlier that day', '2026-05-28T07:00:00+08:00', 2, 'needs-investigator'],
    ['taken away earlier that day', '2026-05-28T07:00:00+08:00', 0, 'met'],
    ['at some time of that day', '2026-05-28', 2, 'needs-investigator'],
    ['later that day', '2026-05-28T09:00:00+08:00', 2, 'met'],
    ['the same hour of the day before', '2026-05-27T08:00:00+08:00', 2, 'needs-investigator'],
    ['an hour earlier on the day before', '2026-05-27T07:00:00+08:00', 2, 'met'],
    ['at the same instant', '2026-05-28T08:00:00+08:00', 2, 'needs-investigator'],
  ] as const)('a flow recorded apart, %s', (_what, at, flow, verdict) => {
    const saturation = observation('2708-6', 97, '%', '2026-05-28T08:00:00+08:00');
    expect(ask(saturation, observation('3151-8', flow, 'L/min', at)).verdict).toBe(verdict);
  });
  test('of two flows of that day the last before the saturation counts', () => {
    const saturation = observation('2708-6', 97, '%', '2026-05-28T08:00:00+08:00');
    const flow = (litres: number, hour: number) =>
      observation('3151-8', litres, 'L/min', `2026-05-28T0${String(hour)}:00:00+08:00`);
    expect(ask(saturation, flow(2, 6), flow(0, 7)).verdict).toBe('met');
    expect(ask(saturation, flow(0, 6), flow(2, 7)).verdict).toBe('needs-investigator');
  });
  test.each([
    ['Nasal cannula', 'needs-investigator'],
    ['Room air', 'met'],
  ] as const)('a device recorded apart: %s', (device, verdict) => {
    const at = '2026-05-28T08:00:00+08:00';
    expect(ask(observation('2708-6', 97, '%', at), textObservation('O2 device', device, at)).verdict).toBe(verdict);
  });
  test('oxygen recorded apart at the same instant counts', () => {
    const at = '2026-05-28T08:00:00+08:00';
    expect(ask(observation('2708-6', 97, '%', at), observation('3151-8', 2, 'L/min', at)).verdict).toBe(
      'needs-investigator',
    );
  });
});
