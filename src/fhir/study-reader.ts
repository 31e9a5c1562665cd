// Which study does a reference name, and does it intervene or only observe?

import { textsOf } from '../terminology/concept.ts';
import { conceptsAt } from './concept-reader.ts';
import type { TrialEntry } from './entries.ts';
import { objectsAt, textAt } from './json.ts';
import type { Json } from './record.ts';

/** Registration numbers of the large registries, as people write them into titles and URLs. */
const registration = /\b(?:NCT\d{8}|ChiCTR[-A-Z]*\d{8,10}|CTR\d{8}|ISRCTN\d{8}|EUCTR\d{4}-\d{6}-\d{2})\b/gi;

type StudyIdentifier = TrialEntry['studyIdentifiers'][number];

const written = (text: string | undefined): readonly StudyIdentifier[] =>
  [...(text ?? '').matchAll(registration)].map(([value]) => ({ system: undefined, value }));

/**
 * Identifiers of a study: of the resource, of a logical reference, and the registration number inside a reference's URL.
 * Only where none of these is given does a number in the display or title count (a title may cite another study's number).
 */
export function studyIdentifiersOf(reference: Json, study: Json | undefined): readonly StudyIdentifier[] {
  const sent = [study ?? {}, reference].flatMap((holder) => objectsAt(holder, 'identifier'));
  const stated = sent.flatMap((each) => {
    const value = textAt(each, 'value');
    return value === undefined ? [] : [{ system: textAt(each, 'system'), value }];
  });
  const known = [...stated, ...written(textAt(reference, 'reference'))];
  if (known.length > 0) return known;
  return [...written(textAt(reference, 'display')), ...written(textAt(study ?? {}, 'title'))];
}

type Kind = 'interventional' | 'observational';

const notIntervening = /non-?\s?intervention(?:al)?|非(?:干预|介入)性?/gi;
const observing =
  /observational|registry|natural history|cohort study|retrospective|survey|SEVCO:01002|观察性|观察研究|登记|队列研究|回顾性/i;
const intervening =
  /intervention|randomi[sz]ed|double.?blind|placebo|open.?label|dose.?escalation|SEVCO:01001|干预|介入性|随机|双盲|安慰剂|开放标签|剂量递增/i;
const phase =
  /phase[- ]?(?:[1-4]|i{1,3}[ab]?\b|iv\b)|[1-4ⅠⅡⅢⅣ][ab]?\s*期|\b(?:I{1,3}|IV)[ab]?\s*期|[一二三四]\s*期\s*(?:临床|试验|研究)/i;
const interveningPurposes = /^(?:treatment|prevention|supportive[- ]care|device-feasibility)$/i;

/** What a text says of the kind of study; both kinds where it speaks of both. */
function kindsOfText(text: string): readonly Kind[] {
  const rest = text.replace(notIntervening, ' observational ');
  return [
    ...(observing.test(rest) ? ['observational' as const] : []),
    ...(intervening.test(rest) ? ['interventional' as const] : []),
  ];
}

const wordsOf = (study: Json, key: string): readonly string[] =>
  conceptsAt(study, key).flatMap((concept) => [...textsOf(concept), ...concept.codings.map(({ code }) => code)]);

/**
 * Whether a study intervenes: what its category or design says; where they are silent its phase and primary purpose; where
 * these are silent its title. `not-stated` when nothing says so or what is said disagrees.
 */
export function isInterventional(reference: Json, study: Json = {}): TrialEntry['interventional'] {
  const stated = ['category', 'studyDesign'].flatMap((key) => wordsOf(study, key)).flatMap(kindsOfText);
  if (stated.length > 0) return oneOf(stated);
  const phased = wordsOf(study, 'phase').some((word) => phase.test(word));
  const purposed = wordsOf(study, 'primaryPurposeType').some((word) => interveningPurposes.test(word));
  if (phased || purposed) return 'yes';
  const titles = [textAt(study, 'title'), textAt(reference, 'display')].filter((title) => title !== undefined);
  return oneOf(
    titles.flatMap((title) => [...kindsOfText(title), ...(phase.test(title) ? ['interventional' as const] : [])]),
  );
}

function oneOf(kinds: readonly Kind[]): TrialEntry['interventional'] {
  const distinct = new Set(kinds);
  if (distinct.size !== 1) return 'not-stated';
  return distinct.has('interventional') ? 'yes' : 'no';
}
