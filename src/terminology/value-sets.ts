// To which of our value sets does a condition, procedure or other coded term belong? The sets are listed in `value-set-names.ts`.

import { textsOf, type Concept } from './concept.ts';
import { codeSystemOfCode } from './code-systems.ts';
import { suspectsNervousLupus } from './nervous-lupus.ts';
import { shortFormsIn } from './short-forms.ts';
import { mentionsIn, narrows, related, setsOfCode } from './value-set-index.ts';
import type { ValueSetName } from './value-set-names.ts';

export { valueSetNames, type ValueSetName } from './value-set-names.ts';
export { mentionsIn, setsOfCode, type Mentions } from './value-set-index.ts';

/**
 * `in`: a code or text says so. `contradictory`: a code says so but its display or text names something else or denies it
 * (the term counts as unread and is reported).
 */
type Membership = 'in' | 'contradictory';

/** All that a concept means to us: the sets it belongs to, and those it only suspects ("rule out lymphoma"). */
export type Meaning = {
  readonly sets: ReadonlyMap<ValueSetName, Membership>;
  readonly suspected: ReadonlySet<ValueSetName>;
};

/**
 * Reads a concept's codes and texts together.
 * Codes and texts that name unrelated sets contradict each other, and so do a code and a text that denies or doubts it, whatever
 * the display beside the code says.
 * An abbreviation that has other meanings too suspects what it may mean, unless a classification's code says what it does.
 * A text that puts lupus and the central nervous system together suspects neuropsychiatric lupus.
 * A text that names a part of a code's range ("patent foramen ovale" beside Q21.1) moves the concept into that part.
 */
export function meaningOf(concept: Concept): Meaning {
  const coded = new Set(concept.codings.flatMap((coding) => [...setsOfCode(coding)]));
  const said = new Set<ValueSetName>();
  const doubted = new Set<ValueSetName>();
  const denied = new Set<ValueSetName>();
  for (const text of new Set(textsOf(concept))) {
    for (const [set, polarity] of mentionsIn(text)) ({ yes: said, maybe: doubted, no: denied })[polarity].add(set);
  }
  if (textsOf(concept).some((text) => suspectsNervousLupus(text, said))) doubted.add('neuropsychiatric-lupus');
  if (!isClassified(concept)) {
    for (const set of textsOf(concept).flatMap((text) => [...shortFormsIn(text)]))
      if (!denied.has(set) && !coded.has(set)) doubted.add(set);
  }
  const isUnsaid = unsaidBy(concept.text);
  const named = [...said];
  const disjoint =
    coded.size > 0 && said.size > 0 && !named.some((set) => [...coded].some((code) => related(set, code)));
  const sets = new Map<ValueSetName, Membership>();
  for (const set of said) sets.set(set, disjoint || isUnsaid(set) ? 'contradictory' : 'in');
  for (const set of coded) {
    if (said.has(set)) continue;
    if (disjoint || denied.has(set) || doubted.has(set) || isUnsaid(set)) sets.set(set, 'contradictory');
    else if (!named.some((part) => narrows(part, set) && !coded.has(part))) sets.set(set, 'in');
  }
  return { sets, suspected: new Set([...doubted].filter((set) => !sets.has(set))) };
}

/** A name that is doubted as a whole, whatever it names: "?ALL", "r/o M32". */
const doubtfulName =
  /^\s*(?:\?|[？]|r\/o\b|rule[- ]out\b|(?:suspected|possible|probable|query|ddx?)\b|v\. ?a\.|verdacht|疑似|可疑|考虑|待排)|[?？]\s*$|(?:待排|待查|疑诊|已排除|\b(?:ruled out|excluded|not confirmed|ausgeschlossen))\s*$/i;

/**
 * Whether a name that somebody wrote beside a code denies or doubts a set and says nothing for it. The display repeats the code, so
 * it is no second voice: "?SLE" beside the code and display of lupus is no diagnosis.
 */
function unsaidBy(text: string | undefined): (set: ValueSetName) => boolean {
  if (text === undefined) return () => false;
  const own = [...mentionsIn(text)];
  const isDoubtful = doubtfulName.test(text);
  return (set) => {
    const about = own.filter(([name]) => related(name, set));
    return (isDoubtful || about.length > 0) && about.every(([, said]) => said !== 'yes');
  };
}

const classifications: ReadonlySet<string | undefined> = new Set(['icd-10', 'icd-10-cm', 'icd-10-cn']);

/** Whether a code of a classification of all diseases says what an abbreviation beside it means. */
const isClassified = ({ codings }: Concept): boolean =>
  codings.some(({ system, code }) => classifications.has(codeSystemOfCode(system, code)));
