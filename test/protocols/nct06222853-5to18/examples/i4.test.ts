import type { Json } from '../../../../src/fhir/record.ts';
import { observation, textObservation } from '../../../builders.ts';
import { condition, procedure } from '../../../facts/history-entries.ts';
import { ago } from '../../../facts/glucocorticoids/prednisone.ts';
import { inUnreadable, prove } from './prove.ts';

const on = ago(4);
const limit = (value: number): Json => ({ referenceRange: [{ high: { value } }] });
const ast = (value: number, date: string, more: Json = {}) => observation('1920-8', value, 'U/L', date, more);
const alt = (value: number, date: string, more: Json = {}) => observation('1742-6', value, 'U/L', date, more);
const bilirubin = (value: number, date: string, more: Json = {}) => observation('14631-6', value, 'umol/L', date, more);
const ejection = (value: number, date: string) => observation('10230-1', value, '%', date);
const electrocardiogram = (words: string, date: string): Json => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '11524-6' }], text: 'ECG' },
  effectiveDateTime: date,
  conclusion: words,
});
const creatinine = (value: number) => observation('2160-0', value, 'mg/dL', on);
const height = observation('8302-2', 158, 'cm', ago(12));
const saturation = (value: number, date: string, more: Json = {}) => observation('59408-5', value, '%', date, more);
const oxygen = (litres: number): Json => ({
  component: [
    {
      code: { coding: [{ system: 'http://loinc.org', code: '3151-8' }] },
      valueQuantity: { value: litres, unit: 'L/min', system: 'http://unitsofmeasure.org', code: 'L/min' },
    },
  ],
});
const roomAir: Json = {
  component: [
    {
      code: { coding: [{ system: 'http://loinc.org', code: '3150-0' }] },
      valueQuantity: { value: 21, unit: '%', system: 'http://unitsofmeasure.org', code: '%' },
    },
  ],
};

prove('I4', {
  'I4.LVEF': {
    '55 %, 90 days ago': [[ejection(55, ago(90))]],
    '54.9 %': [[ejection(54.9, on)]],
    '55 %, 91 days ago': [[ejection(55, ago(91))]],
    'a range of 50-60 %': [[textObservation('左室射血分数(LVEF)', '50-60%', on)]],
  },
  'I4.ECG': {
    '"Normal ECG", 90 days ago': [[electrocardiogram('Normal ECG', ago(90))]],
    '"Sinus tachycardia"': [[electrocardiogram('Sinus tachycardia', on)]],
    '"Normal ECG", 91 days ago': [[electrocardiogram('Normal ECG', ago(91))]],
  },
  'I4.eGFR': {
    'girl of 14, 158 cm, creatinine 1.99 mg/dL: above 30 by both equations': [[creatinine(1.99), height]],
    'the same with 2.1 mg/dL: above 30 by one equation only': [[creatinine(2.1), height]],
    'the same with 2.18 mg/dL: below 30 by both': [[creatinine(2.18), height]],
    'creatinine without a height': [[creatinine(1.99)]],
  },
  'I4.AST': {
    '93 U/L with an upper limit of 31: exactly 3 times': [[ast(93, on, limit(31))]],
    '94 U/L with an upper limit of 31': [[ast(94, on, limit(31))]],
    '100 U/L without an upper limit': [[ast(100, on)]],
    '31 days old': [[ast(30, ago(31), limit(31))]],
  },
  'I4.ALT': {
    '87 U/L with an upper limit of 29: exactly 3 times': [[alt(87, on, limit(29))]],
    '88 U/L with an upper limit of 29': [[alt(88, on, limit(29))]],
    '100 U/L without an upper limit': [[alt(100, on)]],
    '31 days old': [[alt(20, ago(31), limit(29))]],
  },
  'I4.TBIL': {
    '42 µmol/L with an upper limit of 21: exactly 2 times': [[bilirubin(42, on, limit(21))]],
    '42.1 µmol/L with an upper limit of 21': [[bilirubin(42.1, on, limit(21))]],
    '40 µmol/L without an upper limit': [[bilirubin(40, on)]],
    '31 days old': [[bilirubin(10, ago(31), limit(21))]],
  },
  'I4.lung': {
    'nothing on record, all searches complete': [[]],
    'interstitial lung disease': [[condition('cm J84.9')]],
    'ventilation 31 days ago': [[procedure('机械通气', ago(31))]],
    'the diagnoses could not be read': [[], inUnreadable('conditions')],
  },
  'I4.SpO2': {
    '92 % in room air': [[saturation(92, on, roomAir)]],
    '91 %': [[saturation(91, on)]],
    '98 % with 2 L/min of oxygen': [[saturation(98, on, oxygen(2))]],
    '92 %, 31 days ago': [[saturation(92, ago(31))]],
  },
});
