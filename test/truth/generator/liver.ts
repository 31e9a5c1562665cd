// Are the liver values below their limits, whatever limit the laboratory sends along?

import type { Json } from '../../../src/fhir/record.ts';
import { coded, systems } from './chart.ts';
import { never } from './heart-function.ts';
import type { Topic, World } from './world.ts';
import { measure, type Test } from './writers.ts';

type Liver = {
  readonly id: string;
  readonly test: Test;
  readonly times: number;
  readonly low: number;
  readonly high: number;
  readonly limit: number;
  readonly step: number;
};

const enzymes: readonly Liver[] = [
  {
    id: 'I4.AST',
    test: { loinc: ['1920-8'], en: 'Aspartate aminotransferase', zh: '天冬氨酸氨基转移酶', units: [['U/L', 1]] },
    times: 3,
    low: 26,
    high: 60,
    limit: 40,
    step: 1,
  },
  {
    id: 'I4.ALT',
    test: { loinc: ['1742-6'], en: 'Alanine aminotransferase', zh: '丙氨酸氨基转移酶', units: [['U/L', 1]] },
    times: 3,
    low: 21,
    high: 63,
    limit: 50,
    step: 1,
  },
  {
    id: 'I4.TBIL',
    test: {
      loinc: ['14631-6'],
      en: 'Bilirubin.total [Moles/volume]',
      zh: '总胆红素',
      units: [
        ['umol/L', 1],
        ['µmol/L', 1],
      ],
    },
    times: 2,
    low: 17.1,
    high: 26,
    limit: 21,
    step: 0.1,
  },
];

export const range = (world: World, limit: number): Json =>
  world.random.pick<Json>([
    { referenceRange: [{ low: { value: 0 }, high: { value: limit } }] },
    { referenceRange: [{ text: `0-${String(limit)}` }] },
    { referenceRange: [{ text: `≤${String(limit)}` }] },
    { referenceRange: [{ text: `<${String(limit)}` }] },
  ]);

const tidy = (value: number): number => Number(value.toFixed(2));

const liverTopic = ({ id, test, times, low, high, limit, step }: Liver): Topic => ({
  usual: (world) => {
    measure(world, test, world.random.whole(0, 30), {
      value: tidy(limit * world.random.pick([0.4, 0.8, 1, 1.5])),
      more: range(world, limit),
    });
    return { [id]: 'met' };
  },
  others: {
    'around the limit': (world) => {
      const value = tidy(limit * times + step * world.random.pick([-1, 0, 1, 1]));
      measure(world, test, world.random.pick([0, 30]), { value, more: range(world, limit) });
      if (world.random.chance(0.4)) measure(world, test, 31, { value: tidy(limit * 9), more: range(world, limit) });
      return { [id]: value <= limit * times ? 'met' : 'not-met' };
    },
    'no upper limit with it': (world) => {
      const [least, most] = [tidy(low * times), tidy(high * times)];
      const value = world.random.pick([tidy(least - step), least, tidy(least + step), most, tidy(most + step)]);
      measure(world, test, 4, { value });
      // 63 U/L is exactly three times 21, 34.2 twice 17.1: equality is still met (and still not "above").
      return { [id]: value <= least ? 'met' : value > most ? 'not-met' : 'unknown' };
    },
    'normal or high by its mark only': (world) => {
      const isNormal = world.random.chance(0.5);
      const value = tidy((low * times + high * times) / 2);
      measure(world, test, 4, {
        value,
        more: { interpretation: [coded(systems.interpretation, isNormal ? 'N' : 'H')] },
      });
      return { [id]: isNormal ? 'met' : 'unknown' };
    },
    stale: (world) => {
      measure(world, test, world.random.pick([31, 45]), { value: 20, more: range(world, limit) });
      return { [id]: 'unknown' };
    },
    'only what never counts': (world) => {
      measure(world, test, 5, { value: 20, more: { ...range(world, limit), ...world.random.pick(never) } });
      if (id === 'I4.TBIL')
        measure(world, { loinc: ['14629-0'], en: 'Bilirubin.direct', zh: '直接胆红素', units: [['umol/L', 1]] }, 3, {
          value: 4,
          high: 7,
        });
      return { [id]: 'unknown' };
    },
  },
});

export const liver: readonly (readonly [string, Topic])[] = enzymes.map((each) => [each.id, liverTopic(each)]);
