// How does the evidence page show a criterion: the trial's words, the reading, the answer and everything it rests on?

import { answerWord, leadingEvidence, nameOfCriterion, restsOnAbsence } from '../cards/criteria-table.ts';
import { standingOf } from '../cards/shown.ts';
import type { Assessment, CriterionResult } from '../eligibility/assessment.ts';
import { nameOfTest } from '../cards/order-plan.ts';
import { print } from '../eligibility/print.ts';
import type { Language } from '../logic/language.ts';
import type { Protocol } from '../eligibility/protocol.ts';
import { wordsOfProtocol } from '../eligibility/protocol-words.ts';
import { readingsOf, type SettingValues } from '../eligibility/readings.ts';
import type { CriterionReport } from './evidence-report.ts';
import { evidenceIn, unmarked } from './shapes.ts';

/** Every criterion of the assessment in the trial's order, with its reading and review from the protocol. */
export function criteriaReport<S extends SettingValues>(
  { criteria, orders }: Assessment,
  protocol: Protocol<S>,
  language: Language,
): readonly CriterionReport[] {
  const { texts, criteria: single } = wordsOfProtocol(protocol, language);
  return criteria.map(reportOf);

  function reportOf(result: CriterionResult): CriterionReport {
    const { id, type, text, verdict, reason, evidence, ignored, missing, confidential, parts } = result;
    const own = (criterion: string): boolean => criterion === id || criterion.startsWith(`${id}.`);
    const words = single[id];
    const translation = language === 'en' ? undefined : (texts[id] ?? words?.text);
    return {
      id,
      type,
      name: nameOfCriterion(language, result),
      text,
      verdict,
      standing: standingOf(result),
      answer: unmarked(answerWord(language, result)),
      reason: print(reason, language),
      evidence: evidenceIn(evidence, language),
      leading: evidenceIn(leadingEvidence(result), language),
      ignored: evidenceIn(ignored, language),
      missing: missing.map(({ what }) => print(what, language)),
      orders: orders.filter(({ criterion }) => own(criterion)).map((order) => namedIn(order, language)),
      ...(translation !== undefined && { translation }),
      ...(words !== undefined && {
        readAs: readingsOf(words, protocol.settings),
        review: protocol.reviews.get(id) ?? { state: 'not-yet-reviewed' },
      }),
      ...(confidential === true && { confidential }),
      ...(restsOnAbsence(result) && { restsOnAbsence: true }),
      ...(parts !== undefined && { parts: parts.map(reportOf) }),
    };
  }
}

type Order = Assessment['orders'][number];

const namedIn = (order: Order, language: Language): Order => ({
  ...order,
  coding: { ...order.coding, display: nameOfTest(order, language) },
});
