// What has an investigator stated about patients outside their records: answers to questions, attributions of items of a score?

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { withoutMark } from '../byte-order-mark.ts';
import type { Screening } from '../facts/screening.ts';
import { attributableItems } from '../facts/attributable.ts';
import { guardJson } from '../fhir/json-guard.ts';
import { parseDay } from '../logic/calendar.ts';

/** What was stated about one patient. */
export type Stated = Pick<Screening, 'answers' | 'attributions'>;

/** What was stated, by relative reference of the patient ("Patient/123"). */
export type InvestigatorAnswers = ReadonlyMap<string, Stated>;

export const nothingStated: Stated = { answers: [], attributions: [] };

/** Answers that cannot be used: says where and why. */
export class AnswersError extends Error {}

const day = z.string().transform((text, context) => {
  const parsed = parseDay(text);
  if (parsed !== undefined) return parsed;
  context.issues.push({ code: 'custom', message: 'not a date YYYY-MM-DD', input: text });
  return z.NEVER;
});

const author = z.string().trim().min(1);

const answer = z
  .strictObject({
    question: z.string(),
    verdict: z.enum(['met', 'not-met']),
    author,
    date: day,
    until: day.exactOptional(),
  })
  .refine(({ date, until }) => until === undefined || until >= date, 'until lies before date');

const attribution = z.strictObject({
  item: z.enum(attributableItems),
  to: z.enum(['lupus', 'not-lupus']),
  author,
  date: day,
});

const reference = /^Patient\/[A-Za-z0-9\-.]{1,64}$/;

const answersFile = z
  .record(
    z.string(),
    z.strictObject({ answers: z.array(answer).default([]), attributions: z.array(attribution).default([]) }),
  )
  .refine((stated) => Object.keys(stated).every((key) => reference.test(key)), 'a patient is named "Patient/ID"');

/**
 * Checks answers that came as JSON: { "Patient/ID": { answers: [...], attributions: [...] } }, dates as YYYY-MM-DD.
 * @param questions ids of the single criteria that can be asked about; an answer to anything else would be lost in silence.
 * @throws AnswersError
 */
export function checkedAnswers(content: unknown, questions: readonly string[]): InvestigatorAnswers {
  const checked = answersFile.safeParse(content);
  if (!checked.success) throw new AnswersError(wordsFor(checked.error, content));
  for (const { answers } of Object.values(checked.data)) {
    const lost = answers.find(({ question }) => !questions.includes(question));
    if (lost === undefined) continue;
    const parts = questions.filter((id) => id.startsWith(`${lost.question}.`));
    const instead = parts.length === 0 ? '' : `; its parts are ${parts.join(', ')}`;
    throw new AnswersError(`no single criterion ${lost.question}${instead}`);
  }
  return new Map(Object.entries(checked.data));
}

/** What is wrong and where; a patient is named by her place in the file, never by her id. */
function wordsFor({ issues }: z.ZodError, content: unknown): string {
  const patients = typeof content === 'object' && content !== null ? Object.keys(content) : [];
  return issues
    .map(({ path: [patient, ...place], message }) =>
      patient === undefined
        ? message
        : `patient ${String(patients.indexOf(String(patient)) + 1)}, ${place.map(String).join('.')}: ${message}`,
    )
    .join('; ');
}

/**
 * Reads a file of answers.
 * @throws AnswersError if it cannot be read, is not JSON, says a thing twice or is not what it should be.
 */
export async function readAnswers(path: string, questions: readonly string[]): Promise<InvestigatorAnswers> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) throw new AnswersError(`${path}: no such file`);
  const text = withoutMark(bytes);
  const guarded = guardJson(text);
  if (guarded.state !== 'sound') throw new AnswersError(`${path}: not safe to read`);
  try {
    return checkedAnswers(JSON.parse(text.toString('utf8')), questions);
  } catch (error) {
    if (error instanceof AnswersError) throw new AnswersError(`${path}: ${error.message}`);
    throw new AnswersError(`${path}: not JSON`);
  }
}
