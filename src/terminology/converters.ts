// How does a number in a written unit become the canonical unit of a measurement, or why can it not?

import { say, type Message } from '../logic/message.ts';
import type { Measurement } from './measurement-table.ts';
import { conversionOf, unitOf } from './units.ts';

export type Converter =
  | ((value: number) => number)
  /** In a unit of its own: readable only against a range in the same unit. */
  | { readonly state: 'own-unit' }
  /** Another quantity under the same name (cells per volume instead of per field). */
  | { readonly state: 'apart' }
  | { readonly state: 'unreadable'; readonly why: Message };

const unreadable = (id: string, unit = ''): Converter => ({
  state: 'unreadable',
  why: say(id, unit === '' ? {} : { unit }),
});

/**
 * How one number of the written unit becomes canonical, or why it cannot.
 * @param units the spellings that came with the number: none, one, or a code and a printed form that must agree.
 * @param logarithmic the term says that its results are decadic logarithms.
 */
export function converterOf(measurement: Measurement, units: readonly string[], logarithmic: boolean): Converter {
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

function withoutUnit(measurement: Measurement, logarithmic: boolean): Converter {
  if (logarithmic) return (value) => 10 ** value;
  if (measurement.noUnit === 'as is') return (value) => value;
  if (measurement.noUnit === 'percent') return (value) => (value <= 1 ? value * 100 : value);
  return measurement.anyUnit === true ? { state: 'own-unit' } : unreadable('reading.no-unit');
}

function foreign(measurement: Measurement, units: readonly string[], logarithmic: boolean): Converter {
  const isPlainLog = units.some((unit) => /^\{?(log|lg)(10)?\}?$/i.test(unit.trim()));
  if (isPlainLog || (logarithmic && units.every((unit) => unit === '1'))) return (value) => 10 ** value;
  return measurement.anyUnit === true ? { state: 'own-unit' } : unreadable('reading.unknown-unit', units.join(', '));
}
