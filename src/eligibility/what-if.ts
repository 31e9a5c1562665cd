// If these draft orders were carried out today, what would change for the trial?

import type { Screening } from '../facts/screening.ts';
import type { Translate } from '../fhir/concept-reader.ts';
import { carriedOut, type Draft } from '../fhir/drafts.ts';
import type { PatientRecord } from '../fhir/record.ts';
import { isoDay } from '../logic/calendar.ts';
import type { Message } from '../logic/message.ts';
import type { Verdict } from '../logic/verdict.ts';
import { assess } from './assess.ts';
import type { Assessment, CriterionResult, CriterionType } from './assessment.ts';
import type { Protocol } from './protocol.ts';

/** A criterion or part that would answer less well at once, with the reason it would give. */
export type Loss = {
  readonly criterion: string;
  readonly type: CriterionType;
  readonly from: Verdict;
  readonly becomes: Verdict;
  readonly reason: Message;
};

/** An inclusion part that would be met from a date on, and is not without the order. */
export type Gain = { readonly criterion: string; readonly on: string; readonly if?: Message };

export type WhatIf = { readonly now: Assessment; readonly losses: readonly Loss[]; readonly gains: readonly Gain[] };

/** From bad to good for the patient. */
const inclusionOrder: readonly Verdict[] = ['not-met', 'unknown', 'needs-investigator', 'met'];
const exclusionOrder: readonly Verdict[] = ['met', 'unknown', 'needs-investigator', 'not-met'];

const rank = (type: CriterionType, verdict: Verdict): number =>
  (type === 'inclusion' ? inclusionOrder : exclusionOrder).indexOf(verdict);

/** Parts and the criteria that have none: what a reader is told about. */
const leaves = (criteria: readonly CriterionResult[]): readonly CriterionResult[] =>
  criteria.flatMap((each) => (each.parts === undefined ? [each] : each.parts));

/**
 * Compares the record as it is with the record as it would be. The answer never says that somebody would be a candidate:
 * it names what would be lost and from when something would be met.
 */
export function whatIf<S>(
  protocol: Protocol<S>,
  record: PatientRecord,
  drafts: readonly Draft[],
  screening: Screening,
  translate?: Translate,
): WhatIf {
  const now = assess(protocol, record, screening, translate);
  const added = drafts.flatMap((draft) => carriedOut(draft, isoDay(screening.date)));
  const then = assess(protocol, { ...record, resources: [...record.resources, ...added] }, screening, translate);
  const before = new Map(leaves(now.criteria).map((each) => [each.id, each]));
  const losses = leaves(then.criteria).flatMap(({ id, type, verdict, reason }): readonly Loss[] => {
    const from = before.get(id)?.verdict ?? verdict;
    return rank(type, verdict) < rank(type, from) ? [{ criterion: id, type, from, becomes: verdict, reason }] : [];
  });
  return { now, losses, gains: gainsOf(now, then) };
}

/** The first day on which each inclusion part would be met, where it is not met now and would not become so by itself. */
function gainsOf(now: Assessment, then: Assessment): readonly Gain[] {
  const alone = new Set(now.changes.filter(({ becomes }) => becomes === 'met').map(({ criterion }) => criterion));
  const open = new Set(
    leaves(now.criteria)
      .filter(({ type, verdict }) => type === 'inclusion' && verdict !== 'met')
      .map(({ id }) => id),
  );
  const atOnce = leaves(then.criteria)
    .filter(({ id, verdict }) => open.has(id) && verdict === 'met')
    .map(({ id }) => ({ criterion: id, on: then.asOf }));
  const later = then.changes
    .filter(({ criterion, becomes }) => open.has(criterion) && becomes === 'met' && !alone.has(criterion))
    .map(({ criterion, on, if: condition }) => ({ criterion, on, ...(condition !== undefined && { if: condition }) }));
  return [...new Map([...later, ...atOnce].toReversed().map((gain) => [gain.criterion, gain])).values()];
}
