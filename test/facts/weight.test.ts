import { describe, expect, test } from 'vitest';
import { bodySizeOf } from '../../src/facts/weight.ts';
import type { Json } from '../../src/fhir/record.ts';
import { day, observation, recordOf, screeningOn, type RecordOptions } from '../builders.ts';
import { weight } from './prednisone.ts';

const size = (resources: readonly Json[], options: RecordOptions = {}) =>
  bodySizeOf(recordOf(resources, options), screeningOn('2026-06-01'));
const kg = (on: string, resources: readonly Json[], options: RecordOptions = {}) => {
  const { value, known } = size(resources, options).kilogramsOn(day(on));
  return known ? value : 'unknown';
};
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
    ['after the screening', weight(40, '2026-06-02')],
  ])('%s does not count', (_, sent) => {
    expect(kg('2026-01-02', [sent])).toBe('unknown');
  });

  test('a jump that other weights contradict is rejected', () => {
    const weights = [weight(40, '2026-01-01'), weight(88, '2026-01-20'), weight(41, '2026-02-10')];
    expect(kg('2026-01-25', weights)).toEqual(exactly(40));
  });

  test('of two weights that contradict each other either may be right', () => {
    expect(kg('2026-01-25', [weight(40, '2026-01-01'), weight(88, '2026-01-20')])).toEqual({ low: 40, high: 88 });
  });

  test('a gain of 25 % within 30 days is possible', () => {
    expect(kg('2026-01-25', [weight(40, '2026-01-01'), weight(50, '2026-01-20')])).toEqual(exactly(50));
  });

  test('a partial date is read at both ends', () => {
    const weights = [weight(40, '2026-01-01'), weight(44, '2026-03')];
    expect(kg('2026-03-15', weights)).toEqual({ low: 40, high: 44 });
    expect(kg('2026-04-01', weights)).toEqual(exactly(44));
  });

  test('what a cut-off search may hide is not known', () => {
    const retrieved = { observations: { state: 'partial', reason: 'cut', completeSince: day('2026-02-01') } } as const;
    const weights = [weight(40, '2026-01-01'), weight(44, '2026-03-01')];
    expect(kg('2026-01-15', weights, { retrieved })).toBe('unknown');
    expect(kg('2026-03-15', weights, { retrieved })).toEqual(exactly(44));
  });
});

test('body surface by Mosteller', () => {
  const resources = [weight(30, '2026-01-01'), observation('8302-2', 120, 'cm', '2026-01-01')];
  expect(size(resources).squareMetresOn(day('2026-01-02')).low).toBeCloseTo(1, 9);
});
