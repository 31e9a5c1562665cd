// Which record lies at the edge of each setting?

import type { Json } from '../../../../src/fhir/record.ts';
import { observation, textObservation } from '../../../builders.ts';
import {
  administration,
  because,
  clinically,
  condition,
  procedure,
  report,
  statement,
} from '../../../facts/history-entries.ts';
import { historyComplete } from '../../../facts/standard-treatment/lupus-drugs.ts';
import { ago } from '../../../facts/glucocorticoids/prednisone.ts';
import { total } from '../../../facts/sledai-2k/builders.ts';
import { from, within, withinMonths, type Edge, type NumericSetting } from './edge.ts';
import { treatmentEdges } from './treatment-edges.ts';

const words = (name: string, value: string) => (date: string) => [textObservation(name, value, date)];
const limit: Json = { referenceRange: [{ high: { value: 29 } }] };
const creatinine = (value: number, date: string): Json => observation('14682-9', value, 'umol/L', date);
const height = (date: string): Json => observation('8302-2', 158, 'cm', date);

const immunization = (code: string, occurrenceDateTime: string): Json => ({
  resourceType: 'Immunization',
  status: 'completed',
  vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code }] },
  occurrenceDateTime,
});
const left = (end: string): readonly Json[] => [
  {
    resourceType: 'ResearchStudy',
    id: 's',
    status: 'active',
    title: 'A study',
    category: [{ text: 'Interventional' }],
  },
  {
    resourceType: 'ResearchSubject',
    status: 'off-study',
    period: { start: '2025-01-01', end },
    individual: { reference: 'Patient/p' },
    study: { reference: 'ResearchStudy/s' },
  },
];
const forAsthma = (days: number): Json =>
  statement('prednisone', ago(99 + days), {
    status: 'completed',
    effectivePeriod: { start: ago(99 + days), end: ago(100) },
    ...because('支气管哮喘'),
  });

export const edges: Readonly<Record<NumericSetting, Edge>> = {
  laboratoryWindowDays: within('I4.ALT', 30, (on) => [observation('1742-6', 20, 'U/L', on, limit)], ['met', 'unknown']),
  oxygenSaturationWindowDays: within('I4.SpO2', 30, (on) => [observation('59408-5', 98, '%', on)], ['met', 'unknown']),
  heartImagingWindowDays: within('I4.LVEF', 90, (on) => [observation('10230-1', 62, '%', on)], ['met', 'unknown']),
  reportWindowDays: within('E11', 90, (on) => [report('淋巴瘤', on)], ['needs-investigator', 'not-met']),
  heightWindowDays: within('I4.eGFR', 180, (on) => [height(on), creatinine(60, ago(4))], ['met', 'unknown']),
  serologyWindowDays: within('E8.HIV', 90, words('HIV抗体', '阴性'), ['not-met', 'unknown']),
  viralLoadWindowDays: within('E8.CMV', 30, words('血浆巨细胞病毒DNA', '阴性'), ['not-met', 'unknown']),
  pregnancyTestWindowDays: within('I6.test', 7, words('血HCG(妊娠试验)', '阴性'), ['met', 'unknown']),
  preMenarcheWindowDays: within('I6.contraception', 90, words('月经初潮状态', '未初潮'), ['met', 'unknown'], {
    patient: { birthDate: '2016-06-01' },
  }),
  activityWindowDays: within('I3', 30, (on) => [total(8, on)], ['met', 'unknown']),
  medicationHistoryWindowDays: within('I2.hydroxychloroquine', 90, (date) => [{ ...historyComplete, date }], [
    'not-met',
    'unknown',
  ]),
  ...treatmentEdges,
  centralNervousSystemWindowDays: within(
    'E2',
    60,
    (on) => [condition('cn M32.114+G94.8* 狼疮性脑病'), administration('methylprednisolone', on)],
    ['met', 'needs-investigator'],
  ),
  dialysisRecentDays: within('E3.RRT', 60, (on) => [procedure('Hemodialysis', on)], ['met', 'needs-investigator']),
  dialysisWindowMonths: withinMonths('E3.RRT', [3, 92], (on) => [procedure('Hemodialysis', on)], [
    'needs-investigator',
    'not-met',
  ]),
  biopsyWindowMonths: withinMonths('E3.kidney', [6, 182], (on) => [report('Lupus nephritis class IV', on)], [
    'needs-investigator',
    'not-met',
  ]),
  proteinuriaSignalMgPerG: from('E3.kidney', (steps) => [observation('2890-2', 3000 + steps, 'mg/g', ago(4))], [
    'not-met',
    'needs-investigator',
  ]),
  filtrationSignalBelow: {
    id: 'E3.kidney',
    at: (steps) => [observation('62238-1', 45 + steps, 'mL/min/{1.73_m2}', ago(4))],
    verdicts: ['needs-investigator', 'not-met', 'not-met'],
    asked: { patient: { birthDate: '2007-12-01' } },
  },
  filtrationFallShare: from(
    'E3.kidney',
    (steps) => [creatinine(42 - steps * 6, ago(90)), creatinine(60, ago(4)), height(ago(4))],
    ['not-met', 'needs-investigator'],
    { step: 0.1 },
  ),
  filtrationFallMonths: {
    id: 'E3.kidney',
    at: (steps) => [creatinine(42, ago(93 + steps)), creatinine(60, ago(4)), height(ago(4))],
    verdicts: ['needs-investigator', 'needs-investigator', 'not-met'],
    changed: [2, 'not-met'],
  },
  infarctionWindowMonths: withinMonths(
    'E4.MI',
    [6, 182],
    (onsetDateTime) => [condition('who I21.9 急性心肌梗死', { onsetDateTime, ...clinically('resolved') })],
    ['met', 'not-met'],
  ),
  vasopressorWindowHours: {
    ...within('E4.vitals', 1, (on) => [administration('norepinephrine', on)], ['met', 'not-met']),
    step: 24,
  },
  antihypertensiveWindowDays: within('E4.vitals', 7, (on) => [administration('尼卡地平', on)], [
    'needs-investigator',
    'not-met',
  ]),
  respiratorySupportWindowDays: within('I4.lung', 30, (on) => [procedure('机械通气', on)], [
    'needs-investigator',
    'met',
  ]),
  otherDiseaseGlucocorticoidDays: from('E5', (steps) => [forAsthma(28 + steps)], ['not-met', 'met']),
  infectionTreatmentWindowDays: within(
    'E6',
    7,
    (on) => [condition('who J18.9 肺炎', { onsetDateTime: ago(12) }), administration('ceftriaxone', on)],
    ['met', 'needs-investigator'],
  ),
  graftVersusHostWindowDays: within(
    'E7',
    14,
    (abatementDateTime) => [
      condition('cm D89.810', { severity: { text: 'grade 2' }, ...clinically('resolved'), abatementDateTime }),
    ],
    ['met', 'needs-investigator'],
  ),
  liveVaccineWindowDays: within('E9', 28, (on) => [immunization('150', ago(229)), immunization('21', on)], [
    'met',
    'not-met',
  ]),
  vaccineRecordMonths: withinMonths('E9', [24, 730], (on) => [immunization('150', on)], [
    'not-met',
    'needs-investigator',
  ]),
  otherTrialMonths: withinMonths('E12', [3, 92], left, ['met', 'needs-investigator']),
};
