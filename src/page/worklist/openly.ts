// What of an assessment may stand on the screen before somebody asks for it? Not what a guardian may not see.

import type { ListAssessment } from './answers.ts';

type About = { readonly criterion: string };

/** Without what is about confidential criteria: their answers are shown one at a time, when they are asked for. */
export function openly<T extends About>(assessment: ListAssessment | undefined, each: readonly T[]): readonly T[] {
  const hidden = new Set(
    (assessment?.criteria ?? []).flatMap(({ id, confidential }) => (confidential === true ? [id] : [])),
  );
  return each.filter(({ criterion }) => !hidden.has(criterion.split('.', 1)[0] ?? criterion));
}

/** What the calendar changes; a criterion whose own part changes on that day is not named beside it. */
export function datesThatMatter(assessment: ListAssessment | undefined): ListAssessment['changes'] {
  const changes = openly(assessment, assessment?.changes ?? []);
  return changes.filter(
    ({ criterion, on }) => !changes.some((each) => each.on === on && each.criterion.startsWith(`${criterion}.`)),
  );
}
