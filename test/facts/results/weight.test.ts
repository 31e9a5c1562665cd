import { describe, expect, test } from 'vitest';
import { bodySizeOf, weighingsAhead } from '../../../src/facts/results/weight.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { day, observation, recordOf, screeningOn, type RecordOptions } from '../../builders.ts';
import { weight } from '../glucocorticoids/prednisone.ts';

const size = (resources: readonly Json[], options: RecordOptions = {}) =>
  bodySizeOf(recordOf(resources, options), screeningOn('2026-06-01'));
const kg = (on: string, resources: readonly Json[], options: RecordOptions = {}) => {
  const { value, known } = size(resources, options).kilogramsOn(day(on));
  return known ? value : 'unknown';
};
const loinc = (code: string): Json => ({ system: 'http://loinc.org', code });
const exactly = (value: number) => ({ low: value, high: value });

describe('the weight of a day', () => {
  const one = [weight(40, '2026-01-01')];

  test.each([
    ['on the day', '2026-01-01', exactly(40)],
    ['90 days later', '2026-04-01', exactly(40)],
    ['180 days later, as nothing is nearer', '2026-06-30', exactly(40)],
    ['181 days later', '2026-07-01', 'unknown'],
    ['30 days earlier', '2025-12-02', exactly(40)],
    ['31 days earlier', '2025-12-01', 'unknown'],
  ])('%s', (_, on, expected) => {
    expect(kg(on, one)).toEqual(expected);
  });

  test('the nearest before within 90 days comes before one after', () => {
    const two = [weight(40, '2026-01-01'), weight(44, '2026-04-02')];
    expect(kg('2026-04-01', two)).toEqual(exactly(40));
    expect(kg('2026-04-02', two)).toEqual(exactly(44));
  });

  test.each([
    ['180 days after the earlier', '2025-06-30', exactly(40)],
    ['181 days after it', '2025-07-01', 'unknown'],
    ['31 days before the later', '2025-12-01', 'unknown'],
    ['30 days before it', '2025-12-02', exactly(44)],
  ])('between two that lie a year apart: %s', (_, on, expected) => {
    expect(kg(on, [weight(40, '2025-01-01'), weight(44, '2026-01-01')])).toEqual(expected);
  });

  test('one after within 30 days comes before one that is older than 90 days', () => {
    const two = [weight(40, '2026-01-01'), weight(44, '2026-04-20')];
    expect(kg('2026-04-02', two)).toEqual(exactly(44));
  });

  test.each([
    ['grams', observation('29463-7', 40_000, 'g', '2026-01-01')],
    ['pounds', observation('29463-7', 88.18490487, '[lb_av]', '2026-01-01')],
  ])('in %s', (_, sent) => {
    const found = kg('2026-01-02', [sent]);
    expect(found === 'unknown' ? 0 : found.low).toBeCloseTo(40, 4);
  });

  test.each([
    ['7.9 kg', weight(7.9, '2026-01-01')],
    ['201 kg', weight(201, '2026-01-01')],
    ['entered in error', { ...weight(40, '2026-01-01'), status: 'entered-in-error' }],
    ['preliminary', { ...weight(40, '2026-01-01'), status: 'preliminary' }],
    ['in a unit nobody knows', observation('29463-7', 40, 'stone-ish', '2026-01-01')],
    [
      'that is also called a height',
      observation('29463-7', 40, 'kg', '2026-01-01', { code: { coding: [loinc('29463-7'), loinc('8302-2')] } }),
    ],
    ['without a number', { ...weight(40, '2026-01-01'), valueQuantity: undefined, valueBoolean: true }],
    ['without a date', { ...weight(40, '2026-01-01'), effectiveDateTime: undefined }],
  ])('%s does not count', (_, sent) => {
    expect(kg('2026-01-02', [sent])).toBe('unknown');
  });

  test.each([
    ['8 kg', weight(8, '2026-01-01'), exactly(8)],
    ['200 kg', weight(200, '2026-01-01'), exactly(200)],
  ])('%s is still possible', (_, sent, expected) => {
    expect(kg('2026-01-02', [sent])).toEqual(expected);
  });

  test('one of the screening day counts on that day, and one of the day after not yet', () => {
    expect(kg('2026-06-01', [weight(40, '2026-06-01')])).toEqual(exactly(40));
    expect(kg('2026-06-01', [weight(40, '2026-06-02')])).toBe('unknown');
    expect(kg('2026-06-01', [weight(40, '2026-06')])).toBe('unknown');
  });

  test('the reach backwards ends with the 90th day where a later one is near, and with the 180th where none is', () => {
    const near = [weight(40, '2026-01-01'), weight(44, '2026-05-01')];
    expect([kg('2026-04-01', near), kg('2026-04-02', near)]).toEqual([exactly(40), exactly(44)]);
    const far = [weight(40, '2025-06-04'), weight(44, '2025-12-21')];
    expect([kg('2025-09-03', far), kg('2025-11-20', far), kg('2025-11-21', far)]).toEqual([
      exactly(40),
      exactly(40),
      exactly(44),
    ]);
  });

  test('of several on one day each may be right', () => {
    const three = [weight(44, '2026-01-01'), weight(40, '2026-01-01'), weight(42, '2026-01-01')];
    expect(kg('2026-01-02', three)).toEqual({ low: 40, high: 44 });
    expect(kg('2026-01-02', [weight(39, '2025-12-31'), ...three])).toEqual({ low: 40, high: 44 });
  });

  test('a partial date is read at both ends', () => {
    const weights = [weight(40, '2026-01-01'), weight(44, '2026-03')];
    expect(kg('2026-03-15', weights)).toEqual({ low: 40, high: 44 });
    expect(kg('2026-04-01', weights)).toEqual(exactly(44));
  });

  test('where one end of a partial date leaves a day without a weight, the day has none', () => {
    const month = [weight(40, '2025-03')];
    for (const [on, expected] of [
      ['2025-02-28', 'unknown'], // 31 March is 31 days away
      ['2025-03-01', exactly(40)],
      ['2025-08-28', exactly(40)], // 180 days after 1 March
      ['2025-08-29', 'unknown'],
    ] as const)
      expect(kg(on, month)).toEqual(expected);
    const year = [weight(40, '2025-06-04'), weight(44, '2025')];
    expect(kg('2025-12-01', year)).toEqual({ low: 40, high: 44 });
    expect(kg('2025-12-02', year)).toBe('unknown');
  });

  test('what a cut-off search may hide is not known', () => {
    const retrieved = { observations: { state: 'partial', reason: 'cut', completeSince: day('2026-02-01') } } as const;
    const weights = [weight(40, '2026-01-01'), weight(44, '2026-03-01')];
    expect(kg('2026-01-15', weights, { retrieved })).toBe('unknown');
    expect(kg('2026-03-15', weights, { retrieved })).toEqual(exactly(44));
    // A later weight counts only where the 90 days before are known to hold none: from 3 May on.
    const later = [weight(44, '2026-05-20')];
    expect(kg('2026-05-02', later, { retrieved })).toBe('unknown');
    expect(kg('2026-05-03', later, { retrieved })).toEqual(exactly(44));
    expect(kg('2026-04-20', later)).toEqual(exactly(44));
  });
});

