import { describe, expect, it } from 'vitest';

import type { Json } from '../../../src/fhir/record.ts';
import { severeArrhythmia } from '../../../src/protocols/nct06222853-5to18/e4-arrhythmia.ts';
import { congenitalHeartDisease } from '../../../src/protocols/nct06222853-5to18/e4-congenital.ts';
import { pericardialEffusion } from '../../../src/protocols/nct06222853-5to18/e4-effusion.ts';
import { myocardialInfarction } from '../../../src/protocols/nct06222853-5to18/e4-infarction.ts';
import { seriousMyocarditis } from '../../../src/protocols/nct06222853-5to18/e4-myocarditis.ts';
import { unstableVitalSigns } from '../../../src/protocols/nct06222853-5to18/e4-vital-signs.ts';
import { ask } from '../../ask.ts';
import { textObservation } from '../../builders.ts';
import { answers } from './answers.ts';
import {
  administration,
  because,
  clinically,
  condition,
  nameless,
  procedure,
  report,
  statement,
  verified,
} from '../../facts/history-entries.ts';

const unstated = { clinicalStatus: undefined };

describe('E4.CHD: congenital heart disease', () => {
  answers(congenitalHeartDisease, [
    ['needs-investigator', 'surgery of nobody says what for was silence', [condition('Open heart surgery as a baby')]],
    ['met', 'surgery of a known defect', [condition('Open heart surgery for VSD')]],
    ['needs-investigator', 'only an echo of 90 days ago names it', [report('室间隔缺损（膜周部）', '2026-03-03')]],
    ['not-met', 'only an echo of 91 days ago names it', [report('室间隔缺损（膜周部）', '2026-03-02')]],
    ['not-met', 'an echo denies it', [report('未见房间隔缺损', '2026-05-20')]],
    ['needs-investigator', 'the reason of a procedure', [procedure('心导管术', '2015', because('cm Q21.0'))]],
    ['met', 'beside an echo', [condition('sct 30288003'), report('室间隔缺损修补术后', '2026-05-20')]],
    ['met', 'by SNOMED code', [condition('sct 30288003')]],
    [
      'met',
      'repaired, in Chinese, undated',
      [condition('cn Q21.000 室间隔缺损', { ...clinically('resolved'), note: [{ text: '2013年手术修补' }] })],
    ],
    ['met', 'as a repair', [procedure('Repair of tetralogy of Fallot', '2014-01-01')]],
    ['needs-investigator', 'patent foramen ovale by code', [condition('cm Q21.12')]],
    [
      'needs-investigator',
      'patent foramen ovale by text beside the range',
      [condition('who Q21.1 Patent foramen ovale')],
    ],
    ['needs-investigator', 'bicuspid aortic valve', [condition('sct 72352009 Bicuspid aortic valve')]],
    [
      'needs-investigator',
      'a defect that closed by itself',
      [condition('VSD, spontaneously closed', clinically('resolved'))],
    ],
    [
      'needs-investigator',
      'a note that it closed by itself',
      [condition('cm Q21.0', { ...clinically('resolved'), note: [{ text: '已自然闭合' }] })],
    ],
    ['met', 'as a repair by code', [procedure('cpt 33681', '2014-01-01')]],
    [
      'needs-investigator',
      'only in the name of an image',
      [procedure('Echocardiogram, ventricular septal defect', '2014-01-01')],
    ],
    ['needs-investigator', 'provisional', [condition('cm Q21.0', verified('provisional'))]],
    ['not-met', 'heart block', [condition('cm Q24.6')]],
    ['not-met', 'refuted', [condition('cm Q21.0 Ventricular septal defect', verified('refuted'))]],
    ['not-met', 'a malformation of peripheral vessels', [condition('cm Q27.3')]],
    ['not-met', 'nothing', []],
    [
      'unknown',
      'nothing, diagnoses cut off',
      [],
      { retrieved: { conditions: { state: 'partial', reason: 'cut off' } } },
    ],
  ]);
});

