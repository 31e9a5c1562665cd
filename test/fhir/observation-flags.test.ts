// What do a result's own range and flag say about it, and is that in conflict with its value?

import { describe, expect, test } from 'vitest';
import {
  flagOnly,
  forEverybody,
  isFlagged,
  presenceFrom,
  whyUnreadable,
} from '../../src/fhir/observation-reader-flags.ts';
import type { Value } from '../../src/fhir/observation-value.ts';
import type { Reading } from '../../src/fhir/reading.ts';
import type { ReferenceRange } from '../../src/fhir/reference-range.ts';
import type { Interval } from '../../src/logic/interval.ts';
import { measurementNamed, type Measurement } from '../../src/terminology/measurement-table.ts';

const named = (name: string): Measurement => {
  const measurement = measurementNamed(name);
  if (measurement === undefined) throw new Error(`no measurement: ${name}`);
  return measurement;
};
const value = (more: Partial<Value> = {}): Value => ({ asWritten: () => 'as written', units: [], ...more });
const point = (number: number): Interval => ({ low: number, high: number });
const lessThan = (number: number): Interval => ({ low: 0, high: number, highOpen: true });
type Flag = Reading['interpretation'];
type Range = Pick<ReferenceRange, 'lower' | 'upper'>;

describe('the range for everybody', () => {
  test.each<[string, readonly ReferenceRange[], unknown]>([
    ['the only one', [{ lower: 1, upper: 2 }], { lower: 1, upper: 2 }],
    [
      'that on which several agree',
      [
        { lower: 1, upper: 2, sex: 'male' },
        { lower: 1, upper: 2, sex: 'female' },
      ],
      { lower: 1, upper: 2 },
    ],
    [
      'none of several low ends',
      [
        { lower: 1, upper: 2 },
        { lower: 0, upper: 2 },
      ],
      undefined,
    ],
    [
      'none of several high ends',
      [
        { lower: 1, upper: 2 },
        { lower: 1, upper: 3 },
      ],
      undefined,
    ],
    ['none of the only one, for one sex', [{ lower: 1, sex: 'male' }], undefined],
    ['none of the only one, from an age on', [{ lower: 1, fromAge: 5 }], undefined],
    ['none of the only one, up to an age', [{ lower: 1, toAge: 5 }], undefined],
    ['none of the only one, for another group', [{ lower: 1, otherGroup: true }], undefined],
    ['none', [], undefined],
  ])('is %s', (_, ranges, expected) => {
    const found = forEverybody(ranges);
    expect(found === undefined ? undefined : { lower: found.lower, upper: found.upper }).toEqual(expected);
  });
});

