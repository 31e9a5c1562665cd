// How much glucocorticoid did the patient take, day by day, as stretches of one dose?

import type { Day } from '../../logic/calendar.ts';
import { hull, type Interval } from '../../logic/interval.ts';
import type { MedicationSource } from '../../fhir/entries.ts';
import type { Piece } from './piece.ts';
import type { BodySize } from '../results/weight.ts';

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

const none: Interval = { low: 0, high: 0 };
const nothing: DayAmount = { milligrams: none, perKg: none, plainPerKg: none };

/** More than nothing, and nobody knows how much. */
const anyAmount: Interval = { low: 0, high: Infinity, lowOpen: true };
const unreadable: DayAmount = { milligrams: anyAmount, perKg: anyAmount, plainPerKg: anyAmount };

/** The worst first. */
const ranks: readonly MedicationSource[] = ['request', 'statement', 'dispense', 'administration'];

/**
 * Adds the pieces up: of one drug on one day the best source alone (administration, dispense, statement, request), different
 * drugs together; by the weight of that day. Days without any piece are left out.
 */
export function segmentsOf(pieces: readonly Piece[], size: BodySize): readonly Segment[] {
  const sorted = pieces.length < 2 ? pieces : pieces.toSorted((a, b) => a.from - b.from);
  const marks = marksOf(sorted, size);
  const segments: Segment[] = [];
  let active: readonly Piece[] = [];
  let next = 0;
  for (let index = 0; index < marks.length - 1; index += 1) {
    const from = marks[index] ?? 0;
    const following = marks[index + 1] ?? 0;
    if (from === following) continue;
    if (active.some((piece) => piece.to < from)) active = active.filter((piece) => piece.to >= from);
    const first = next;
    while ((sorted[next]?.from ?? Infinity) <= from) next += 1;
    if (next > first) active = [...active, ...sorted.slice(first, next)];
    if (active.length > 0) segments.push(segmentOf(from, following - 1, active, size));
  }
  return segments;
}

/** Days on which what is in force, or the size of the body, may be another than the day before, in ascending order. */
function marksOf(sorted: readonly Piece[], size: BodySize): readonly Day[] {
  const [only] = sorted;
  if (only === undefined) return [];
  const first = only.from;
  let last = first;
  for (const { to } of sorted) last = Math.max(last, to);
  const marks: Day[] = [first];
  for (const day of size.changes) if (day > first && day <= last) marks.push(day);
  marks.push(last + 1);
  if (sorted.length === 1) return marks;
  for (const { from, to } of sorted) marks.push(from, to + 1);
  return marks.sort((a, b) => a - b);
}

function segmentOf(from: Day, to: Day, pieces: readonly Piece[], size: BodySize): Segment {
  const { value, known } = size.kilogramsOn(from);
  const [only] = pieces;
  // Mostly one order was in force, for certain: there is nothing to add up or to choose from.
  const { milligrams, perKg, plainPerKg } =
    only?.sure === true && pieces.length === 1
      ? amountOf(only, value, size, from)
      : totalOf(pieces, (piece) => amountOf(piece, value, size, from));
  return { milligrams, perKg, plainPerKg, from, to, weightKnown: known, pieces };
}

function totalOf(pieces: readonly Piece[], read: (piece: Piece) => DayAmount): DayAmount {
  let total = nothing;
  for (const ofDrug of Map.groupBy(pieces, (piece) => piece.ingredient).values())
    total = add(total, bestSource(ofDrug, read) ?? nothing);
  return total;
}

/**
 * The best source that says how much. Where it may not cover the day, the next one may hold instead; where its amount cannot be
 * read, the next one's amount stands in.
 */
function bestSource(pieces: readonly Piece[], read: (piece: Piece) => DayAmount): DayAmount | undefined {
  let below: DayAmount | undefined;
  for (const rank of ranks) {
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
  const { per, most } = dose;
  const milligrams = atMost(
    per === undefined
      ? dose.milligrams
      : times(dose.milligrams, per === 'kilogram' ? kilograms : size.squareMetresOn(day)),
    most,
  );
  const perKg =
    per === 'kilogram'
      ? atMost(dose.milligrams, most === undefined ? most : over(most, kilograms))
      : over(milligrams, kilograms);
  return { milligrams, perKg, plainPerKg: dose.averaged ? none : perKg };
}

const times = (a: Interval, b: Interval): Interval => ({ low: a.low * b.low, high: a.high * b.high });

const over = (a: Interval, b: Interval): Interval => ({ low: a.low / b.high, high: a.high / b.low });

const atMost = (amount: Interval, most: Interval | undefined): Interval =>
  most === undefined ? amount : { low: Math.min(amount.low, most.low), high: Math.min(amount.high, most.high) };
