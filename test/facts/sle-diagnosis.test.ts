import { describe, expect, test } from 'vitest';
import { signOfLupus, sleDiagnosis, speaksOfLupus } from '../../src/facts/sle-diagnosis.ts';
import type { Json } from '../../src/fhir/record.ts';
import { isoRange } from '../../src/logic/calendar.ts';
import { observation, recordOf, screeningOn, textObservation } from '../builders.ts';
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

describe('a sign of lupus', () => {
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
    ['无发热，系统性红斑狼疮', true],
    ['Slept well', false],
  ])('"%s": %s', (text, speaks) => {
    expect(speaksOfLupus(text)).toBe(speaks);
  });
});
