import type { Json } from '../../../../src/fhir/record.ts';
import {
  administration,
  because,
  clinically,
  condition,
  procedure,
  statement,
} from '../../../facts/history-entries.ts';
import { ago } from '../../../facts/glucocorticoids/prednisone.ts';
import { inUnreadable, prove } from './prove.ts';

const forAsthma = (start: string, end: string): Json =>
  statement('prednisone', start, {
    status: 'completed',
    effectivePeriod: { start, end },
    ...because('支气管哮喘'),
  });

prove('E5', {
  E5: {
    'prednisone for asthma, 28 days': [[forAsthma('2026-01-01', '2026-01-28')]],
    'prednisone for asthma, 27 days': [[forAsthma('2026-01-01', '2026-01-27')]],
    'azathioprine for Crohn disease': [[statement('azathioprine', '2025-01-01', because('克罗恩病'))]],
    'the diagnoses could not be read': [[], inUnreadable('conditions')],
  },
});

const pneumonia = condition('who J18.9 肺炎', { onsetDateTime: ago(12) });
const preventive: Json = {
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text: '复方磺胺甲噁唑片' },
  authoredOn: '2026-05-01',
  dosageInstruction: [
    {
      route: { text: '口服' },
      timing: { repeat: { frequency: 3, period: 1, periodUnit: 'wk', boundsPeriod: { start: '2026-01-01' } } },
    },
  ],
};

prove('E6', {
  E6: {
    'active pneumonia, ceftriaxone by vein 7 days ago': [[pneumonia, administration('ceftriaxone', ago(7))]],
    'active pneumonia, ceftriaxone by vein 8 days ago': [[pneumonia, administration('ceftriaxone', ago(8))]],
    'co-trimoxazole three times a week, no infection': [[preventive]],
    'the diagnoses could not be read': [[], inUnreadable('conditions')],
  },
});

const ended = (abatementDateTime: string): Json =>
  condition('cm D89.810', { severity: { text: 'grade 2' }, ...clinically('resolved'), abatementDateTime });

prove('E7', {
  E7: {
    'kidney transplant, undated': [[procedure('cn9 55.6901 肾异体移植术')]],
    'transfusion of red blood cells': [[procedure('Transfusion of red blood cells', '2026-01-01')]],
    'grade 2 graft-versus-host disease that ended 14 days ago': [[ended(ago(14))]],
    'grade 2 graft-versus-host disease that ended 15 days ago': [[ended(ago(15))]],
  },
});
