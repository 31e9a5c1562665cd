// What does one result of a test for an infection say: positive, negative or neither?

import { atLeastAbout, isMoreThan, type Interval } from '../logic/interval.ts';
import { objectAt, objectsAt, textAt } from '../fhir/json.ts';
import type { Presence, Reading } from '../fhir/reading.ts';
import { unitsOf } from '../fhir/reference-range.ts';

/** Said by one antibody or antigen result; undefined if it says nothing that can be read. */
export function presenceSaid(reading: Reading): Exclude<Presence, 'below-limit'> | undefined {
  const { presence, interpretation, amount, upper } = reading;
  if (presence !== undefined) return presence === 'below-limit' ? 'weak' : presence;
  if (interpretation === 'positive' || interpretation === 'negative') return interpretation;
  if (interpretation === 'indeterminate') return 'weak';
  if (amount !== undefined && upper !== undefined) return besideCutOff(amount, upper);
  if (interpretation === 'normal') return 'negative';
  return interpretation === 'high' || interpretation === 'abnormal' ? 'positive' : undefined;
}

/** A signal beside its own cut-off: above is positive, below negative, at the cut-off itself weak. */
function besideCutOff(amount: Interval, cutOff: number): 'positive' | 'negative' | 'weak' | undefined {
  const above = isMoreThan(amount, cutOff);
  if (above === 'met') return 'positive';
  if (above !== 'not-met') return undefined;
  const atCutOff = amount.highOpen !== true && atLeastAbout(amount.high, cutOff);
  return atCutOff ? 'weak' : 'negative';
}

/**
 * `above`: above the result's own reference, or quantified where no reference came with it. `below-limit`: detected, but too
 * little to be quantified.
 */
export type Load = 'above' | 'not-above' | 'below-limit' | 'weak';

const saysDetected = /(?<!not |un|non-?)(?:detected|positive)|(?<!未)检(?:出|测到)(?!限|下限)|阳性/i;

/**
 * Said by one nucleic acid result, against its own reference range or limit of quantification only (copies and international
 * units are never compared with each other). "<20" and "<LLOQ" mean nothing was quantified.
 * @source spec section 7 E8, "Reference"
 */
export function loadSaid(reading: Reading): Load | undefined {
  const { presence, interpretation, amount, upper } = reading;
  if (presence === 'below-limit') return saysDetected.test(reading.asWritten) ? 'below-limit' : 'not-above';
  if (presence === 'weak' || interpretation === 'indeterminate') return 'weak';
  const measured = amount === undefined || mixesUnits(reading) ? undefined : measuredLoad(amount, upper);
  const said = presence ?? interpretation;
  if (measured !== undefined) return measured === 'above' && said === 'negative' ? 'weak' : measured;
  if (amount !== undefined) return undefined;
  if (said === 'positive' || said === 'high' || said === 'abnormal') return 'above';
  return said === 'negative' || said === 'normal' ? 'not-above' : undefined;
}

const inCopies = /cop(?:y|ies)|拷贝/i;
const inUnits = /\bk?\[?iu\]?/i;

/** A result in copies beside a reference range in international units, or the other way round. */
function mixesUnits({ asWritten, resource }: Reading): boolean {
  const range = objectsAt(resource, 'referenceRange').flatMap((each) => [
    textAt(each, 'text') ?? '',
    ...unitsOf(objectAt(each, 'high') ?? {}),
  ]);
  const says = (pattern: RegExp) => range.some((text) => pattern.test(text));
  return (inCopies.test(asWritten) && says(inUnits)) || (inUnits.test(asWritten) && says(inCopies));
}

function measuredLoad(amount: Interval, reference: number | undefined): 'above' | 'not-above' | undefined {
  const nothingQuantified = amount.low <= 0 && (amount.highOpen === true || amount.high <= 0);
  if (nothingQuantified) return 'not-above';
  const above = isMoreThan(amount, reference ?? 0);
  if (above === 'unknown') return undefined;
  return above === 'met' ? 'above' : 'not-above';
}