describe('E4.MI: infarction within six months', () => {
  const on = (onsetDateTime: string): Json =>
    condition('who I21.9 急性心肌梗死', { ...clinically('resolved'), onsetDateTime });
  answers(myocardialInfarction, [
    [
      'not-met',
      'at the age of eight, recorded now',
      [condition('who I21.9', { onsetAge: { value: 8, unit: 'a' }, recordedDate: '2026-05-20' })],
    ],
    [
      'met',
      'at the age of 169 months',
      [condition('who I21.9', { onsetAge: { value: 169, unit: 'mo' }, recordedDate: '2026-05-20' })],
    ],
    ['not-met', 'in words, a year', [condition('who I21.9', { onsetString: '2019年', recordedDate: '2026-05-20' })]],
    [
      'unknown',
      'in words that nobody reads',
      [condition('who I21.9', { onsetString: '幼时', recordedDate: '2026-05-20' })],
    ],
    [
      'not-met',
      'in words that nobody reads, recorded long ago',
      [condition('who I21.9', { onsetString: '幼时', recordedDate: '2020-05-20' })],
    ],
    ['needs-investigator', 'only an ECG names it', [report('急性前壁心肌梗死', '2026-05-20')]],
    ['not-met', 'an ECG denies it', [report('No acute myocardial infarction', '2026-05-20')]],
    ['met', 'six months ago', [on('2025-12-01')]],
    ['not-met', 'six months and a day ago', [on('2025-11-30')]],
    ['unknown', 'some day of that year', [on('2025')]],
    ['met', 'some day of this year', [on('2026')]],
    ['unknown', 'nobody says when', [condition('Acute myocardial infarction')]],
    ['met', 'only recorded', [condition('Acute myocardial infarction', { recordedDate: '2026-02-01' })]],
    ['unknown', 'an old infarction recorded lately', [condition('cm I25.2', { recordedDate: '2026-02-01' })]],
    ['not-met', 'an old infarction recorded long ago', [condition('cm I25.2', { recordedDate: '2024-02-01' })]],
    [
      'needs-investigator',
      'unconfirmed',
      [condition('STEMI', { ...verified('unconfirmed'), onsetDateTime: '2026-02-01' })],
    ],
    ['not-met', 'nothing', []],
  ]);

  it('turns when six months are over', () => {
    expect(ask(myocardialInfarction, [on('2025-12-01')]).turns.map((turn) => turn.on)).toContain(
      Date.UTC(2026, 5, 2) / 86_400_000,
    );
  });
});

describe('E4.arrhythmia: severe arrhythmia', () => {
  const amiodarone = statement('amiodarone', '2026-01-01');
  answers(severeArrhythmia, [
    [
      'not-met',
      'over, after a local code',
      [
        condition('cm I47.20', {
          clinicalStatus: { coding: [{ system: 'urn:local', code: 'R' }, { code: 'resolved' }] },
        }),
      ],
    ],
    ['not-met', 'over, in words', [condition('cm I47.20', { clinicalStatus: { text: '已治愈' } })]],
    ['met', 'there, in words', [condition('cm I47.20', { clinicalStatus: { text: '活动期' } })]],
    [
      'unknown',
      'there and over',
      [condition('cm I47.20', { clinicalStatus: { coding: [{ code: 'active' }, { code: 'resolved' }] } })],
    ],
    [
      'not-met',
      'over since the age of ten',
      [condition('cm I47.20', { ...unstated, abatementAge: { value: 10, unit: 'a' } })],
    ],
    ['unknown', 'over in words that nobody reads', [condition('cm I47.20', { ...unstated, abatementString: '已愈' })]],
    ['met', 'ventricular tachycardia, active', [condition('who I47.203 持续性室性心动过速')]],
    [
      'met',
      'ventricular tachycardia, over, under amiodarone',
      [condition('cm I47.20', clinically('resolved')), amiodarone],
    ],
    ['not-met', 'ventricular tachycardia, over', [condition('cm I47.20', clinically('resolved'))]],
    ['unknown', 'ventricular tachycardia, status not stated', [condition('cm I47.20', unstated)]],
    ['met', 'multifocal atrial tachycardia', [condition('sct 49982000')]],
    ['met', 'frequent supraventricular tachycardia, in Chinese', [condition('频发室上性心动过速')]],
    ['needs-investigator', 'paroxysmal supraventricular tachycardia', [condition('who I47.102 阵发性室上性心动过速')]],
    ['met', 'the same under an antiarrhythmic', [condition('sct 67198005'), amiodarone]],
    ['needs-investigator', 'atrial fibrillation', [condition('sct 49436004')]],
    ['needs-investigator', 'congenital heart block', [condition('sct 46619002', clinically('resolved'))]],
    ['needs-investigator', 'long QT', [condition('长QT综合征')]],
    ['not-met', 'sinus arrhythmia', [condition('窦性心律不齐')]],
    ['needs-investigator', 'an arrhythmia in an ECG report', [report('频发室性早搏', '2026-03-03')]],
    ['not-met', 'an arrhythmia in an old ECG report', [report('频发室性早搏', '2026-03-02')]],
    ['not-met', 'a normal ECG', [report('窦性心律，正常心电图', '2026-05-28')]],
    ['not-met', 'nothing', []],
  ]);
});

