// Which entries of the history decide the exclusions E1 to E7, E11 and E12, and what is the answer without them?

import type { Json } from '../../../../src/fhir/record.ts';
import { observation } from '../../../builders.ts';
import {
  administration,
  because,
  clinically,
  condition,
  procedure,
  report,
  statement,
} from '../../../facts/history-entries.ts';
import { ago } from '../../../facts/glucocorticoids/prednisone.ts';
import { history } from './kinds.ts';
import type { Row } from './row.ts';

const neurolupus = condition('cn M32.114+G94.8* 狼疮性脑病');
const pulse = (daysAgo: number): Json => administration('methylprednisolone', ago(daysAgo));
const pneumonia = condition('who J18.9 肺炎', { onsetDateTime: ago(12) });
const ceftriaxone = (daysAgo: number): Json => administration('ceftriaxone', ago(daysAgo));
const resolved = clinically('resolved');
const signal = ['needs-investigator', 'not-met'] as const;
const proven = ['met', 'not-met'] as const;
const judged = ['met', 'needs-investigator'] as const;
const dialysis = (daysAgo: number): Json => procedure('Hemodialysis', ago(daysAgo));
const infarction = (daysAgo: number): Json =>
  condition('who I21.9 急性心肌梗死', { onsetDateTime: ago(daysAgo), ...resolved });
const forAsthma = (daysAgo: number): Json =>
  statement('prednisone', ago(daysAgo + 27), {
    status: 'completed',
    effectivePeriod: { start: ago(daysAgo + 27), end: ago(daysAgo) },
    ...because('支气管哮喘'),
  });
const graftVersusHost = (daysAgo: number): Json =>
  condition('cm D89.810', { severity: { text: 'grade 2' }, ...resolved, abatementDateTime: ago(daysAgo) });
const study: Json = {
  resourceType: 'ResearchStudy',
  id: 's',
  status: 'active',
  title: 'A study of a drug',
  category: [{ text: 'Interventional' }],
};
const left = (daysAgo: number): Json => ({
  resourceType: 'ResearchSubject',
  individual: { reference: 'Patient/p' },
  study: { reference: 'ResearchStudy/s' },
  status: 'off-study',
  period: { start: '2025-01-01', end: ago(daysAgo) },
});

export const historyRows: readonly Row[] = [
  history('E1', 'a CAR-T infusion', (daysAgo) => [procedure('CD19 CAR-T细胞回输', ago(daysAgo))]),
  history('E1', 'a CAR-T product given', (daysAgo) => [administration('阿基仑赛注射液', ago(daysAgo))]),
  history('E2', 'a pulse beside present lupus of the brain', (daysAgo) => [pulse(daysAgo)], judged, {
    beside: [neurolupus],
    window: [60, 'needs-investigator'],
  }),
  history('E2', 'present lupus of the brain beside a pulse', () => [neurolupus], proven, { beside: [pulse(4)] }),
  history('E3.RRT', 'haemodialysis', (daysAgo) => [dialysis(daysAgo)], proven, { window: [60, 'needs-investigator'] }),
  history('E3.RRT', 'haemodialysis long ago', (daysAgo) => [dialysis(daysAgo)], signal, {
    age: 70,
    window: [92, 'not-met'],
  }),
  history('E3.kidney', 'active lupus nephritis', () => [condition('cm M32.14')], signal),
  history(
    'E3.kidney',
    'proteinuria of 3000 mg/g',
    (daysAgo) => [observation('2890-2', 3000, 'mg/g', ago(daysAgo))],
    signal,
    { window: [30, 'not-met'] },
  ),
  history(
    'E3.kidney',
    'class IV in a biopsy',
    (daysAgo) => [report('Lupus nephritis, ISN/RPS class IV-G (A)', ago(daysAgo))],
    signal,
    {
      window: [182, 'not-met'],
    },
  ),
  history('E4.CHD', 'ventricular septal defect', () => [condition('cn Q21.000 室间隔缺损', resolved)]),
  history('E4.CHD', 'repair of tetralogy of Fallot', () => [procedure('Repair of tetralogy of Fallot', '2014-01-01')]),
  history('E4.MI', 'infarction', (daysAgo) => [infarction(daysAgo)], proven, { window: [182, 'not-met'] }),
  history('E4.arrhythmia', 'ventricular tachycardia', () => [condition('who I47.203 持续性室性心动过速')]),
  history('E4.effusion', 'moderate effusion', () => [
    condition('sct 373945007 Pericardial effusion', { severity: { text: 'Moderate' } }),
  ]),
  history(
    'E4.effusion',
    'large effusion in a report',
    (daysAgo) => [report('Large pericardial effusion', ago(daysAgo))],
    proven,
    {
      window: [90, 'not-met'],
    },
  ),
  history(
    'E4.myocarditis',
    'present myocarditis beside prednisone begun since',
    () => [condition('cn I40.900 急性心肌炎', { onsetDateTime: ago(22) })],
    proven,
    { beside: [statement('prednisone', ago(21))] },
  ),
  history(
    'E4.vitals',
    'norepinephrine by vein',
    (daysAgo) => [administration('norepinephrine', ago(daysAgo))],
    proven,
    {
      age: 0,
      window: [1, 'not-met'],
    },
  ),
  history('E5', 'prednisone for asthma, 28 days', (daysAgo) => [forAsthma(daysAgo)]),
  history('E6', 'ceftriaxone by vein beside pneumonia', (daysAgo) => [ceftriaxone(daysAgo)], judged, {
    beside: [pneumonia],
    window: [7, 'needs-investigator'],
  }),
  history('E6', 'pneumonia beside ceftriaxone by vein', () => [pneumonia], judged, { beside: [ceftriaxone(4)] }),
  history('E6', 'sepsis', () => [condition('who A41.9 脓毒症', { onsetDateTime: ago(4) })]),
  history('E7', 'kidney transplant', () => [procedure('cn9 55.6901 肾异体移植术')]),
  history('E7', 'grade 2 graft-versus-host disease that ended', (daysAgo) => [graftVersusHost(daysAgo)], proven, {
    window: [14, 'needs-investigator'],
  }),
  history('E11', 'leukaemia in remission', () => [condition('cm C95.90', clinically('remission'))]),
  history('E12', 'another interventional study, left', (daysAgo) => [left(daysAgo)], judged, {
    beside: [study],
    window: [92, 'needs-investigator'],
  }),
];
