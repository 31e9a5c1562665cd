// Which codes and texts does a CodeableConcept, a Coding or a reference's display carry?

import type { Coding, Concept } from '../terminology/concept.ts';
import type { Lexicon, Term } from '../terminology/lexicon.ts';
import { asObjects, asText, isJson, objectsAt } from './json.ts';
import type { Json } from './record.ts';

/** Adds to a site's own code the standard codes that the site mapped it to; the identity where nothing is mapped. */
export type Translate = (concept: Concept) => Concept;

/** Reads a Coding; undefined without a code. A missing system is the empty string. */
export function readCoding(value: Json): Coding | undefined {
  const code = asText(value['code']);
  if (code === undefined) return undefined;
  const display = asText(value['display']);
  const system = asText(value['system']) ?? '';
  return display === undefined ? { system, code } : { system, code, display };
}

/** Reads a CodeableConcept; undefined if it names nothing. A coding without code but with display gives its display as text. */
export function readConcept(value: unknown, translate?: Translate): Concept | undefined {
  if (!isJson(value)) return undefined;
  const sent = asObjects(value['coding']);
  const codings: Coding[] = [];
  let text = asText(value['text']);
  for (const each of sent) {
    const coding = readCoding(each);
    if (coding !== undefined) codings.push(coding);
    text ??= asText(each['display']);
  }
  if (codings.length === 0 && text === undefined) return undefined;
  const concept: Concept = text === undefined ? { codings } : { codings, text };
  return translate === undefined ? concept : translate(concept);
}

/** Reads a CodeableConcept as a term, which is not put together anew where the lexicon remembers it. */
export function readTerm(value: unknown, lexicon: Lexicon): Term | undefined {
  if (!isJson(value)) return undefined;
  const sent = value['coding'];
  const only: unknown = Array.isArray(sent) && sent.length === 1 ? sent[0] : sent;
  const code = isJson(only) ? asText(only['code']) : undefined;
  if (isJson(only) && code !== undefined) {
    const display = asText(only['display']);
    return lexicon.termOfCode(asText(only['system']) ?? '', code, display, asText(value['text']) ?? display);
  }
  const concept = readConcept(value);
  return concept === undefined ? undefined : { concept, measurements: lexicon.measurementsOf(concept) };
}

/** Reads every CodeableConcept under a key (an array or one). */
export const conceptsAt = (parent: Json, key: string, translate?: Translate): readonly Concept[] =>
  objectsAt(parent, key).flatMap((each) => readConcept(each, translate) ?? []);
