import { describe } from 'vitest';

import type { Json } from '../../../src/fhir/record.ts';
import { otherDiseaseNeedingTreatment } from '../../../src/protocols/nct06222853-5to18/e5-other-disease.ts';
import { noSeriousLungLesion } from '../../../src/protocols/nct06222853-5to18/i4-lung.ts';
import { answers } from './answers.ts';
import {
  because,
  clinically,
  concept,
  condition,
  nameless,
  procedure,
  report,
  statement,
  verified,
} from '../../facts/history-entries.ts';

const cutOff = { state: 'partial', reason: 'cut off' } as const;

describe('E5: another disease that needs long-term treatment', () => {
  const course = (drug: string, start: string, end: string, reason: string): Json =>
    statement(drug, start, { status: 'completed', effectivePeriod: { start, end }, ...because(reason) });
  const forBoth = (...reasons: readonly string[]): Json => ({ reasonCode: reasons.map((each) => concept(each)) });
  const nephritis = (onsetDateTime: string, more: Json = {}): Json =>
    condition('sct 68815009 Lupus nephritis', { onsetDateTime, ...more });
  const nephrotic = (written: string, onsetDateTime: string): Json => condition(written, { onsetDateTime });
  const forLupus = statement('prednisone', '2025-01-01', because('cm M32.9'));
  answers(otherDiseaseNeedingTreatment, [
    ['met', 'prednisone for Crohn disease, going on', [statement('prednisone', '2026-05-25', because('cm K50.90'))]],
    ['met', 'prednisone for asthma, 28 days', [course('prednisone', '2026-01-01', '2026-01-28', '支气管哮喘')]],
    ['not-met', 'prednisone for asthma, 27 days', [course('prednisone', '2026-01-01', '2026-01-27', '支气管哮喘')]],
    [
      'met',
      'two courses for one disease, 28 days together',
      [
        course('prednisone', '2026-01-01', '2026-01-14', 'Asthma'),
        course('prednisone', '2026-02-01', '2026-02-14', 'Asthma'),
      ],
    ],
    ['unknown', 'prednisone for asthma, of unknown length', [course('prednisone', '2026-01', '2026-02', 'Asthma')]],
    ['not-met', 'prednisone for lupus', [forLupus]],
    ['not-met', 'prednisone for "DLE", which is lupus', [statement('prednisone', '2025-01-01', because('DLE'))]],
    [
      'unknown',
      'for asthma, what only an unknown code names',
      [statement('', '2026-05-25', { ...nameless, ...because('Asthma') })],
    ],
    ['unknown', 'the same, years ago', [{ ...course('', '2021-01-01', '2021-02-01', 'Asthma'), ...nameless }]],
    [
      'unknown',
      'for a reason that nobody understands, the same',
      [statement('', '2026-05-25', { ...nameless, ...because('xyz') })],
    ],
    ['not-met', 'for lupus, the same', [statement('', '2026-05-25', { ...nameless, ...because('cm M32.9') })]],
    ['not-met', 'without a reason, the same', [statement('', '2026-05-25', nameless)]],
    [
      'not-met',
      'for asthma, the same inhaled',
      [statement('', '2026-05-25', { ...nameless, ...because('Asthma'), dosage: [{ route: { text: 'inhaled' } }] })],
    ],
    [
      'met',
      'for asthma, the same beside prednisone for Crohn disease',
      [
        statement('', '2026-05-25', { ...nameless, ...because('Asthma') }),
        statement('prednisone', '2026-05-25', because('cm K50.90')),
      ],
    ],
    [
      'not-met',
      'prednisone for lupus nephritis with nephrotic syndrome',
      [statement('prednisone', '2025-01-01', because('Nephrotic syndrome due to lupus nephritis'))],
    ],
    [
      'not-met',
      'prednisone for haemolytic anaemia',
      [statement('prednisone', '2025-01-01', because('自身免疫性溶血性贫血'))],
    ],
    ['not-met', 'prednisone after a transplant', [statement('prednisone', '2025-01-01', because('Kidney transplant'))]],
    // A drug that may have been given passed as nothing on record.
    [
      'needs-investigator',
      'prednisone or a placebo for asthma',
      [course('prednisone vs placebo', '2026-01-01', '2026-05-30', 'Asthma')],
    ],
    [
      'not-met',
      'prednisone or a placebo for lupus',
      [course('prednisone vs placebo', '2026-01-01', '2026-05-30', 'SLE')],
    ],
    [
      'not-met',
      'another drug or a placebo for asthma',
      [course('amoxicillin vs placebo', '2026-01-01', '2026-05-30', 'Asthma')],
    ],
    [
      'not-met',
      'a drug that nobody knows or a placebo for asthma',
      [course('xyzabc vs placebo', '2026-01-01', '2026-05-30', 'Asthma')],
    ],
    [
      'not-met',
      'prednisone or a placebo for asthma, inhaled',
      [
        {
          ...course('prednisone vs placebo', '2026-01-01', '2026-05-30', 'Asthma'),
          dosage: [{ route: { text: 'inhaled' } }],
        },
      ],
    ],
    ['not-met', 'prednisone without a reason', [statement('prednisone', '2025-01-01')]],
    [
      'needs-investigator',
      'prednisone for something we do not know',
      [statement('prednisone', '2025-01-01', because('Coeliac disease'))],
    ],
    [
      'not-met',
      'an inhaled steroid for asthma',
      [
        statement('budesonide inhaler', '2025-01-01', {
          ...because('Asthma'),
          dosage: [{ route: { text: 'inhalation' } }],
        }),
      ],
    ],
    [
      'not-met',
      'prednisone for asthma when needed',
      [
        statement('prednisone', '2025-01-01', {
          ...because('Asthma'),
          dosage: [{ asNeededBoolean: true, route: { text: 'oral' } }],
        }),
      ],
    ],
    [
      'needs-investigator',
      'azathioprine for Crohn disease',
      [statement('azathioprine', '2025-01-01', because('克罗恩病'))],
    ],
    [
      'needs-investigator',
      'an active disease, the drugs without reason',
      [condition('Juvenile idiopathic arthritis'), statement('prednisone', '2025-01-01')],
    ],
    ['needs-investigator', 'an active disease, no drug', [condition('cm G70.00')]],
    ['not-met', 'an active disease, every drug for lupus', [condition('cm K50.90'), forLupus]],
    [
      'needs-investigator',
      'prednisone for lupus and Crohn disease at once no longer passes as for lupus',
      [statement('prednisone', '2025-01-01', forBoth('cm M32.9', 'cm K50.90'))],
    ],
    [
      'needs-investigator',
      'an active disease, the drug for it and for lupus',
      [condition('cm K50.90'), statement('prednisone', '2025-01-01', forBoth('cm M32.9', 'cm K50.90'))],
    ],
    [
      'needs-investigator',
      'azathioprine for lupus and asthma',
      [statement('azathioprine', '2025-01-01', forBoth('系统性红斑狼疮', 'Asthma'))],
    ],
    [
      'not-met',
      'prednisone for lupus and its nephrotic syndrome',
      [statement('prednisone', '2025-01-01', forBoth('系统性红斑狼疮', '肾病综合征'))],
    ],
    [
      'not-met',
      'a nephrotic syndrome of no named cause beside lupus nephritis no longer is another disease',
      [nephritis('2023-03-10'), nephrotic('who N04.9 肾病综合征', '2023-04-01')],
    ],
    [
      'needs-investigator',
      'a nephrotic syndrome before lupus nephritis',
      [nephritis('2023-03-10'), nephrotic('肾病综合征', '2023-03-09')],
    ],
    [
      'needs-investigator',
      'a nephrotic syndrome of no day beside lupus nephritis',
      [nephritis('2023-03-10'), condition('肾病综合征')],
    ],
    [
      'needs-investigator',
      'one that is called primary beside lupus nephritis',
      [nephritis('2023-03-10'), nephrotic('原发性肾病综合征', '2023-04-01')],
    ],
    [
      'needs-investigator',
      'one whose code names what the biopsy showed beside lupus nephritis',
      [nephritis('2023-03-10'), nephrotic('who N04.0 肾病综合征', '2023-04-01')],
    ],
    [
      'needs-investigator',
      'one beside lupus nephritis that is only suspected',
      [nephritis('2023-03-10', verified('provisional')), nephrotic('肾病综合征', '2023-04-01')],
    ],
    ['needs-investigator', 'one beside lupus without nephritis', [condition('cm M32.9'), condition('肾病综合征')]],
    [
      'needs-investigator',
      'prednisone for a nephrotic syndrome beside lupus nephritis no longer excludes',
      [nephritis('2023-03-10'), statement('prednisone', '2025-01-01', because('肾病综合征'))],
    ],
    ['met', 'prednisone for a nephrotic syndrome', [statement('prednisone', '2025-01-01', because('肾病综合征'))]],
    ['needs-investigator', 'a disease by its short name', [condition('NMOSD')]],
    ['needs-investigator', 'a disease that was once not found', [condition('Aplastic anaemia')]],
    ['not-met', 'a disease that is over', [condition('cm K50.90', clinically('resolved'))]],
    ['not-met', 'overlap syndrome', [condition('重叠综合征')]],
    ['not-met', 'thrombotic thrombocytopenic purpura', [condition('cm M31.19 Thrombotic thrombocytopenic purpura')]],
    ['not-met', 'allergic rhinitis', [condition('cn J30.400 变应性鼻炎')]],
    ['needs-investigator', 'lupoid hepatitis, which is no lupus', [condition('cn K75.401 狼疮性肝炎')]],
    ['not-met', 'a kidney transplant', [procedure('cn9 55.6901 肾异体移植术', '2021-04-01')]],
    ['not-met', 'nothing', []],
    ['unknown', 'nothing, diagnoses cut off', [], { retrieved: { conditions: cutOff } }],
  ]);
});

