// What remains of orders of one drug that overlap?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { at, settled } from './read.ts';
import { ago, daily, mg, order, prednisone, timing } from './prednisone.ts';

const between = (start: string, end: string, milligrams = 40, more: Json = {}): Json =>
  order(
    'prednisone tablet',
    [{ timing: timing(1, 1, 'd', { boundsPeriod: { start, end }, ...more }), doseAndRate: [mg(milligrams)] }],
    { authoredOn: '2026-03-01' },
  );
describe('one order', () => {
  it.each<readonly [string, Json, readonly string[]]>([
    ['between two days', prednisone(40, 9, 2), ['9-2: 40 mg of r1']],
    ['that begins some day of May', between('2026-05', ago(0)), ['31-2?: 40 mg of r1', '1-0: 40 mg of r1']],
    ['that ends some day of May', between(ago(45), '2026-05'), ['45-31: 40 mg of r1', '30-1?: 40 mg of r1']],
    ['that begins and ends some day of May', between('2026-05', '2026-05'), ['31-1?: 40 mg of r1']],
    [
      'that begins some day of April and ends some day of May',
      between('2026-04', '2026-05'),
      ['61-33?: 40 mg of r1', '32-31: 40 mg of r1', '30-1?: 40 mg of r1'],
    ],
    [
      'injected nobody says where',
      order('dexamethasone injection', [{ ...daily(6, 9, 2), route: { text: 'injection' } }]),
      ['9-2?: 40 mg of r1'],
    ],
    [
      'in steps',
      order('prednisone tablet', [
        { ...daily(40, 9, 6), sequence: 1 },
        { ...daily(20, 5, 0), sequence: 2 },
      ]),
      ['9-6: 40 mg of r1', '5-0: 20 mg of r1'],
    ],
  ])('%s', (_, resource, expected) => {
    expect(settled([resource])).toEqual(expected);
    // The same beside an order of another drug.
    const beside = order('hydrocortisone tablet', [daily(20, 99, 98)]);
    expect(settled([resource, beside])).toEqual(['99-98: 5 mg of r2', ...expected]);
  });
});

describe('an order that a statement says was not taken', () => {
  const untaken = (from: string, to: string): Json => ({
    resourceType: 'MedicationStatement',
    status: 'not-taken',
    medicationCodeableConcept: { text: 'prednisone tablet' },
    effectivePeriod: { start: from, end: to },
  });
  const all = prednisone(40, 20, 0);
  it.each<readonly [string, Json, Json, readonly string[]]>([
    ['on all of its days', all, untaken(ago(20), ago(0)), ['20-0?: 40 mg of r1']],
    ['on other days', all, untaken(ago(40), ago(21)), ['20-0: 40 mg of r1']],
    ['at first', all, untaken(ago(20), ago(15)), ['20-15?: 40 mg of r1', '14-0: 40 mg of r1']],
    ['at last', all, untaken(ago(9), ago(0)), ['20-10: 40 mg of r1', '9-0?: 40 mg of r1']],
    ['in between', all, untaken(ago(10), ago(5)), ['20-11: 40 mg of r1', '10-5?: 40 mg of r1', '4-0: 40 mg of r1']],
    [
      'on its last day, and that begins some day of May',
      between('2026-05', ago(0)),
      untaken(ago(0), ago(0)),
      ['31-2?: 40 mg of r1', '1: 40 mg of r1', '0?: 40 mg of r1'],
    ],
  ])('%s', (_, resource, statement, expected) => {
    expect(settled([resource, statement])).toEqual(expected);
  });
});