describe('E4.effusion: moderate or large pericardial effusion', () => {
  const depth = (value: number, date: string): Json => ({
    ...textObservation('心包积液深度', '', date),
    valueString: undefined,
    valueQuantity: { value, unit: 'mm' },
  });
  const graded = (text: string): Json => condition('sct 373945007 Pericardial effusion', { severity: { text } });
  answers(pericardialEffusion, [
    ['met', 'moderate by severity', [graded('Moderate')]],
    [
      'met',
      'severe by code',
      [condition('cm I31.39', { severity: { coding: [{ system: 'http://snomed.info/sct', code: '24484000' }] } })],
    ],
    ['met', 'large by its name, in Chinese', [condition('大量心包积液')]],
    ['met', 'tamponade', [condition('who I31.901 心包压塞')]],
    ['needs-investigator', 'small', [graded('mild')]],
    ['needs-investigator', 'small, in Chinese', [condition('少量心包积液')]],
    ['needs-investigator', 'small to moderate', [condition('Small to moderate pericardial effusion')]],
    ['needs-investigator', 'not graded', [condition('cm I31.39')]],
    ['not-met', 'over', [condition('Large pericardial effusion', clinically('resolved'))]],
    ['unknown', 'large, status not stated', [condition('Large pericardial effusion', unstated)]],
    [
      'met',
      'moderate in a report',
      [report('Moderate circumferential pericardial effusion, no tamponade.', '2026-05-20')],
    ],
    ['met', 'moderate in a Chinese report', [report('心包积液（中量），左室功能正常', '2026-05-20')]],
    [
      'needs-investigator',
      'small in a report, large pleural effusion beside it',
      [report('Large left pleural effusion and small pericardial effusion', '2026-05-20')],
    ],
    [
      'not-met',
      'denied in the newest report',
      [report('Large pericardial effusion', '2026-04-20'), report('未见心包积液', '2026-05-20')],
    ],
    ['not-met', 'large in a report older than 90 days', [report('Large pericardial effusion', '2026-03-02')]],
    [
      'needs-investigator',
      'large on record, denied by the newest report',
      [graded('severe'), report('No pericardial effusion', '2026-05-20')],
    ],
    ['met', 'large by its severity in Chinese', [condition('sct 373945007', { severity: { text: '大量' } })]],
    ['met', 'graded by its stage', [condition('cm I31.39', { stage: [{ summary: { text: '中量' } }] })]],
    ['met', 'graded in a note', [condition('心包积液', { note: [{ text: '超声示大量心包积液' }] })]],
    ['met', 'tamponade in a report', [report('心包填塞', '2026-05-20')]],
    ['met', 'with the size between the words', [report('心包大量积液', '2026-05-20')]],
    ['met', 'as an Observation', [textObservation('心包积液', '中量', '2026-05-20')]],
    ['not-met', 'as an Observation that denies it', [textObservation('心包积液', '无', '2026-05-20')]],
    ['met', 'in the words of an Observation', [textObservation('超声心动图', '大量心包积液', '2026-05-20')]],
    ['needs-investigator', 'measured in millimetres', [depth(15, '2026-05-20')]],
    ['not-met', 'measured more than 90 days ago', [depth(15, '2026-03-02')]],
    ['not-met', 'said to have resolved', [report('Large pericardial effusion has resolved', '2026-05-20')]],
    [
      'needs-investigator',
      'a preliminary report',
      [report('Large pericardial effusion', '2026-05-20', { status: 'preliminary' })],
    ],
    ['not-met', 'nothing', []],
  ]);
});

