// Which glucocorticoid histories can a child have, and for how long did they reach 1 mg/kg a day?

import { unusuallyMeasured } from './steroid-measures.ts';
import { unusuallyOrdered } from './steroid-orders.ts';
import { lupus } from './drugs.ts';
import type { Source } from './glucocorticoid-oracle.ts';
import {
  counted,
  type Course,
  course,
  methylprednisolone,
  prednisone,
  pulseDrug,
  type Steroid,
  steroids,
} from './steroids.ts';
import type { Topic, World } from './world.ts';

export const some = (world: World): Steroid => world.random.pick(steroids);

const table = (world: World): Source =>
  world.random.pick(['MedicationRequest', 'MedicationRequest', 'MedicationStatement', 'MedicationDispense']);

const forLupus = (world: World): Pick<Course, 'reason' | 'reasonIs'> =>
  world.random.chance(0.3) ? { reason: world.random.pick(lupus), reasonIs: 'lupus' } : {};

export const high = (world: World): number => world.kg * world.random.pick([1, 1, 1.05, 1.2]);

export const glucocorticoids: Topic = {
  usual: (world) => {
    course(world, {
      drug: some(world),
      source: table(world),
      startAgo: world.random.whole(95, 170),
      endAgo: world.random.whole(0, 3),
      mg: high(world),
      ...forLupus(world),
    });
    return counted;
  },
  others: {
    ...unusuallyOrdered,
    ...unusuallyMeasured,
    'days around the limits': (world) => {
      const endAgo = world.random.pick([0, 1, 30, 200, 364, 365, 366]);
      const days = world.random.pick([83, 84, 85, 88, 89, 90, 91, 92]);
      course(world, {
        drug: some(world),
        source: table(world),
        startAgo: endAgo + days - 1,
        endAgo,
        mg: world.kg,
        ...forLupus(world),
      });
      return counted;
    },
    'two pieces around a gap of a week': (world) => {
      const [first, second, gap] = [
        world.random.whole(20, 70),
        world.random.whole(20, 70),
        world.random.pick([1, 6, 7, 8, 9]),
      ];
      const drug = some(world);
      course(world, { drug, startAgo: first - 1, endAgo: 0, mg: high(world) });
      course(world, { drug, startAgo: first + gap + second - 1, endAgo: first + gap, mg: high(world) });
      return counted;
    },
    'a dose around the limits of near days': (world) => {
      const share = world.random.pick([0.94, 0.949, 0.95, 0.96, 0.999, 1]);
      course(world, { drug: prednisone, startAgo: world.random.whole(88, 130), endAgo: 0, mg: world.kg * share });
      return counted;
    },
    'the usual full dose of 60 mg': (world) => {
      course(world, {
        drug: prednisone,
        source: table(world),
        startAgo: world.random.whole(85, 130),
        endAgo: 0,
        mg: world.random.pick([59, 60, 60, 62.5]),
      });
      return counted;
    },
    'low dose and pulses': (world) => {
      course(world, {
        drug: prednisone,
        startAgo: world.random.whole(60, 140),
        endAgo: 0,
        mg: world.random.pick([5, 10, 15]),
      });
      const at = world.random.pick([5, 58, 59, 60, 61, 62, 63, 80]);
      course(world, {
        drug: pulseDrug,
        source: 'MedicationAdministration',
        startAgo: at + world.random.pick([1, 2]),
        endAgo: at,
        mg: world.random.pick([249, 250, 625]),
      });
      return counted;
    },
    'one drug in three sources': (world) => {
      const startAgo = world.random.whole(80, 120);
      const mg = world.kg * 0.6;
      for (const source of ['MedicationRequest', 'MedicationStatement', 'MedicationDispense'] as const)
        course(world, { drug: prednisone, source, startAgo, endAgo: 0, mg });
      return counted;
    },
    'two drugs add up': (world) => {
      const startAgo = world.random.whole(84, 120);
      const share = world.random.pick([0.5, 0.48, 0.4]);
      course(world, { drug: prednisone, startAgo, endAgo: 0, mg: world.kg * share });
      course(world, {
        drug: methylprednisolone,
        source: table(world),
        startAgo: startAgo + world.random.whole(0, 10),
        endAgo: 0,
        mg: world.kg * share,
      });
      return counted;
    },
    'pieces over the years': (world) => {
      let ago = world.random.whole(0, 40);
      for (let piece = world.random.whole(1, 4); piece > 0; piece -= 1) {
        const days = world.random.whole(5, 95);
        course(world, {
          drug: some(world),
          source: table(world),
          startAgo: ago + days - 1,
          endAgo: ago,
          mg: world.kg * world.random.pick([0.2, 0.6, 1, 1.1]),
        });
        ago += days + world.random.whole(0, 60);
      }
      return counted;
    },
    none: () => counted,
  },
};
