// Which diseases of the heart or circulation are on record?

import type { Json } from '../../../src/fhir/record.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';
import { coded, systems } from './chart.ts';
import { quantity } from './doses.ts';
import { give } from './drugs.ts';
import { monthsAgo } from './past-treatments.ts';
import type { Topic } from './world.ts';
import { decoyDiagnosis, diagnose, oneOf, type Ways } from './writers.ts';

const congenital: Ways = [
  ['snomed', '30288003', 'Ventricular septal defect'],
  ['icd10', 'Q21.0', 'Ventricular septal defect'],
  ['icd10', 'Q21.3', 'Tetralogy of Fallot'],
  '室间隔缺损',
  '先天性心脏病',
];

const whether = (verdict: Verdict, id: string): Record<string, Verdict> => ({ [id]: verdict });

const cardiac = (id: string, others: Topic['others']): Topic => ({ usual: () => whether('not-met', id), others });

export const congenitalHeart = cardiac('E4.CHD', {
  'ever, repaired or not': (world) => {
    diagnose(world, {
      code: oneOf(world, congenital),
      status: world.random.pick(['active', 'resolved']),
      onsetAgo: 3000,
    });
    return { 'E4.CHD': 'met' };
  },
  trivial: (world) => {
    diagnose(world, {
      code: oneOf(world, [
        ['snomed', '204317008', 'Patent foramen ovale'],
        ['snomed', '72352009', 'Bicuspid aortic valve'],
        '卵圆孔未闭',
      ]),
    });
    return { 'E4.CHD': 'needs-investigator' };
  },
  'refuted, mistaken, of a relative; or not of the heart': (world) => {
    decoyDiagnosis(world, congenital);
    diagnose(world, {
      code: oneOf(world, [['icd10', 'Q27.9', 'Congenital malformation of peripheral vascular system']]),
    });
    return { 'E4.CHD': 'not-met' };
  },
});

const infarction: Ways = [
  ['snomed', '57054005', 'Acute myocardial infarction'],
  ['icd10', 'I21.9', 'Acute myocardial infarction, unspecified'],
  '急性心肌梗死',
];

export const heartAttack = cardiac('E4.MI', {
  'around six months': (world) => {
    const six = monthsAgo(world, 6);
    const ago = world.random.pick([20, six - 1, six, six + 1, 900]);
    diagnose(world, {
      code: oneOf(world, infarction),
      onsetAgo: ago,
      status: world.random.pick(['active', 'resolved']),
    });
    return { 'E4.MI': ago <= six ? 'met' : 'not-met' };
  },
  'refuted, mistaken or of a relative': (world) => {
    decoyDiagnosis(world, infarction);
    return { 'E4.MI': 'not-met' };
  },
});

const tachycardia: Ways = [
  ['snomed', '25569003', 'Ventricular tachycardia'],
  ['icd10', 'I47.2', 'Ventricular tachycardia'],
  ['chinese', 'I47.200', '室性心动过速'],
];

export const arrhythmia = cardiac('E4.arrhythmia', {
  'ventricular tachycardia, present': (world) => {
    diagnose(world, { code: oneOf(world, tachycardia), onsetAgo: 40 });
    return { 'E4.arrhythmia': 'met' };
  },
  'ventricular tachycardia, over': (world) => {
    diagnose(world, { code: oneOf(world, tachycardia), status: 'resolved', onsetAgo: 900 });
    return { 'E4.arrhythmia': 'not-met' };
  },
  'paroxysmal tachycardia under treatment': (world) => {
    diagnose(world, {
      code: oneOf(world, [['snomed', '67198005', 'Paroxysmal supraventricular tachycardia'], '阵发性室上性心动过速']),
      onsetAgo: 100,
    });
    give(world, {
      drug: { en: 'propafenone', zh: '盐酸普罗帕酮片', route: 'oral' },
      startAgo: 90,
      endAgo: 0,
      dosage: {
        timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } },
        doseAndRate: [{ doseQuantity: quantity(100, 'mg') }],
      },
    });
    return { 'E4.arrhythmia': 'met' };
  },
  'another arrhythmia': (world) => {
    diagnose(world, {
      code: oneOf(world, [
        ['snomed', '67198005', 'Paroxysmal supraventricular tachycardia'],
        ['snomed', '49436004', 'Atrial fibrillation'],
        ['snomed', '46619002', 'Congenital heart block'],
      ]),
      onsetAgo: 40,
    });
    return { 'E4.arrhythmia': 'needs-investigator' };
  },
  'refuted, mistaken or of a relative': (world) => {
    decoyDiagnosis(world, tachycardia);
    return { 'E4.arrhythmia': 'not-met' };
  },
});

export const vitals = cardiac('E4.vitals', {
  'a vasopressor running': (world) => {
    world.facts.vasopressor = true;
    world.chart.add('MedicationAdministration', {
      status: 'in-progress',
      medicationCodeableConcept: world.random.pick<Json>([
        { text: 'norepinephrine' },
        { text: '重酒石酸间羟胺注射液' },
        coded(systems.atc, 'C01CA04', 'dopamine'),
      ]),
      effectivePeriod: { start: world.chart.dateAgo(0) },
      dosage: { route: { text: 'intravenous' } },
    });
    return { 'E4.vitals': 'met' };
  },
  'a vasopressor of long ago, antihypertensives by mouth': (world) => {
    world.chart.add('MedicationAdministration', {
      status: 'completed',
      medicationCodeableConcept: { text: 'norepinephrine' },
      effectiveDateTime: world.chart.ago(10),
      dosage: { route: { text: 'intravenous' } },
    });
    world.chart.add('MedicationRequest', {
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: { text: 'amlodipine 5 MG Oral Tablet' },
      authoredOn: world.chart.ago(40),
      dosageInstruction: [
        { route: { text: 'oral' }, timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } } },
      ],
    });
    return { 'E4.vitals': 'not-met' };
  },
});
