// What has been stated about a patient on the list that the next screening uses?

import { z } from 'zod';
import { attributableItems } from '../../facts/attributable.ts';
import type { Stated } from '../investigator-answers.ts';
import { parseDay } from '../../logic/calendar.ts';
import type { StatementTable } from '../../store/schema-screening.ts';
import type { Database } from '../../store/store.ts';

const answerVerdict = z.enum(['met', 'not-met']);
const attributionVerdict = z.enum(['lupus', 'not-lupus']);
const item = z.enum(attributableItems);

/**
 * The statements that stand, as `Screening` takes them; undefined if one of them cannot be read: whoever goes on without it
 * would answer as if nobody had stated it. They count for a patient's answer: whoever skips unchanged patients must compare
 * them too.
 * @param trial registration id, without version.
 */
export async function statedAbout(database: Database, patient: string, trial: string): Promise<Stated | undefined> {
  const rows = await database
    .selectFrom('statements')
    .selectAll()
    .where('patient', '=', patient)
    .where('protocol', '=', trial)
    .where('withdrawn', '=', '')
    .orderBy('date')
    .orderBy('statement')
    .execute();
  const answers = rows.filter(({ kind }) => kind === 'answer').map(answerOf);
  const attributions = rows.filter(({ kind }) => kind === 'attribution').map(attributionOf);
  const read = { answers: answers.filter(isRead), attributions: attributions.filter(isRead) };
  return read.answers.length + read.attributions.length === rows.length ? read : undefined;
}

const isRead = <T>(statement: T | undefined): statement is T => statement !== undefined;

function answerOf(row: StatementTable): Stated['answers'][number] | undefined {
  const { question, author } = row;
  const [date, until] = [parseDay(row.date), parseDay(row.until)];
  const verdict = answerVerdict.safeParse(row.verdict).data;
  if (date === undefined || verdict === undefined || (row.until !== '' && until === undefined)) return undefined;
  return { question, verdict, author, date, ...(until !== undefined && { until }) };
}

function attributionOf(row: StatementTable): Stated['attributions'][number] | undefined {
  const { author } = row;
  const date = parseDay(row.date);
  const to = attributionVerdict.safeParse(row.verdict).data;
  const of = item.safeParse(row.question).data;
  return date === undefined || to === undefined || of === undefined ? undefined : { item: of, to, author, date };
}
