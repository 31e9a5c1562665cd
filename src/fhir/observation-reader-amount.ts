// Which amount, in the measurement's canonical unit, do a number and its unit say?

import { exactly, type Interval } from '../logic/interval.ts';
import { say, type Message } from '../logic/message.ts';
import type { ConverterOf } from '../terminology/converters.ts';
import type { Measurement } from '../terminology/measurement-table.ts';

export type AmountRead =
  | { readonly state: 'amount'; readonly amount: Interval }
  /** In a unit of its own: readable only against a range in the same unit. */
  | { readonly state: 'own-unit'; readonly written: Interval }
  /** Another quantity under the same name (cells per volume instead of per field). */
  | { readonly state: 'apart' }
  | { readonly state: 'unreadable'; readonly why: Message };

const unreadable = (id: string): AmountRead => ({ state: 'unreadable', why: say(id) });

/** Converts an amount with its unit; never a number where the unit is not known or the number cannot be right. */
export function amountOf(
  measurement: Measurement,
  written: Interval,
  units: readonly string[],
  logarithmic: boolean,
  converterOf: ConverterOf,
): AmountRead {
  const { low, high } = written;
  if (!(low >= 0 && low <= high && low < Infinity)) return unreadable('reading.not-a-number');
  const convert = converterOf(measurement, units, logarithmic);
  if (typeof convert !== 'function') return convert.state === 'own-unit' ? { state: 'own-unit', written } : convert;
  const amount = convertedBy(convert, written);
  if (!Number.isFinite(amount.low)) return unreadable('reading.not-a-number');
  const { plausible } = measurement;
  if (plausible !== undefined && !mayLieWithin(amount, plausible)) return unreadable('reading.implausible');
  return { state: 'amount', amount };
}

const mayLieWithin = ({ low, high }: Interval, limits: readonly number[]): boolean =>
  high >= (limits[0] ?? -Infinity) && low <= (limits[1] ?? Infinity);

/** Both ends converted; what is below a limit is not below zero, and what has no end has none in any unit. */
function convertedBy(convert: (value: number) => number, written: Interval): Interval {
  const { low, high, highOpen } = written;
  // By far the most frequent case: a plain number.
  if (low === high && highOpen === undefined) return exactly(convert(low));
  return { ...written, low: highOpen === true ? 0 : convert(low), high: Number.isFinite(high) ? convert(high) : high };
}