describe('body surface by Mosteller, in m²', () => {
  const tall = (cm: number, on: string): Json => observation('8302-2', cm, 'cm', on);
  const on = (date: string, resources: readonly Json[]) => {
    const { low, high } = size(resources).squareMetresOn(day(date));
    return [low, high].map((end) => (end * end * 3600).toFixed(6)).map(Number);
  };

  test.each<[string, readonly Json[], readonly [kg: number, cm: number], readonly [kg: number, cm: number]]>([
    ['of one weight and one height', [weight(30, '2026-01-01'), tall(120, '2026-01-01')], [30, 120], [30, 120]],
    [
      'of two heights of one day',
      [weight(30, '2026-01-01'), tall(120, '2026-01-01'), tall(125, '2026-01-01')],
      [30, 120],
      [30, 125],
    ],
    ['without a weight lies between all that are possible', [tall(120, '2026-01-01')], [8, 120], [200, 120]],
    ['without a height', [weight(30, '2026-01-01')], [30, 50], [30, 210]],
    [
      'with a height that nobody has',
      [weight(30, '2026-01-01'), tall(49, '2026-01-01'), tall(211, '2026-01-01')],
      [30, 50],
      [30, 210],
    ],
    ['without either', [], [8, 50], [200, 210]],
  ])('%s', (_, resources, low, high) => {
    expect(on('2026-01-02', resources)).toEqual([low[0] * low[1], high[0] * high[1]]);
  });

  test('is of the height within 180 days either way, else of one up to 365 days old', () => {
    const resources = [weight(30, '2025-01-01'), tall(120, '2025-01-01'), tall(126, '2025-12-29')];
    expect(on('2025-01-02', resources)).toEqual([3600, 3600]);
    expect(on('2025-06-30', resources)).toEqual([3600, 3600]);
    expect(size([tall(120, '2025-01-01')]).changes.map(isoDay)).toEqual(['2024-07-05', '2026-01-02']);
  });
});

describe('another weight or height begins to apply', () => {
  const changes = (resources: readonly Json[], options: RecordOptions = {}) =>
    size(resources, options).changes.map(isoDay);
  const ahead = (resources: readonly Json[]) =>
    weighingsAhead(recordOf(resources), screeningOn('2026-06-01')).map(({ on }) => isoDay(on));

  test.each<[string, readonly Json[], readonly string[]]>([
    ['never without one', [], []],
    ['30 days before the first and when the last has lapsed', [weight(40, '2026-01-01')], ['2025-12-02', '2026-07-01']],
    [
      'on the day of the next, and not on that of an equal one',
      [weight(40, '2026-01-01'), weight(40, '2026-02-01'), weight(44, '2026-03-01')],
      ['2025-12-02', '2026-03-01', '2026-08-29'],
    ],
    [
      'the days of both in one order',
      [weight(40, '2026-01-01'), observation('8302-2', 150, 'cm', '2026-01-01')],
      ['2025-07-05', '2025-12-02', '2026-07-01', '2027-01-02'],
    ],
  ])('%s', (_, resources, expected) => {
    expect(changes(resources)).toEqual(expected);
  });

  test('where a cut-off search may hide an earlier one, only when that can no longer count', () => {
    const retrieved = { observations: { state: 'partial', reason: 'cut', completeSince: day('2026-02-01') } } as const;
    expect(changes([weight(44, '2026-05-20')], { retrieved })).toEqual(['2026-05-03', '2026-11-17']);
  });

  test('after the screening on the days of those that are dated later', () => {
    const undated = { ...weight(40, '2026-01-01'), effectiveDateTime: undefined };
    const later = [weight(41, '2026-06-02'), observation('8302-2', 150, 'cm', '2026-07')];
    expect(ahead([undated, weight(40, '2026-06-01'), ...later])).toEqual(['2026-06-02', '2026-07-31']);
  });
});
