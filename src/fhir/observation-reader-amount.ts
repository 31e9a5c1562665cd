// Which amount, in the measurement's canonical unit, do a number and its unit say?

import { exactly, type Interval } from '../logic/interval.ts';
import { say, type Message } from '../logic/message.ts';
import type { Measurement } from '../terminology/measurement-table.ts';
import { conversionOf, unitOf } from '../terminology/units.ts';

export type Amount =
  | { readonly state: 'amount'; readonly amount: Interval }
  /** In a unit of its own: readable only against a range in the same unit. */
  | { readonly state: 'own-unit'; readonly written: Interval }
  /** Another quantity under the same name (cells per volume instead of per field). */
  | { readonly state: 'apart' }
  | { readonly state: 'unreadable'; readonly why: Message };

const unreadable = (id: string, unit = ''): Amount => ({
  state: 'unreadable',
  why: say(id, unit === '' ? {} : { unit }),
});

/** How one number of the written unit becomes canonical; undefined if the unit cannot be converted. */
export function converterOf(
  measurement: Measurement,
  units: readonly string[],
  logarithmic: boolean,
): ((value: number) => number) | Amount {
  if (units.length === 0) return withoutUnit(measurement, logarithmic);
  const conversions = units.map((unit) => conversionOf(measurement, unit));
  if (conversions.some(({ state }) => state === 'apart')) return { state: 'apart' };
  const known = conversions.filter((each) => each.state === 'known');
  const [first, other] = known;
  if (first === undefined) return foreign(measurement, units, logarithmic);
  if (other !== undefined && other.toCanonical(1) !== first.toCanonical(1))
    return unreadable('reading.units-disagree', units.join(', '));
  const elsewhere = units.find(
    (unit) => unitOf(unit) !== undefined && conversionOf(measurement, unit).state === 'unknown',
  );
  if (elsewhere !== undefined) return unreadable('reading.units-disagree', units.join(', '));
  if (logarithmic && !first.unit.startsWith('{Log')) return unreadable('reading.log-or-not', units.join(', '));
  return first.toCanonical;
}

export type ConverterOf = typeof converterOf;

/** `converterOf` that works each unit of a measurement out once. One is made per record. */
export function rememberingConverterOf(): ConverterOf {
  const known = new Map<Measurement, Map<string, ReturnType<ConverterOf>>>();
  return (measurement, units, logarithmic) => {
    const written = units.length === 1 ? (units[0] ?? '') : units.join('\n');
    const key = logarithmic ? `log\n${written}` : written;
    let ofMeasurement = known.get(measurement);
    if (ofMeasurement === undefined) known.set(measurement, (ofMeasurement = new Map()));
    let converter = ofMeasurement.get(key);
    if (converter === undefined) ofMeasurement.set(key, (converter = converterOf(measurement, units, logarithmic)));
    return converter;
  };
}

function withoutUnit(measurement: Measurement, logarithmic: boolean): ((value: number) => number) | Amount {
  if (logarithmic) return (value) => 10 ** value;
  if (measurement.noUnit === 'as is') return (value) => value;
  if (measurement.noUnit === 'percent') return (value) => (value <= 1 ? value * 100 : value);
  return measurement.anyUnit === true ? { state: 'own-unit', written: exactly(0) } : unreadable('reading.no-unit');
}

function foreign(
  measurement: Measurement,
  units: readonly string[],
  logarithmic: boolean,
): ((value: number) => number) | Amount {
  const isPlainLog = units.some((unit) => /^\{?(log|lg)(10)?\}?$/i.test(unit.trim()));
  if (isPlainLog || (logarithmic && units.every((unit) => unit === '1'))) return (value) => 10 ** value;
  return measurement.anyUnit === true
    ? { state: 'own-unit', written: exactly(0) }
    : unreadable('reading.unknown-unit', units.join(', '));
}

/** Converts an amount with its unit; never a number where the unit is not known or the number cannot be right. */
export function amountOf(
  measurement: Measurement,
  written: Interval,
  units: readonly string[],
  logarithmic: boolean,
  converter: ConverterOf,
): Amount {
  const { low, high } = written;
  if (
    Number.isNaN(low) ||
    Number.isNaN(high) ||
    low > high ||
    low < 0 ||
    !(Number.isFinite(low) || Number.isFinite(high))
  )
    return unreadable('reading.not-a-number');
  const convert = converter(measurement, units, logarithmic);
  if (typeof convert !== 'function') return convert.state === 'own-unit' ? { state: 'own-unit', written } : convert;
  const comparator = written.highOpen === true && low === 0;
  const amount = { ...written, low: comparator ? 0 : convert(low), high: Number.isFinite(high) ? convert(high) : high };
  if (!Number.isFinite(amount.low) || Number.isNaN(amount.high) || amount.low > amount.high)
    return unreadable('reading.not-a-number');
  const [least = -Infinity, most = Infinity] = measurement.plausible ?? [];
  if (amount.high < least || amount.low > most) return unreadable('reading.implausible');
  return { state: 'amount', amount };
}
