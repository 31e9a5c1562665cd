// What has been stated about a patient on the list that the next screening uses?

import { z } from 'zod';
import { items } from '../../facts/sledai-2k/items.ts';
import type { Stated } from '../../investigator-answers.ts';
import { parseDay } from '../../logic/calendar.ts';
import type { StatementTable } from '../../store/schema-screening.ts';
import type { Database } from '../../store/store.ts';

const answerVerdict = z.enum(['met', 'not-met']);
const attributionVerdict = z.enum(['lupus', 'not-lupus']);
const item = z.enum(items.map(({ id }) => id));

/**
 * The statements that stand, as `Screening` takes them. They count for a patient's answer: whoever skips unchanged patients
 * must compare them too.
 * @param trial registration id, without version.
 */
export async function statedAbout(database: Database, patient: string, trial: string): Promise<Stated> {
  const rows = await database
    .selectFrom('statements')
    .selectAll()
    .where('patient', '=', patient)
    .where('protocol', '=', trial)
    .where('withdrawn', '=', '')
    .orderBy('date')
    .orderBy('statement')
    .execute();
  return { answers: rows.flatMap(answerOf), attributions: rows.flatMap(attributionOf) };
}

function answerOf({ kind, question, verdict, author, date, until }: StatementTable): Stated['answers'] {
  const day = parseDay(date);
  const given = answerVerdict.safeParse(verdict).data;
  if (kind !== 'answer' || day === undefined || given === undefined) return [];
  const end = parseDay(until);
  return [{ question, verdict: given, author, date: day, ...(end !== undefined && { until: end }) }];
}

function attributionOf({ kind, question, verdict, author, date }: StatementTable): Stated['attributions'] {
  const day = parseDay(date);
  const to = attributionVerdict.safeParse(verdict).data;
  const of = item.safeParse(question).data;
  return kind !== 'attribution' || day === undefined || to === undefined || of === undefined
    ? []
    : [{ item: of, to, author, date: day }];
}
