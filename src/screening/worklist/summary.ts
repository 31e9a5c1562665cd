// What does the list show of a patient's last screening, without opening the assessment?

import { z } from 'zod';
import {
  isAgainst,
  message,
  singleQuestions,
  verdict,
  type StoredAssessment,
  type StoredPart,
} from '../stored-assessment.ts';
import { nextChange, tallyOf } from './closeness.ts';
import { answersOf } from './difference.ts';

const open = z.object({ criterion: z.string(), what: z.array(message) });

const schema = z.object({
  /** "ID@VERSION". */
  protocol: z.string(),
  asOf: z.string(),
  /** Criteria that are not confidential: the numbers of the card and the evidence page. */
  tally: z.object({ for: z.number(), against: z.number(), missing: z.number(), confirm: z.number() }),
  /** Single questions that stand against the patient, that are unknown, and that a person answers. */
  against: z.array(z.string()),
  missing: z.array(open),
  confirm: z.array(z.string()),
  /** How many further questions of confidential criteria are open or stand against: the chart says which. */
  confidential: z.number(),
  /** Every single question with its answer, to compare the next screening with. */
  answers: z.array(z.object({ id: z.string(), verdict, confidential: z.literal(true).exactOptional() })),
  next: z.object({ criterion: z.string(), on: z.string(), becomes: z.string() }).exactOptional(),
});

export type Summary = z.infer<typeof schema>;

const isWanting = (each: Pick<StoredPart, 'type' | 'verdict'>): boolean =>
  isAgainst(each) || each.verdict === 'unknown' || each.verdict === 'needs-investigator';

/** A criterion is confidential as a whole if one of its parts is. */
const isOpen = ({ confidential, parts = [] }: StoredAssessment['criteria'][number]): boolean =>
  [confidential, ...parts.map((each) => each.confidential)].every((each) => each !== true);

/** Nothing of a confidential criterion stands in it, but that there is one. */
export function summaryOf(assessment: StoredAssessment): Summary {
  const wanting = assessment.criteria
    .filter(isWanting)
    .flatMap((criterion) => singleQuestions({ ...assessment, criteria: [criterion] }).filter(isWanting));
  const shown = wanting.filter(({ confidential }) => confidential !== true);
  const hidden = new Set(
    singleQuestions(assessment).flatMap(({ id, confidential }) => (confidential === true ? [id] : [])),
  );
  const next = nextChange({
    ...assessment,
    changes: assessment.changes.filter(({ criterion }) => !hidden.has(criterion)),
  });
  return {
    protocol: `${assessment.protocol.id}@${assessment.protocol.version}`,
    asOf: assessment.asOf,
    tally: tallyOf({ criteria: assessment.criteria.filter(isOpen) }),
    against: shown.filter(isAgainst).map(({ id }) => id),
    missing: shown
      .filter(({ verdict }) => verdict === 'unknown')
      .map(({ id, missingMessages }) => ({ criterion: id, what: missingMessages })),
    confirm: shown.filter(({ verdict }) => verdict === 'needs-investigator').map(({ id }) => id),
    confidential: wanting.length - shown.length,
    answers: answersOf(assessment),
    ...(next !== undefined && { next: { criterion: next.criterion, on: next.on, becomes: next.becomes } }),
  };
}

/** Reads one that was stored. @throws ZodError if it is none. */
export const summaryFrom = (json: unknown): Summary => schema.parse(json);
