// What does the list need of an EligibilityAssessment that was stored as JSON?

import { z } from 'zod';
import { statuses } from '../eligibility/assessment.ts';
import type { Message } from '../logic/message.ts';

export const status = z.enum(statuses);

export const verdict = z.enum(['met', 'not-met', 'unknown', 'needs-investigator']);

/** A sentence before it is put into words. */
export const message: z.ZodType<Message> = z.lazy(() =>
  z.object({ id: z.string(), values: z.record(z.string(), value) }),
);

const value = z.union([z.string(), z.number(), message, z.array(z.union([z.string(), message]))]);

/** A question of an assessment as it is stored, with its answer. */
export const storedPart = z.object({
  id: z.string(),
  type: z.enum(['inclusion', 'exclusion']),
  verdict,
  reasonMessage: message,
  missingMessages: z.array(message),
  confidential: z.literal(true).exactOptional(),
});

const schema = z.object({
  protocol: z.object({ id: z.string(), version: z.string(), digest: z.string() }),
  engine: z.object({ version: z.string(), digest: z.string() }),
  asOf: z.string(),
  status,
  criteria: z.array(storedPart.extend({ parts: z.array(storedPart).exactOptional() })),
  changes: z.array(
    z.object({ criterion: z.string(), on: z.string(), becomes: verdict, if: z.string().exactOptional() }),
  ),
  flags: z.array(z.string()),
});

/** The parts of the JSON that `toJson` makes on which list, history and funnel rest; further fields are left out. */
export type StoredAssessment = z.infer<typeof schema>;

export type StoredPart = z.infer<typeof storedPart>;

/** Reads one. @throws ZodError if it is none. */
export const storedAssessment = (json: unknown): StoredAssessment => schema.parse(json);

/** The single questions: the parts of a criterion, or the criterion itself where it has none. */
export const singleQuestions = ({ criteria }: StoredAssessment): readonly StoredPart[] =>
  criteria.flatMap((each) => {
    const confidential = each.confidential === true;
    const { parts = [each] } = each;
    // A part beside a confidential one would tell what the confidential one says.
    return parts.map((one) => (confidential ? { ...one, confidential } : one));
  });

/** Statuses that a table holds as text. */
export const statusFrom = (text: string): StoredAssessment['status'] =>
  text === 'candidate' || text === 'potential-candidate' ? text : 'ineligible';

/** Stands against the patient: an inclusion criterion that is not met, or an exclusion criterion that is. */
export const isAgainst = ({ type, verdict: given }: Pick<StoredPart, 'type' | 'verdict'>): boolean =>
  given === (type === 'inclusion' ? 'not-met' : 'met');
