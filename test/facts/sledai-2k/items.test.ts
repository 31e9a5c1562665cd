import { describe, expect, test } from 'vitest';
import { items, maximum, type ItemId } from '../../../src/facts/sledai-2k/items.ts';
import { sledai } from '../../../src/facts/sledai-2k/score.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { observation, recordOf, screeningOn, textObservation } from '../../builders.ts';
import type { RecordOptions } from '../../builders.ts';
import { diagnosis, withLower, withUpper } from './builders.ts';

const scored = (resources: readonly Json[], more: RecordOptions = {}) =>
  sledai(recordOf(resources, more), screeningOn('2026-06-01'), { windowDays: 30, arthritisJoints: 2 });

const stateOf = (id: ItemId, resources: readonly Json[], more: RecordOptions = {}): string | undefined =>
  scored(resources, more).items.find(({ item }) => item.id === id)?.state;

const on = '2026-05-20';

test('the 24 weights add up to 105', () => {
  expect([items.length, maximum]).toEqual([24, 105]);
});

test('a record of nothing leaves everything open', () => {
  const { lower, upper } = scored([]);
  expect([lower, upper]).toEqual([0, 105]);
});

describe('each laboratory item at its limit and one step to each side', () => {
  const c3 = (value: number, unit: string, low: number): Json =>
    observation('4485-9', value, unit, on, withLower(low, unit));
  const c4 = (value: number): Json => observation('4498-2', value, 'g/L', on, withLower(0.1, 'g/L'));
  const dna = (value: number): Json => observation('5130-0', value, '[IU]/mL', on, withUpper(100, '[IU]/mL'));
  const rows: readonly (readonly [ItemId, string, string, readonly Json[]])[] = [
    ['proteinuria', 'absent', '0.5 g/24 h', [observation('2889-4', 0.5, 'g/(24.h)', on)]],
    ['proteinuria', 'present', '0.51 g/24 h', [observation('2889-4', 0.51, 'g/(24.h)', on)]],
    ['proteinuria', 'absent', '500 mg/24 h', [observation('2889-4', 500, 'mg/(24.h)', on)]],
    ['proteinuria', 'present', '501 mg/24 h', [observation('2889-4', 501, 'mg/(24.h)', on)]],
    ['proteinuria', 'absent', '500 mg/g', [observation('2890-2', 500, 'mg/g', on)]],
    ['proteinuria', 'present', '501 mg/g', [observation('2890-2', 501, 'mg/g', on)]],
    ['proteinuria', 'absent', '0.5 g/g', [observation('2890-2', 0.5, 'g/g', on)]],
    ['proteinuria', 'present', '0.51 g/g', [observation('2890-2', 0.51, 'g/g', on)]],
    ['proteinuria', 'absent', '56.6 mg/mmol', [observation('2890-2', 56.6, 'mg/mmol', on)]],
    ['proteinuria', 'present', '56.7 mg/mmol', [observation('2890-2', 56.7, 'mg/mmol', on)]],
    ['proteinuria', 'present', 'Chinese text of 24 h', [textObservation('24小时尿蛋白定量', '0.9 g/24h', on)]],
    ['proteinuria', 'unknown', 'a dipstick', [textObservation('尿蛋白', '++', on)]],
    ['haematuria', 'absent', '5 per field', [observation('13945-1', 5, '/[HPF]', on)]],
    ['haematuria', 'present', '6 per field', [observation('13945-1', 6, '/[HPF]', on)]],
    ['haematuria', 'possible', '5-10 per field', [textObservation('尿沉渣红细胞', '5-10/HP', on)]],
    ['haematuria', 'present', '10-20 per field', [textObservation('尿沉渣红细胞', '10-20/HP', on)]],
    ['haematuria', 'unknown', 'a count per microlitre', [observation('13945-1', 60, '/uL', on)]],
    ['pyuria', 'absent', '5 per field', [observation('5821-4', 5, '/[HPF]', on)]],
    ['pyuria', 'present', '6 per field', [observation('5821-4', 6, '/[HPF]', on)]],
    ['urinary-casts', 'present', 'red-cell casts', [textObservation('红细胞管型', '阳性', on)]],
    ['urinary-casts', 'absent', 'no red-cell casts', [textObservation('红细胞管型', '阴性', on)]],
    ['urinary-casts', 'possible', 'granular casts', [observation('5793-5', 2, '/[LPF]', on)]],
    ['urinary-casts', 'unknown', 'hyaline casts', [textObservation('透明管型', '阳性', on)]],
    ['low-complement', 'present', 'C3 just below its range', [c3(0.89, 'g/L', 0.9)]],
    ['low-complement', 'unknown', 'C3 on its lower limit, C4 not done', [c3(0.9, 'g/L', 0.9)]],
    ['low-complement', 'absent', 'C3 and C4 on their lower limits', [c3(0.9, 'g/L', 0.9), c4(0.1)]],
    ['low-complement', 'present', 'C3 normal and C4 low', [c3(90, 'mg/dL', 90), c4(0.09)]],
    ['low-complement', 'present', 'C3 in mg/dL', [c3(89, 'mg/dL', 90)]],
    ['low-complement', 'possible', 'C3 without a range', [observation('4485-9', 0.5, 'g/L', on)]],
    [
      'low-complement',
      'present',
      'C3 flagged low',
      [observation('4485-9', 0.5, 'g/L', on, { interpretation: [{ text: 'L' }] })],
    ],
    ['increased-dna-binding', 'absent', 'on its upper limit', [dna(100)]],
    ['increased-dna-binding', 'present', 'above its upper limit', [dna(101)]],
    ['increased-dna-binding', 'present', 'positive in words', [textObservation('抗双链DNA抗体', '阳性', on)]],
    ['increased-dna-binding', 'absent', 'negative in words', [textObservation('抗双链DNA抗体', '阴性(-)', on)]],
    ['increased-dna-binding', 'possible', 'weakly positive', [textObservation('抗双链DNA抗体', '弱阳性', on)]],
    ['fever', 'absent', '38.0 °C', [observation('8310-5', 38, 'Cel', on)]],
    ['fever', 'present', '38.1 °C', [observation('8310-5', 38.1, 'Cel', on)]],
    ['fever', 'absent', '100.4 °F', [observation('8310-5', 100.4, '[degF]', on)]],
    ['fever', 'present', '100.6 °F', [observation('8310-5', 100.6, '[degF]', on)]],
    ['thrombocytopenia', 'absent', '100 ×10⁹/L', [observation('777-3', 100, '10*9/L', on)]],
    ['thrombocytopenia', 'present', '99 ×10³/µL', [observation('777-3', 99, '10*3/uL', on)]],
    ['leukopenia', 'absent', '3.0 ×10⁹/L', [observation('6690-2', 3, '10*9/L', on)]],
    ['leukopenia', 'present', '2.9 ×10³/µL', [observation('6690-2', 2.9, '10*3/uL', on)]],
    ['leukopenia', 'unknown', 'an unknown unit', [observation('6690-2', 2.9, 'furlong', on)]],
  ];
  test.each(rows)('%s is %s: %s', (id, state, _, resources) => {
    expect(stateOf(id, resources)).toBe(state);
  });
});

