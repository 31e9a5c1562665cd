// What does the list call a criterion, its answer and what would settle it, in the reader's language?

import { answerWord, nameOfCriterion } from '../../cards/criteria-table.ts';
import { nameOfTest } from '../../cards/order-plan.ts';
import { standingOf } from '../../cards/shown.ts';
import { allCriteria } from '../../eligibility/digest.ts';
import { wordsOfProtocol } from '../../eligibility/protocol-words.ts';
import type { Language } from '../../logic/language.ts';
import type { Verdict } from '../../logic/verdict.ts';
import { protocolNamed } from '../../protocols/index.ts';
import { unmarked } from '../../report/shapes.ts';

type Answered = { readonly type: 'inclusion' | 'exclusion'; readonly verdict: Verdict };

type Coded = Parameters<typeof nameOfTest>[0];

/** Exclusion criteria are numbered E1, E2 …, inclusion criteria I1, I2 …. */
const typeOf = (id: string): Answered['type'] => (id.startsWith('E') ? 'exclusion' : 'inclusion');

/**
 * The words for the criteria of one version; of a version that this program does not carry only the ids.
 * @param version "ID@VERSION".
 */
export function wordsForCriteria(version: string, language: Language) {
  const protocol = protocolNamed(version);
  const registered = new Map<string, string>([
    ...(protocol === undefined ? [] : allCriteria(protocol).map(({ id, text }) => [id, text] as const)),
    ...Object.entries(protocol?.texts ?? {}),
  ]);
  const translated = protocol === undefined || language === 'en' ? undefined : wordsOfProtocol(protocol, language);

  const nameOf = (id: string): string => nameOfCriterion(language, { id, text: registered.get(id) ?? id });
  const answer = (given: Answered) => ({
    standing: standingOf(given),
    answer: unmarked(answerWord(language, given)),
  });
  return {
    /** Short name, the trial's words, and their translation where the reader's language has one. */
    names: ({ id }: { readonly id: string }) => {
      const translation = translated?.texts[id] ?? translated?.criteria[id]?.text;
      return { name: nameOf(id), text: registered.get(id) ?? id, ...(translation !== undefined && { translation }) };
    },
    /** How a verdict counts for the patient, and the word for it. */
    answer,
    /** What the calendar will change. */
    change: ({ criterion, becomes }: { readonly criterion: string; readonly becomes: Verdict }) => ({
      names: `${criterion} ${nameOf(criterion)}`,
      ...answer({ type: typeOf(criterion), verdict: becomes }),
    }),
    /** A test as the reader calls it. */
    order: (order: Coded) => ({ coding: { ...order.coding, display: nameOfTest(order, language) } }),
  };
}
