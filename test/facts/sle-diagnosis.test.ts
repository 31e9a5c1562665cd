import { describe, expect, test } from 'vitest';
import { signOfLupus, sleDiagnosis, speaksOfLupus } from '../../src/facts/sle-diagnosis.ts';
import type { Json } from '../../src/fhir/record.ts';
import { isoRange } from '../../src/logic/calendar.ts';
import { say } from '../../src/logic/message.ts';
import { day, observation, recordOf, screeningOn, textObservation, type RecordOptions } from '../builders.ts';
import { diagnosis, report, total } from './sledai-2k/builders.ts';

const coded = (system: string, code: string, display?: string, more: Json = {}): Json => ({
  ...diagnosis(display ?? '', more),
  code: { coding: [{ system, code, ...(display !== undefined && { display }) }] },
});
const sct = 'http://snomed.info/sct';
const icd = 'http://hl7.org/fhir/sid/icd-10';
const chs = 'urn:x-cn:icd10-chs-yibao-2.0';
const status = (verification: string): Json => ({ verificationStatus: { coding: [{ code: verification }] } });

const stateOf = (...resources: readonly Json[]): string =>
  sleDiagnosis(recordOf(resources), screeningOn('2026-06-01')).state;

describe('the diagnosis of SLE', () => {
  test.each([
    ['confirmed', 'SNOMED CT', coded(sct, '55464009')],
    ['confirmed', 'ICD-10-CM without a dot', coded('http://hl7.org/fhir/sid/icd-10-cm', 'M329')],
    ['confirmed', 'Chinese dagger code of lupus nephritis', coded(chs, 'M32.101+N08.5*', '狼疮性肾炎')],
    ['confirmed', 'Chinese text alone', diagnosis('系统性红斑狼疮')],
    ['confirmed', 'no verification status', { ...diagnosis('SLE'), verificationStatus: undefined }],
    [
      'confirmed',
      'a diagnosis in remission',
      diagnosis('SLE', { clinicalStatus: { coding: [{ code: 'remission' }] } }),
    ],
    ['possible', 'provisional', diagnosis('SLE', status('provisional'))],
    ['possible', 'lupus erythematosus without "systemic"', coded(sct, '200936003', 'Lupus erythematosus')],
    ['possible', 'drug-induced lupus', coded(chs, 'M32.000', '药物性系统性红斑狼疮')],
    ['refuted', 'refuted by text', diagnosis('系统性红斑狼疮', status('refuted'))],
    ['refuted', 'refuted by a code alone', coded(icd, 'M32.9', undefined, status('refuted'))],
    [
      'none',
      'lupus of the brain refuted, which says nothing of lupus itself',
      coded(chs, 'M32.114+G94.8*', '狼疮性脑病', status('refuted')),
    ],
    ['none', 'lupus nephritis refuted', diagnosis('Lupus nephritis', status('refuted'))],
    ['none', 'entered in error', diagnosis('SLE', status('entered-in-error'))],
    ['none', 'cutaneous lupus only', coded(icd, 'L93.0', 'Discoid lupus erythematosus')],
    ['none', 'lupus vulgaris, a skin tuberculosis', coded(icd, 'A18.410', '寻常性狼疮')],
    ['none', 'a diagnosis that begins after the screening', diagnosis('SLE', { onsetDateTime: '2026-07-01' })],
  ])('%s: %s', (state, _, resource) => {
    expect(stateOf(resource)).toBe(state);
  });

  test('a refuted entry beside a confirmed one changes nothing', () => {
    expect(stateOf(diagnosis('SLE'), diagnosis('系统性红斑狼疮', status('refuted')))).toBe('confirmed');
  });

  test('is unknown where diagnoses may have been missed', () => {
    const record = recordOf([], { retrieved: { conditions: { state: 'unavailable', reason: 'timeout' } } });
    expect(sleDiagnosis(record, screeningOn('2026-06-01')).state).toBe('unknown');
  });

  test('carries the earliest onset', () => {
    const record = recordOf([
      diagnosis('SLE', { onsetDateTime: '2023-03' }),
      diagnosis('狼疮性肾炎', { onsetDateTime: '2024-05-01' }),
    ]);
    const { onset } = sleDiagnosis(record, screeningOn('2026-06-01'));
    expect(onset === undefined ? undefined : isoRange(onset)).toBe('2023-03');
  });
});

