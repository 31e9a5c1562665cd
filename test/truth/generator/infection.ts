// Is an infection active, and was it treated within a week?

import type { Json } from '../../../src/fhir/record.ts';
import { quantity } from './doses.ts';
import { type Drug, give } from './drugs.ts';
import type { Topic, World } from './world.ts';
import { decoyDiagnosis, diagnose, oneOf, type Ways } from './writers.ts';

const infections: Ways = [
  ['icd10', 'L03.1', 'Cellulitis of other parts of limb'],
  ['icd10cm', 'N10', 'Acute pyelonephritis'],
  '蜂窝织炎',
];

const sepsis: Ways = [['snomed', '91302008', 'Sepsis'], ['icd10', 'A41.9', 'Sepsis, unspecified'], '脓毒症'];

const ceftriaxone: Drug = { en: 'ceftriaxone', zh: '注射用头孢曲松钠', atc: 'J01DD04', route: 'iv' };

const gram = {
  timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
  doseAndRate: [{ doseQuantity: quantity(1, 'g') }],
};

const lastGiven = (world: World, daysAgo: number): void => {
  give(world, {
    drug: ceftriaxone,
    source: 'MedicationAdministration',
    startAgo: daysAgo,
    endAgo: daysAgo,
    dosage: gram,
  });
};

export const activeInfection: Topic = {
  usual: () => ({ E6: 'not-met' }),
  others: {
    'treated within a week, or not': (world) => {
      world.facts.infection = true;
      diagnose(world, { code: oneOf(world, infections), onsetAgo: 12 });
      const ago = world.random.pick([0, 6, 7, 8, 9]);
      lastGiven(world, ago);
      return { E6: ago <= 7 ? 'met' : 'needs-investigator' };
    },
    sepsis: (world) => {
      world.facts.infection = true;
      diagnose(world, { code: oneOf(world, sepsis), onsetAgo: 3 });
      return { E6: 'met' };
    },
    untreated: (world) => {
      world.facts.infection = true;
      diagnose(world, { code: oneOf(world, infections), onsetAgo: 4 });
      return { E6: 'needs-investigator' };
    },
    'an antibiotic, no infection': (world) => {
      const ago = world.random.pick([0, 7, 8, 30]);
      lastGiven(world, ago);
      return { E6: ago <= 7 ? 'needs-investigator' : 'not-met' };
    },
    'over, last dose more than a week ago': (world) => {
      diagnose(world, { code: oneOf(world, infections), status: 'resolved', onsetAgo: 60 });
      lastGiven(world, world.random.pick([8, 30]));
      return { E6: 'not-met' };
    },
    'given by vein, with a code that nobody knows': (world) => {
      const ago = world.random.pick([0, 7, 8, 400]);
      world.facts.namelessAgo = ago;
      world.chart.add('MedicationAdministration', {
        status: 'completed',
        medicationCodeableConcept: { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.68', code: '0000' }] },
        effectiveDateTime: world.chart.ago(ago),
        ...world.random.pick<Json>([{ dosage: { route: { text: '静脉滴注' } } }, {}]),
      });
      return { E6: 'not-met' };
    },
    'prevention or local treatment': (world) => {
      give(world, {
        drug: { en: 'sulfamethoxazole and trimethoprim', zh: '复方磺胺甲噁唑片', atc: 'J01EE01', route: 'oral' },
        startAgo: 60,
        endAgo: 0,
        dosage: {
          timing: { repeat: { frequency: 3, period: 1, periodUnit: 'wk' } },
          doseAndRate: [{ doseQuantity: quantity(480, 'mg') }],
        },
      });
      decoyDiagnosis(world, sepsis);
      return { E6: 'not-met' };
    },
  },
};
