// What changed between two screenings of one patient?

import type { Message } from '../../logic/message.ts';
import type { Verdict } from '../../logic/verdict.ts';
import { singleQuestions, type StoredAssessment } from '../stored-assessment.ts';

/** How a single question was answered. */
export type Answered = { readonly id: string; readonly verdict: Verdict; readonly confidential?: true };

/** One question that is answered otherwise now; `absent` where one of the two versions does not ask it. */
export type Difference = {
  readonly criterion: string;
  readonly from: Verdict | 'absent';
  readonly to: Verdict | 'absent';
  /** Of the later screening; none where it does not ask any more. */
  readonly reason?: Message;
  readonly confidential?: true;
};

/** What must be kept of a screening to compare the next one with it. */
export const answersOf = (assessment: StoredAssessment): Answered[] =>
  singleQuestions(assessment).map(({ id, verdict, confidential }) => ({
    id,
    verdict,
    ...(confidential === true && { confidential }),
  }));

/** In the order of the later screening, what it does not ask any more last. Another reason for the same answer is no change. */
export function differences(before: readonly Answered[], after: StoredAssessment): Difference[] {
  const earlier = new Map(before.map((each) => [each.id, each]));
  const later = singleQuestions(after);
  const asked = new Set(later.map(({ id }) => id));
  const changed = later.flatMap(({ id, verdict, reasonMessage, confidential }): readonly Difference[] => {
    const from = earlier.get(id)?.verdict ?? 'absent';
    if (from === verdict) return [];
    return [
      { criterion: id, from, to: verdict, reason: reasonMessage, ...(confidential === true && { confidential }) },
    ];
  });
  const gone = before.filter(({ id }) => !asked.has(id));
  return [
    ...changed,
    ...gone.map(({ id, verdict, confidential }): Difference => ({
      criterion: id,
      from: verdict,
      to: 'absent',
      ...(confidential === true && { confidential }),
    })),
  ];
}
