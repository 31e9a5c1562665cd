// Is a dosage taken only when it is needed, by its fields?

import { objectsAt, textAt } from '../json.ts';
import type { Json } from '../record.ts';

/** An additional instruction that says nothing else. */
const onlyAsNeeded =
  /^(?:(?:take|use) )?(?:only )?(?:prn|p\.r\.n\.?|(?:as|if|when) (?:needed|required)|必要时(?:使用|服用|用)?|按需(?:使用|服用)?)\.?$/i;

/** Every text of the concept, also the display of a coding without a code, which `readConcept` leaves out beside a text. */
const writtenIn = (concept: Json): readonly string[] =>
  [textAt(concept, 'text'), ...objectsAt(concept, 'coding').map((coding) => textAt(coding, 'display'))].flatMap(
    (text) => text?.trim() ?? [],
  );

/** A Dosage that is taken only when needed: `asNeeded`, or an additional instruction that says so and nothing else. */
export const isAsNeeded = (dosage: Json): boolean =>
  dosage['asNeededBoolean'] === true ||
  dosage['asNeededCodeableConcept'] !== undefined ||
  objectsAt(dosage, 'additionalInstruction').some((each) => writtenIn(each).some((text) => onlyAsNeeded.test(text)));
