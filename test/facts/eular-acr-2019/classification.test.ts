import { describe, expect, test } from 'vitest';
import { classifiedAsSle } from '../../../src/facts/eular-acr-2019/classification.ts';
import { provenPoints } from '../../../src/facts/eular-acr-2019/points.ts';
import { knownOf } from '../../../src/facts/sledai-2k/guards.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { observation, recordOf, screeningOn, textObservation } from '../../builders.ts';
import type { RecordOptions } from '../../builders.ts';
import { diagnosis, report, withLower, withUpper } from '../sledai-2k/builders.ts';
import { ana, dna, lowC3, protein, provisional, refuted, sle, total } from './builders.ts';

const screening = screeningOn('2026-06-01');
const asked = (resources: readonly Json[], more: RecordOptions = {}) =>
  classifiedAsSle(recordOf(resources, more), screening);
const verdictOf = (resources: readonly Json[], more: RecordOptions = {}): string => asked(resources, more).verdict;

const listed = { note: [{ text: 'anti-dsDNA 6 + proteinuria 4' }] };

const component = (points: number): Json => ({
  component: [{ code: { text: 'Joint involvement' }, valueInteger: points }],
});
const biopsy = (conclusion: string): Json => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { text: '肾活检病理' },
  effectiveDateTime: '2024-01-10',
  conclusion,
});

describe('rule R-2.6', () => {
  test.each([
    ['met', 'recorded 23, ANA, SLE', [total(23), ana('1:640'), sle]],
    ['met', 'recorded 10, ANA, SLE', [total(10), ana('1:80'), sle]],
    ['met', 'recorded 13, ANA, no diagnosis: 13 must hold a clinical item', [total(13), ana('1:80')]],
    ['needs-investigator', 'recorded 12, ANA, no diagnosis: may be immunological only', [total(12), ana('1:80')]],
    ['met', 'recorded 10 with a clinical item in the note, ANA, no diagnosis', [total(10, listed), ana('1:80')]],
    [
      'needs-investigator',
      'recorded 10, ANA, no diagnosis, and a note that denies the clinical items',
      [total(10, { note: [{ text: 'no arthritis, no rash; 无蛋白尿' }] }), ana('1:80')],
    ],
    [
      'met',
      'recorded 10, ANA, no diagnosis, and a component with the points of a clinical item',
      [total(10, component(6)), ana('1:80')],
    ],
    [
      'needs-investigator',
      'recorded 10, ANA, no diagnosis, and a component without points',
      [total(10, component(0)), ana('1:80')],
    ],
    ['met', 'class IV of lupus in a biopsy', [biopsy('ISN/RPS class IV lupus nephritis'), ana('1:320'), sle]],
    ['needs-investigator', 'class IV of IgA nephropathy', [biopsy('IgA nephropathy, Lee class IV'), ana('1:320'), sle]],
    ['met', 'recorded 10, ANA, no diagnosis, proteinuria proven', [total(10), ana('1:80'), protein]],
    ['needs-investigator', 'recorded 10, negative ANA below a high dilution', [total(10), ana('阴性(<1:100)'), sle]],
    ['needs-investigator', 'recorded 10, ANA negative <1:100', [total(10), ana('阴性 <1:100'), sle]],
    ['met', 'recorded 10, ANA with the ratio sign', [total(10), ana('1∶320'), sle]],
    ['met', 'recorded 10, two titres that agree', [total(10), ana('1:80-1:160'), sle]],
    ['needs-investigator', 'recorded 9, ANA, SLE', [total(9), ana('1:80'), sle]],
    ['needs-investigator', 'recorded 52, ANA, SLE', [total(52), ana('1:80'), sle]],
    [
      'needs-investigator',
      'recorded 23 in error, ANA, SLE',
      [total(23, { status: 'entered-in-error' }), ana('1:80'), sle],
    ],
    ['needs-investigator', 'recorded 23, no ANA, SLE', [total(23), sle]],
    ['unknown', 'recorded 23, no ANA, no diagnosis', [total(23)]],
    ['needs-investigator', 'recorded 23, negative ANA', [total(23), ana('阴性')]],
    ['needs-investigator', 'recorded 23, ANA, SLE refuted', [total(23), ana('1:640'), refuted]],
    ['met', 'recorded in a report', [report('2019 EULAR/ACR评分：23分', '2023-03-20'), ana('1:640'), sle]],
    ['met', '13 provable points, ANA, SLE', [dna, lowC3, protein, ana('1:320'), sle]],
    ['met', '10 provable points, ANA, SLE', [dna, protein, ana('1:320'), sle]],
    ['needs-investigator', '9 provable points without a clinical item', [dna, lowC3, ana('1:320'), sle]],
    ['needs-investigator', '13 provable points, ANA, no diagnosis', [dna, lowC3, protein, ana('1:320')]],
    ['needs-investigator', '13 provable points, SLE, no ANA', [dna, lowC3, protein, sle]],
    ['needs-investigator', 'SLE alone', [sle]],
    ['needs-investigator', 'SLE, negative ANA', [sle, ana('阴性')]],
    ['needs-investigator', 'SLE suspected', [provisional, ana('1:80')]],
    ['not-met', 'SLE refuted', [refuted, ana('1:80')]],
    ['not-met', 'negative ANA, no diagnosis', [ana('阴性(-)')]],
    ['unknown', 'ANA alone', [ana('1:640')]],
    ['unknown', 'nothing', []],
  ])('%s: %s', (verdict, _, resources) => {
    expect(verdictOf(resources)).toBe(verdict);
  });

  test('an unknown says what to record and to order', () => {
    const found = asked([]);
    expect(found.missing.flatMap(({ orders }) => orders.map(({ coding }) => coding.code))).toEqual(['5048-4']);
    expect(found.missing.length).toBeGreaterThan(2);
  });

  test('items, antibodies and diagnosis are shown with their points', () => {
    const found = asked([dna, lowC3, protein, ana('1:320'), sle]);
    expect(found.reason.values).toMatchObject({ lower: 13 });
    expect(found.evidence).toHaveLength(5);
  });

  test('a negative needs a complete search', () => {
    const partial = { state: 'partial', reason: 'cut off' } as const;
    expect(verdictOf([ana('阴性')], { retrieved: { observations: partial } })).toBe('unknown');
    expect(verdictOf([ana('阴性')], { retrieved: { conditions: partial } })).toBe('unknown');
    expect(verdictOf([dna, protein, ana('1:320'), sle], { retrieved: { observations: partial } })).toBe('met');
  });

  test.each([
    ['unknown', 'SLE alone, results cut off', [sle], 'observations'],
    ['met', 'a recorded total, diagnoses cut off', [total(23), ana('1:640'), sle], 'conditions'],
    [
      'unknown',
      '13 provable points and no diagnosis, diagnoses cut off',
      [dna, lowC3, protein, ana('1:320')],
      'conditions',
    ],
    ['unknown', 'a recorded total, a later one may have been missed', [total(23), ana('1:640')], 'observations'],
  ] as const)('%s: %s', (verdict, _, resources, search) => {
    const partial = { state: 'partial', reason: 'cut off' } as const;
    expect(verdictOf(resources, { retrieved: { [search]: partial } })).toBe(verdict);
  });

  test('what is dated ahead counts from its day on', () => {
    const found = asked([total(23), sle, ana('1:640', '2026-06-10')]);
    expect([found.verdict, found.turns.map(({ on }) => isoDay(on))]).toEqual(['needs-investigator', ['2026-06-10']]);
  });
});

