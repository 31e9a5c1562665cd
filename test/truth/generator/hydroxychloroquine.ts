// Was hydroxychloroquine given for 90 days?

import type { Json } from '../../../src/fhir/record.ts';
import { once } from './agents.ts';
import { type Drug, give, giveNever } from './drugs.ts';
import type { Claims } from './verdicts.ts';
import type { Topic, World } from './world.ts';

const hcq: Drug = { en: 'hydroxychloroquine', zh: '硫酸羟氯喹片', rxnorm: '5521', atc: 'P01BA02', route: 'oral' };

const absent = (world: World): Claims => ({ 'I2.hydroxychloroquine': world.attested ? 'not-met' : 'unknown' });

export const hydroxychloroquine: Topic = {
  usual: (world) => {
    const end = world.random.pick([0, 0, 30, 400]);
    give(world, {
      drug: hcq,
      source: world.random.pick(['MedicationRequest', 'MedicationStatement', 'MedicationDispense']),
      startAgo: end + world.random.pick([89, 89, 90, 700]),
      endAgo: end,
      dosage: once(200, 1, 'd'),
    });
    return { 'I2.hydroxychloroquine': 'met' };
  },
  others: {
    'one day short of 90': (world) => {
      const end = world.random.pick([0, 100]);
      give(world, {
        drug: hcq,
        startAgo: end + world.random.pick([88, 88, 40, 0]),
        endAgo: end,
        dosage: once(200, 1, 'd'),
      });
      return { 'I2.hydroxychloroquine': 'needs-investigator' };
    },
    '90 days in two pieces': (world) => {
      const gap = world.random.pick([14, 15]);
      give(world, { drug: hcq, startAgo: 44, endAgo: 0, dosage: once(200, 1, 'd') });
      give(world, { drug: hcq, startAgo: 89 + gap, endAgo: 45 + gap, dosage: once(200, 1, 'd') });
      return { 'I2.hydroxychloroquine': gap === 14 ? 'met' : 'needs-investigator' };
    },
    'chloroquine only': (world) => {
      give(world, {
        drug: { en: 'chloroquine', zh: '磷酸氯喹片', rxnorm: '2393', atc: 'P01BA01', route: 'oral' },
        startAgo: 300,
        endAgo: 0,
        dosage: once(250, 1, 'd'),
      });
      return { 'I2.hydroxychloroquine': 'needs-investigator' };
    },
    'none, G6PD deficiency or retinopathy': (world) => {
      const code = world.random.pick<Json>([
        { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'D55.0', display: 'G6PD deficiency anaemia' }] },
        { text: '葡萄糖-6-磷酸脱氢酶缺乏症' },
        { text: 'Toxic maculopathy' },
      ]);
      world.chart.add('Condition', {
        verificationStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }],
        },
        clinicalStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
        },
        code,
      });
      return { 'I2.hydroxychloroquine': 'needs-investigator' };
    },
    'never valid': (world) => {
      giveNever(world, { drug: hcq, startAgo: 300, endAgo: 0, dosage: once(200, 1, 'd') });
      return absent(world);
    },
    none: absent,
  },
};