describe('positive or negative', () => {
  const of = (name: string, number: Partial<Value>, range: Range, flag?: Flag) =>
    presenceFrom(named(name), value(number), () => range, flag);
  const own = (ownUnit: Interval): Partial<Value> => ({ ownUnit });
  const upTo1: Range = { upper: 1 };
  const from1: Range = { lower: 1 };

  test.each<[string, string, Partial<Value>, Range, Flag, string | undefined]>([
    ['what is no qualitative test', 'ALT', { amount: point(5) }, upTo1, 'positive', undefined],
    ['a flag for positive', 'HBsAg', own(point(0.5)), upTo1, 'positive', 'positive'],
    ['a flag for negative', 'HBsAg', own(point(5)), upTo1, 'negative', 'negative'],
    ['a flag for neither', 'HBsAg', own(point(5)), upTo1, 'indeterminate', 'weak'],
    ['a number beyond its range', 'HBsAg', own(point(1.1)), upTo1, undefined, 'positive'],
    ['a number within its range', 'HBsAg', own(point(0.9)), upTo1, undefined, 'negative'],
    ['a number on its limit', 'HBsAg', own(point(1)), upTo1, undefined, 'weak'],
    ['a number below its range', 'HBsAg', own(point(0.9)), from1, undefined, 'positive'],
    ['a number on its lower limit', 'HBsAg', own(point(1)), from1, undefined, 'weak'],
    ['a number above its lower limit', 'HBsAg', own(point(1.1)), from1, undefined, 'negative'],
    ['less than its limit', 'HBsAg', own(lessThan(1)), upTo1, undefined, 'negative'],
    ['less than something beyond its limit', 'HBsAg', own(lessThan(2)), upTo1, undefined, undefined],
    [
      'less than something from a lower limit on',
      'HBsAg',
      own(lessThan(1)),
      { lower: 0, upper: 1 },
      undefined,
      'negative',
    ],
    ['a range that holds its limit', 'HBsAg', own({ low: 0.5, high: 1 }), upTo1, undefined, undefined],
    ['a range on both sides', 'HBsAg', own({ low: 0.5, high: 2 }), upTo1, undefined, undefined],
    ['nothing, where nothing is normal', 'HBsAg', own(point(0)), { lower: 0, upper: 1 }, undefined, 'negative'],
    ['nothing, on another limit', 'HBsAg', own(point(0)), { upper: 0 }, undefined, 'weak'],
    ['a number on a limit of 0 at the other end', 'HBsAg', own(point(1)), { lower: 0, upper: 1 }, undefined, 'weak'],
    ['a number without a range that is called normal', 'HBsAg', own(point(1)), {}, 'normal', 'negative'],
    ['a number without a range that is called high', 'HBsAg', own(point(1)), {}, 'high', 'positive'],
    ['a number without a range that is called abnormal', 'HBsAg', own(point(1)), {}, 'abnormal', 'positive'],
    ['a number without a range that is called low', 'HBsAg', own(point(1)), {}, 'low', undefined],
    ['a number without a range or a flag', 'HBsAg', own(point(1)), {}, undefined, undefined],
    ['no number', 'HBsAg', {}, upTo1, 'normal', undefined],
    ['an amount, which is asked itself', 'urineRBC', { amount: point(9) }, upTo1, undefined, undefined],
    ['an amount of a test that has none', 'HBsAg', { amount: point(9) }, upTo1, undefined, 'positive'],
    ['a number in a unit of its own of a test that has amounts', 'ANA', own(point(9)), upTo1, undefined, 'positive'],
  ])('is told by %s', (_, name, number, range, flag, presence) => {
    expect(of(name, number, range, flag)).toBe(presence);
  });
});

