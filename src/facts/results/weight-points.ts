// Which weights, or heights, can be used, each on its day?

import type { Day } from '../../logic/calendar.ts';
import { hull, type Interval } from '../../logic/interval.ts';
import type { Reading } from '../../fhir/reading.ts';

export type WeightPoint = { readonly day: Day; readonly value: Interval };

const jumpShare = 0.25;
const jumpDays = 30;
/** How far apart two weights can be and still speak for each other: as long as a weight counts. */
const supportDays = 180;

/** The usable values by day; two versions, earliest and latest, where a date is partial (ARCHITECTURE, law 4). */
export function pointsOf(
  readings: readonly Reading[],
  today: Day,
  plausible: Interval,
): readonly (readonly WeightPoint[])[] {
  const earliest: WeightPoint[] = [];
  const latest: WeightPoint[] = [];
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
function byDay(points: WeightPoint[]): readonly WeightPoint[] {
  points.sort((a, b) => a.day - b.day);
  const days: WeightPoint[] = [];
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
export const withoutJumps = (points: readonly WeightPoint[]): readonly WeightPoint[] =>
  points.some(isBeforeJump) ? points.flatMap((point) => settled(points, point)) : points;

/** True if a weight that follows within the days of a jump cannot be right beside this one. */
function isBeforeJump(point: WeightPoint, index: number, points: readonly WeightPoint[]): boolean {
  for (let next = index + 1; next < points.length; next += 1) {
    const other = points[next];
    if (other === undefined || other.day - point.day > jumpDays) return false;
    if (differ(point, other)) return true;
  }
  return false;
}

/** What remains of a weight beside its rivals. */
function settled(points: readonly WeightPoint[], point: WeightPoint): readonly WeightPoint[] {
  const rivals = near(points, point.day, jumpDays).filter((other) => differ(point, other));
  const support = rivals.map((rival) => supportOf(points, rival) - supportOf(points, point));
  if (support.some((more) => more > 0)) return [];
  const equals = rivals.filter((_, index) => support[index] === 0);
  return [{ day: point.day, value: equals.reduce((sum, rival) => hull(sum, rival.value), point.value) }];
}

/** How many weights, itself among them, speak for a weight. */
const supportOf = (points: readonly WeightPoint[], point: WeightPoint): number =>
  near(points, point.day, supportDays).filter((other) => !differ(point, other)).length;

const near = (points: readonly WeightPoint[], day: Day, days: number): readonly WeightPoint[] =>
  points.slice(lastOn(points, day - days - 1) + 1, lastOn(points, day + days) + 1);

/** The index of the last point on or before a day, -1 if there is none; by halving, since a chart holds many weights. */
export function lastOn(points: readonly WeightPoint[], day: Day): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.day ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function differ(a: WeightPoint, b: WeightPoint): boolean {
  const jump = a.value.high < b.value.low ? b.value.low - a.value.high : a.value.low - b.value.high;
  return jump > jumpShare * (a.day < b.day ? a : b).value.low;
}
