import type { Json } from '../../../../src/fhir/record.ts';
import type { Answer } from '../../../../src/facts/screening.ts';
import type { Asked } from '../../../ask.ts';
import { day, observation, textObservation } from '../../../builders.ts';
import { clinically, condition } from '../../../facts/history-entries.ts';
import { ago } from '../../../facts/glucocorticoids/prednisone.ts';
import { inUnreadable, prove } from './prove.ts';

const vaccine = (vaccineCode: Json, occurrenceDateTime: string): Json => ({
  resourceType: 'Immunization',
  status: 'completed',
  vaccineCode,
  occurrenceDateTime,
});
const cvx = (code: string): Json => ({ coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code }] });
const inactivated = vaccine(cvx('150'), '2025-10-15');

prove('E9', {
  E9: {
    'varicella vaccine 28 days ago': [[inactivated, vaccine(cvx('21'), ago(28))]],
    'varicella vaccine 29 days ago': [[inactivated, vaccine(cvx('21'), ago(29))]],
    'varicella vaccine on some day of May': [[inactivated, vaccine(cvx('21'), '2026-05')]],
    'no vaccination on record at all': [[]],
  },
});

const inBlood = (value: number) => observation('21198-7', value, '[IU]/L', ago(3));

prove('E10', {
  E10: {
    'hCG in blood 25.1 IU/L': [[inBlood(25.1)]],
    'hCG in blood 25 IU/L': [[inBlood(25)]],
    'hCG in blood 4.9 IU/L': [[inBlood(4.9)]],
    'girl of 14, only a test in urine': [[textObservation('尿HCG(妊娠试验)', '阴性', ago(2))]],
  },
});

prove('E11', {
  E11: {
    'leukaemia, in remission': [[condition('cm C95.90', clinically('remission'))]],
    'melanoma in situ': [[condition('cm D03.9')]],
    'leukaemia of a relative': [[condition('cm Z80.6 Family history of leukemia')]],
    'the diagnoses could not be read': [[], inUnreadable('conditions')],
  },
});

const study: Json = {
  resourceType: 'ResearchStudy',
  id: 's',
  status: 'active',
  title: 'A study of a drug',
  category: [{ text: 'Interventional' }],
};
const left = (end: string): Json => ({
  resourceType: 'ResearchSubject',
  status: 'off-study',
  period: { start: '2025-01-01', end },
  individual: { reference: 'Patient/p' },
  study: { reference: 'ResearchStudy/s' },
});

prove('E12', {
  E12: {
    'interventional study left 3 months ago': [[study, left('2026-03-01')]],
    'interventional study left 3 months and a day ago': [[study, left('2026-02-28')]],
    'no other study on record': [[]],
    'the studies could not be read': [[], inUnreadable('researchSubjects')],
  },
});

const answered = (verdict: Answer['verdict']): Asked => ({
  screening: { answers: [{ question: 'E13', verdict, author: 'Dr. Example', date: day(ago(12)) }] },
});

prove('E13', {
  E13: {
    'whatever the record says': [[]],
    'the investigator found no other reason': [[], answered('not-met')],
    'the investigator found another reason': [[], answered('met')],
  },
});
