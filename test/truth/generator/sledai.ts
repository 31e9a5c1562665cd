// Which activity scores and findings are on file, and do they reach 7 and 8 points?

import { coded, systems } from './chart.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';
import { findings } from './sledai-findings.ts';
import type { Claims, Expected } from './verdicts.ts';
import type { Topic, World } from './world.ts';

function score(world: World, points: number, daysAgo: number, name = 'SLEDAI-2K', more: Json = {}): void {
  const { random, chart } = world;
  const plain = name === 'SLEDAI-2K';
  const text = plain ? random.pick(['SLEDAI-2K', 'SLEDAI-2K评分', 'SLEDAI 2000', 'SLEDAI-2000']) : name;
  chart.add('Observation', {
    status: 'final',
    code: plain && random.chance(0.5) ? { ...coded(systems.local, 'sledai-2k'), text } : { text },
    effectiveDateTime: chart.ago(daysAgo),
    ...random.pick<Json>(
      Number.isInteger(points)
        ? [
            { valueInteger: points },
            { valueQuantity: { value: points, unit: '{score}', system: systems.ucum, code: '{score}' } },
          ]
        : [{ valueQuantity: { value: points, unit: '{score}' } }],
    ),
    ...more,
  });
}

const both = (activity: Expected, score: Expected): Claims => ({ 'I2.activity': activity, I3: score });

const byTotal = (points: number): Claims => both(points >= 7 ? 'met' : 'not-met', points >= 8 ? 'met' : 'not-met');

const bounded = (points: number, threshold: number): Verdict =>
  points >= threshold ? 'needs-investigator' : 'unknown';

export const activity: Topic = {
  usual: (world) => {
    const points = world.random.pick([8, 8, 9, 12, 14, 22]);
    score(world, points, world.random.whole(0, 30));
    return byTotal(points);
  },
  others: {
    'a total around the limits': (world) => {
      const points = world.random.pick([0, 5, 6, 7, 8, 105]);
      score(world, points, world.random.pick([0, 29, 30]));
      return byTotal(points);
    },
    'the newest of several totals': (world) => {
      const [newest, older] = [world.random.pick([4, 6, 7, 8, 16]), world.random.pick([2, 7, 20])];
      score(world, newest, world.random.whole(0, 8));
      score(world, older, world.random.whole(9, 30));
      return byTotal(newest);
    },
    'a total of 31 days ago': (world) => {
      score(world, world.random.pick([6, 8, 20]), world.random.pick([31, 31, 60]));
      return both('unknown', 'unknown');
    },
    'totals that never count': (world) => {
      score(
        world,
        20,
        3,
        'SLEDAI-2K',
        world.random.pick([
          { status: 'entered-in-error' },
          { status: 'cancelled' },
          { status: 'registered' },
          { subject: { reference: 'Patient/somebody-else' } },
        ]),
      );
      if (world.random.chance(0.5)) score(world, world.random.pick([106, 7.5, 200]), 4);
      return both('unknown', 'unknown');
    },
    'plain SLEDAI': (world) => {
      const points = world.random.pick([6, 7, 8, 12]);
      score(world, points, 10, 'SLEDAI');
      return byTotal(points);
    },
    'SELENA-SLEDAI': (world) => {
      score(world, world.random.pick([4, 8, 12]), 10, 'SELENA-SLEDAI');
      return both('needs-investigator', 'needs-investigator');
    },
    'findings without a total': (world) => {
      const points = findings(world, world.random.pick([0, 10, 30]));
      return both(bounded(points, 7), bounded(points, 8));
    },
    'a low total, findings since': (world) => {
      const total = world.random.pick([2, 6]);
      score(world, total, 20);
      const points = findings(world, world.random.whole(1, 15));
      return both(points >= 7 ? 'needs-investigator' : 'not-met', points >= 8 ? 'needs-investigator' : 'not-met');
    },
    'a low total, findings before': (world) => {
      const total = world.random.pick([2, 6]);
      score(world, total, 5);
      findings(world, world.random.whole(8, 29));
      return byTotal(total);
    },
    'a total and findings': (world) => {
      const total = world.random.pick([8, 12]);
      score(world, total, 3);
      findings(world, world.random.whole(1, 29));
      return byTotal(total);
    },
    nothing: () => both('unknown', 'unknown'),
  },
};
