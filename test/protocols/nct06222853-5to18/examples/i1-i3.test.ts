import type { Json } from '../../../../src/fhir/record.ts';
import { observation, textObservation } from '../../../builders.ts';
import { diagnosis, local, total, withLower, withUpper } from '../../../facts/sledai-2k/builders.ts';
import { historyComplete, order } from '../../../facts/standard-treatment/lupus-drugs.ts';
import { ago, attested, prednisone, weighing } from '../../../facts/glucocorticoids/prednisone.ts';
import { inUnreadable, prove } from './prove.ts';

const born = (birthDate: string) => ({ patient: { birthDate } });

prove('I1', {
  I1: {
    '5th birthday on the screening date': [[], born('2021-06-01')],
    '5th birthday on the day after it': [[], born('2021-06-02')],
    '19th birthday on the day after the screening date': [[], born('2007-06-02')],
    '19th birthday on the screening date': [[], born('2007-06-01')],
  },
});

const classified = (points: number): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: local, code: 'eular-acr-2019' }], text: '2019 EULAR/ACR SLE classification score' },
  effectiveDateTime: '2023-03-20',
  valueInteger: points,
});
const ana = (value: string): Json => textObservation('抗核抗体(ANA)滴度', value, '2023-03-18');
const sle = diagnosis('系统性红斑狼疮', { onsetDateTime: '2023-03-01' });

const hcq = '硫酸羟氯喹片';
const mycophenolate = order('吗替麦考酚酯胶囊', '2024-02-01', '2025-08-01');
const allergicTo = (drug: string): Json => ({
  resourceType: 'AllergyIntolerance',
  type: 'intolerance',
  verificationStatus: { coding: [{ code: 'confirmed' }] },
  code: { text: drug },
  patient: { reference: 'Patient/p' },
  recordedDate: '2025-10-20',
});

prove('I2', {
  'I2.classification': {
    'recorded total of 10, ANA 1:80, SLE confirmed': [[classified(10), ana('1:80'), sle]],
    'recorded total of 9, ANA 1:80, SLE confirmed': [[classified(9), ana('1:80'), sle]],
    'negative ANA and no diagnosis of SLE': [[ana('阴性(-)')]],
    'nothing on record': [[]],
  },
  'I2.activity': {
    'recorded SLEDAI-2K of 7, 30 days ago': [[total(7, ago(30))]],
    'recorded SLEDAI-2K of 6, 30 days ago': [[total(6, ago(30))]],
    'recorded SLEDAI-2K of 7, 31 days ago, nothing since': [[total(7, ago(31))]],
  },
  'I2.glucocorticoid': {
    'exactly 90 days at 1 mg/kg': [[prednisone(45, 89, 0), ...weighing(45)]],
    '12 weeks (84 days) at 1 mg/kg': [[prednisone(45, 83, 0), ...weighing(45)]],
    '83 days at 1 mg/kg, medication history complete': [[prednisone(45, 82, 0), ...weighing(45), attested]],
    '90 days of 45 mg, no weight on record': [[prednisone(45, 89, 0)]],
  },
  'I2.hydroxychloroquine': {
    'exactly 90 days': [[order(hcq, ago(100), ago(11))]],
    '89 days': [[order(hcq, ago(100), ago(12))]],
    'none, medication history stated to be complete': [[historyComplete]],
    'none, nobody says that the history is complete': [[]],
  },
  'I2.agents': {
    'mycophenolate for 18 months and tacrolimus for exactly 90 days': [
      [mycophenolate, order('他克莫司胶囊', ago(100), ago(11))],
    ],
    'mycophenolate for 18 months and tacrolimus for 89 days': [
      [mycophenolate, order('他克莫司胶囊', ago(100), ago(12))],
    ],
    'mycophenolate only, medication history stated to be complete': [[mycophenolate, historyComplete]],
    'mycophenolate only, nobody says that the history is complete': [[mycophenolate]],
  },
  'I2.intolerance': {
    'an allergy list that names methotrexate': [[allergicTo('甲氨蝶呤')]],
    'an allergy list that names only penicillin': [[allergicTo('青霉素')]],
    'the allergy list could not be read': [[], inUnreadable('allergyIntolerances')],
  },
});

prove('I3', {
  I3: {
    'recorded SLEDAI-2K of 8, 30 days ago': [[total(8, ago(30))]],
    'recorded SLEDAI-2K of 7, 30 days ago': [[total(7, ago(30))]],
    'no total; low C3, raised anti-dsDNA and proteinuria give 8 points': [
      [
        textObservation('24小时尿蛋白定量', '0.9 g/24h', '2026-05-20'),
        observation('4485-9', 0.5, 'g/L', '2026-05-20', withLower(0.9, 'g/L')),
        observation('5130-0', 180, '[IU]/mL', '2026-05-20', withUpper(100, '[IU]/mL')),
      ],
    ],
    'recorded SLEDAI-2K of 8, 31 days ago, nothing since': [[total(8, ago(31))]],
  },
});
