// Which entries of a drug count by their fields, while their words say that it was not taken?

import { textsOf } from '../terminology/concept.ts';
import type { MedicationEntry } from './entries.ts';
import { objectsAt, textAt } from './json.ts';
import { mayBePlacebo, nameSaysHalted, nameSaysNotTaken, saysHeldOrNotTaken, saysNotTaken } from './not-taken.ts';
import { notesOf } from './notes.ts';
import type { Resource } from './record.ts';
import type { ReaderContext } from './reader-context.ts';

/**
 * `not-taken`: the dosage, a note or the reason of the status of an order or a statement says so. `perhaps-given`: only the name does
 * ("prednisone (stopped)"), or it names a placebo too, whatever the entry is. Undefined: nothing of the kind.
 */
export function deniedInWords(
  resource: Resource,
  {
    source,
    status,
    statusReasons,
    concepts,
  }: Pick<MedicationEntry, 'source' | 'status' | 'statusReasons' | 'concepts'>,
  { lexicon }: ReaderContext,
): 'not-taken' | 'perhaps-given' | undefined {
  const names = concepts.flatMap(textsOf);
  if (names.some(lexicon.read(mayBePlacebo))) return 'perhaps-given';
  if (source !== 'request' && source !== 'statement') return undefined;
  const isOrder = source === 'request';
  const denies = lexicon.read(isOrder ? saysHeldOrNotTaken : saysNotTaken);
  const inDosage = objectsAt(resource, isOrder ? 'dosageInstruction' : 'dosage').some((dosage) =>
    denies(textAt(dosage, 'text') ?? textAt(dosage, 'patientInstruction') ?? ''),
  );
  const written = [...notesOf(resource), ...statusReasons.flatMap(textsOf)];
  if (inDosage || written.some(lexicon.read(saysNotTaken))) return 'not-taken';
  const inName = names.some(lexicon.read(status === 'active' ? nameSaysHalted : nameSaysNotTaken));
  return inName ? 'perhaps-given' : undefined;
}
