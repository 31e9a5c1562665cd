// What is the answer for one patient and one protocol, before it is put into words?

import type { Evidence, Missing, Order } from '../logic/finding.ts';
import type { Message } from '../logic/message.ts';
import type { Verdict } from '../logic/verdict.ts';
import type { Change } from './changes.ts';

/** In terms of FHIR ResearchSubject. There is deliberately no "eligible": some criteria always need a human. */
export const statuses = ['ineligible', 'potential-candidate', 'candidate'] as const;

export type Status = (typeof statuses)[number];

export type CriterionType = 'inclusion' | 'exclusion';

export type CriterionResult = {
  readonly id: string;
  readonly type: CriterionType;
  /** The trial's own sentence. */
  readonly text: string;
  readonly verdict: Verdict;
  readonly reason: Message;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
  readonly ignored: readonly Evidence[];
  readonly confidential?: true;
  readonly parts?: readonly CriterionResult[];
};

export type Assessment = {
  readonly protocol: { readonly id: string; readonly version: string; readonly digest: string };
  readonly engine: { readonly version: string; readonly digest: string };
  /** Relative reference, "Patient/123". */
  readonly patient: string;
  readonly asOf: string;
  readonly status: Status;
  readonly criteria: readonly CriterionResult[];
  readonly changes: readonly Change[];
  readonly orders: readonly { readonly criterion: string; readonly coding: Order['coding']; readonly window: number }[];
  readonly flags: readonly string[];
  /** Single criteria of the protocol that no clinician has reviewed as they stand now, in the trial's order. */
  readonly notYetReviewed: readonly string[];
  /** Whether anything in the record points to lupus; without it no card is shown. */
  readonly signOfLupus: boolean;
};
