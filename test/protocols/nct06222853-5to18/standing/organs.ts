// Which data decide organ function and pregnancy (I4, I6, E10), and what is the answer without them?

import type { Json } from '../../../../src/fhir/record.ts';
import { observation } from '../../../builders.ts';
import { condition, procedure } from '../../../facts/history-entries.ts';
import { ago } from '../../../facts/glucocorticoids/prednisone.ts';
import { history, measured, tested, worded } from './kinds.ts';
import type { Row } from './row.ts';

const limit = (value: number): Json => ({ referenceRange: [{ high: { value } }] });
const electrocardiogram = (conclusion: string, date: string): Json => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '11524-6' }], text: 'ECG' },
  effectiveDateTime: date,
  conclusion,
});
const creatinine = (unit: string, date: string): Json => observation('2160-0', 1.99, unit, date);
const height = (unit: string, date: string): Json => observation('8302-2', 158, unit, date);
const inBlood = '血HCG(妊娠试验)';

export const organRows: readonly Row[] = [
  ...measured('I4.LVEF', '10230-1', '%', 90, [
    [55, 'met'],
    [54.9, 'not-met'],
  ]),
  tested(
    'I4.ECG',
    'a normal electrocardiogram',
    (on) => electrocardiogram('Normal ECG', on),
    ['met', 90],
    electrocardiogram('', ago(4)),
    { unreadable: ['words a human must read', [electrocardiogram('见附图', ago(4))], 'needs-investigator'] },
  ),
  tested(
    'I4.eGFR',
    'creatinine of 1.99 mg/dL beside a height',
    (on) => creatinine('mg/dL', on),
    ['met', 30],
    creatinine('furlong', ago(4)),
    {
      beside: [height('cm', ago(12))],
    },
  ),
  tested(
    'I4.eGFR',
    'height beside a creatinine of 1.99 mg/dL',
    (on) => height('cm', on),
    ['met', 180],
    height('furlong', ago(4)),
    {
      beside: [creatinine('mg/dL', ago(4))],
    },
  ),
  ...measured('I4.eGFR', '50384-7', 'mL/min/{1.73_m2}', 30, [
    [33, 'met'],
    [29.9, 'not-met'],
  ]),
  ...measured(
    'I4.AST',
    '1920-8',
    'U/L',
    30,
    [
      [93, 'met'],
      [94, 'not-met'],
    ],
    limit(31),
  ),
  ...measured(
    'I4.ALT',
    '1742-6',
    'U/L',
    30,
    [
      [87, 'met'],
      [88, 'not-met'],
    ],
    limit(29),
  ),
  ...measured(
    'I4.TBIL',
    '14631-6',
    'umol/L',
    30,
    [
      [42, 'met'],
      [42.1, 'not-met'],
    ],
    limit(21),
  ),
  history('I4.lung', 'interstitial lung disease', () => [condition('cm J84.9')], ['needs-investigator', 'met']),
  history('I4.lung', 'ventilation', (daysAgo) => [procedure('机械通气', ago(daysAgo))], ['needs-investigator', 'met'], {
    window: [30, 'met'],
  }),
  ...measured('I4.SpO2', '59408-5', '%', 30, [
    [92, 'met'],
    [91, 'not-met'],
  ]),
  worded('I6.test', inBlood, '阴性(-)', ['met', 7]),
  worded('I6.test', inBlood, '阳性', ['not-met', 7]),
  worded('E10', inBlood, '阳性', ['met', 7]),
  worded('E10', inBlood, '阴性(-)', ['not-met', 7]),
];
