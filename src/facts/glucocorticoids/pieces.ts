// What remains of each order once overlapping orders of the same drug and source are settled?

import type { Day } from '../../logic/calendar.ts';
import type { DayDose } from '../drugs/dose-days.ts';
import { withoutUntaken } from '../drugs/untaken.ts';
import { joinDays } from './joining.ts';
import type { GlucocorticoidOrder } from './orders.ts';
import type { Piece } from './piece.ts';

export type Settled = { readonly pieces: readonly Piece[]; readonly overlaps: boolean };

/** Where the order still counts: surely before `cut`, perhaps before `end`, not from there on. */
type Limits = { readonly cut: Day; readonly end: Day };
const unlimited: Limits = { cut: Infinity, end: Infinity };

/**
 * Administrations of a day add up. Overlapping orders of one drug, route and source: bounded, at different times of day: both;
 * bounded, without times: the earlier one may have been replaced; otherwise the later one replaces it from its start. Different
 * drugs, and different routes of one drug (a pulse beside tablets), always add.
 */
export function settle(orders: readonly GlucocorticoidOrder[]): Settled {
  const [only] = orders;
  // Mostly there is one order: nothing overlaps it.
  if (only !== undefined && orders.length === 1) return { pieces: piecesOf(only, unlimited), overlaps: false };
  const groups = Map.groupBy(
    orders,
    ({ exposure }) => `${exposure.source} ${exposure.ingredient} ${exposure.route ?? ''}`,
  );
  const pieces: Piece[] = [];
  let overlaps = false;
  for (const group of groups.values()) {
    const settled = group[0]?.exposure.source === 'administration' ? added(group) : settleGroup(group);
    for (const piece of settled.pieces) pieces.push(piece);
    overlaps ||= settled.overlaps;
  }
  return { pieces, overlaps };
}

const added = (group: readonly GlucocorticoidOrder[]): Settled => ({
  pieces: joinDays(group.flatMap((order) => piecesOf(order, unlimited))),
  overlaps: false,
});

const authored = (order: GlucocorticoidOrder): Day => order.exposure.entry.authored?.from ?? order.start.from;

const strongest = (order: GlucocorticoidOrder): number =>
  Math.max(...order.steps.map((step) => step.dose?.milligrams.high ?? Infinity));

/** Earlier first; of two that begin on one day the one ordered first, then the stronger one, which the weaker may replace. */
const inOrder = (a: GlucocorticoidOrder, b: GlucocorticoidOrder): number => {
  const keys = [a.start.from - b.start.from, authored(a) - authored(b), strongest(b) - strongest(a)];
  return keys.find((key) => key !== 0 && !Number.isNaN(key)) ?? (a.exposure.reference < b.exposure.reference ? -1 : 1);
};

function settleGroup(group: readonly GlucocorticoidOrder[]): Settled {
  const sorted = [...group].sort(inOrder);
  let overlaps = false;
  const pieces = sorted.flatMap((order, index) => {
    let limits = unlimited;
    for (const later of sorted.slice(index + 1)) {
      if (later.start.from > order.end.to) break;
      const relation = relationOf(order, later);
      if (relation === 'add') continue;
      overlaps = true;
      limits = {
        cut: Math.min(limits.cut, later.start.from),
        end: relation === 'replace' ? Math.min(limits.end, later.start.to) : limits.end,
      };
    }
    return piecesOf(order, limits);
  });
  return { pieces, overlaps };
}

function relationOf(earlier: GlucocorticoidOrder, later: GlucocorticoidOrder): 'add' | 'either' | 'replace' {
  const [times, laterTimes] = [earlier, later].map((order) => order.steps.flatMap((step) => step.timesOfDay));
  const bounded = earlier.exposure.bounded && later.exposure.bounded;
  if (bounded && times !== undefined && laterTimes !== undefined && times.length > 0 && laterTimes.length > 0) {
    if (!times.some((time) => laterTimes.includes(time))) return 'add';
  }
  const sameDay = earlier.start.from === later.start.from && authored(earlier) === authored(later);
  const contradictory = authored(earlier) > authored(later);
  return bounded || sameDay || contradictory || later.doubt !== undefined ? 'either' : 'replace';
}

function piecesOf(order: GlucocorticoidOrder, { cut, end }: Limits): readonly Piece[] {
  const { ingredient, source, reference, untaken } = order.exposure;
  const pieces: Piece[] = [];
  const put = (from: Day, to: Day, sure: boolean, dose: DayDose | undefined): void => {
    if (from <= to) pieces.push({ from, to, sure, dose, ingredient, source, references: [reference], order });
  };
  const add = (from: Day, to: Day, sure: boolean, dose: DayDose | undefined): void => {
    if (!sure || untaken.length === 0) {
      put(from, to, sure, dose);
      return;
    }
    // What a statement says was not taken may not have been.
    let next = from;
    for (const left of withoutUntaken({ from, to }, untaken)) {
      put(next, left.from - 1, false, dose);
      put(left.from, left.to, true, dose);
      next = left.to + 1;
    }
    put(next, to, false, dose);
  };
  for (const { from, to, dose } of order.steps) {
    const last = Math.min(to.to, end - 1);
    const [sureFrom, sureTo] = [from.to, Math.min(to.from, cut - 1, last)];
    if (order.doubt !== undefined || sureFrom > sureTo) {
      add(from.from, last, false, dose);
      continue;
    }
    add(from.from, sureFrom - 1, false, dose);
    add(sureFrom, sureTo, true, dose);
    add(sureTo + 1, last, false, dose);
  }
  return pieces;
}
