// What do a result's own range and flags say about it: positive or negative, and is that in conflict with its value?

import type { Interval } from '../logic/interval.ts';
import { say, type Message } from '../logic/message.ts';
import type { Measurement } from '../terminology/measurement-table.ts';
import type { Value } from './observation-value.ts';
import { interpretationOf } from './observation-reader-context.ts';
import { noLimits, type Presence, type Reading } from './reading.ts';
import type { Json } from './record.ts';
import type { ReferenceRange } from './reference-range.ts';

/** Without limits where there is no range. */
type Range = Pick<ReferenceRange, 'lower' | 'upper'>;

const isLimited = ({ lower, upper }: Range): boolean => lower !== undefined || upper !== undefined;

/** The range that is for everybody: the only unlimited one, or several that agree. */
export function forEverybody(ranges: readonly ReferenceRange[]): Range | undefined {
  const [first, ...rest] = ranges;
  if (first === undefined) return undefined;
  if (rest.every((each) => each.lower === first.lower && each.upper === first.upper)) {
    const limited =
      first.otherGroup === true || [first.sex, first.fromAge, first.toAge].some((limit) => limit !== undefined);
    return limited && rest.length === 0 ? undefined : first;
  }
  return undefined;
}

type Flag = Reading['interpretation'];

const isQualitative = ({ kind }: Measurement): boolean => kind === 'presence' || kind === 'both';
const saysFine = (flag: Flag): boolean => flag === 'negative' || flag === 'normal';
const saysAbnormal = (flag: Flag): boolean => flag === 'high' || flag === 'abnormal';

/**
 * Positive or negative where the value itself does not say it: by an explicit flag, by the range of a qualitative test
 * or of a unit of its own (on the limit: weak), and last by a plain normal or abnormal flag.
 */
export function presenceFrom(
  measurement: Measurement,
  value: Value,
  rangeOf: () => Range,
  interpretation: Flag,
): Presence | undefined {
  if (!isQualitative(measurement)) return undefined;
  if (interpretation === 'positive' || interpretation === 'negative') return interpretation;
  if (interpretation === 'indeterminate') return 'weak';
  if (measurement.kind === 'both' && value.amount !== undefined) return undefined;
  const number = value.ownUnit ?? value.amount;
  if (number === undefined) return undefined;
  const range = rangeOf();
  if (isLimited(range)) return presenceBy(number, range);
  if (interpretation === 'normal') return 'negative';
  return saysAbnormal(interpretation) ? 'positive' : undefined;
}

/** What a number says against its own range: beyond it positive, within it negative, on its limit weak. */
function presenceBy(number: Interval, { lower = -Infinity, upper = Infinity }: Range): Presence | undefined {
  if (number.low > upper || number.high < lower) return 'positive';
  if (number.high < upper && number.low > lower) return 'negative';
  if (number.highOpen === true && number.high === upper) return 'negative';
  if (number.low === upper || number.high === lower) return number.low === 0 && lower === 0 ? 'negative' : 'weak';
  return undefined;
}

/** Why a result cannot be used although something was sent; undefined if it can. */
export function whyUnreadable(
  measurement: Measurement,
  value: Value,
  presence: Presence | undefined,
  rangeOf: () => Range,
  interpretation: Flag,
): Message | undefined {
  const contradicted =
    (value.presence === 'negative' && interpretation === 'positive') ||
    (value.presence === 'positive' && interpretation === 'negative') ||
    (isQualitative(measurement) &&
      saysAbnormal(interpretation) &&
      saysNegative(measurement, value, presence, rangeOf)) ||
    (saysFine(interpretation) && byRange(measurement, value, rangeOf) === 'positive') ||
    (interpretation === 'positive' && byRange(measurement, value, rangeOf) === 'negative');
  if (contradicted) return say('reading.flag-contradicts', { value: value.asWritten() });
  if (value.ownUnit !== undefined && presence === undefined)
    return say('reading.no-own-range', { value: value.asWritten() });
  return presence !== undefined && value.amount === undefined && value.presence === undefined
    ? undefined
    : value.unreadable;
}

/**
 * Whether the value says negative by its words, against its own range, or because nothing was measured ("<10"). A viral load is
 * left out: too little of it to be quantified may have been detected all the same.
 */
function saysNegative(
  measurement: Measurement,
  { amount }: Value,
  presence: Presence | undefined,
  rangeOf: () => Range,
): boolean {
  if (presence !== undefined) return presence === 'negative';
  if (amount === undefined || measurement.lessThanIsBelowLimit === true) return false;
  const range = rangeOf();
  return amount.highOpen === true || (isLimited(range) && presenceBy(amount, range) === 'negative');
}

/**
 * What the number of a qualitative test says against its own range, whatever the flag. Viral loads are left out: what is detected and
 * what can be quantified are different questions.
 */
function byRange(measurement: Measurement, { ownUnit, amount }: Value, rangeOf: () => Range): Presence | undefined {
  if (!isQualitative(measurement) || measurement.lessThanIsBelowLimit === true) return undefined;
  const number = ownUnit ?? amount;
  if (number === undefined) return undefined;
  const range = rangeOf();
  return isLimited(range) ? presenceBy(number, range) : undefined;
}

/** A result without a value that is flagged as anything but normal: no evidence, but an older result is not the latest either. */
export const isFlagged = (part: Json): boolean => !['normal', 'negative', undefined].includes(interpretationOf(part));

/** Such a result: all but where it comes from. */
export const flagOnly = {
  asWritten: () => '',
  amount: undefined,
  presence: undefined,
  text: undefined,
  concept: undefined,
  limits: noLimits,
  interpretation: undefined,
  unreadable: say('reading.flag-only'),
} as const;