describe('what is known of the diagnosis', () => {
  const unavailable = { conditions: { state: 'unavailable', reason: 'timeout' } } as const;
  const undated = { onsetDateTime: undefined };
  const dated = (date: string): Json => ({ ...undated, recordedDate: date });
  const known = (resources: readonly Json[], options: RecordOptions = {}) => {
    const { state, onset, evidence } = sleDiagnosis(recordOf(resources, options), screeningOn('2026-06-01'));
    return { state, onset: onset === undefined ? undefined : isoRange(onset), evidence };
  };
  const shown = (label: string, value: string, date?: string, reference = 'Condition/r1') => ({
    reference,
    label: say(label),
    value,
    ...(date !== undefined && { date }),
  });
  const confirmed = (date?: string) => [shown('sle.diagnosis', 'SLE', date)];

  test.each([
    ['its onset', {}, '2026-05-20', confirmed('2026-05-20')],
    ['an onset of which only the year is known', { onsetDateTime: '2022' }, '2022', confirmed('2022')],
    ['the day it was recorded, which is no onset', dated('2024-02-03'), undefined, confirmed('2024-02-03')],
    ['no date at all', undated, undefined, confirmed()],
    ['an onset on the day of the screening', { onsetDateTime: '2026-06-01' }, '2026-06-01', confirmed('2026-06-01')],
  ])('confirmed with %s', (_, more, onset, evidence) => {
    expect(known([diagnosis('SLE', more)])).toEqual({ state: 'confirmed', onset, evidence });
  });

  test('begins with the earliest of several onsets, whatever dates are missing', () => {
    const several = [
      diagnosis('SLE', { onsetDateTime: '2022' }),
      diagnosis('系统性红斑狼疮', dated('2020-01-01')),
      diagnosis('SLE', { onsetDateTime: '2022-06-01' }),
      diagnosis('SLE', status('provisional')),
    ];
    const { onset, evidence } = sleDiagnosis(recordOf(several), screeningOn('2026-06-01'));
    expect(onset).toEqual({ from: day('2022-01-01'), to: day('2022-06-01') });
    expect(evidence.map(({ reference }) => reference)).toEqual(['Condition/r1', 'Condition/r2', 'Condition/r3']);
  });

  test.each([
    ['not confirmed', diagnosis('SLE', status('provisional')), 'sle.diagnosis-possible', 'SLE', '2026-05-20'],
    ['suspected in words alone', diagnosis('疑似系统性红斑狼疮'), 'sle.diagnosis', '疑似系统性红斑狼疮', '2026-05-20'],
    [
      'called something else than its code',
      diagnosis('', { code: { coding: [{ system: sct, code: '55464009' }], text: 'Asthma' } }),
      'sle.diagnosis',
      'Asthma',
      '2026-05-20',
    ],
    ['caused by a drug', diagnosis('药物性系统性红斑狼疮'), 'sle.diagnosis', '药物性系统性红斑狼疮', '2026-05-20'],
    [
      'not dated',
      diagnosis('SLE', { ...undated, ...status('unconfirmed') }),
      'sle.diagnosis-possible',
      'SLE',
      undefined,
    ],
    [
      'on the day of the screening',
      diagnosis('SLE', { ...status('differential'), onsetDateTime: '2026-06-01' }),
      'sle.diagnosis-possible',
      'SLE',
      '2026-06-01',
    ],
  ])('possible where it is %s: without an onset, and with what was found', (_, resource, label, value, date) => {
    expect(known([resource])).toEqual({ state: 'possible', onset: undefined, evidence: [shown(label, value, date)] });
  });

  test('none where a diagnosis that may be lupus begins on the day after the screening', () => {
    const later = diagnosis('SLE', { ...status('provisional'), onsetDateTime: '2026-06-02' });
    expect(known([later])).toEqual({ state: 'none', onset: undefined, evidence: [] });
    expect(known([diagnosis('SLE', { onsetDateTime: '2026-06-02' })]).state).toBe('none');
  });

  test('refuted: shows what was refuted, and nothing else that does not count', () => {
    const resources = [
      diagnosis('系统性红斑狼疮', status('refuted')),
      diagnosis('SLE', status('entered-in-error')),
      diagnosis('Lupus nephritis', status('refuted')),
      diagnosis('Pneumonia', status('refuted')),
      observation('777-3', 90, '10*9/L', '2026-05-01', { status: 'cancelled' }),
      { resourceType: 'AllergyIntolerance', code: { text: 'Penicillin' }, ...status('refuted') },
    ];
    expect(known(resources)).toEqual({
      state: 'refuted',
      onset: undefined,
      evidence: [shown('sle.refuted', '系统性红斑狼疮')],
    });
  });

  test('unknown where diagnoses may have been missed, also beside a refuted one', () => {
    for (const resources of [[], [diagnosis('SLE', status('refuted'))]])
      expect(known(resources, { retrieved: unavailable })).toEqual({
        state: 'unknown',
        onset: undefined,
        evidence: [],
      });
    expect(known([diagnosis('SLE')], { retrieved: unavailable }).state).toBe('confirmed');
    expect(known([diagnosis('SLE', status('provisional'))], { retrieved: unavailable }).state).toBe('possible');
  });
});

