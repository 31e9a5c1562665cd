// Does every dosage of a drug come to nothing: a dose of 0, given no times, or a text that says 0 and nothing else?

import type { Lexicon } from '../../terminology/lexicon.ts';
import { asJson, isJson, numberAt, objectAt, objectsAt } from '../json.ts';
import type { Json } from '../record.ts';
import { instructionOf } from './instruction.ts';

const unit =
  '(?:mg|g|ml|mcg|tab(?:let)?s?|tabletten?|tbl|cap(?:sule)?s?|kapseln?|pills?|units?|毫克|克|毫升|片|粒|支)(?![a-z])';
const none = new RegExp(`(?<![\\d.,])0(?:[.,]0+)? ?${unit}|^0(?: ?- ?0){2,3}$`, 'i');
const some = new RegExp(`[1-9]\\d*(?:[.,]\\d+)? ?${unit}|(?<![\\d.,])0?[.,]\\d*[1-9]\\d* ?${unit}`, 'i');

type Says = 'something' | 'nothing' | undefined;

/** What its fields say of a dose or a rate, of a range its end. */
function fieldsSay(dosage: Json): Says {
  let says = fieldsOf(dosage);
  for (const each of objectsAt(dosage, 'doseAndRate')) if (says !== 'something') says = fieldsOf(each) ?? says;
  return says;
}

function fieldsOf({ doseQuantity, dose, rateQuantity, doseRange }: Json): Says {
  let says: Says;
  for (const each of [doseQuantity, dose, rateQuantity, asJson(doseRange)?.['high']]) {
    const value = isJson(each) ? numberAt(each, 'value') : undefined;
    if (value !== undefined && value !== 0) return 'something';
    if (value === 0) says = 'nothing';
  }
  return says;
}

/** `something` and `nothing`: amounts above 0, or only 0; undefined if it names none. */
function saysOf(text: string): Says {
  const plain = text.normalize('NFKC');
  return some.test(plain) ? 'something' : none.test(plain) ? 'nothing' : undefined;
}

function isNothing(dosage: Json, lexicon: Lexicon): boolean {
  const repeat = objectAt(objectAt(dosage, 'timing') ?? {}, 'repeat');
  if (repeat?.['frequency'] === 0 && repeat['frequencyMax'] === undefined) return true;
  const inFields = fieldsSay(dosage);
  if (inFields === 'something') return false;
  const words = lexicon.read(saysOf)(instructionOf(dosage) ?? '');
  return words === 'nothing' || (words === undefined && inFields === 'nothing');
}

/** Whether the dosages of a drug come to nothing, or nothing was handed out; false without any dosage. */
export const comesToNothing = (resource: Json, dosages: readonly Json[], lexicon: Lexicon): boolean =>
  (dosages.length > 0 && dosages.every((each) => isNothing(each, lexicon))) ||
  asJson(resource['quantity'])?.['value'] === 0;
