// Is a dosage taken only when it is needed, by its fields or because its text says so and nothing else?

import type { Lexicon } from '../../terminology/lexicon.ts';
import { instructionOf } from './instruction.ts';
import { objectsAt, textAt } from '../json.ts';
import type { Json } from '../record.ts';
import { inEnglish } from './sig-german.ts';

const amount = String.raw`(?:\d+(?:\.\d+)? ?(?:mg|g|ml|tab(?:let)?s?|cap(?:sule)?s?|毫克|克|毫升|片|粒|支)(?![a-z]))?`;
const route = '(?:po|p\\.o\\.|orally|by mouth|口服)?';
/** A text that says nothing else, but for an amount and a route: "0.2g 必要时服", "take as needed". */
const onlyAsNeeded = new RegExp(
  `^(?:(?:take|use) )?${amount} ?,?，? ?${route} ?,?，? ?(?:only )?(?:prn|p\\.r\\.n\\.?|(?:as|if|when) (?:needed|required)|(?:必要时|按需|需要时)(?:使用|服用|口服|服|用)?) ?${route} ?${amount}[.。]?$`,
  'i',
);

/** Every text of the concept, also the display of a coding without a code, which `readConcept` leaves out beside a text. */
const writtenIn = (concept: Json): readonly (string | undefined)[] => [
  textAt(concept, 'text'),
  ...objectsAt(concept, 'coding').map((coding) => textAt(coding, 'display')),
];

const saysSo = (text: string): boolean => onlyAsNeeded.test(inEnglish(text.toLowerCase()));

type Remembering = Pick<Lexicon, 'read'>;

/** Reads each text anew. */
const each: Remembering = { read: (reader) => reader };

/** A Dosage that is taken only when needed: `asNeeded`, or a text or additional instruction that says so and nothing else. */
export function isOnlyAsNeeded(dosage: Json, lexicon = each): boolean {
  if (dosage['asNeededBoolean'] === true || dosage['asNeededCodeableConcept'] !== undefined) return true;
  const says = lexicon.read(saysSo);
  if (says(instructionOf(dosage) ?? '')) return true;
  return objectsAt(dosage, 'additionalInstruction').some((concept) =>
    writtenIn(concept).some((text) => says(text ?? '')),
  );
}

/** True of a drug whose dosages are all taken only when needed; false without any. */
export const areOnlyAsNeeded = (dosages: readonly Json[], lexicon = each): boolean =>
  dosages.length > 0 && dosages.every((dosage) => isOnlyAsNeeded(dosage, lexicon));
