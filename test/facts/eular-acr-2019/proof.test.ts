// Which results, diagnoses and reports prove which item, in which order of time, and what is shown for it?

import { describe, expect, it } from 'vitest';
import { provenPoints } from '../../../src/facts/eular-acr-2019/points.ts';
import { knownOf } from '../../../src/facts/sledai-2k/guards.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { observation, recordOf, screeningOn, textObservation } from '../../builders.ts';
import { diagnosis, report, withLower, withUpper } from '../sledai-2k/builders.ts';
import { protein } from './builders.ts';

const ask = (resources: readonly Json[]) =>
  provenPoints({ known: knownOf(recordOf(resources)), screening: screeningOn('2026-06-01') });
/** What is counted: each item with its points and what proves it. */
const counted = (resources: readonly Json[]): readonly string[] =>
  ask(resources).counted.map(({ item: { id, points }, evidence }) =>
    [id, points, ...evidence.map(({ reference }) => reference?.split('/')[1])].join(' '),
  );
const on = '2024-02-10';
const undated = { effectiveDateTime: undefined };
const coombs = (value: string, date = on, more: Json = {}): Json => ({
  ...textObservation('直接抗人球蛋白试验', value, date),
  ...more,
});
const ldh = (value: number, date: string, more: Json = {}): Json =>
  observation('2532-0', value, 'U/L', date, { ...withUpper(250, 'U/L'), ...more });
const fever = (date: string, more: Json = {}): Json => observation('8310-5', 39, 'Cel', date, more);
const pneumonia = (from: string, to: string): Json => diagnosis('肺炎', { onsetDateTime: from, abatementDateTime: to });
const cells = observation('6690-2', 3.9, '10*9/L', on);
const cyclophosphamide = (date: string): Json => ({
  resourceType: 'MedicationAdministration',
  status: 'completed',
  medicationCodeableConcept: { text: 'cyclophosphamide' },
  effectiveDateTime: date,
});
const smith = (value: string, more: Json = {}): Json => ({ ...textObservation('抗Sm抗体', value, on), ...more });
const swollen = (count: string): Json => textObservation('肿胀关节数', count, on);
const low = (code: string, value: number): Json => observation(code, value, 'g/L', on, withLower(0.5, 'g/L'));