describe('two orders', () => {
  it.each<readonly [string, readonly Json[], readonly string[]]>([
    [
      'that follow each other',
      [prednisone(40, 20, 10), prednisone(20, 9, 0)],
      ['20-10: 40 mg of r1', '9-0: 20 mg of r2'],
    ],
    [
      'that share a day: the earlier may have been replaced',
      [prednisone(40, 20, 9), prednisone(20, 9, 0)],
      ['20-10: 40 mg of r1', '9?: 40 mg of r1', '9-0: 20 mg of r2', 'overlap'],
    ],
    [
      'that overlap, both bounded: the earlier may have been replaced',
      [prednisone(40, 20, 5), prednisone(20, 9, 0)],
      ['20-10: 40 mg of r1', '9-5?: 40 mg of r1', '9-0: 20 mg of r2', 'overlap'],
    ],
    [
      'at different times of day add',
      [at('08:00', 40, 20, 5), at('20:00', 20, 9, 0)],
      ['20-5: 40 mg of r1', '9-0: 20 mg of r2'],
    ],
    [
      'at one and the same time of day do not add',
      [at('08:00', 40, 20, 5), at('08:00', 20, 9, 0)],
      ['20-10: 40 mg of r1', '9-5?: 40 mg of r1', '9-0: 20 mg of r2', 'overlap'],
    ],
    [
      'of which one is taken twice a day and the other at one of these times do not add',
      [at(['08:00', '20:00'], 40, 20, 5), at('20:00', 20, 9, 0)],
      ['20-10: 80 mg of r1', '9-5?: 80 mg of r1', '9-0: 20 mg of r2', 'overlap'],
    ],
    [
      'of which only the earlier has a time of day do not add',
      [at('08:00', 40, 20, 5), at(undefined, 20, 9, 0)],
      ['20-10: 40 mg of r1', '9-5?: 40 mg of r1', '9-0: 20 mg of r2', 'overlap'],
    ],
    [
      'of which only the later has a time of day do not add',
      [at(undefined, 40, 20, 5), at('08:00', 20, 9, 0)],
      ['20-10: 40 mg of r1', '9-5?: 40 mg of r1', '9-0: 20 mg of r2', 'overlap'],
    ],
    [
      'of which the later has no end: it replaces the earlier, whatever the times of day',
      [at('08:00', 40, 20, 5), at('20:00', 20, 9)],
      ['20-10: 40 mg of r1', '9-0: 20 mg of r2', 'overlap'],
    ],
    [
      'without an end: the earlier ends before the later',
      [prednisone(40, 20), prednisone(20, 9)],
      ['20-10: 40 mg of r1', '9-0: 20 mg of r2'],
    ],
    [
      'of which the later, without an end, begins some day of May',
      [
        between(ago(45), ago(0)),
        order(
          'prednisone tablet',
          [{ timing: timing(1, 1, 'd', { boundsPeriod: { start: '2026-05' } }), doseAndRate: [mg(20)] }],
          { authoredOn: ago(31) },
        ),
      ],
      ['45-32: 40 mg of r1', '31-2?: 40 mg of r1', '31-2?: 20 mg of r2', '1-0: 20 mg of r2', 'overlap'],
    ],
    [
      'of which the later has no end, and was ordered first: nobody knows which holds',
      [at(undefined, 40, 20, 5, { authoredOn: ago(4) }), at(undefined, 20, 9)],
      ['20-10: 40 mg of r1', '9-5?: 40 mg of r1', '9-0: 20 mg of r2', 'overlap'],
    ],
    [
      'of which the later has no end, both ordered on one day',
      [at(undefined, 40, 20, 5, { authoredOn: ago(30) }), at(undefined, 20, 9, undefined, { authoredOn: ago(30) })],
      ['20-10: 40 mg of r1', '9-0: 20 mg of r2', 'overlap'],
    ],
    [
      'of which the later has no end and may be local',
      [
        order('dexamethasone', [{ ...daily(6, 20, 5), route: undefined }], { authoredOn: ago(20) }),
        order('dexamethasone', [{ ...daily(3, 9), route: undefined }], { authoredOn: ago(9) }),
      ],
      ['20-5?: 40 mg of r1', '9-0?: 20 mg of r2', 'overlap'],
    ],
    [
      'that do not say when they were ordered: each on its first day',
      [order('prednisone tablet', [daily(40, 20, 5)]), order('prednisone tablet', [daily(20, 9)])],
      ['20-10: 40 mg of r1', '9-0: 20 mg of r2', 'overlap'],
    ],
    [
      'by different routes add',
      [prednisone(40, 20, 5), order('prednisone', [{ ...daily(500, 9, 7), route: { text: 'intravenous' } }])],
      ['20-5: 40 mg of r1', '9-7: 500 mg of r2'],
    ],
    [
      'of different drugs add',
      [prednisone(40, 20, 5), order('prednisolone tablet', [daily(20, 9, 0)])],
      ['20-5: 40 mg of r1', '9-0: 20 mg of r2'],
    ],
  ])('%s', (_, resources, expected) => {
    expect(settled(resources)).toEqual(expected);
  });
});