describe('the entry criterion: antinuclear antibodies of 1:80, ever', () => {
  const code = (value: Json): Json => ({
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '5048-4' }] },
    effectiveDateTime: '2023-03-18',
    ...value,
  });
  test.each([
    ['met', '1:80', ana('1:80')],
    ['needs-investigator', '1:40', ana('1:40')],
    ['needs-investigator', '1:40 marked positive', ana('1:40 (+)')],
    ['met', '1:320 (+)', ana('1:320 (+)')],
    ['met', '阳性 1:100', ana('阳性 1:100')],
    ['met', '核颗粒型 1:1000', ana('核颗粒型 1:1000')],
    ['met', 'positive in words', ana('阳性')],
    ['needs-investigator', 'weakly positive', ana('弱阳性')],
    ['met', 'a quantity of 80', code({ valueQuantity: { value: 80, code: '{titer}', unit: 'titer' } })],
    ['needs-investigator', 'a quantity of 40', code({ valueQuantity: { value: 40, code: '{titer}', unit: 'titer' } })],
    ['met', 'a ratio 1/320', code({ valueRatio: { numerator: { value: 1 }, denominator: { value: 320 } } })],
    [
      'met',
      'a coded positive',
      code({ valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code: '10828004' }] } }),
    ],
    ['met', 'without a date', { ...ana('1:640'), effectiveDateTime: undefined }],
    ['met', 'a report text', report('抗核抗体(ANA) 1:640 阳性', '2023-03-18')],
    ['needs-investigator', 'preliminary', { ...ana('1:640'), status: 'preliminary' }],
  ])('%s beside a recorded total and SLE: %s', (verdict, _, resource) => {
    expect(verdictOf([total(23), sle, resource])).toBe(verdict);
  });

  test('one positive outweighs later negatives', () => {
    expect(verdictOf([total(23), sle, ana('1:640'), ana('阴性', '2026-05-01')])).toBe('met');
  });
});