describe('results', () => {
  it.each<[string, readonly string[], readonly Json[]]>([
    ['Coombs and LDH 30 days later', ['autoimmune-haemolysis 4 r1 r2'], [coombs('阳性'), ldh(600, '2024-03-11')]],
    ['Coombs and LDH 31 days later', [], [coombs('阳性'), ldh(600, '2024-03-12')]],
    ['Coombs and LDH 30 days before', ['autoimmune-haemolysis 4 r1 r2'], [coombs('阳性'), ldh(600, '2024-01-11')]],
    ['Coombs and LDH 31 days before', [], [coombs('阳性'), ldh(600, '2024-01-10')]],
    ['Coombs and LDH of the month after', [], [coombs('阳性'), ldh(600, '2024-03')]],
    ['Coombs of a month and LDH long before its end', [], [coombs('阳性', '2024-02'), ldh(600, '2024-01-10')]],
    ['Coombs and LDH of the same month', ['autoimmune-haemolysis 4 r1 r2'], [coombs('阳性'), ldh(600, '2024-02')]],
    ['Coombs of a day unknown and LDH', [], [coombs('阳性', on, undated), ldh(600, on)]],
    ['Coombs and LDH of a day unknown', [], [coombs('阳性'), ldh(600, on, undated)]],
    ['Coombs and normal LDH', [], [coombs('阳性'), ldh(250, on)]],
    ['a negative Coombs and LDH', [], [coombs('阴性'), ldh(600, on)]],
    [
      'two Coombs, the later of them with LDH',
      ['autoimmune-haemolysis 4 r2 r3'],
      [coombs('阳性', '2020-02-10'), coombs('阳性'), ldh(600, on)],
    ],
    [
      'Coombs and haptoglobin',
      ['autoimmune-haemolysis 4 r1 r2'],
      [coombs('阳性'), observation('4542-7', 0.1, 'g/L', on, withLower(0.3, 'g/L'))],
    ],
    ['two swollen joints', ['joint-involvement 6 r1'], [swollen('2')]],
    ['one swollen joint', [], [swollen('1')]],
    ['swollen joints that are not counted', [], [swollen('阳性')]],
    ['low C4', ['low-c3-or-c4 3 r1'], [low('4498-2', 0.4)]],
    ['low C3 and C4', ['low-c3-and-c4 4 r2 r1'], [low('4498-2', 0.4), low('4485-9', 0.4)]],
    ['a word and a flag that contradict each other', [], [smith('阳性', { interpretation: [{ text: 'NEG' }] })]],
    ['anti-Smith today', ['lupus-antibodies 6 r1'], [smith('阳性', { effectiveDateTime: '2026-06-01' })]],
    ['anti-Smith tomorrow', [], [smith('阳性', { effectiveDateTime: '2026-06-02' })]],
    ['anti-Smith of a day unknown', ['lupus-antibodies 6 r1'], [smith('阳性', undated)]],
    ['anti-Smith, preliminary', [], [smith('阳性', { status: 'preliminary' })]],
    ['fever of a day unknown', [], [fever(on, undated)]],
    ['fever 14 days after an infection', [], [fever(on), pneumonia('2024-01-01', '2024-01-27')]],
    ['fever 15 days after an infection', ['fever 2 r1'], [fever(on), pneumonia('2024-01-01', '2024-01-26')]],
    ['fever 14 days before an infection', [], [fever(on), pneumonia('2024-02-24', '2024-03-01')]],
    ['fever 15 days before an infection', ['fever 2 r1'], [fever(on), pneumonia('2024-02-25', '2024-03-01')]],
    ['few cells 30 days after a cytotoxic drug', [], [cells, cyclophosphamide('2024-01-11')]],
    ['few cells 31 days after a cytotoxic drug', ['leukopenia 3 r1'], [cells, cyclophosphamide('2024-01-10')]],
    ['few cells before a cytotoxic drug', ['leukopenia 3 r1'], [cells, cyclophosphamide('2024-02-11')]],
    [
      'two items of one domain with the same points',
      ['thrombocytopenia 4 r3'],
      [coombs('阳性'), ldh(600, on), observation('777-3', 99, '10*9/L', on)],
    ],
  ])('%s: %j', (_, points, resources) => {
    expect(counted(resources)).toEqual(points);
  });
});

describe('diagnoses', () => {
  it.each<[string, readonly string[], Json]>([
    ['SLE with delirium', ['delirium 2 r1'], {}],
    ['lupus psychosis', ['psychosis 3 r1'], {}],
    ['SLE with seizure', ['seizure 5 r1'], {}],
    ['SLE with alopecia', ['alopecia 2 r1'], {}],
    ['SLE with oral ulcers', ['oral-ulcers 2 r1'], {}],
    ['亚急性皮肤型红斑狼疮', ['subacute-or-discoid 4 r1'], {}],
    ['SLE，亚急性皮肤型红斑狼疮', ['subacute-or-discoid 4 r1'], {}],
    ['SLE with malar rash', ['acute-cutaneous 6 r1'], {}],
    ['Acute cutaneous lupus erythematosus', ['acute-cutaneous 6 r1'], {}],
    ['急性皮肤型红斑狼疮', ['acute-cutaneous 6 r1'], {}],
    ['Malar rash', [], {}],
    ['蝶形红斑', [], {}],
    ['狼疮性心包炎', ['acute-pericarditis 6 r1'], {}],
    ['狼疮性关节炎', ['joint-involvement 6 r1'], {}],
    ['狼疮性关节炎', ['joint-involvement 6 r1'], { onsetDateTime: undefined }],
    ['狼疮性关节炎', ['joint-involvement 6 r1'], { onsetDateTime: '2026-06-01' }],
    ['狼疮性关节炎', [], { onsetDateTime: '2026-06-02' }],
    ['狼疮性关节炎', [], { onsetDateTime: '2026-06' }],
    ['狼疮性关节炎', [], { verificationStatus: { coding: [{ code: 'provisional' }] } }],
    ['arthritis', [], {}],
    ['狼疮性肾炎 II型', ['nephritis-class-ii-or-v 8 r1'], {}],
    ['狼疮性肾炎 III型', ['nephritis-class-iii-or-iv 10 r1'], {}],
    ['狼疮性胸膜炎', [], {}],
  ])('%s: %j %j', (text, points, more) => {
    expect(counted([diagnosis(text, more)])).toEqual(points);
  });

  it('is shown as such', () => {
    expect(ask([diagnosis('狼疮性关节炎')]).counted.map(({ evidence }) => evidence)).toEqual([
      [{ reference: 'Condition/r1', label: say('sle.diagnosis'), value: '狼疮性关节炎', date: '2026-05-20' }],
    ]);
  });
});

