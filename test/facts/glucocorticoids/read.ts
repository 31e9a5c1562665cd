// How are the orders of glucocorticoids that a record holds read and written down in a test?

import type { Json } from '../../../src/fhir/record.ts';
import { corticosteroidsOn, glucocorticoidOrders } from '../../../src/facts/glucocorticoids/orders.ts';
import { settle } from '../../../src/facts/glucocorticoids/pieces.ts';
import { day, recordOf } from '../../builders.ts';
import { orderText, pieceText } from './piece.ts';
import { ago, mg, order, timing, today } from './prednisone.ts';

/** Every order, then what was noted: "r1 budesonide not-systemic". */
export function read(...resources: readonly Json[]): readonly string[] {
  const record = recordOf(resources);
  const { orders, notes } = glucocorticoidOrders(record, corticosteroidsOn(record, day(today)));
  return [
    ...orders.map(orderText),
    ...notes.map(({ exposure, note }) => `${exposure.reference.slice(-2)} ${exposure.ingredient} ${note}`),
  ];
}

export const tenDays = { boundsPeriod: { start: ago(9), end: ago(0) } };
/** From 9 days ago to today. */
export const by = (route: string | undefined, drug: string, milligrams = 60, more: Json = {}): Json =>
  order(drug, [
    {
      timing: timing(1, 1, 'd', tenDays),
      doseAndRate: [mg(milligrams)],
      ...(route !== undefined && { route: { text: route } }),
      ...more,
    },
  ]);

/** Every piece, with the number of its resource alone, and whether orders overlap. */
export function settled(resources: readonly Json[]): readonly string[] {
  const record = recordOf(resources);
  const { orders } = glucocorticoidOrders(record, corticosteroidsOn(record, day(today)));
  const { pieces, overlaps } = settle(orders);
  const text = pieces.map((each) => pieceText(each).replaceAll(/ \w+\//g, ' '));
  return [...text, ...(overlaps ? ['overlap'] : [])];
}

/** An order with a time of day, or without one; without an end it is open. */
export const at = (
  time: string | readonly string[] | undefined,
  milligrams: number,
  from: number,
  to?: number,
  more: Json = {},
): Json =>
  order(
    'prednisone tablet',
    [
      {
        timing: timing(typeof time === 'object' ? time.length : 1, 1, 'd', {
          boundsPeriod: { start: ago(from), ...(to !== undefined && { end: ago(to) }) },
          ...(time !== undefined && { timeOfDay: [time].flat() }),
        }),
        doseAndRate: [mg(milligrams)],
      },
    ],
    { authoredOn: ago(from), ...more },
  );
