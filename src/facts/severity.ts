// How severe is a diagnosis said to be?

import { textsOf } from '../terminology/concept.ts';
import { readConcept } from '../fhir/concept-reader.ts';
import type { ConditionEntry } from '../fhir/entries.ts';
import { notesOf } from '../fhir/notes.ts';

export type Severity = 'mild' | 'moderate' | 'severe';

const snomed: ReadonlyMap<string, Severity> = new Map([
  ['255604002', 'mild'],
  ['6736007', 'moderate'],
  ['24484000', 'severe'],
  ['371924009', 'severe'],
  ['442452003', 'severe'],
]);

const words: readonly (readonly [RegExp, Severity])[] = [
  [/\b(?:severe|life.?threatening|fulminant|critical)\b|重度|严重|重症|暴发性|危重/, 'severe'],
  [/\bmoderate\b|中度/, 'moderate'],
  [/\bmild\b|轻度|轻微/, 'mild'],
];

/** The severity a text names; the gravest. */
export const severityIn = (text: string): Severity | undefined =>
  words.find(([pattern]) => pattern.test(text.normalize('NFKC').toLowerCase()))?.[1];

/** The severity in `Condition.severity`, by code or word; undefined where there is none that we know. */
export function statedSeverity({ resource }: ConditionEntry): Severity | undefined {
  const stated = readConcept(resource['severity']);
  if (stated === undefined) return undefined;
  return stated.codings.flatMap(({ code }) => snomed.get(code) ?? [])[0] ?? severityIn(textsOf(stated).join(' '));
}

/** The stated severity, else the one that the name or the notes mention. */
export const severityOf = (entry: ConditionEntry): Severity | undefined =>
  statedSeverity(entry) ?? severityIn([...textsOf(entry.concept), ...notesOf(entry.resource)].join(' ; '));
