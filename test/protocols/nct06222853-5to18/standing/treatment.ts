// Which data decide diagnosis, activity and treatment (I2, I3), and what is the answer without them?

import type { Json } from '../../../../src/fhir/record.ts';
import { observation, textObservation } from '../../../builders.ts';
import { historyComplete, order } from '../../../facts/standard-treatment/lupus-drugs.ts';
import { ago, daily, order as dosed, prednisone, weighing } from '../../../facts/glucocorticoids/prednisone.ts';
import { diagnosis, local, total } from '../../../facts/sledai-2k/builders.ts';
import { drug, tested } from './kinds.ts';
import type { Row } from './row.ts';

const classified: Json = {
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: local, code: 'eular-acr-2019' }], text: '2019 EULAR/ACR SLE classification score' },
  effectiveDateTime: '2023-03-20',
  valueInteger: 10,
};
const antibodies = textObservation('抗核抗体(ANA)滴度', '1:80', '2023-03-18');
const lupus = diagnosis('系统性红斑狼疮', { onsetDateTime: '2023-03-01' });

const score = (id: string, value: number, decides: 'met' | 'not-met'): Row =>
  tested(
    id,
    `SLEDAI-2K of ${String(value)}`,
    (on) => total(value, on),
    [decides, 30],
    textObservation('SLEDAI-2K', '见报告', ago(4)),
  );

const taken = (name: string, daysAgo: number): Json => order(name, ago(daysAgo + 89), ago(daysAgo));
const dispensed = (name: string, daysAgo: number): Json => ({
  resourceType: 'MedicationDispense',
  status: 'completed',
  medicationCodeableConcept: { text: name },
  whenHandedOver: ago(daysAgo + 89),
  daysSupply: { value: 90, unit: 'd', system: 'http://unitsofmeasure.org', code: 'd' },
  dosageInstruction: [{ route: { text: '口服' } }],
});
const hcq = '硫酸羟氯喹片';
const unreadableDose = dosed('prednisone', [
  { ...daily(45, 93, 4), doseAndRate: [{ doseQuantity: { value: 45, unit: 'furlong' } }] },
]);

export const treatmentRows: readonly Row[] = [
  {
    id: 'I2.classification',
    datum: 'recorded total of 10 and ANA 1:80 beside the diagnosis',
    by: () => [classified, antibodies],
    beside: [lupus],
    decides: 'met',
    absent: 'needs-investigator',
    unreadable: [
      'a total in words',
      [{ ...classified, valueInteger: undefined, valueString: '偏高' }, antibodies],
      'needs-investigator',
    ],
  },
  {
    id: 'I2.classification',
    datum: 'the diagnosis beside a recorded total of 10 and ANA 1:80',
    by: () => [lupus],
    beside: [classified, antibodies],
    decides: 'met',
    absent: 'needs-investigator',
  },
  score('I2.activity', 7, 'met'),
  score('I2.activity', 6, 'not-met'),
  ...drug({
    id: 'I2.glucocorticoid',
    datum: '90 days of prednisone at 1 mg/kg',
    by: (daysAgo) => [prednisone(45, daysAgo + 89, daysAgo)],
    beside: weighing(45),
    window: [365, 'needs-investigator'],
    unreadable: ['a dose in a unit nobody knows', [unreadableDose]],
  }),
  {
    id: 'I2.glucocorticoid',
    datum: 'the weights beside 90 days of prednisone at 1 mg/kg',
    by: () => weighing(45),
    beside: [prednisone(45, 93, 4)],
    decides: 'met',
    absent: 'unknown',
    unreadable: ['a unit nobody knows', [observation('29463-7', 45, 'furlong', ago(60))]],
  },
  {
    id: 'I2.hydroxychloroquine',
    datum: 'the statement that the medication history is complete',
    by: (daysAgo) => [{ ...historyComplete, date: ago(daysAgo) }],
    decides: 'not-met',
    absent: 'unknown',
    window: [90, 'unknown'],
    unreadable: ['a date nobody can read', [{ ...historyComplete, date: '28/05/2026' }]],
  },
  ...drug({
    id: 'I2.hydroxychloroquine',
    datum: '90 days of hydroxychloroquine ordered',
    by: (daysAgo) => [taken(hcq, daysAgo)],
  }),
  ...drug({
    id: 'I2.hydroxychloroquine',
    datum: '90 days of hydroxychloroquine dispensed',
    by: (daysAgo) => [dispensed(hcq, daysAgo)],
  }),
  ...drug({
    id: 'I2.agents',
    datum: '90 days of mycophenolate and of tacrolimus',
    by: (daysAgo) => [taken('吗替麦考酚酯胶囊', daysAgo), taken('他克莫司胶囊', daysAgo)],
  }),
  {
    id: 'I2.intolerance',
    datum: 'intolerance of methotrexate',
    by: (daysAgo) => [
      {
        resourceType: 'AllergyIntolerance',
        type: 'intolerance',
        verificationStatus: { coding: [{ code: 'confirmed' }] },
        code: { text: '甲氨蝶呤' },
        patient: { reference: 'Patient/p' },
        recordedDate: ago(daysAgo),
      },
    ],
    decides: 'needs-investigator',
    absent: 'not-met',
  },
  score('I3', 8, 'met'),
  score('I3', 7, 'not-met'),
];
