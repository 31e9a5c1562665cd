// Which vaccinations were really given, and when?

import { parseMoment } from '../logic/calendar.ts';
import { nameOf } from '../terminology/concept.ts';
import { readConcept } from './concept-reader.ts';
import type { ImmunizationEntry } from './entries.ts';
import { textAt } from './json.ts';
import { writtenDate } from './life-time.ts';
import type { Resource } from './record.ts';
import { statusDoesNotCount, type Read, type ReaderContext } from './reader-context.ts';

/**
 * Reads an Immunization: only `completed` counts; without a status, or with one that FHIR does not know, it may
 * have been given. A date written into occurrenceString is read as a date; other words
 * are kept in `whenText`. A vaccination that names no vaccine is kept, because it may have been any.
 */
export function readImmunization(
  resource: Resource,
  context: Pick<ReaderContext, 'zone' | 'translate' | 'referenceOf'>,
): Read<ImmunizationEntry> {
  const concept = readConcept(resource['vaccineCode'], context.translate) ?? { codings: [], text: 'Immunization' };
  const reference = context.referenceOf(resource);
  const status = (textAt(resource, 'status') ?? '').toLowerCase();
  if (status === 'not-done' || status === 'entered-in-error') {
    return { ignored: { reference, name: nameOf(concept), why: statusDoesNotCount(resource) } };
  }
  const text = textAt(resource, 'occurrenceString');
  const when =
    parseMoment(resource['occurrenceDateTime'], context.zone) ??
    (text === undefined ? undefined : writtenDate(text, context.zone));
  const whenText = when === undefined ? text : undefined;
  return { entry: { reference, resource, concept, when, whenText, sure: status === 'completed' } };
}
