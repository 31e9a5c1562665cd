// Which diagnoses and procedures say neither in words that are read nor by a known code system what they are, so that any may be among them?

import { codeSystemOfCode } from '../terminology/code-systems.ts';
import { legibleTextsOf, nameOf, siteValueSetSystem, type Concept } from '../terminology/concept.ts';
import { isForeign } from '../terminology/foreign-text.ts';
import { setsOfCode } from '../terminology/value-sets.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import type { SearchName } from '../fhir/searches.ts';

/**
 * Whether nobody can tell what a concept means: no code of a system that the program reads or the site mapped, and no legible words
 * but those of a language that is not read, in which no known name stands either. ICD and its like say by their codes what a disease
 * is a kind of; SNOMED CT does not, so that a code of it which stands in no value set says nothing without words.
 */
export function isNamelessConcept(concept: Concept, { lexicon }: Pick<IndexedRecord, 'lexicon'>): boolean {
  const isCoded = concept.codings.some((coding) => {
    if (coding.system === siteValueSetSystem) return true;
    const system = codeSystemOfCode(coding.system, coding.code);
    return system === 'snomed' ? setsOfCode(coding).size > 0 : system !== undefined;
  });
  if (isCoded) return false;
  const isUnread = lexicon.read(isForeign);
  return legibleTextsOf(concept).every((text) => isUnread(text) && lexicon.mentionsIn(text).size === 0);
}

/** The names of such diagnoses and procedures, or their codes, as far as these searches could give them; sorted, each once. */
export function namelessCodes(record: IndexedRecord, searches: readonly SearchName[]): readonly string[] {
  const { conditions, procedures } = record.once(namelessOf);
  if (conditions.length + procedures.length === 0) return none;
  const codes = [
    ...(searches.includes('conditions') ? conditions : none),
    ...(searches.includes('procedures') ? procedures : none),
  ];
  return [...new Set(codes)].sort();
}

const none: readonly string[] = [];

function namelessOf(record: IndexedRecord) {
  const codesOf = (entries: readonly { readonly concept: Concept }[]): readonly string[] =>
    entries.flatMap(({ concept }) => (isNamelessConcept(concept, record) ? [nameOf(concept)] : none));
  return { conditions: codesOf(record.conditions), procedures: codesOf(record.procedures) };
}
