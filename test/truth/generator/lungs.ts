// How well is the blood oxygenated, and is a serious lesion of the lung on record?

import type { Json } from '../../../src/fhir/record.ts';
import { coded, systems } from './chart.ts';
import { never } from './heart-function.ts';
import type { Topic } from './world.ts';
import { decoyDiagnosis, diagnose, measure, oneOf, type Test, type Ways } from './writers.ts';

const saturation: Test = { loinc: ['59408-5', '2708-6'], en: 'Oxygen saturation', zh: '血氧饱和度', units: [['%', 1]] };

const oxygen = (flow: number): Json => ({
  component: [
    {
      code: coded(systems.loinc, '3151-8', 'Inhaled oxygen flow rate'),
      valueQuantity: { value: flow, unit: 'L/min', system: systems.ucum, code: 'L/min' },
    },
  ],
});

export const spo2: Topic = {
  usual: (world) => {
    measure(world, saturation, world.random.whole(0, 30), { value: world.random.pick([92, 96, 98, 100]) });
    return { 'I4.SpO2': 'met' };
  },
  others: {
    'around 92 %': (world) => {
      const value = world.random.pick([88, 91, 91.9, 92, 93]);
      measure(world, saturation, world.random.pick([0, 30]), { value });
      return { 'I4.SpO2': value >= 92 ? 'met' : 'not-met' };
    },
    'on oxygen': (world) => {
      const value = world.random.pick([90, 91, 92, 98]);
      measure(world, saturation, 2, { value, more: oxygen(world.random.pick([1, 2])) });
      return { 'I4.SpO2': value >= 92 ? 'needs-investigator' : 'not-met' };
    },
    'flow of nothing is room air': (world) => {
      measure(world, saturation, 2, { value: 97, more: oxygen(0) });
      return { 'I4.SpO2': 'met' };
    },
    'stale or never valid': (world) => {
      measure(world, saturation, 31, { value: 98 });
      measure(world, saturation, 3, { value: 98, more: world.random.pick(never) });
      return { 'I4.SpO2': 'unknown' };
    },
  },
};

const lesions: Ways = [
  ['snomed', '59282003', 'Pulmonary embolism'],
  ['icd10', 'J84.1', 'Interstitial pulmonary disease with fibrosis'],
  ['icd10', 'J93.9', 'Pneumothorax, unspecified'],
  ['icd10', 'I27.0', 'Primary pulmonary hypertension'],
];

export const lung: Topic = {
  usual: () => ({ 'I4.lung': 'met' }),
  others: {
    'a serious lesion, present': (world) => {
      const ways =
        world.facts.sle === 'confirmed' ? [...lesions, ['chinese', 'M32.103+J99.1*', '狼疮性肺炎'] as const] : lesions;
      diagnose(world, { code: oneOf(world, ways), onsetAgo: 200 });
      return { 'I4.lung': 'needs-investigator' };
    },
    'a lesion that is over or never was': (world) => {
      if (world.random.chance(0.5)) diagnose(world, { code: oneOf(world, lesions), status: 'resolved', onsetAgo: 900 });
      else decoyDiagnosis(world, lesions);
      return { 'I4.lung': 'met' };
    },
  },
};
