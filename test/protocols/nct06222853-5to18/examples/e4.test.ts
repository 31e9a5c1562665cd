import type { Json } from '../../../../src/fhir/record.ts';
import {
  administration,
  clinically,
  condition,
  procedure,
  report,
  statement,
  verified,
} from '../../../facts/history-entries.ts';
import { ago } from '../../../facts/glucocorticoids/prednisone.ts';
import { inUnreadable, prove } from './prove.ts';

const infarction = (onsetDateTime: string, more: Json = {}): Json =>
  condition('who I21.9 急性心肌梗死', { onsetDateTime, ...more });
const effusion = (size: string, more: Json = {}): Json =>
  condition('sct 373945007 Pericardial effusion', { severity: { text: size }, ...more });
const unstated: Json = { clinicalStatus: undefined };
const myocarditis = condition('cn I40.900 急性心肌炎', { onsetDateTime: ago(22) });

prove('E4', {
  'E4.CHD': {
    'ventricular septal defect, repaired': [
      [condition('cn Q21.000 室间隔缺损', clinically('resolved')), procedure('室间隔缺损修补术', '2013-05-01')],
    ],
    'patent foramen ovale': [[condition('cm Q21.12')]],
    'nothing on record, all searches complete': [[]],
    'the diagnoses could not be read': [[], inUnreadable('conditions')],
  },
  'E4.MI': {
    'infarction 6 months ago': [[infarction('2025-12-01', clinically('resolved'))]],
    'infarction 6 months and a day ago': [[infarction('2025-11-30', clinically('resolved'))]],
    'infarction 4 months ago, not confirmed': [[infarction('2026-02-01', verified('unconfirmed'))]],
    'infarction, nobody says when': [[condition('Acute myocardial infarction')]],
  },
  'E4.arrhythmia': {
    'ventricular tachycardia, present': [[condition('who I47.203 持续性室性心动过速')]],
    'paroxysmal supraventricular tachycardia, no antiarrhythmic': [[condition('who I47.102 阵发性室上性心动过速')]],
    'ventricular tachycardia, over, no antiarrhythmic': [[condition('cm I47.20', clinically('resolved'))]],
    'ventricular tachycardia, nobody says whether it is over': [[condition('cm I47.20', unstated)]],
  },
  'E4.effusion': {
    'moderate effusion, present': [[effusion('Moderate')]],
    'small effusion, present': [[effusion('mild')]],
    'large effusion in a report 91 days ago': [[report('Large pericardial effusion', ago(91))]],
    'large effusion, nobody says whether it is over': [[condition('Large pericardial effusion', unstated)]],
  },
  'E4.myocarditis': {
    'present myocarditis, prednisone begun since': [[myocarditis, statement('prednisone', ago(21))]],
    'present myocarditis, prednisone since before': [[myocarditis, statement('prednisone', ago(151))]],
    'myocarditis that is over': [[condition('Viral myocarditis', clinically('resolved'))]],
    'the diagnoses could not be read': [[], inUnreadable('conditions')],
  },
  'E4.vitals': {
    'norepinephrine by vein yesterday': [[administration('norepinephrine', ago(1))]],
    'norepinephrine by vein two days ago': [[administration('norepinephrine', ago(2))]],
    'norepinephrine ordered, not given': [
      [
        {
          resourceType: 'MedicationRequest',
          status: 'active',
          intent: 'order',
          medicationCodeableConcept: { text: 'norepinephrine' },
          authoredOn: ago(0),
          dosageInstruction: [{ route: { text: 'intravenous' } }],
        },
      ],
    ],
    'the administrations could not be read': [[], inUnreadable('medicationAdministrations')],
  },
});
