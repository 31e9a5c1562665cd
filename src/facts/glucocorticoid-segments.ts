// How much glucocorticoid did the patient take, day by day, as stretches of one dose?

import type { Day } from '../logic/calendar.ts';
import { hull, type Interval } from '../logic/interval.ts';
import type { MedicationSource } from '../fhir/entries.ts';
import type { Piece } from './glucocorticoid-pieces.ts';
import type { BodySize } from './weight.ts';

/** Amounts of one day: mg of prednisone equivalent, mg per kg, and mg per kg without doses that are averaged over two days. */
export type DayAmount = { readonly milligrams: Interval; readonly perKg: Interval; readonly plainPerKg: Interval };

/** One dose on every day from `from` to `to`. The intervals span every reading of what is partial. */
export type Segment = DayAmount & {
  readonly from: Day;
  readonly to: Day;
  readonly weightKnown: boolean;
  readonly pieces: readonly Piece[];
};

/** The least and the most that the record allows are one and the same, so both readings sort the days alike. */
export const isExact = ({ milligrams, perKg, plainPerKg }: Segment): boolean =>
  milligrams.low === milligrams.high && perKg.low === perKg.high && plainPerKg.low === plainPerKg.high;

const nothing: DayAmount = {
  milligrams: { low: 0, high: 0 },
  perKg: { low: 0, high: 0 },
  plainPerKg: { low: 0, high: 0 },
};

/** More than nothing, and nobody knows how much. */
const anyAmount: Interval = { low: 0, high: Infinity, lowOpen: true };
const unreadable: DayAmount = { milligrams: anyAmount, perKg: anyAmount, plainPerKg: anyAmount };

const ranks: readonly MedicationSource[] = ['administration', 'dispense', 'statement', 'request'];

/**
 * Adds the pieces up: of one drug on one day the best source alone (administration, dispense, statement, request), different
 * drugs together; by the weight of that day. Days without any piece are left out.
 */
export function segmentsOf(pieces: readonly Piece[], size: BodySize): readonly Segment[] {
  if (pieces.length === 0) return [];
  const sorted = [...pieces].sort((a, b) => a.from - b.from);
  const first = sorted[0]?.from ?? 0;
  const last = sorted.reduce((latest, piece) => Math.max(latest, piece.to), first);
  const marks = new Set<Day>([first]);
  for (const { from, to } of sorted) marks.add(from).add(to + 1);
  for (const day of size.changes) if (day > first && day <= last) marks.add(day);
  const days = [...marks].sort((a, b) => a - b);

  const segments: Segment[] = [];
  let active: Piece[] = [];
  let next = 0;
  for (const [index, from] of days.entries()) {
    const to = (days[index + 1] ?? last + 1) - 1;
    active = active.filter((piece) => piece.to >= from);
    for (let piece = sorted[next]; piece !== undefined && piece.from <= from; piece = sorted[next]) {
      active.push(piece);
      next += 1;
    }
    if (active.length > 0 && from <= to) segments.push(segmentOf(from, to, [...active], size));
  }
  return segments;
}

function segmentOf(from: Day, to: Day, pieces: readonly Piece[], size: BodySize): Segment {
  const weight = size.kilogramsOn(from);
  const [only, ...others] = pieces;
  // Mostly one order was in force, for certain: there is nothing to add up or to choose from.
  if (only?.sure === true && others.length === 0)
    return { ...amountOf(only, weight.value, size, from), from, to, weightKnown: weight.known, pieces };
  const drugs = Map.groupBy(pieces, (piece) => piece.ingredient);
  let total = nothing;
  for (const ofDrug of drugs.values()) {
    total = add(total, bestSource(ofDrug, (piece) => amountOf(piece, weight.value, size, from)) ?? nothing);
  }
  return { ...total, from, to, weightKnown: weight.known, pieces };
}

/**
 * The best source that says how much. Where it may not cover the day, the next one may hold instead; where its amount cannot be
 * read, the next one's amount stands in.
 */
function bestSource(pieces: readonly Piece[], read: (piece: Piece) => DayAmount): DayAmount | undefined {
  let below: DayAmount | undefined;
  for (const rank of ranks.toReversed()) {
    const own = pieces.filter((piece) => piece.source === rank);
    if (own.length === 0) continue;
    const all = own.map(read);
    const most = all.reduce(add, nothing);
    if (most.milligrams.high === Infinity && below !== undefined && below.milligrams.high > 0) continue;
    const sure = all.filter((_, index) => own[index]?.sure === true);
    if (sure.length > 0) {
      const least = sure.reduce(add, nothing);
      below = each((key) => ({ ...least[key], high: most[key].high }));
    } else {
      const others = below ?? nothing;
      below = each((key) => all.map((amount) => amount[key]).reduce(hull, hull(others[key], most[key])));
    }
  }
  return below;
}

const each = (make: (key: keyof DayAmount) => Interval): DayAmount => ({
  milligrams: make('milligrams'),
  perKg: make('perKg'),
  plainPerKg: make('plainPerKg'),
});

const add = (a: DayAmount, b: DayAmount): DayAmount =>
  each((key) => {
    const [low, high] = [a[key].low + b[key].low, a[key].high + b[key].high];
    const open = low === 0 && (a[key].lowOpen === true || b[key].lowOpen === true);
    return { low, high, ...(open && { lowOpen: true }) };
  });

function amountOf({ dose }: Piece, kilograms: Interval, size: BodySize, day: Day): DayAmount {
  if (dose === undefined) return unreadable;
  const { low, high } = dose.milligrams;
  const surface = dose.per === 'square-metre' ? size.squareMetresOn(day) : { low: 1, high: 1 };
  const { most = { low: Infinity, high: Infinity } } = dose;
  const milligrams =
    dose.per === 'kilogram'
      ? atMost({ low: low * kilograms.low, high: high * kilograms.high }, most)
      : atMost({ low: low * surface.low, high: high * surface.high }, most);
  const perKg =
    dose.per === 'kilogram'
      ? atMost(dose.milligrams, { low: most.low / kilograms.high, high: most.high / kilograms.low })
      : { low: milligrams.low / kilograms.high, high: milligrams.high / kilograms.low };
  return { milligrams, perKg, plainPerKg: dose.averaged ? { low: 0, high: 0 } : perKg };
}

const atMost = (amount: Interval, most: Interval): Interval => ({
  low: Math.min(amount.low, most.low),
  high: Math.min(amount.high, most.high),
});
