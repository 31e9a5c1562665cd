// Which words of Chinese hospital records were once read wrongly, by what they did to a verdict?

import { expect, it } from 'vitest';
import type { Criterion } from '../../src/eligibility/criterion.ts';
import type { Json } from '../../src/fhir/record.ts';
import { activeInfection } from '../../src/protocols/nct06222853-5to18/e6-infection.ts';
import { congenitalHeartDisease } from '../../src/protocols/nct06222853-5to18/e4-congenital.ts';
import { highDoseGlucocorticoid } from '../../src/protocols/nct06222853-5to18/i2-glucocorticoid.ts';
import { humanImmunodeficiencyVirus } from '../../src/protocols/nct06222853-5to18/e8-hiv.ts';
import { hydroxychloroquine } from '../../src/protocols/nct06222853-5to18/i2-hydroxychloroquine.ts';
import { intolerantOfStandardTreatment } from '../../src/protocols/nct06222853-5to18/i2-intolerance.ts';
import { liveVaccine } from '../../src/protocols/nct06222853-5to18/e9-live-vaccine.ts';
import { noSeriousLungLesion } from '../../src/protocols/nct06222853-5to18/i4-lung.ts';
import { pericardialEffusion } from '../../src/protocols/nct06222853-5to18/e4-effusion.ts';
import { previousCarT } from '../../src/protocols/nct06222853-5to18/e1-car-t.ts';
import { renalReplacementTherapy } from '../../src/protocols/nct06222853-5to18/e3-renal-replacement.ts';
import { severeArrhythmia } from '../../src/protocols/nct06222853-5to18/e4-arrhythmia.ts';
import { sleByEularAcr2019 } from '../../src/protocols/nct06222853-5to18/i2-classification.ts';
import { transplantOrGraftVersusHost } from '../../src/protocols/nct06222853-5to18/e7-transplant.ts';
import { twoAgents } from '../../src/protocols/nct06222853-5to18/i2-agents.ts';
import type { Settings } from '../../src/protocols/nct06222853-5to18/settings.ts';
import { ask } from '../ask.ts';
import { condition, procedure } from './history-entries.ts';

const period = { start: '2026-02-01', end: '2026-05-31' };
const drug = (name: string, text: string): Json => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text: name },
  authoredOn: period.start,
  dosageInstruction: [{ text, route: { text: '口服' }, timing: { repeat: { boundsPeriod: period } } }],
});
const weight = (effectiveDateTime: string): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: '体重' },
  effectiveDateTime,
  valueQuantity: { value: 40, unit: 'kg' },
});
const weights = ['2026-02-01', '2026-04-15'].map(weight);
const prednisone = (text: string): readonly Json[] => [drug('醋酸泼尼松片', text), ...weights];
const finding = (name: string, valueString: string): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: name },
  effectiveDateTime: '2026-05-28',
  valueString,
});
const report = (name: string, conclusion: string): Json => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { text: name },
  effectiveDateTime: '2026-05-20',
  conclusion,
});
const vaccine = (name: string): Json => ({
  resourceType: 'Immunization',
  status: 'completed',
  vaccineCode: { text: name },
  occurrenceDateTime: '2026-05-20',
});

