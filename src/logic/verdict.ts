// What are the four answers to a criterion, and how do they combine?

/**
 * The answer to a criterion's own sentence, inclusion and exclusion alike.
 * `unknown`: a fact that could be in the record is missing, stale or unreadable.
 * `needs-investigator`: a human must judge.
 */
export type Verdict = 'met' | 'not-met' | 'unknown' | 'needs-investigator';

const allOrder = ['not-met', 'unknown', 'needs-investigator', 'met'] as const;
const anyOrder = ['met', 'unknown', 'needs-investigator', 'not-met'] as const;

function first(order: readonly Verdict[], verdicts: readonly Verdict[]): Verdict | undefined {
  return order.find((verdict) => verdicts.includes(verdict));
}

/** AND: the first that occurs of not-met, unknown, needs-investigator, met. Of nothing: met. */
export const allOf = (verdicts: readonly Verdict[]): Verdict => first(allOrder, verdicts) ?? 'met';

/** OR: the first that occurs of met, unknown, needs-investigator, not-met. Of nothing: not-met. */
export const anyOf = (verdicts: readonly Verdict[]): Verdict => first(anyOrder, verdicts) ?? 'not-met';

/**
 * At least `n` of the verdicts are met. Met if n are; not-met if n can no longer be reached;
 * otherwise unknown if any is unknown, else needs-investigator.
 */
export function atLeast(n: number, verdicts: readonly Verdict[]): Verdict {
  const count = (verdict: Verdict): number => verdicts.filter((each) => each === verdict).length;
  if (count('met') >= n) return 'met';
  if (verdicts.length - count('not-met') < n) return 'not-met';
  return count('unknown') > 0 ? 'unknown' : 'needs-investigator';
}

/** The opposite answer to one single question (never to a combination): met and not-met change places. */
export function not(verdict: Verdict): Verdict {
  if (verdict === 'met') return 'not-met';
  return verdict === 'not-met' ? 'met' : verdict;
}

/**
 * The same question asked of the best and of the worst reading of partial data (ARCHITECTURE, law 4):
 * if both agree that is the answer, otherwise unknown.
 */
export const agreed = (one: Verdict, other: Verdict): Verdict => (one === other ? one : 'unknown');