it('every proven item is named in the order of the criteria, and the highest of each domain counts', () => {
  const { proven, counted: highest, lower, clinical } = ask([diagnosis('狼疮性肾炎 IV型'), protein, smith('阳性')]);
  const names = (of: typeof proven) => of.map(({ item, evidence }) => `${item.id} ${evidence[0]?.reference ?? ''}`);
  const nephritis = 'nephritis-class-iii-or-iv Condition/r1';
  const antibodies = 'lupus-antibodies Observation/r3';
  expect([names(proven), names(highest), lower, clinical]).toEqual([
    ['proteinuria Observation/r2', nephritis, antibodies],
    [nephritis, antibodies],
    16,
    true,
  ]);
});

describe('reports', () => {
  const classIV = 'nephritis-class-iii-or-iv 10 r1';
  const lupus = '狼疮性肾炎 ISN/RPS IV型';
  const pleurisy = diagnosis('狼疮性胸膜炎');
  it.each<[string, readonly string[], readonly Json[]]>([
    ['of a biopsy', [classIV], [report(lupus, on)]],
    ['of a biopsy that only its name tells', [classIV], [report('符合IV型', on, { code: { text: '肾活检病理' } })]],
    [
      'of a biopsy that one of its names tells',
      [classIV],
      [report('符合IV型', on, { code: { coding: [{ code: '1', display: 'Pathology' }], text: '肾活检' } })],
    ],
    ['that speaks of no kidney', [], [report('ISN/RPS IV型', on)]],
    ['of a biopsy that excludes it', [], [report('未见狼疮性肾炎IV型', on)]],
    ['of a biopsy today', [classIV], [report(lupus, '2026-06-01')]],
    ['of a biopsy tomorrow', [], [report(lupus, '2026-06-02')]],
    ['of a biopsy of a day unknown', [classIV], [report(lupus, '', undated)]],
    ['of a biopsy, preliminary', [], [report(lupus, on, { status: 'preliminary' })]],
    ['of a biopsy without a text', [], [report('', on, { code: { text: '肾活检 IV型' }, conclusion: undefined })]],
    ['of another disease', [], [report('IgA肾病 Lee IV型', on)]],
    [
      'of another disease beside one of lupus',
      ['nephritis-class-iii-or-iv 10 r2'],
      [report('IgA肾病 Lee IV型', on), report(lupus, on)],
    ],
    ['of collagen', [], [report('肾组织IV型胶原α5链阳性', on)]],
    ['of an effusion without a diagnosis', [], [report('少量胸腔积液', on)]],
    ['of an effusion beside pleurisy of lupus', ['effusion 5 r1 r2'], [pleurisy, report('少量胸腔积液', on)]],
    [
      'of an effusion beside SLE with it',
      ['effusion 5 r1 r2'],
      [diagnosis('SLE with pleural effusion'), report('pleural effusion', on)],
    ],
    ['of no effusion beside pleurisy of lupus', [], [pleurisy, report('未见胸腔积液', on)]],
  ])('%s: %j', (_, points, resources) => {
    expect(counted(resources)).toEqual(points);
  });

  it('of an effusion prove it beside pericarditis of lupus, which gives more', () => {
    const { proven, lower } = ask([diagnosis('狼疮性心包炎'), report('心包积液', on)]);
    const names = proven.map(({ item, evidence }) => [item.id, ...evidence.map(({ reference }) => reference)]);
    const pericarditis = 'Condition/r1';
    expect([names, lower]).toEqual([
      [
        ['effusion', pericarditis, 'DiagnosticReport/r2'],
        ['acute-pericarditis', pericarditis],
      ],
      6,
    ]);
  });

  it('are shown with the beginning of their text, and their day where it is known', () => {
    const long = `狼疮性肾炎 IV型，${'肾小球'.repeat(100)}`;
    const shown = (date?: string) =>
      ask([report(long, date ?? '', date === undefined ? undated : {})]).counted[0]?.evidence;
    const piece = { reference: 'DiagnosticReport/r1', label: say('eular.report'), value: long.slice(0, 200) };
    expect([shown(on), shown()]).toEqual([[{ ...piece, date: on }], [piece]]);
  });
});
