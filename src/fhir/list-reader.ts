// Which lists are on record (the attestation of a complete medication history is one)?

import { parseMoment } from '../logic/calendar.ts';
import { nameOf } from '../terminology/concept.ts';
import { readConcept } from './concept-reader.ts';
import type { ListEntry } from './entries.ts';
import { textAt } from './json.ts';
import type { Resource } from './record.ts';
import { statusDoesNotCount, type Read, type ReaderContext } from './reader-context.ts';

/** Reads a List; entered-in-error does not count. The title stands in for a missing code. */
export function readList(resource: Resource, context: ReaderContext): Read<ListEntry> {
  const title = textAt(resource, 'title');
  const concept =
    readConcept(resource['code'], context.translate) ??
    (title === undefined ? undefined : { codings: [], text: title });
  if (concept === undefined) return undefined;
  const reference = context.referenceOf(resource);
  const status = textAt(resource, 'status') ?? '';
  if (status === 'entered-in-error') {
    return { ignored: { reference, name: nameOf(concept), why: statusDoesNotCount(resource) } };
  }
  const when = parseMoment(resource['date'], context.zone);
  return { entry: { reference, resource, concept, when, status, mode: textAt(resource, 'mode') ?? '' } };
}
