// What remains of orders of one drug that begin on one day, of more than two, and of administrations?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { corticosteroidsOn, glucocorticoidOrders } from '../../../src/facts/glucocorticoids/orders.ts';
import { settle } from '../../../src/facts/glucocorticoids/pieces.ts';
import { day, recordOf } from '../../builders.ts';
import { at, settled } from './read.ts';
import { administration, ago, daily, order, prednisone, timing, today } from './prednisone.ts';

describe('two orders that begin on one day', () => {
  const from = (milligrams: number, authored: number, end?: number): Json =>
    at(undefined, milligrams, 9, end, { authoredOn: ago(authored) });
  const unreadable = (id: string): Json =>
    order('prednisone tablet', [{ timing: timing(1, 1, 'd', { boundsPeriod: { start: ago(9), end: ago(0) } }) }], {
      authoredOn: ago(9),
      id,
    });

  const steps = order(
    'prednisone tablet',
    [
      { ...daily(60, 9, 6), sequence: 1 },
      { ...daily(10, 5, 0), sequence: 2 },
    ],
    { authoredOn: ago(9), id: 'steps' },
  );

  it.each<readonly [string, readonly Json[], readonly string[]]>([
    [
      'ordered together: the weaker may have replaced the stronger',
      [from(20, 9, 0), from(40, 9, 0)],
      ['9-0?: 40 mg of r2', '9-0: 20 mg of r1', 'overlap'],
    ],
    [
      'ordered together, the weaker without an end',
      [from(20, 9), from(40, 9, 0)],
      ['9-0?: 40 mg of r2', '9-0: 20 mg of r1', 'overlap'],
    ],
    [
      'ordered one after the other: the later order may have replaced the earlier',
      [from(40, 10, 0), from(20, 11, 0)],
      ['9-0?: 20 mg of r2', '9-0: 40 mg of r1', 'overlap'],
    ],
    [
      'ordered one after the other, the later without an end: it replaces the earlier at once',
      [from(20, 11, 0), from(40, 10)],
      ['9-0: 40 mg of r2', 'overlap'],
    ],
    ['of one dose', [from(40, 9, 0), from(40, 9, 0)], ['9-0?: 40 mg of r1', '9-0: 40 mg of r2', 'overlap']],
    [
      'of which one cannot be read, and may be the stronger',
      [from(40, 9, 0), unreadable('x')],
      ['9-0?: unreadable of x', '9-0: 40 mg of r1', 'overlap'],
    ],
    [
      'of which one is the stronger at first',
      [from(40, 9, 0), steps],
      ['9-6?: 60 mg of steps', '5-0?: 10 mg of steps', '9-0: 40 mg of r1', 'overlap'],
    ],
    [
      'that both cannot be read',
      [unreadable('b'), unreadable('a')],
      ['9-0?: unreadable of a', '9-0: unreadable of b', 'overlap'],
    ],
  ])('%s', (_, resources, expected) => {
    expect(settled(resources)).toEqual(expected);
    const record = recordOf(resources);
    const { orders } = glucocorticoidOrders(record, corticosteroidsOn(record, day(today)));
    expect(settle(orders.toReversed())).toEqual(settle(orders));
  });
});

it.each<readonly [string, readonly Json[], readonly string[]]>([
  [
    'three orders of which the first meets both others and the second none',
    [prednisone(40, 30, 0), prednisone(20, 20, 15), prednisone(10, 10, 0)],
    ['30-21: 40 mg of r1', '20-0?: 40 mg of r1', '20-15: 20 mg of r2', '10-0: 10 mg of r3', 'overlap'],
  ],
  [
    'a third order without an end replaces those that it meets',
    [prednisone(40, 30, 0), prednisone(20, 20, 5), prednisone(10, 10)],
    ['30-21: 40 mg of r1', '20-11?: 40 mg of r1', '20-11: 20 mg of r2', '10-0: 10 mg of r3', 'overlap'],
  ],
  [
    'a third order without an end, met after one at another time of day',
    [at('08:00', 40, 30, 0), at('20:00', 20, 20, 0), at('08:00', 10, 10)],
    ['30-11: 40 mg of r1', '20-11: 20 mg of r2', '10-0: 10 mg of r3', 'overlap'],
  ],
  [
    'administrations add up, and never replace each other',
    [
      administration('prednisone', 40, ago(5), 'oral'),
      administration('prednisone', 20, ago(5), 'oral'),
      administration('prednisone', 60, ago(4), 'oral'),
      administration('prednisone', 20, ago(3), 'oral'),
    ],
    ['5-4: 60 mg of r1 r2 r3', '3: 20 mg of r4'],
  ],
  [
    'an administration that may have been sent twice may be one dose or two',
    [40, 40, 20].map((dose) => administration('prednisone', dose, `${ago(5)}T08:15:00+08:00`, 'oral')),
    ['5: 60 mg of r1 r3', '5?: 40 mg of r2'],
  ],
  [
    'equal doses at different times, or of which only the day is known, add up',
    [
      `${ago(5)}T08:15:00+08:00`,
      `${ago(5)}T20:15:00+08:00`,
      ...['T00:00:00+08:00', 'T00:00:00+08:00'].map((at) => ago(3) + at),
    ].map((at) => administration('prednisone', 40, at, 'oral')),
    ['5: 80 mg of r1 r2', '3: 80 mg of r3 r4'],
  ],
  [
    'administrations whose product names the strength of a salt stay apart',
    [5, 5].map((days) =>
      administration('dexamethasone sodium phosphate 4 MG/ML Injection', 3.75, ago(days), 'intravenous'),
    ),
    ['5: 19 mg of r1', '5: 19 mg of r2'],
  ],
  [
    'an order and an administration of one drug stand beside each other',
    [prednisone(40, 9, 0), administration('prednisone', 20, ago(5), 'oral')],
    ['9-0: 40 mg of r1', '5: 20 mg of r2'],
  ],
])('%s', (_, resources, expected) => {
  expect(settled(resources)).toEqual(expected);
});
