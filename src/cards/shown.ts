// What of an assessment may stand on a card? Confidential criteria leave nothing behind but their names.

import type { Assessment, CriterionResult } from '../eligibility/assessment.ts';

export type Shown = {
  /** Criteria whose answer may be shown, in the trial's order. */
  readonly open: readonly CriterionResult[];
  readonly confidentialCount: number;
  readonly changes: Assessment['changes'];
  readonly orders: Assessment['orders'];
};

/** What a criterion says of that, as a result and as it is reported. */
type MayBeConfidential = { readonly confidential?: true; readonly parts?: readonly MayBeConfidential[] };

/** True if a criterion or one of its parts must not be seen by a guardian. */
export const isConfidential = ({ confidential, parts }: MayBeConfidential): boolean =>
  confidential === true || (parts ?? []).some(isConfidential);

/** "I4.ALT" -> "I4". */
export function topOf(id: string): string {
  const dot = id.indexOf('.');
  return dot < 0 ? id : id.slice(0, dot);
}

/** Everything that may be shown; changes and orders of confidential criteria and of their parts are left out. */
export function shownOf({ criteria, changes, orders }: Assessment): Shown {
  const hidden = new Set(criteria.filter(isConfidential).map(({ id }) => id));
  return {
    open: criteria.filter(({ id }) => !hidden.has(id)),
    confidentialCount: hidden.size,
    changes: changes.filter(({ criterion }) => !hidden.has(topOf(criterion))),
    orders: orders.filter(({ criterion }) => !hidden.has(topOf(criterion))),
  };
}

/** How a verdict counts for the patient: `for` and `against` look at inclusion and exclusion alike. */
export type Standing = 'for' | 'against' | 'missing' | 'confirm';

/** An inclusion that is met and an exclusion that is not met count for the patient; `missing` is unknown, `confirm` a person's to judge. */
export function standingOf({ type, verdict }: Pick<CriterionResult, 'type' | 'verdict'>): Standing {
  if (verdict === 'unknown') return 'missing';
  if (verdict === 'needs-investigator') return 'confirm';
  return (verdict === 'met') === (type === 'inclusion') ? 'for' : 'against';
}

/** How many of the criteria stand how. */
export function tally(criteria: readonly CriterionResult[]): Readonly<Record<Standing, number>> {
  const count = (standing: Standing): number => criteria.filter((each) => standingOf(each) === standing).length;
  return { for: count('for'), against: count('against'), missing: count('missing'), confirm: count('confirm') };
}
