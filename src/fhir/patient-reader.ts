// Who is the patient: birth, sex, whether living, whether this record was merged into another?

import { parseMoment, type DayRange, type TimeZone } from '../logic/calendar.ts';
import type { Sex } from './indexed-record.ts';
import { objectsAt, textAt } from './json.ts';
import type { Json, Resource } from './record.ts';

/** Days the birth date can mean; undefined if missing or unreadable. */
export function birthOf(patient: Resource, zone: TimeZone): DayRange | undefined {
  const moment = parseMoment(patient['birthDate'], zone);
  return moment === undefined ? undefined : { from: moment.from, to: moment.to };
}

const sexCodes = new Map<string, Sex>([
  ['f', 'female'],
  ['female', 'female'],
  ['248152002', 'female'],
  ['female-typical', 'female'],
  ['m', 'male'],
  ['male', 'male'],
  ['248153007', 'male'],
  ['male-typical', 'male'],
  ['specified', 'unclear'],
]);

/** Birth sex or sex parameter for clinical use, where an extension states it; codes of US Core, HL7 v3 and SNOMED CT. */
function statedSex(extension: Json): Sex | undefined {
  const url = textAt(extension, 'url') ?? '';
  if (!/birth-?sex|us-core-sex|sex-?(?:parameter-?)?for-?clinical-?use/i.test(url)) return undefined;
  const codings = [
    textAt(extension, 'valueCode'),
    ...objectsAt(extension, 'valueCodeableConcept').flatMap((concept) =>
      objectsAt(concept, 'coding').map((coding) => textAt(coding, 'code')),
    ),
    ...objectsAt(extension, 'extension').map((inner) => statedSex({ ...inner, url })),
  ];
  return codings.flatMap((code) => (code === undefined ? [] : (sexCodes.get(code.toLowerCase()) ?? [])))[0];
}

/** Female or male; unclear when gender is other, unknown or missing, or contradicts a stated birth sex. */
export function sexOf(patient: Resource): Sex {
  const gender = sexCodes.get((textAt(patient, 'gender') ?? '').toLowerCase()) ?? 'unclear';
  const stated = objectsAt(patient, 'extension').flatMap((extension) => statedSex(extension) ?? []);
  return stated.every((sex) => sex === gender) ? gender : 'unclear';
}

/** True for deceasedBoolean true and for any deceasedDateTime. */
export const isDeceased = (patient: Resource): boolean =>
  patient['deceasedBoolean'] === true || textAt(patient, 'deceasedDateTime') !== undefined;

/** True if the record was merged into another: a link of type replaced-by. */
export const isMerged = (patient: Resource): boolean =>
  objectsAt(patient, 'link').some((link) => textAt(link, 'type') === 'replaced-by');