describe('E4.myocarditis: serious myocarditis', () => {
  const myocarditis = condition('cn I40.900 急性心肌炎', { onsetDateTime: '2026-05-10' });
  answers(seriousMyocarditis, [
    ['needs-investigator', 'only an image names it', [report('心脏磁共振：符合心肌炎', '2026-05-20')]],
    ['met', 'with a drug given for it', [myocarditis, statement('prednisone', '2026-01-01', because('心肌炎'))]],
    [
      'met',
      'with a pulse given for it some days ago',
      [myocarditis, administration('甲泼尼龙', '2026-05-28', because('急性心肌炎'))],
    ],
    ['met', 'with a drug begun since', [myocarditis, statement('prednisone', '2026-05-11')]],
    ['needs-investigator', 'with prednisone since before', [myocarditis, statement('prednisone', '2026-01-01')]],
    [
      'needs-investigator',
      'with a new drug for lupus',
      [myocarditis, statement('prednisone', '2026-05-11', because('SLE'))],
    ],
    ['met', 'fulminant', [condition('暴发性心肌炎')]],
    ['needs-investigator', 'without treatment', [myocarditis]],
    ['not-met', 'over', [condition('Viral myocarditis', clinically('resolved'))]],
    ['needs-investigator', 'lupus cardiomyopathy', [condition('cn M32.104+I43.8* 狼疮性心肌病')]],
    ['not-met', 'nothing', []],
  ]);
});

describe('E4.vitals: vasopressors', () => {
  answers(unstableVitalSigns, [
    [
      'needs-investigator',
      'an infusion that was stopped today',
      [
        administration('norepinephrine', '', {
          status: 'stopped',
          effectiveDateTime: undefined,
          effectivePeriod: { start: '2026-05-28', end: '2026-06-01' },
        }),
      ],
    ],
    [
      'needs-investigator',
      'an infusion on hold',
      [administration('norepinephrine', '2026-05-31', { status: 'on-hold' })],
    ],
    [
      'not-met',
      'an infusion stopped two days ago',
      [administration('norepinephrine', '2026-05-30', { status: 'stopped' })],
    ],
    ['not-met', 'an infusion declined', [administration('norepinephrine', '2026-06-01', { status: 'not-done' })]],
    ['met', 'norepinephrine today', [administration('norepinephrine', '2026-06-01')]],
    ['met', 'norepinephrine yesterday', [administration('去甲肾上腺素注射液', '2026-05-31')]],
    ['not-met', 'norepinephrine two days ago', [administration('norepinephrine', '2026-05-30')]],
    ['unknown', 'by vein, what only an unknown code names', [administration('', '2026-06-01', nameless)]],
    [
      'unknown',
      'the same seven days ago, when it may have lowered the pressure',
      [administration('', '2026-05-25', nameless)],
    ],
    ['not-met', 'the same eight days ago', [administration('', '2026-05-24', nameless)]],
    [
      'not-met',
      'the same inhaled',
      [administration('', '2026-06-01', { ...nameless, dosage: { route: { text: 'inhaled' } } })],
    ],
    [
      'met',
      'the same beside norepinephrine',
      [administration('', '2026-06-01', nameless), administration('norepinephrine', '2026-06-01')],
    ],
    [
      'met',
      'dopamine running',
      [
        administration('dopamine', '2026-05-20', {
          status: 'in-progress',
          effectiveDateTime: undefined,
          effectivePeriod: { start: '2026-05-20' },
        }),
      ],
    ],
    [
      'needs-investigator',
      'norepinephrine ordered',
      [
        {
          resourceType: 'MedicationRequest',
          status: 'active',
          intent: 'order',
          medicationCodeableConcept: { text: 'norepinephrine' },
          authoredOn: '2026-06-01',
          dosageInstruction: [{ route: { text: 'intravenous' } }],
        },
      ],
    ],
    [
      'not-met',
      'epinephrine under the skin',
      [administration('epinephrine', '2026-06-01', { dosage: { route: { text: 'subcutaneous' } } })],
    ],
    [
      'not-met',
      'epinephrine by nebuliser',
      [administration('epinephrine', '2026-06-01', { dosage: { route: { text: 'inhalation' } } })],
    ],
    ['needs-investigator', 'midodrine', [statement('midodrine', '2026-05-01')]],
    ['needs-investigator', 'nicardipine by vein a week ago', [administration('nicardipine', '2026-05-25')]],
    ['not-met', 'nicardipine by vein eight days ago', [administration('nicardipine', '2026-05-24')]],
    ['not-met', 'labetalol by mouth', [statement('labetalol', '2026-05-01')]],
    ['not-met', 'amlodipine by mouth', [statement('氨氯地平', '2026-05-01')]],
    ['needs-investigator', 'shock on record', [condition('感染性休克')]],
    ['not-met', 'nothing', []],
    [
      'unknown',
      'nothing, administrations not read',
      [],
      { retrieved: { medicationAdministrations: { state: 'unavailable', reason: 'denied' } } },
    ],
  ]);
});
