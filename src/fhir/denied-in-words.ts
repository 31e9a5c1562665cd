// Which entries of a drug count by their fields, while their words say that it was not taken?

import { textsOf } from '../terminology/concept.ts';
import type { MedicationEntry } from './entries.ts';
import { objectsAt } from './json.ts';
import { isNamedAsOver, isNamedOtherwise } from './named-otherwise.ts';
import { mayBePlacebo, saysHalted, saysHeldOrNotTaken, saysNotTaken } from './not-taken.ts';
import { notesOf } from './notes.ts';
import type { Resource } from './record.ts';
import type { ReaderContext } from './reader-context.ts';
import { instructionOf } from './dosage/instruction.ts';

/**
 * `not-taken`: the dosage, a note or the reason of the status of an order or a statement says so. `named-otherwise`: its name speaks of
 * something else ("azathioprine level", "allergy to …", "prednisone (stopped)"), or, whatever the entry is, it names a placebo too.
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
): 'not-taken' | 'named-otherwise' | undefined {
  const [only, ...others] = concepts;
  // Mostly there is one.
  const names = only !== undefined && others.length === 0 ? textsOf(only) : concepts.flatMap(textsOf);
  if (names.some(lexicon.read(mayBePlacebo))) return 'named-otherwise';
  if (source !== 'request' && source !== 'statement') return undefined;
  const isOrder = source === 'request';
  const goesOn = status === 'active';
  const denies = lexicon.read(goesOn ? saysHalted : isOrder ? saysHeldOrNotTaken : saysNotTaken);
  const inDosage = objectsAt(resource, isOrder ? 'dosageInstruction' : 'dosage').some((dosage) =>
    denies(instructionOf(dosage) ?? ''),
  );
  const written = [...notesOf(resource), ...statusReasons.flatMap(textsOf)];
  if (inDosage || written.some(lexicon.read(goesOn ? saysHalted : saysNotTaken))) return 'not-taken';
  const isOther = lexicon.read(goesOn ? isNamedAsOver : isNamedOtherwise);
  return names.some((name) => isOther(name)) ? 'named-otherwise' : undefined;
}
