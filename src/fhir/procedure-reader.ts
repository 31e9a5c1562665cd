// Which procedures were carried out or are under way, and when?

import { nameOf, type Concept } from '../terminology/concept.ts';
import { conceptsAt, readConcept } from './concept-reader.ts';
import type { ProcedureEntry } from './entries.ts';
import { objectAt, objectsAt, textAt } from './json.ts';
import type { Resource } from './record.ts';
import { statusDoesNotCount, type Read, type ReaderContext } from './reader-context.ts';

/** Why something was done: reasonCode, and the code of a Condition that reasonReference names. */
export function reasonsOf(resource: Resource, context: ReaderContext): readonly Concept[] {
  const reasons = [...conceptsAt(resource, 'reasonCode', context.translate)];
  for (const reference of objectsAt(resource, 'reasonReference')) {
    const display = textAt(reference, 'display');
    const target = context.resolve(reference, resource);
    const concept = target === undefined ? undefined : readConcept(target['code'], context.translate);
    if (concept !== undefined) reasons.push(concept);
    else if (display !== undefined) reasons.push({ codings: [], text: display });
  }
  return reasons;
}

const refused: ReadonlySet<string> = new Set('not-done entered-in-error preparation on-hold'.split(' '));

/** How a procedure stands by its status. Without one, or with one that FHIR does not know, it may have been carried out. */
function standingOf(status: string | undefined): ProcedureEntry['status'] | undefined {
  const stated = status?.toLowerCase() ?? '';
  if (stated === 'completed' || stated === 'in-progress') return stated;
  return refused.has(stated) ? undefined : 'begun';
}

/** Reads a Procedure: only completed and in-progress prove anything; one that was begun raises a question. */
export function readProcedure(resource: Resource, context: ReaderContext): Read<ProcedureEntry> {
  const concept = readConcept(resource['code'], context.translate);
  if (concept === undefined) return undefined;
  const reference = context.referenceOf(resource);
  const status = standingOf(textAt(resource, 'status'));
  if (status === undefined) {
    return { ignored: { reference, name: nameOf(concept), concept, why: statusDoesNotCount(resource) } };
  }
  const period = objectAt(resource, 'performedPeriod');
  const { momentOf } = context;
  const point = momentOf(resource['performedDateTime']) ?? momentOf(resource['performedString']);
  const [start, end] = [momentOf(period?.['start']), momentOf(period?.['end'])];
  const underWay = status === 'in-progress';
  return {
    entry: {
      reference,
      resource,
      concept,
      status,
      // What is under way began before its end, nobody says when; the one moment given for it is when it began.
      performed: point ?? start ?? (underWay ? undefined : end),
      ended: underWay ? end : (point ?? end),
      reasons: reasonsOf(resource, context),
    },
  };
}
