// Does lupus of the brain exclude, given the interventions of the last 60 days?

import { quantity } from './doses.ts';
import { give } from './drugs.ts';
import type { Topic, World } from './world.ts';
import { decoyDiagnosis, diagnose, oneOf, perform, type Ways } from './writers.ts';

const brain: Ways = [
  ['chinese', 'M32.114+G94.8*', '狼疮性脑病'],
  ['snomed', '95644001', 'Systemic lupus erythematosus encephalitis'],
];

/** What of the last 60 days counts as an intervention although nobody says what for. */
const unexplained = ({ asOf, facts }: World): boolean => {
  const perDay = new Map<number, number>();
  for (const { day, low, perKg } of facts.doses) if (!perKg) perDay.set(day, (perDay.get(day) ?? 0) + low);
  const pulse = [...perDay].some(([day, mg]) => mg >= 250 - 1e-9 && asOf - day <= 60);
  return pulse || facts.interventions.some(({ daysAgo }) => daysAgo <= 60);
};

const neuro = (world: World, status: 'active' | 'resolved'): void => {
  diagnose(world, { code: oneOf(world, brain), status, onsetAgo: 300 });
  world.facts.points.push({ domain: 'neuropsychiatric', points: 5, clinical: true, sure: false });
};

export const neurolupus: Topic = {
  usual: () => ({ E2: 'not-met' }),
  others: {
    present: (world) => {
      if (world.facts.sle !== 'confirmed') return { E2: 'not-met' };
      neuro(world, 'active');
      return { E2: unexplained(world) ? 'met' : 'needs-investigator' };
    },
    'present, plasma exchange or immunoglobulin': (world) => {
      if (world.facts.sle !== 'confirmed') return { E2: 'not-met' };
      neuro(world, 'active');
      const ago = world.random.pick([1, 59, 60, 61]);
      if (world.random.chance(0.5)) perform(world, ['血浆置换', ['snomed', '20720000', 'Plasmapheresis']], ago);
      else
        give(world, {
          drug: { en: 'immune globulin intravenous', zh: '静注人免疫球蛋白', route: 'iv' },
          source: 'MedicationAdministration',
          startAgo: ago,
          endAgo: ago,
          dosage: { doseAndRate: [{ doseQuantity: quantity(20, 'g') }] },
        });
      return { E2: ago <= 60 || unexplained(world) ? 'met' : 'needs-investigator' };
    },
    'in the past': (world) => {
      if (world.facts.sle !== 'confirmed') return { E2: 'not-met' };
      neuro(world, 'resolved');
      return { E2: unexplained(world) ? 'needs-investigator' : 'not-met' };
    },
    'refuted, mistaken or of a relative': (world) => {
      decoyDiagnosis(world, brain);
      return { E2: 'not-met' };
    },
  },
};
