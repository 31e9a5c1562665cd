// Does an allergy list speak of a standard treatment?

import type { Json } from '../../../src/fhir/record.ts';
import type { Topic, World } from './world.ts';

const allergy = (world: World, text: string, more: Json): string =>
  world.chart.add('AllergyIntolerance', {
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
    },
    verificationStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', code: 'confirmed' }],
    },
    code: { text },
    ...more,
  });

const verification = (code: string): Json => ({
  verificationStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', code }],
  },
});

export const intolerance: Topic = {
  usual: (world) => {
    if (world.random.chance(0.4)) allergy(world, world.random.pick(['Penicillin', '青霉素', 'peanut']), {});
    return { 'I2.intolerance': 'not-met' };
  },
  others: {
    'an allergy to a standard drug': (world) => {
      allergy(
        world,
        world.random.pick(['Methotrexate', '甲氨蝶呤', 'mycophenolate mofetil', 'cyclophosphamide', 'rituximab']),
        {},
      );
      return { 'I2.intolerance': 'needs-investigator' };
    },
    'an allergy entered in error or refuted': (world) => {
      allergy(world, 'Methotrexate', verification(world.random.pick(['entered-in-error', 'refuted'])));
      return { 'I2.intolerance': 'not-met' };
    },
  },
};