type Row = readonly [wrong: string, criterion: Criterion<Settings>, resources: readonly Json[], verdict: string];
const rows: readonly Row[] = [
  ['未行血液透析 was dialysis that goes on', renalReplacementTherapy, [condition('未行血液透析')], 'not-met'],
  ['未达透析指征 was dialysis that goes on', renalReplacementTherapy, [condition('未达透析指征')], 'not-met'],
  ['有透析指征 was dialysis that goes on', renalReplacementTherapy, [condition('有透析指征')], 'needs-investigator'],
  ['结核性脑膜炎？ was active tuberculosis', activeInfection, [condition('结核性脑膜炎？')], 'needs-investigator'],
  [
    '未治愈 was over',
    activeInfection,
    [condition('肺炎', { clinicalStatus: { text: '未治愈' } })],
    'needs-investigator',
  ],
  [
    'words after a number were a figure',
    transplantOrGraftVersusHost,
    [finding('既往史', '2020年行肾移植术')],
    'needs-investigator',
  ],
  ['甲流 was no infection', activeInfection, [condition('甲流')], 'needs-investigator'],
  ['不符合系统性红斑狼疮 was confirmed lupus', sleByEularAcr2019, [condition('不符合系统性红斑狼疮')], 'unknown'],
  ['法洛四联征 was no heart disease', congenitalHeartDisease, [condition('法洛四联征术后')], 'met'],
  ['频发房早 was no arrhythmia', severeArrhythmia, [condition('频发房早')], 'needs-investigator'],
  ['心包中-大量积液 was no effusion', pericardialEffusion, [condition('心包中-大量积液')], 'met'],
  ['未探及心包积液 was an effusion', pericardialEffusion, [report('超声心动图', '未探及心包积液')], 'not-met'],
  [
    '双肺间质性改变 was a healthy lung',
    noSeriousLungLesion,
    [report('胸部CT', '双肺间质性改变')],
    'needs-investigator',
  ],
  ['未曾接受CAR-T治疗 was CAR-T therapy', previousCarT, [condition('未曾接受CAR-T治疗')], 'not-met'],
  [
    'an infected catheter was dialysis that goes on',
    renalReplacementTherapy,
    [condition('透析导管感染')],
    'needs-investigator',
  ],
  ['CART治疗 was no CAR-T therapy', previousCarT, [procedure('CART治疗', '2025-01-10')], 'met'],
  ['二价脊灰疫苗 was of unclear kind', liveVaccine, [vaccine('二价脊灰疫苗')], 'met'],
  ['艾滋病毒抗体 was no known test', humanImmunodeficiencyVirus, [finding('艾滋病毒抗体', '阴性')], 'not-met'],
  ['qm was once a month for a tablet', highDoseGlucocorticoid, prednisone('40mg po qm'), 'met'],
  ['qm was once a month wherever it stood', highDoseGlucocorticoid, prednisone('40mg qm'), 'unknown'],
  ['of two doses a day only one counted', highDoseGlucocorticoid, prednisone('10mg tid+10mg qn'), 'met'],
  ['of qd and qn only one counted', highDoseGlucocorticoid, prednisone('20mg qd，20mg qn'), 'met'],
  ['1mg/(kg·d) could not be read', highDoseGlucocorticoid, prednisone('1mg/(kg·d)'), 'met'],
  ['必要时 was taken every day', hydroxychloroquine, [drug('硫酸羟氯喹片', '0.2g 必要时服')], 'unknown'],
  ['未服用 was taken every day', hydroxychloroquine, [drug('硫酸羟氯喹片', '未服用')], 'unknown'],
  ['停用 was taken every day', hydroxychloroquine, [drug('硫酸羟氯喹片', '停用')], 'unknown'],
  ['每隔一日 was every day', highDoseGlucocorticoid, prednisone('40mg 每隔一日'), 'unknown'],
  ['1 mg / kg / d was 1 mg', highDoseGlucocorticoid, prednisone('1 mg / kg / d'), 'met'],
  ['麦考酚酯 was no known drug', twoAgents, [drug('麦考酚酯', '0.5g bid'), drug('赛福开', '1mg bid')], 'met'],
  [
    '类固醇性糖尿病 was no harm by a steroid',
    intolerantOfStandardTreatment,
    [condition('类固醇性糖尿病')],
    'needs-investigator',
  ],
  [
    '羟氯喹相关视网膜病变 was no harm by the drug',
    intolerantOfStandardTreatment,
    [condition('羟氯喹相关视网膜病变')],
    'needs-investigator',
  ],
];

it.each(rows)('%s', (_, criterion, resources, verdict) => {
  expect(ask(criterion, resources).verdict).toBe(verdict);
});
