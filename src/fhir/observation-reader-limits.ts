// Which limits belong to a result, in the unit in which it is read?

import { lazy } from '../logic/lazy.ts';
import type { Measurement } from '../terminology/measurement-table.ts';
import { forEverybody } from './observation-reader-flags.ts';
import type { Value } from './observation-value.ts';
import type { ReaderContext } from './reader-context.ts';
import { noLimits, type Reading, type Limits } from './reading.ts';
import type { Json } from './record.ts';
import { readReferenceRanges, type ReferenceRange } from './reference-range.ts';

/** The limits that were sent with a result, put together when they are first asked for. */
export const limitsOf = (
  part: Json,
  measurement: Measurement,
  value: Value,
  logarithmic: boolean,
  context: ReaderContext,
): Reading['limits'] =>
  part['referenceRange'] === undefined
    ? noLimits
    : lazy(() => limitsAmong(readReferenceRanges(part, toCanonical(measurement, value, logarithmic, context))));

function limitsAmong(ranges: readonly ReferenceRange[]): Limits {
  const own = forEverybody(ranges);
  return { lower: own?.lower, upper: own?.upper, ranges };
}

/** Reference limits are in their own unit, or in the unit of the result; beside a result in a unit of its own they stay as written. */
function toCanonical(measurement: Measurement, value: Value, logarithmic: boolean, { lexicon }: ReaderContext) {
  return (limit: number, sent: readonly string[]): number | undefined => {
    if (value.ownUnit !== undefined) return mayBeSameUnit(sent, value.units) ? limit : undefined;
    const convert = lexicon.converterOf(measurement, sent.length > 0 ? sent : value.units, logarithmic);
    return typeof convert === 'function' ? convert(limit) : undefined;
  };
}

/** Whether two lists of units share one ("S/CO", "s/co"), or one of them says none: a result and its own range are of one test. */
function mayBeSameUnit(one: readonly string[], other: readonly string[]): boolean {
  const plain = other.map((unit) => unit.toLowerCase());
  return one.length === 0 || plain.length === 0 || one.some((unit) => plain.includes(unit.toLowerCase()));
}
