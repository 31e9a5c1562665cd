// How does a test ask for one item of SLEDAI-2K?

import type { ItemId } from '../../../src/facts/sledai-2k/items.ts';
import { sledai } from '../../../src/facts/sledai-2k/score.ts';
import type { Attribution } from '../../../src/facts/screening.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { day, recordOf, screeningOn } from '../../builders.ts';

export type Stated = readonly [to: Attribution['to'], date: string];
/** On 2026-06-01, of the thirty days before; attributions are of the same item. */
export const askItem = (id: ItemId, resources: readonly Json[], ...stated: readonly Stated[]) => {
  const attributions = stated.map(([to, date]) => ({ item: id, to, author: 'Dr. Li', date: day(date) }));
  const screening = screeningOn('2026-06-01', { attributions });
  const { items } = sledai(recordOf(resources), screening, { windowDays: 30, arthritisJoints: 2 });
  const found = items.find(({ item }) => item.id === id);
  if (found === undefined) throw new Error(`no item ${id}`);
  const { item: _, on, turns, ...rest } = found;
  return { ...rest, ...(on !== undefined && { on: isoDay(on) }), days: turns.map((turn) => isoDay(turn.on)) };
};
export type Answer = ReturnType<typeof askItem>;
export const nothing: Answer = { state: 'unknown', signed: false, evidence: [], days: [] };
