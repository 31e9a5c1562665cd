// What does an assessment look like as JSON, with its sentences in one language and the messages beside them?

import type { Evidence } from '../logic/finding.ts';
import type { Language } from '../logic/language.ts';
import type { Assessment, CriterionResult } from './assessment.ts';
import { print, printValue } from './print.ts';

/** One piece of evidence in words. */
export const printedEvidence = ({ reference, label, value, date }: Evidence, language: Language) => ({
  ...(reference !== undefined && { reference }),
  label: print(label, language),
  ...(value !== undefined && { value: printValue(value, language) }),
  ...(date !== undefined && { date }),
});

const evidenceJson = (evidence: Evidence, language: Language) => ({
  ...printedEvidence(evidence, language),
  labelMessage: evidence.label,
});

type CriterionJson = {
  readonly id: string;
  readonly parts?: readonly CriterionJson[];
  readonly [key: string]: unknown;
};

function criterionJson(result: CriterionResult, language: Language): CriterionJson {
  const { id, type, verdict, reason, evidence, missing, ignored, confidential, parts } = result;
  return {
    id,
    type,
    verdict,
    reason: print(reason, language),
    evidence: evidence.map((each) => evidenceJson(each, language)),
    missing: missing.map((each) => print(each.what, language)),
    reasonMessage: reason,
    missingMessages: missing.map((each) => each.what),
    ignored: ignored.map((each) => evidenceJson(each, language)),
    ...(confidential === true && { confidential }),
    ...(parts !== undefined && { parts: parts.map((part) => criterionJson(part, language)) }),
  };
}

/** The EligibilityAssessment: no null, no empty text, lists sorted, the same bytes for the same input. */
export const toJson = (assessment: Assessment, language: Language = 'en') => ({
  protocol: assessment.protocol,
  engine: assessment.engine,
  patient: assessment.patient,
  asOf: assessment.asOf,
  status: assessment.status,
  criteria: assessment.criteria.map((each) => criterionJson(each, language)),
  changes: assessment.changes.map(({ criterion, on, becomes, if: condition }) => ({
    criterion,
    on,
    becomes,
    ...(condition !== undefined && { if: print(condition, language) }),
  })),
  orders: assessment.orders,
  flags: assessment.flags,
  notYetReviewed: assessment.notYetReviewed,
});