describe('I4.lung: no serious lung lesion', () => {
  answers(noSeriousLungLesion, [
    ['needs-investigator', 'a CT of 90 days ago names one', [report('双肺间质性肺炎', '2026-03-03')]],
    ['met', 'a CT of 91 days ago names one', [report('双肺间质性肺炎', '2026-03-02')]],
    ['met', 'a CT denies it', [report('未见肺炎及气胸', '2026-05-20')]],
    ['unknown', 'nothing, without reports', [], { retrieved: { diagnosticReports: cutOff } }],
    ['met', 'nothing', []],
    ['unknown', 'nothing, diagnoses cut off', [], { retrieved: { conditions: cutOff } }],
    ['needs-investigator', 'interstitial lung disease', [condition('cm J84.9')]],
    ['needs-investigator', 'alveolar haemorrhage', [condition('弥漫性肺泡出血')]],
    ['needs-investigator', 'lupus pneumonitis', [condition('cn M32.103+J99.1* 狼疮性肺炎')]],
    ['needs-investigator', 'pulmonary hypertension', [condition('肺动脉高压')]],
    ['needs-investigator', 'pulmonary embolism', [condition('sct 59282003')]],
    ['needs-investigator', 'pneumothorax', [condition('cm J93.9')]],
    ['needs-investigator', 'respiratory failure', [condition('呼吸衰竭')]],
    ['needs-investigator', 'pneumonia', [condition('cm J18.9')]],
    ['needs-investigator', 'tuberculosis', [condition('sct 56717001')]],
    ['needs-investigator', 'provisional pneumonia', [condition('cm J18.9', verified('provisional'))]],
    ['met', 'prophylaxis against pneumonia', [condition('Pneumocystis pneumonia prophylaxis')]],
    ['met', 'pneumonia that is over', [condition('cm J18.9', clinically('resolved'))]],
    ['met', 'a small pleural effusion', [condition('少量胸腔积液')]],
    ['met', 'latent tuberculosis', [condition('潜伏性结核感染')]],
    ['met', 'an allergic rhinitis', [condition('Allergic rhinitis')]],
    ['needs-investigator', 'ventilation 30 days ago', [procedure('机械通气', '2026-05-02')]],
    ['met', 'ventilation 31 days ago', [procedure('机械通气', '2026-05-01')]],
    ['needs-investigator', 'home oxygen', [condition('cm Z99.81')]],
  ]);
});
