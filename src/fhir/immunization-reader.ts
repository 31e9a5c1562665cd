// Which vaccinations were really given, and when?

import { parseMoment, type Moment, type TimeZone } from '../logic/calendar.ts';
import { nameOf } from '../terminology/concept.ts';
import { readConcept } from './concept-reader.ts';
import type { ImmunizationEntry } from './entries.ts';
import { textAt } from './json.ts';
import type { Resource } from './record.ts';
import { statusDoesNotCount, type Read, type ReaderContext } from './reader-context.ts';

/** "2026年5月3日", "2026/5/3", "2026.05" -> the days meant; undefined for any other words ("as an infant"). */
function writtenDate(text: string, zone: TimeZone): Moment | undefined {
  const match = /^(\d{4})\s*[年/.-]\s*(?:(\d{1,2})\s*[月/.-]?\s*(?:(\d{1,2})\s*日?)?)?$/.exec(text);
  if (match === null) return parseMoment(text, zone);
  const parts = [match[1], match[2]?.padStart(2, '0'), match[3]?.padStart(2, '0')];
  return parseMoment(parts.filter((part) => part !== undefined).join('-'), zone);
}

/**
 * Reads an Immunization: only `completed` counts. A date written into occurrenceString is read as a date; other words
 * are kept in `whenText`. A vaccination that names no vaccine is kept, because it may have been any.
 */
export function readImmunization(
  resource: Resource,
  context: Pick<ReaderContext, 'zone' | 'translate' | 'referenceOf'>,
): Read<ImmunizationEntry> {
  const concept = readConcept(resource['vaccineCode'], context.translate) ?? { codings: [], text: 'Immunization' };
  const reference = context.referenceOf(resource);
  if (textAt(resource, 'status') !== 'completed') {
    return { ignored: { reference, name: nameOf(concept), why: statusDoesNotCount(resource) } };
  }
  const text = textAt(resource, 'occurrenceString');
  const when =
    parseMoment(resource['occurrenceDateTime'], context.zone) ??
    (text === undefined ? undefined : writtenDate(text, context.zone));
  return { entry: { reference, resource, concept, when, whenText: when === undefined ? text : undefined } };
}
