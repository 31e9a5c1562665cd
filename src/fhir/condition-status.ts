// How sure and how current is a diagnosis (or how sure an intolerance) by its statuses, in whichever of several codings or words they come?

import { textsOf } from '../terminology/concept.ts';
import { readConcept } from './concept-reader.ts';
import { certaintyLetters } from './certainty-letters.ts';
import { asText, objectAt, objectsAt, textAt } from './json.ts';
import type { Resource } from './record.ts';

export type Verification = 'confirmed' | 'possible' | 'refuted' | 'entered-in-error';
export type Clinical = 'active' | 'inactive';

const verificationCodes: ReadonlyMap<string, Verification> = new Map<string, Verification>([
  ['confirmed', 'confirmed'],
  ['unconfirmed', 'possible'],
  ['presumed', 'possible'],
  ['provisional', 'possible'],
  ['differential', 'possible'],
  ['refuted', 'refuted'],
  ['entered-in-error', 'entered-in-error'],
  // German letters of certainty in the place of a status; a letter that refutes may be an abbreviation of something else there.
  ['v', 'possible'],
  ['a', 'possible'],
]);

const clinicalCodes: ReadonlyMap<string, Clinical> = new Map<string, Clinical>([
  ['active', 'active'],
  ['recurrence', 'active'],
  ['relapse', 'active'],
  ['inactive', 'inactive'],
  ['remission', 'inactive'],
  ['resolved', 'inactive'],
]);

/** The first pattern that fits decides: "待排除" is a doubt, "已排除" is a no. */
const verificationWords: readonly (readonly [RegExp, Verification])[] = [
  [/error|录入错误|误录|录错/, 'entered-in-error'],
  [
    /unconfirm|suspect|provision|differential|probabl|possibl|疑|待|拟诊|初步|可能|未确|[未不](?:能|太|甚)?(?:确定|明确)|未定|不除外|不能排除/,
    'possible',
  ],
  [/refut|ruled out|absent|excluded|已排除|排除|除外|否定|非本病/, 'refuted'],
  [/confirm|确诊|确定|明确/, 'confirmed'],
];

const clinicalWords: readonly (readonly [RegExp, Clinical])[] = [
  [/inactive|resolv|remission|cured|(?<!未[^,，;；]{0,3})(?:治愈|痊愈|缓解)|非活动|不活动|已愈|静止|既往/, 'inactive'],
  [/active|recur|relaps|活动|现症|现患|复发|未愈|未[^,，;；]{0,3}(?:治愈|痊愈|缓解)/, 'active'],
];

/**
 * What a status says by the codes that are known, else by its words; R4 sends a concept, older servers plain text.
 * Undefined if nothing known is said; `several` if more than one thing is.
 */
function saidBy<Status>(
  resource: Resource,
  key: string,
  codes: ReadonlyMap<string, Status>,
  words: readonly (readonly [RegExp, Status])[],
): Status | 'several' | undefined {
  const sent = objectAt(resource, key);
  const [first, ...others] = objectsAt(sent ?? {}, 'coding');
  // By far the most frequent form: one coding of HL7.
  const only = first === undefined || others.length > 0 ? undefined : codes.get(textAt(first, 'code') ?? '');
  if (only !== undefined) return only;
  const plain = textAt(resource, key);
  const concept = plain === undefined ? readConcept(sent) : { codings: [], text: plain };
  if (concept === undefined) return undefined;
  const coded = concept.codings.flatMap(({ code }) => codes.get(code.toLowerCase()) ?? []);
  if (coded.length > 0) return oneOf(coded);
  const read = (text: string): readonly Status[] => {
    const said = text.toLowerCase();
    const known = codes.get(said) ?? words.find(([pattern]) => pattern.test(said))?.[1];
    return known === undefined ? [] : [known];
  };
  return oneOf(textsOf(concept).flatMap(read));
}

function oneOf<Status>(said: readonly Status[]): Status | 'several' | undefined {
  const distinct = new Set(said);
  const [only] = distinct;
  return distinct.size > 1 ? 'several' : only;
}

/**
 * How sure a German diagnosis is by the letter beside its code: excluded, suspected, confirmed, or a state after it.
 * @source CodeSystem KBV_CS_SFHIR_ICD_DIAGNOSESICHERHEIT 1.00: A ausgeschlossen, V Verdacht auf, G gesichert, Z Zustand nach
 */
const certainties: ReadonlyMap<string, Verification> = new Map<string, Verification>([
  ['A', 'refuted'],
  ['V', 'possible'],
  ['G', 'confirmed'],
  ['Z', 'confirmed'],
]);

/** Undefined if nothing known is said; statuses that contradict each other leave the diagnosis possible. */
export function verificationOf(resource: Resource): Verification | undefined {
  const said = saidBy(resource, 'verificationStatus', verificationCodes, verificationWords);
  const letter = oneOf(certaintyLetters(resource).flatMap((each) => certainties.get(each) ?? []));
  if (said === 'several' || letter === 'several') return 'possible';
  if (said === undefined || letter === undefined) return said ?? letter;
  return said === letter || said === 'entered-in-error' ? said : 'possible';
}

/** Undefined if nothing known is said, or both. */
export function clinicalOf(resource: Resource): Clinical | undefined {
  const said = saidBy(resource, 'clinicalStatus', clinicalCodes, clinicalWords);
  if (said === undefined && certaintyLetters(resource).includes('Z')) return 'inactive';
  return said === 'several' ? undefined : said;
}

const ofThePast =
  /^(?:(?:personal|past|prior|previous|remote|known) )*(?:medical )?(?:history of|hx of|h\/o)\b|^(?:status|st\.?|state|condition) ?post\b|^s\/p\b|^(?:previous(?:ly)?|formerly|remote|past|off|weaned (?:off|from))\b|\b(?:discontinued|stopped)(?: in| since| on)?(?: [\d./-]+)?$|\b(?:history of|by history|(?<!family )history|h\/o|hx)[)\]]?$|^z(?:ustand|\.) ?n(?:ach\b|\.)|^(?:既往|曾(?!祖)|停止|停用|脱离|已停)|(?:已停止?|已停用|已脱离)$|(?<!现病?|家族病?)病?史[)\]]?$/;

/**
 * Whether a name itself says that it was ("History of …", "Z.n. …", "既往…", "…病史"). Lists of problems keep such entries active, so
 * that the status beside them does not say how the disease stands.
 */
export const namesThePast = (name: string): boolean => ofThePast.test(name.normalize('NFKC').trim().toLowerCase());

/** Whether a diagnosis was made for a visit and is not said to be on the list of problems too. */
export function isOfVisit(resource: Resource): boolean {
  const codes = objectsAt(resource, 'category').flatMap((each) =>
    objectsAt(each, 'coding').flatMap(({ code }) => asText(code) ?? []),
  );
  return codes.includes('encounter-diagnosis') && !codes.includes('problem-list-item');
}
