// Which diagnoses and procedures say neither in words nor by a known code system what they are, so that any may be among them?

import { codeSystemOfCode } from '../terminology/code-systems.ts';
import { legibleTextsOf, nameOf, siteValueSetSystem, type Concept } from '../terminology/concept.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import type { SearchName } from '../fhir/searches.ts';

/** Whether nobody can tell what a concept means: no legible words, and no code of a system that the program reads or the site mapped. */
export const isNamelessConcept = (concept: Concept): boolean =>
  legibleTextsOf(concept).length === 0 &&
  concept.codings.every(
    ({ system, code }) => system !== siteValueSetSystem && codeSystemOfCode(system, code) === undefined,
  );

/** The codes of such diagnoses and procedures, as far as these searches could give them; sorted, each once. */
export function namelessCodes(record: IndexedRecord, searches: readonly SearchName[]): readonly string[] {
  const { conditions, procedures } = record.once(namelessOf);
  const codes = [
    ...(searches.includes('conditions') ? conditions : none),
    ...(searches.includes('procedures') ? procedures : none),
  ];
  return codes.length < 2 ? codes : [...new Set(codes)].sort();
}

const none: readonly string[] = [];

function namelessOf({ conditions, procedures }: IndexedRecord) {
  const codesOf = (entries: readonly { readonly concept: Concept }[]): readonly string[] =>
    entries.flatMap(({ concept }) => (isNamelessConcept(concept) ? [nameOf(concept)] : none));
  return { conditions: codesOf(conditions), procedures: codesOf(procedures) };
}
