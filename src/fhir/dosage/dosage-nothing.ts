// Does every dosage of a drug come to nothing: a dose of 0, given no times, or a text that says 0 and nothing else?

import type { Lexicon } from '../../terminology/lexicon.ts';
import { isJson, numberAt, objectAt, objectsAt, textAt } from '../json.ts';
import type { Json } from '../record.ts';

const unit =
  '(?:mg|g|ml|mcg|tab(?:let)?s?|tabletten?|tbl|cap(?:sule)?s?|kapseln?|pills?|units?|毫克|克|毫升|片|粒|支)(?![a-z])';
const none = new RegExp(`(?<![\\d.,])0(?:[.,]0+)? ?${unit}|^0(?: ?- ?0){2,3}$`, 'i');
const some = new RegExp(`[1-9]\\d*(?:[.,]\\d+)? ?${unit}|(?<![\\d.,])0?[.,]\\d*[1-9]\\d* ?${unit}`, 'i');

const fields = ['doseQuantity', 'dose', 'rateQuantity'] as const;

/** The numbers that its fields give for a dose or a rate, of a range the highest. */
const numbersIn = (dosage: Json): readonly number[] =>
  [...objectsAt(dosage, 'doseAndRate'), dosage].flatMap((each) => [
    ...fields.flatMap((key) => numberOf(each[key])),
    ...numberOf(objectAt(each, 'doseRange')?.['high']),
  ]);

const numberOf = (quantity: unknown): readonly number[] => {
  const value = isJson(quantity) ? numberAt(quantity, 'value') : undefined;
  return value === undefined ? [] : [value];
};

/** `something` and `nothing`: amounts above 0, or only 0; undefined if it names none. */
function saysOf(text: string): 'something' | 'nothing' | undefined {
  const plain = text.normalize('NFKC');
  return some.test(plain) ? 'something' : none.test(plain) ? 'nothing' : undefined;
}

function isNothing(dosage: Json, lexicon: Lexicon): boolean {
  const repeat = objectAt(objectAt(dosage, 'timing') ?? {}, 'repeat');
  if (repeat?.['frequency'] === 0 && repeat['frequencyMax'] === undefined) return true;
  const numbers = numbersIn(dosage);
  if (numbers.some((each) => each !== 0)) return false;
  const words = lexicon.read(saysOf)(textAt(dosage, 'text') ?? textAt(dosage, 'patientInstruction') ?? '');
  return words === 'nothing' || (words === undefined && numbers.length > 0);
}

/** Whether the dosages of a drug come to nothing, or nothing was handed out; false without any dosage. */
export const comesToNothing = (resource: Json, dosages: readonly Json[], lexicon: Lexicon): boolean =>
  (dosages.length > 0 && dosages.every((each) => isNothing(each, lexicon))) || numberOf(resource['quantity'])[0] === 0;
