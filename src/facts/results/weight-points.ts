// Which weights, or heights, can be used, each on its day?

import type { Day } from '../../logic/calendar.ts';
import { hull, type Interval } from '../../logic/interval.ts';
import type { Reading } from '../../fhir/reading.ts';

export type Point = { readonly day: Day; readonly value: Interval };

const jumpShare = 0.25;
const jumpDays = 30;
/** How far apart two weights can be and still speak for each other: as long as a weight counts. */
const supportDays = 180;

/** The usable values by day; two versions, earliest and latest, where a date is partial (ARCHITECTURE, law 4). */
export function pointsOf(readings: readonly Reading[], today: Day, plausible: Interval): readonly (readonly Point[])[] {
  const earliest: Point[] = [];
  const latest: Point[] = [];
  let differ = false;
  for (const { status, amount, when, unreadable } of readings) {
    if (status !== 'valid' || amount === undefined || when === undefined || unreadable !== undefined) continue;
    if (!(amount.low >= plausible.low && amount.high <= plausible.high && when.to <= today)) continue;
    earliest.push({ day: when.from, value: amount });
    latest.push({ day: when.to, value: amount });
    differ ||= when.from !== when.to;
  }
  return differ ? [byDay(earliest), byDay(latest)] : [byDay(earliest)];
}

/** In ascending order; of one day's values each may be right. */
function byDay(points: Point[]): readonly Point[] {
  points.sort((a, b) => a.day - b.day);
  const days: Point[] = [];
  for (const point of points) {
    const before = days.at(-1);
    if (before?.day === point.day) days[days.length - 1] = { day: point.day, value: hull(before.value, point.value) };
    else days.push(point);
  }
  return days;
}

/**
 * Two weights within 30 days that differ by more than 25 % cannot both be right. The one that fewer others agree with is
 * rejected; where nothing decides between them, either may be right.
 */
export function withoutJumps(points: readonly Point[]): readonly Point[] {
  const isRival = (point: Point, other: Point): boolean =>
    Math.abs(point.day - other.day) <= jumpDays && differ(point, other);
  if (!points.some((_, index) => hasRivalAfter(points, index))) return points;
  const support = (point: Point): number =>
    points.filter((other) => Math.abs(point.day - other.day) <= supportDays && !differ(point, other)).length;
  return points.flatMap((point) => {
    const rivals = points.filter((other) => isRival(point, other));
    if (rivals.some((rival) => support(rival) > support(point))) return [];
    const equals = rivals.filter((rival) => support(rival) === support(point));
    return [{ day: point.day, value: equals.reduce((sum, rival) => hull(sum, rival.value), point.value) }];
  });
}

/** True if a later point within the days of a jump cannot be right together with this one. */
function hasRivalAfter(points: readonly Point[], index: number): boolean {
  const point = points[index];
  for (let next = index + 1; next < points.length; next += 1) {
    const other = points[next];
    if (point === undefined || other === undefined || other.day - point.day > jumpDays) return false;
    if (differ(point, other)) return true;
  }
  return false;
}

function differ(a: Point, b: Point): boolean {
  const jump = a.value.high < b.value.low ? b.value.low - a.value.high : a.value.low - b.value.high;
  return jump > jumpShare * (a.day < b.day ? a : b).value.low;
}