describe('a result that cannot be used', () => {
  const why = (
    name: string,
    sent: Partial<Value>,
    presence: Value['presence'],
    range: Range = {},
    flag?: Flag,
  ): string | undefined => whyUnreadable(named(name), value(sent), presence, () => range, flag)?.id;
  const contradicts = 'reading.flag-contradicts';
  const upTo3: Range = { upper: 3 };
  const unreadable = { id: 'reading.no-unit', values: {} };

  test.each<[string, string, Partial<Value>, Value['presence'], Range, Flag, string | undefined]>([
    ['negative words called positive', 'HBsAg', { presence: 'negative' }, 'negative', {}, 'positive', contradicts],
    ['positive words called negative', 'HBsAg', { presence: 'positive' }, 'positive', {}, 'negative', contradicts],
    ['positive words called positive', 'HBsAg', { presence: 'positive' }, 'positive', {}, 'positive', undefined],
    ['negative words called negative', 'HBsAg', { presence: 'negative' }, 'negative', {}, 'negative', undefined],
    ['negative words called high', 'HBsAg', { presence: 'negative' }, 'negative', {}, 'high', contradicts],
    [
      'negative words called high, of what is no qualitative test',
      'ALT',
      { presence: 'negative' },
      'negative',
      {},
      'high',
      undefined,
    ],
    [
      'positive words called high, beside less than something',
      'urineRBC',
      { presence: 'positive', amount: lessThan(1) },
      'positive',
      upTo3,
      'high',
      undefined,
    ],
    ['nothing measured, called high', 'urineRBC', { amount: lessThan(1) }, undefined, {}, 'high', contradicts],
    ['something measured, called high', 'urineRBC', { amount: point(1) }, undefined, {}, 'high', undefined],
    ['0, called high', 'urineRBC', { amount: point(0) }, undefined, {}, 'high', undefined],
    ['an amount within its range called high', 'urineRBC', { amount: point(1) }, undefined, upTo3, 'high', contradicts],
    ['no amount called high', 'urineRBC', {}, undefined, upTo3, 'high', undefined],
    ['too little to be quantified, called high', 'CMV-DNA', { amount: lessThan(20) }, undefined, {}, 'high', undefined],
    [
      'an amount beyond its range called normal',
      'urineRBC',
      { amount: point(9) },
      undefined,
      upTo3,
      'normal',
      contradicts,
    ],
    [
      'an amount beyond its range called negative',
      'urineRBC',
      { amount: point(9) },
      undefined,
      upTo3,
      'negative',
      contradicts,
    ],
    [
      'an amount within its range called normal',
      'urineRBC',
      { amount: point(1) },
      undefined,
      upTo3,
      'normal',
      undefined,
    ],
    [
      'an amount within its range called positive',
      'urineRBC',
      { amount: point(1) },
      undefined,
      upTo3,
      'positive',
      contradicts,
    ],
    [
      'an amount beyond its range called positive',
      'urineRBC',
      { amount: point(9) },
      undefined,
      upTo3,
      'positive',
      undefined,
    ],
    [
      'an amount without a range called positive',
      'urineRBC',
      { amount: point(1) },
      undefined,
      {},
      'positive',
      undefined,
    ],
    ['no amount called normal', 'urineRBC', {}, undefined, upTo3, 'normal', undefined],
    [
      'an amount beyond its range called normal, of what is no qualitative test',
      'ALT',
      { amount: point(9) },
      undefined,
      upTo3,
      'normal',
      undefined,
    ],
    [
      'a viral load beyond its range called normal',
      'CMV-DNA',
      { amount: point(500) },
      undefined,
      upTo3,
      'normal',
      undefined,
    ],
    [
      'a number in a unit of its own without an answer',
      'HBsAg',
      { ownUnit: point(1) },
      undefined,
      {},
      undefined,
      'reading.no-own-range',
    ],
    [
      'a number in a unit of its own with an answer',
      'HBsAg',
      { ownUnit: point(1) },
      'positive',
      {},
      undefined,
      undefined,
    ],
    ['what cannot be read', 'HBsAg', { unreadable }, undefined, {}, undefined, 'reading.no-unit'],
    ['what cannot be read, answered by its flag', 'HBsAg', { unreadable }, 'positive', {}, undefined, undefined],
    [
      'what cannot be read, beside an amount',
      'HBsAg',
      { unreadable, amount: point(1) },
      'positive',
      {},
      undefined,
      'reading.no-unit',
    ],
    [
      'what cannot be read, beside words',
      'HBsAg',
      { unreadable, presence: 'positive' },
      'positive',
      {},
      undefined,
      'reading.no-unit',
    ],
  ])('or can: %s', (_, name, sent, presence, range, flag, id) => {
    expect(why(name, sent, presence, range, flag)).toBe(id);
  });

  test('is named as it was written', () => {
    const values = (sent: Partial<Value>, flag?: Flag) =>
      whyUnreadable(named('HBsAg'), value(sent), sent.presence, () => ({}), flag)?.values;
    expect(values({ presence: 'negative' }, 'positive')).toEqual({ value: 'as written' });
    expect(values({ ownUnit: point(1) })).toEqual({ value: 'as written' });
  });
});

test.each<[unknown, boolean]>([
  ['H', true],
  ['positive', true],
  ['borderline', true],
  ['N', false],
  ['negative', false],
  ['see note', false],
])('a result of which only the flag %j was sent is flagged as anything but normal: %s', (text, flagged) => {
  expect(isFlagged({ interpretation: [{ text }] })).toBe(flagged);
});

test('such a result shows nothing', () => {
  expect([flagOnly.asWritten(), flagOnly.unreadable.id]).toEqual(['', 'reading.flag-only']);
});
