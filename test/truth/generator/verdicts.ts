// How do the answers to the parts of a criterion combine? Clinical specification, written down a second time.

import type { Verdict } from '../../../src/logic/verdict.ts';

/** What the specification demands; several where its text is open and each of them is right. */
export type Expected = Verdict | readonly Verdict[];
export type Claims = { [question: string]: Expected };

export const listOf = (expected: Expected): readonly Verdict[] =>
  typeof expected === 'string' ? [expected] : expected;

const fewest = (verdicts: readonly Verdict[]): Expected => {
  const [only, ...more] = [...new Set(verdicts)];
  return only !== undefined && more.length === 0 ? only : [...new Set(verdicts)];
};

/** The first of `order` that occurs, for every way to settle what is open; pair by pair, since the order is one line. */
function combined(order: readonly Verdict[], parts: readonly Expected[]): Expected {
  const first = (a: Verdict, b: Verdict): Verdict => (order.indexOf(a) <= order.indexOf(b) ? a : b);
  const [start = [], ...others] = parts.map(listOf);
  return fewest(others.reduce((all, part) => [...new Set(all.flatMap((a) => part.map((b) => first(a, b))))], start));
}

export const and = (...parts: readonly Expected[]): Expected =>
  combined(['not-met', 'unknown', 'needs-investigator', 'met'], parts);

export const or = (...parts: readonly Expected[]): Expected =>
  combined(['met', 'unknown', 'needs-investigator', 'not-met'], parts);

/** One answer if the lowest and the highest reading agree, otherwise unknown. */
export const agreed = (low: Verdict, high: Verdict): Verdict => (low === high ? low : 'unknown');

/** Either answer is right. */
export const either = (...verdicts: readonly Expected[]): Expected => fewest(verdicts.flatMap(listOf));

export const allows = (expected: Expected, actual: string): boolean => listOf(expected).some((each) => each === actual);

export const spelled = (expected: Expected): string => listOf(expected).join(' or ');
