// Is systemic lupus diagnosed, and does anything in the record point to lupus at all?

import { isoRange, type DayRange } from '../logic/calendar.ts';
import type { Evidence } from '../logic/finding.ts';
import { say } from '../logic/message.ts';
import { nameOf, textsOf, type Concept } from '../terminology/concept.ts';
import type { Meaning } from '../terminology/value-sets.ts';
import type { ConditionEntry } from '../fhir/entries.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { isComplete } from '../fhir/retrieved.ts';
import { beganOf } from './entry-time.ts';
import { hasRecordedScore } from './scores/recorded.ts';
import type { Screening } from './screening.ts';

/** A diagnosis with the value sets it belongs to. */
export type Diagnosis = { readonly entry: ConditionEntry; readonly meaning: Meaning };

/** Every diagnosis of the record with its meaning. */
export const diagnosesOf = (record: IndexedRecord): readonly Diagnosis[] =>
  record.conditions.map((entry) => ({ entry, meaning: record.meaning(entry.concept) }));

export type SleDiagnosis = {
  /**
   * `possible`: unconfirmed, "lupus erythematosus" without "systemic", drug-induced lupus, or code and text disagree.
   * `refuted`: the only diagnosis of lupus was refuted. `unknown`: none found, and diagnoses may have been missed.
   */
  readonly state: 'confirmed' | 'possible' | 'refuted' | 'none' | 'unknown';
  /** Earliest onset of a confirmed diagnosis, as far as dates are given. */
  readonly onset: DayRange | undefined;
  readonly evidence: readonly Evidence[];
};

/** A diagnosis as a piece of evidence. */
export function conditionEvidence(entry: ConditionEntry): Evidence {
  const began = beganOf(entry);
  return {
    reference: entry.reference,
    label: say(entry.verification === 'confirmed' ? 'sle.diagnosis' : 'sle.diagnosis-possible'),
    value: nameOf(entry.concept),
    ...(began !== undefined && { date: isoRange(began) }),
  };
}

/** Sets that suspect lupus without proving SLE: rule of the clinical specification. */
const possibleSets = ['sle-possible', 'drug-induced-lupus'] as const;

const confirms = ({ entry, meaning }: Diagnosis): boolean =>
  entry.verification === 'confirmed' && meaning.sets.get('sle') === 'in';

const suggests = ({ meaning }: Diagnosis): boolean =>
  meaning.sets.has('sle') || meaning.suspected.has('sle') || possibleSets.some((set) => meaning.sets.has(set));

/**
 * Whether SLE is diagnosed (R-0.5, R-2.7: refuted and erroneous entries do not count, cutaneous and neonatal lupus are not SLE).
 * Diagnoses that began after the screening date have not happened.
 */
export function sleDiagnosis(record: IndexedRecord, screening: Screening): SleDiagnosis {
  const hasBegun = ({ entry }: Diagnosis): boolean => (beganOf(entry)?.from ?? -Infinity) <= screening.date;
  const diagnoses = record.once(diagnosesOf);
  const confirmed = diagnoses.filter((each) => confirms(each) && hasBegun(each));
  const shown = (of: readonly Diagnosis[]): readonly Evidence[] => of.map(({ entry }) => conditionEvidence(entry));
  if (confirmed.length > 0) return { state: 'confirmed', onset: earliest(confirmed), evidence: shown(confirmed) };
  const possible = diagnoses.filter((each) => suggests(each) && hasBegun(each));
  if (possible.length > 0) return { state: 'possible', onset: undefined, evidence: shown(possible) };
  if (!isComplete(record.retrieved.conditions)) return { state: 'unknown', onset: undefined, evidence: [] };
  const refuted = record.ignored.filter(
    ({ concept, why }) =>
      concept !== undefined && why.values['status'] === 'refuted' && isLupusItself(record.meaning(concept)),
  );
  const evidence = refuted.map(({ reference, name }) => ({ reference, label: say('sle.refuted'), value: name }));
  return { state: refuted.length > 0 ? 'refuted' : 'none', onset: undefined, evidence };
}

/** What lupus does to one organ: to refute it says nothing of lupus itself. */
const organSets = [
  'lupus-nephritis',
  'neuropsychiatric-lupus',
  'peripheral-neuropathic-lupus',
  'lupus-pericarditis',
  'lupus-cardiomyopathy',
  'lupus-pneumonitis',
] as const;

const isLupusItself = ({ sets }: Meaning): boolean => sets.has('sle') && !organSets.some((set) => sets.has(set));

function earliest(of: readonly Diagnosis[]): DayRange | undefined {
  let [from, to] = [Infinity, Infinity];
  for (const { entry } of of) {
    from = Math.min(from, entry.onset?.from ?? Infinity);
    to = Math.min(to, entry.onset?.to ?? Infinity);
  }
  return from === Infinity ? undefined : { from, to };
}

const lupusWord = /lupus|狼疮|\bSLE\b|\bSLEDAI\b/i;

/**
 * Words that contain "lupus" and mean something else: lupus vulgaris (skin tuberculosis, A18.4), lupus pernio (sarcoidosis),
 * lupoid hepatitis (K75.4), lupus anticoagulant (D68.6), neonatal lupus. @source clinical specification
 */
const traps =
  /寻常(?:性)?狼疮|狼疮样?(?:性)?(?:皮肤结核|肝炎)|狼疮样?抗凝(?:物质?|因子)?|新生儿(?:系统性)?(?:红斑)?狼疮|狼疮性?冻疮|lupus vulgaris|lupus pernio|lupus (?:like )?anticoagulant|(?:lupus|lupoid) hepatitis|neonatal lupus(?: erythematosus)?/gi;

/** Words of denial right before or after lupus: "no evidence of lupus", "排除狼疮". */
const denied =
  /(?:\bno\b|\bnot\b|negative for|without|exclud\w*|排除|未见|否认|不支持)[^.,;，。；]{0,20}(?:lupus|狼疮|\bSLE\b)(?:\s*(?:erythematosus|nephritis))?/gi;

/** True if a text speaks of lupus outside the known traps and does not deny it. */
export const speaksOfLupus = (text: string): boolean =>
  lupusWord.test(text) && lupusWord.test(text.replace(traps, ' ').replace(denied, ' '));

const named = (concept: Concept): boolean => textsOf(concept).some(speaksOfLupus);

/** Every kind of lupus diagnosis that is a sign of it, by code or text. */
const lupusSets = [
  'sle',
  'sle-possible',
  'drug-induced-lupus',
  'cutaneous-lupus-only',
  'lupus-nephritis',
  'neuropsychiatric-lupus',
  'lupus-pericarditis',
] as const;

/**
 * Whether anything in the record points to lupus; without it no card is shown. A confirmed or possible diagnosis, a recorded
 * score of SLE, or a text that speaks of lupus outside the known traps.
 */
export function signOfLupus(record: IndexedRecord): boolean {
  return (
    record
      .once(diagnosesOf)
      .some(
        ({ entry, meaning }) =>
          lupusSets.some((set) => meaning.sets.has(set) || meaning.suspected.has(set)) || named(entry.concept),
      ) ||
    hasRecordedScore(record) ||
    record.reports.some(({ concept, conclusion }) => named(concept) || speaksOfLupus(conclusion ?? '')) ||
    record.medications.some(({ reasons }) => reasons.some(named))
  );
}
