// What does a test need to write down an assessment in a few lines?

import type { CardContext } from '../../src/cards/card-context.ts';
import type { Assessment, CriterionResult } from '../../src/eligibility/assessment.ts';
import { perSearch } from '../../src/fhir/record-builder.ts';
import { complete } from '../../src/fhir/retrieved.ts';
import { verbatim } from '../../src/logic/message.ts';
import type { Verdict } from '../../src/logic/verdict.ts';

type More = Partial<Omit<CriterionResult, 'reason'>> & { readonly reason?: string };

export function criterion(
  id: string,
  verdict: Verdict,
  { reason = `reason of ${id}`, ...more }: More = {},
): CriterionResult {
  return {
    id,
    type: id.startsWith('I') ? 'inclusion' : 'exclusion',
    verdict,
    reason: verbatim(reason),
    evidence: [],
    missing: [],
    ignored: [],
    text: `text of ${id}`,
    ...more,
  };
}

/** Twenty criteria that all speak for the patient, some replaced. */
export function criteriaWith(...replaced: readonly CriterionResult[]): readonly CriterionResult[] {
  const ids = [
    ...Array.from({ length: 7 }, (_, index) => `I${String(index + 1)}`),
    ...Array.from({ length: 13 }, (_, index) => `E${String(index + 1)}`),
  ];
  return ids.map(
    (id) => replaced.find((each) => each.id === id) ?? criterion(id, id.startsWith('I') ? 'met' : 'not-met'),
  );
}

export const assessmentOf = (criteria: readonly CriterionResult[], more: Partial<Assessment> = {}): Assessment => ({
  protocol: { id: 'NCT06222853', version: '5to18', digest: 'aaaaaaaaaaaaaaaa' },
  engine: { version: '1.2.3', digest: 'bbbbbbbbbbbbbbbb' },
  patient: 'Patient/p',
  asOf: '2026-06-01',
  status: 'potential-candidate',
  criteria,
  changes: [],
  orders: [],
  flags: [],
  notYetReviewed: [],
  signOfLupus: true,
  ...more,
});

export const contextWith = (more: Partial<CardContext> = {}): CardContext => ({
  language: 'en',
  trial: { title: 'CAR-T in lupus', url: 'https://clinicaltrials.gov/study/NCT06222853', recruiting: true },
  nearMisses: false,
  shape: 'any',
  retrieved: perSearch(() => complete),
  dropped: 0,
  newId: () => crypto.randomUUID(),
  ...more,
});