describe('the latest result decides', () => {
  const protein = (value: number, date: string): Json => observation('2889-4', value, 'g/(24.h)', date);
  test.each([
    ['present', 'a later result is above', [protein(0.1, '2026-05-10'), protein(0.9, '2026-05-20')]],
    [
      'possible',
      'only an earlier result in the window is above',
      [protein(0.9, '2026-05-10'), protein(0.1, '2026-05-20')],
    ],
    ['absent', 'the earlier result is outside the window', [protein(0.9, '2026-04-10'), protein(0.1, '2026-05-20')]],
    ['possible', 'two results of one day differ', [protein(0.9, '2026-05-20'), protein(0.1, '2026-05-20')]],
  ])('%s: %s', (state, _, resources) => {
    expect(stateOf('proteinuria', resources)).toBe(state);
  });
});

describe('another explanation keeps a finding from counting', () => {
  const blood = observation('13945-1', 20, '/[HPF]', on);
  const fever = observation('8310-5', 39, 'Cel', on);
  const fewCells = observation('6690-2', 2, '10*9/L', on);
  const period = (date: string): Json => ({
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '8665-2' }] },
    effectiveDateTime: '2026-05-20',
    valueDateTime: date,
  });
  const drug = (date: string): Json => ({
    resourceType: 'MedicationAdministration',
    status: 'completed',
    medicationCodeableConcept: { text: 'cyclophosphamide' },
    effectiveDateTime: date,
  });
  const ordered = (end: string): Json => ({
    resourceType: 'MedicationRequest',
    status: 'stopped',
    intent: 'order',
    medicationCodeableConcept: { text: 'azathioprine' },
    authoredOn: '2026-01-01',
    dosageInstruction: [{ timing: { repeat: { boundsPeriod: { start: '2026-01-01', end } } } }],
  });
  const culture = (value: string): Json => textObservation('尿培养', value, on);
  test.each([
    ['haematuria', 'possible', 'urinary tract infection', [blood, diagnosis('泌尿道感染')]],
    [
      'haematuria',
      'present',
      'an infection that ended before the window',
      [blood, diagnosis('泌尿道感染', { onsetDateTime: '2026-01-02', abatementDateTime: '2026-01-10' })],
    ],
    ['haematuria', 'possible', 'a culture with growth', [blood, culture('大肠埃希菌')]],
    ['haematuria', 'present', 'a sterile culture', [blood, culture('无菌生长')]],
    ['haematuria', 'possible', 'menstruation', [blood, period('2026-05-18')]],
    ['haematuria', 'present', 'a period long before', [blood, period('2026-04-01')]],
    [
      'haematuria',
      'present',
      'a refuted infection',
      [blood, diagnosis('泌尿道感染', { verificationStatus: { coding: [{ code: 'refuted' }] } })],
    ],
    ['fever', 'possible', 'pneumonia', [fever, diagnosis('肺炎')]],
    ['fever', 'present', 'no infection', [fever, diagnosis('Vitamin D deficiency')]],
    ['leukopenia', 'possible', 'cyclophosphamide 30 days before', [fewCells, drug('2026-05-02')]],
    ['leukopenia', 'present', 'cyclophosphamide 31 days before', [fewCells, drug('2026-05-01')]],
    ['leukopenia', 'possible', 'azathioprine ordered until 30 days before', [fewCells, ordered('2026-05-02')]],
    ['leukopenia', 'present', 'azathioprine ordered until 31 days before', [fewCells, ordered('2026-05-01')]],
  ] as const)('%s is %s beside %s', (id, state, _, resources) => {
    expect(stateOf(id, resources)).toBe(state);
  });

  test('nothing is ruled out by a search that was not complete', () => {
    const unavailable = { state: 'unavailable', reason: 'timeout' } as const;
    expect(stateOf('haematuria', [blood], { retrieved: { conditions: unavailable } })).toBe('possible');
    expect(stateOf('leukopenia', [fewCells], { retrieved: { medicationRequests: unavailable } })).toBe('possible');
    expect(stateOf('leukopenia', [fewCells], { retrieved: { observations: unavailable } })).toBe('unknown');
  });
});

describe('items that need an examination', () => {
  test.each([
    ['seizure', 'possible', 'an active diagnosis', [diagnosis('癫痫')]],
    [
      'seizure',
      'unknown',
      'a diagnosis resolved long ago',
      [diagnosis('seizure', { clinicalStatus: { coding: [{ code: 'resolved' }] }, onsetDateTime: '2019-01-01' })],
    ],
    ['arthritis', 'possible', 'lupus arthritis', [diagnosis('狼疮性关节炎')]],
    ['arthritis', 'present', 'two swollen joints', [textObservation('肿胀关节数', '2', on)]],
    ['arthritis', 'unknown', 'one swollen joint', [textObservation('肿胀关节数', '1', on)]],
    ['vasculitis', 'unknown', 'nothing', []],
  ] as const)('%s is %s by %s', (id, state, _, resources) => {
    expect(stateOf(id, resources)).toBe(state);
  });

  test('a diagnosis never changes the bounds', () => {
    const { lower, upper } = scored([diagnosis('癫痫'), diagnosis('狼疮性关节炎'), diagnosis('vasculitis')]);
    expect([lower, upper]).toEqual([0, 105]);
  });
});