describe('a sign of lupus', () => {
  const given = (...reasonCode: readonly Json[]): Json => ({
    resourceType: 'MedicationStatement',
    status: 'active',
    medicationCodeableConcept: { text: 'Hydroxychloroquine' },
    reasonCode,
  });
  const display = (text: string): Json => ({
    coding: [
      { system: sct, code: '1' },
      { system: sct, code: '2', display: text },
    ],
  });

  test.each([
    [true, 'a confirmed diagnosis', diagnosis('系统性红斑狼疮')],
    [true, 'a provisional diagnosis', diagnosis('SLE', status('provisional'))],
    [true, 'a code without text', coded(sct, '68815009')],
    [true, 'a recorded SLEDAI-2K', total(4, '2026-05-28')],
    [true, 'a report that speaks of lupus', report('考虑狼疮性肾炎', '2026-05-01')],
    [false, 'a refuted diagnosis', diagnosis('SLE', status('refuted'))],
    [false, 'lupus vulgaris', diagnosis('寻常性狼疮')],
    [false, 'a lupus anticoagulant', textObservation('狼疮抗凝物', '阴性', '2026-05-01')],
    [false, 'a report without lupus', report('No evidence of lupus', '2026-05-01')],
    [true, 'a report that is named after it', report('见附件', '2026-05-01', { code: { text: '狼疮肾炎随访' } })],
    [
      true,
      'a report named by the display of its code',
      report('', '2026-05-01', { code: display('Lupus clinic note') }),
    ],
    [false, 'a report without a conclusion', report('', '2026-05-01', { conclusion: undefined })],
    [true, 'a drug given for it', given({ text: '系统性红斑狼疮' })],
    [true, 'a drug given for it by a display', given(display('Systemic lupus erythematosus'))],
    [true, 'a drug given for it by a display beside other words', given({ text: 'Rash', ...display('SLE') })],
    [true, 'a drug given for it and something else', given({ text: 'Arthritis' }, { text: 'SLE' })],
    [false, 'a drug given for something else', given({ text: 'Malaria' })],
    [false, 'a drug given for something else by a display', given(display('Malaria'))],
    [false, 'a drug given for no stated reason', given()],
    [true, 'a diagnosis in words no code list has', diagnosis('Rhupus, lupus part predominant')],
    [false, 'a diagnosis of something else', diagnosis('Pneumonia')],
    [false, 'an unrelated result', observation('777-3', 90, '10*9/L', '2026-05-01')],
  ])('%s: %s', (sign, _, resource) => {
    expect(signOfLupus(recordOf([resource]))).toBe(sign);
  });

  test.each([
    ['狼疮性肝炎', false],
    ['狼疮抗凝物质阳性', false],
    ['lupus anticoagulant positive', false],
    ['lupus anticoagulant positive, known lupus nephritis', true],
    ['排除狼疮', false],
    ['no evidence of lupus, known SLE', true],
    ['1狼疮抗凝物SLE', true],
    ['无发热，系统性红斑狼疮', true],
    ['Slept well', false],
  ])('"%s": %s', (text, speaks) => {
    expect(speaksOfLupus(text)).toBe(speaks);
  });
});
