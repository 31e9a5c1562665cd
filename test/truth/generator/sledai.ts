// Which activity scores and findings are on file, and do they reach 7 and 8 points?

import { coded, systems } from './chart.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';
import { findings } from './sledai-findings.ts';
import { answersFor, bounds, form } from './sledai-forms.ts';
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

/** Both criteria by the points of the findings, once it is known what else may explain them. */
function byFindings({ facts }: World, claims: (points: number) => Claims): Claims {
  facts.byFindings = claims;
  return {};
}

const around = [0, 4, 6, 7, 8, 9, 14, 30];

/** A form all of whose items are answered, with or without its total. */
function fullForm(world: World, daysAgo: number): number {
  const answers = answersFor(world, world.random.pick(around));
  const [points] = bounds(answers);
  form(world, { daysAgo, answers, ...(world.random.chance(0.5) && { total: points }) });
  return points;
}

/** The lowest and the highest total that the answers allow. */
function byBounds([low, high]: readonly [number, number]): Claims {
  const asked = (threshold: number): Verdict => (low >= threshold ? 'met' : high < threshold ? 'not-met' : 'unknown');
  return both(asked(7), asked(8));
}

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
      findings(world, world.random.pick([0, 10, 30]));
      return byFindings(world, (points) => both(bounded(points, 7), bounded(points, 8)));
    },
    'a low total, findings since': (world) => {
      const total = world.random.pick([2, 6]);
      score(world, total, 20);
      findings(world, world.random.whole(1, 15));
      return byFindings(world, (points) =>
        both(points >= 7 ? 'needs-investigator' : 'not-met', points >= 8 ? 'needs-investigator' : 'not-met'),
      );
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
    'a form of all items': (world) => byTotal(fullForm(world, world.random.whole(0, 30))),
    'a form of all items, too old': (world) => {
      fullForm(world, world.random.pick([31, 40, 60, 61]));
      return both('unknown', 'unknown');
    },
    'a form with open items': (world) => {
      const answers = answersFor(world, world.random.pick(around), world.random.pick([0.05, 0.1, 0.5]));
      form(world, { daysAgo: world.random.whole(0, 30), answers });
      return answers.every((each) => each === 'open') ? both('unknown', 'unknown') : byBounds(bounds(answers));
    },
    'a form and its other total': (world) => {
      const answers = answersFor(world, world.random.pick(around));
      form(world, { daysAgo: 5, answers, total: bounds(answers)[0] + world.random.pick([1, 4]) });
      return both('unknown', 'unknown');
    },
    'a form that never counts': (world) => {
      form(world, {
        daysAgo: 5,
        answers: answersFor(world, world.random.pick([8, 20])),
        counts: false,
        more: world.random.pick([
          { status: 'entered-in-error' },
          { status: 'in-progress' },
          { status: 'stopped' },
          { subject: { reference: 'Patient/somebody-else' } },
        ]),
      });
      return both('unknown', 'unknown');
    },
    'a form and a newer total': (world) => {
      fullForm(world, world.random.whole(9, 30));
      const points = world.random.pick([5, 7, 8]);
      score(world, points, world.random.whole(0, 8));
      return byTotal(points);
    },
    nothing: () => both('unknown', 'unknown'),
  },
};
