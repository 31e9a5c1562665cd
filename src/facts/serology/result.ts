// What does one result of a test for an infection say: positive, negative or neither?

import { isMoreThan, type Interval } from '../../logic/interval.ts';
import { objectAt, objectsAt, textAt } from '../../fhir/json.ts';
import type { Presence, Reading } from '../../fhir/reading.ts';
import { unitsOf } from '../../fhir/reference-range.ts';

/** Said by one antibody or antigen result; undefined if it says nothing that can be read. */
export const presenceSaid = ({ presence }: Reading): Exclude<Presence, 'below-limit'> | undefined =>
  presence === 'below-limit' ? 'weak' : presence;

/**
 * `above`: above the result's own reference, or quantified where no reference came with it. `below-limit`: detected, but too
 * little to be quantified.
 */
export type Load = 'above' | 'not-above' | 'below-limit' | 'weak';

const saysDetected =
  /(?<!not |un|non-?|nicht |nicht)(?:detected|positiv|nachweisbar|nachgewiesen)|(?<!未)检(?:出|测到)(?!限|下限)|阳性/i;

/**
 * Said by one nucleic acid result, against its own reference range or limit of quantification only (copies and international
 * units are never compared with each other). "<20" and "<LLOQ" mean nothing was quantified; of a result that is called positive,
 * high or abnormal all the same, that it was detected.
 * @source spec section 7 E8, "Reference"
 */
export function loadSaid(reading: Reading): Load | undefined {
  const { presence, interpretation, amount } = reading;
  const flagged = interpretation === 'high' || interpretation === 'abnormal';
  if (presence === 'below-limit')
    return flagged || saysDetected.test(reading.asWritten()) ? 'below-limit' : 'not-above';
  if (presence === 'weak') return 'weak';
  const measured =
    amount === undefined || mixesUnits(reading) ? undefined : measuredLoad(amount, reading.limits().upper);
  if (measured === 'above') return presence === 'negative' ? 'weak' : 'above';
  if (measured === 'not-above') return flagged || presence === 'positive' ? 'below-limit' : 'not-above';
  if (amount !== undefined || presence === undefined) return undefined;
  return presence === 'positive' ? 'above' : 'not-above';
}

const inCopies = /cop(?:y|ies)|拷贝/i;
const inUnits = /\bk?\[?iu\]?/i;

/** A result in copies beside a reference range in international units, or the other way round. */
function mixesUnits({ asWritten, resource }: Reading): boolean {
  const written = asWritten();
  const range = objectsAt(resource, 'referenceRange').flatMap((each) => [
    textAt(each, 'text') ?? '',
    ...unitsOf(objectAt(each, 'high') ?? {}),
  ]);
  const says = (pattern: RegExp) => range.some((text) => pattern.test(text));
  return (inCopies.test(written) && says(inUnits)) || (inUnits.test(written) && says(inCopies));
}

function measuredLoad(amount: Interval, reference: number | undefined): 'above' | 'not-above' | undefined {
  const nothingQuantified = amount.low <= 0 && amount.highOpen === true;
  if (nothingQuantified) return 'not-above';
  const above = isMoreThan(amount, reference ?? 0);
  if (above === 'unknown') return undefined;
  return above === 'met' ? 'above' : 'not-above';
}