describe('points that the record proves', () => {
  const pointsOf = (resources: readonly Json[], more: RecordOptions = {}): Readonly<Record<string, number>> =>
    Object.fromEntries(
      provenPoints({ known: knownOf(recordOf(resources, more)), screening }).counted.map(({ item }) => [
        item.id,
        item.points,
      ]),
    );
  const on = '2024-02-10';
  const low = (code: string, value: number, limit: number): Json =>
    observation(code, value, 'g/L', on, withLower(limit, 'g/L'));
  const fever = (value: number): Json => observation('8310-5', value, 'Cel', on);
  const cells = observation('6690-2', 3.9, '10*9/L', on);
  const coombs = textObservation('直接抗人球蛋白试验', '阳性', on);
  const ldh = (date: string): Json => observation('2532-0', 600, 'U/L', date, withUpper(250, 'U/L'));
  const azathioprine = {
    resourceType: 'MedicationStatement',
    status: 'completed',
    medicationCodeableConcept: { text: 'azathioprine' },
    effectivePeriod: { start: '2024-01-01', end: '2024-03-01' },
  };
  const rows: readonly (readonly [string, Readonly<Record<string, number>>, readonly Json[]])[] = [
    ['38.3 °C is no fever here', {}, [fever(38.3)]],
    ['38.4 °C is', { fever: 2 }, [fever(38.4)]],
    ['38.4 °C in an infection is not', {}, [fever(38.4), diagnosis('肺炎', { onsetDateTime: '2024-02-05' })]],
    ['leukocytes 4.0', {}, [observation('6690-2', 4, '10*9/L', on)]],
    ['leukocytes 3.9', { leukopenia: 3 }, [cells]],
    ['leukocytes 3.9 under azathioprine', {}, [cells, azathioprine]],
    [
      'platelets 99: the higher of two in one domain',
      { thrombocytopenia: 4 },
      [cells, observation('777-3', 99, '10*9/L', on)],
    ],
    ['platelets 100', {}, [observation('777-3', 100, '10*9/L', on)]],
    ['Coombs alone', {}, [coombs]],
    ['Coombs and LDH', { 'autoimmune-haemolysis': 4 }, [coombs, ldh('2024-02-20')]],
    ['Coombs and LDH a year apart', {}, [coombs, ldh('2025-02-20')]],
    ['low C3', { 'low-c3-or-c4': 3 }, [low('4485-9', 0.5, 0.9)]],
    ['C3 on its limit', {}, [low('4485-9', 0.9, 0.9)]],
    ['low C3 and C4', { 'low-c3-and-c4': 4 }, [low('4485-9', 0.5, 0.9), low('4498-2', 0.05, 0.1)]],
    ['anti-Smith', { 'lupus-antibodies': 6 }, [textObservation('抗Sm抗体', '阳性', on)]],
    ['weak anti-dsDNA', {}, [textObservation('抗双链DNA抗体', '弱阳性', on)]],
    ['anticardiolipin 40 units', {}, [observation('3181-5', 40, "[GPL'U]/mL", on)]],
    ['anticardiolipin 41 units', { antiphospholipid: 2 }, [observation('3181-5', 41, "[GPL'U]/mL", on)]],
    ['anticardiolipin positive in words', {}, [textObservation('抗心磷脂抗体', '阳性', on)]],
    ['lupus anticoagulant', { antiphospholipid: 2 }, [textObservation('狼疮抗凝物', '阳性', on)]],
    ['proteinuria 0.5 g', {}, [observation('2889-4', 0.5, 'g/(24.h)', on)]],
    ['proteinuria 56.7 mg/mmol', { proteinuria: 4 }, [observation('2890-2', 56.7, 'mg/mmol', on)]],
    ['class V nephritis', { 'nephritis-class-ii-or-v': 8 }, [diagnosis('V型狼疮性肾炎')]],
    ['class IV nephritis in Chinese', { 'nephritis-class-iii-or-iv': 10 }, [diagnosis('狼疮性肾炎 IV型')]],
    ['class III+V', { 'nephritis-class-iii-or-iv': 10 }, [diagnosis('lupus nephritis class III+V')]],
    [
      'a biopsy report',
      { 'nephritis-class-iii-or-iv': 10 },
      [report('Kidney biopsy: lupus nephritis, ISN/RPS class IV', on)],
    ],
    ['nephritis without a class', {}, [diagnosis('狼疮性肾炎')]],
    ['lupus arthritis', { 'joint-involvement': 6 }, [diagnosis('狼疮性关节炎')]],
    ['arthritis of no said cause', {}, [diagnosis('arthritis')]],
    ['a seizure of no said cause', {}, [diagnosis('seizure')]],
    ['lupus pericarditis', { 'acute-pericarditis': 6 }, [diagnosis('狼疮性心包炎')]],
    ['discoid lupus', { 'subacute-or-discoid': 4 }, [diagnosis('盘状红斑狼疮')]],
    [
      'a suspected discoid lupus',
      {},
      [diagnosis('盘状红斑狼疮', { verificationStatus: { coding: [{ code: 'provisional' }] } })],
    ],
  ];
  test.each(rows)('%s gives %o', (_, points, resources) => {
    expect(pointsOf(resources)).toEqual(points);
  });

  test('a finding whose other causes could not be looked for does not count', () => {
    const unavailable = { state: 'unavailable', reason: 'timeout' } as const;
    expect(pointsOf([fever(38.4)], { retrieved: { conditions: unavailable } })).toEqual({});
    expect(pointsOf([cells], { retrieved: { medicationStatements: unavailable } })).toEqual({});
  });
});
