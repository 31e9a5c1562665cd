// Which of the eleven agents were given, and which of them long enough?

import {
  type Agent,
  all,
  cover,
  cyclophosphamide,
  daily,
  type Extent,
  methotrexate,
  mycophenolate,
  once,
  oneAgent,
  rituximab,
  sodium,
} from './agents.ts';
import { give, giveNever } from './drugs.ts';
import type { Claims } from './verdicts.ts';
import type { Topic, World } from './world.ts';

/** Two pieces of 60 days with a break of 15 days between: neither is 90 days. */
function broken(world: World, agent: Agent): void {
  cover(world, agent, 59, 0);
  cover(world, agent, 134, 75);
}

function local(world: World): void {
  const startAgo = world.random.whole(90, 400);
  give(world, {
    drug: { en: 'tacrolimus ointment 0.1%', zh: '他克莫司软膏', route: 'oral' },
    startAgo,
    endAgo: 0,
    more: { dosageInstruction: [{ route: { text: '外用' } }] },
  });
  give(world, {
    drug: { en: 'cyclosporine eye drops', zh: '环孢素滴眼液', route: 'oral' },
    startAgo,
    endAgo: 0,
    more: { dosageInstruction: [{ route: { text: '滴眼' } }] },
  });
}

const counting = (world: World, extents: readonly Extent[]): Claims => {
  if (extents.filter((each) => each === 'adequate').length >= 2) return { 'I2.agents': 'met' };
  if (extents.length >= 2) return { 'I2.agents': 'needs-investigator' };
  return { 'I2.agents': world.attested ? 'not-met' : 'unknown' };
};

const some = (world: World, extents: readonly Extent[]): readonly Extent[] => {
  const agents = world.random.shuffled(all);
  return extents.map((extent, index) => oneAgent(world, agents[index] ?? mycophenolate, extent));
};

export const immunosuppressants: Topic = {
  usual: (world) =>
    counting(
      world,
      some(world, world.random.chance(0.3) ? ['adequate', 'adequate', 'short'] : ['adequate', 'adequate']),
    ),
  others: {
    'one adequate, one short': (world) => counting(world, some(world, ['adequate', 'short'])),
    'two short': (world) => counting(world, some(world, ['short', 'short'])),
    'one only': (world) => counting(world, some(world, [world.random.pick(['adequate', 'short'] as const)])),
    'one, others local or not valid': (world) => {
      local(world);
      const agents = world.random.shuffled(all.filter((each) => each !== cyclophosphamide && each !== rituximab));
      const [first = mycophenolate, second = methotrexate] = agents;
      giveNever(world, { drug: second, startAgo: 300, endAgo: 0, dosage: once(second.mg, 1, 'd') });
      return counting(world, [oneAgent(world, first, 'adequate')]);
    },
    'one moiety under two names': (world) => {
      oneAgent(world, mycophenolate, 'adequate');
      const end = 620;
      cover(world, sodium, end + 200, end);
      return counting(world, ['adequate']);
    },
    'a break of 15 days': (world) => {
      const [first = mycophenolate, second = mycophenolate] = world.random.shuffled(daily);
      broken(world, first);
      oneAgent(world, second, 'adequate');
      return counting(world, ['adequate', 'short']);
    },
    'conditioning with fludarabine': (world) => {
      give(world, {
        drug: { en: 'fludarabine', zh: '氟达拉滨', atc: 'L01BB05', route: 'iv' },
        source: 'MedicationAdministration',
        startAgo: 300,
        endAgo: 300,
        dosage: once(40, 1, 'd'),
      });
      for (const ago of [302, 301, 300])
        give(world, {
          drug: cyclophosphamide,
          source: 'MedicationAdministration',
          startAgo: ago,
          endAgo: ago,
          dosage: once(500, 1, 'd'),
        });
      world.facts.courses.push({ startAgo: 302, endAgo: 300, doubtful: true });
      return counting(world, [oneAgent(world, world.random.pick(daily), 'adequate')]);
    },
    none: (world) => {
      if (world.random.chance(0.5)) local(world);
      return counting(world, []);
    },
  },
};
