// Which letters beside or behind the German code of a diagnosis say how sure it is?

import { asJson, asText, objectAt, objectsAt, textAt } from './json.ts';
import type { Json, Resource } from './record.ts';

const certaintyUrl = 'http://fhir.de/StructureDefinition/icd-10-gm-diagnosesicherheit';

/** "C91.00V", "C91.00 V L": older systems write the letter, and then the side, behind the code itself. */
const letterBehind = /^[A-Z]\d\d(?:\.\d{1,2}-?)?[+*!†]?\s*([AGVZ])\s*[BLR]?$/i;
const germanSystem = /icd-?10-?gm/i;

const none: readonly string[] = [];

/** The letters as capitals: in the extension of a code, of all codes or of the diagnosis, or behind the code; mostly none. */
export function certaintyLetters(resource: Resource): readonly string[] {
  const code = objectAt(resource, 'code');
  if (code === undefined) return none;
  const codings = objectsAt(code, 'coding');
  const beside = [...codings, code, resource].flatMap((each) =>
    each['extension'] === undefined ? none : objectsAt(each, 'extension').flatMap(letterOf),
  );
  return [...beside, ...codings.flatMap(letterBehindCode)].map((letter) => letter.toUpperCase());
}

function letterOf(extension: Json): readonly string[] {
  if (textAt(extension, 'url')?.startsWith(certaintyUrl) !== true) return none;
  const { valueCoding, valueCodeableConcept, valueCode, valueString } = extension;
  const [coding] = objectsAt(asJson(valueCodeableConcept) ?? {}, 'coding');
  const said = asJson(valueCoding)?.['code'] ?? coding?.['code'] ?? valueCode ?? valueString;
  const letter = asText(said);
  return letter === undefined ? none : [letter];
}

function letterBehindCode(coding: Json): readonly string[] {
  const letter = letterBehind.exec(asText(coding['code']) ?? '')?.[1];
  return letter !== undefined && germanSystem.test(textAt(coding, 'system') ?? '') ? [letter] : none;
}
