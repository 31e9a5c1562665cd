// What have investigators stated about a patient, and not withdrawn?

import { nothingStated, type Stated } from '../../investigator-answers.ts';
import { parseDay, type Day } from '../../logic/calendar.ts';
import type { Database } from '../../store/store.ts';
import type { StatementTable } from '../../store/schema-screening.ts';

/** A statement that cannot be used: it is never left out in silence, the item fails. */
export class StatementError extends Error {}

/** Answers and attributions as they enter a Screening, oldest first. @throws StatementError */
export async function statedAbout(database: Database, patient: string, protocol: string): Promise<Stated> {
  const rows = await database
    .selectFrom('statements')
    .selectAll()
    .where('patient', '=', patient)
    .where('protocol', '=', protocol)
    .where('withdrawn', '=', '')
    .orderBy('date')
    .orderBy('statement')
    .execute();
  if (rows.length === 0) return nothingStated;
  return {
    answers: rows.filter(({ kind }) => kind === 'answer').map(answerOf),
    attributions: rows.filter(({ kind }) => kind === 'attribution').map(attributionOf),
  };
}

function answerOf({ question, verdict, author, date, until }: StatementTable): Stated['answers'][number] {
  if (verdict !== 'met' && verdict !== 'not-met') throw new StatementError();
  return { question, verdict, author, date: dayOf(date), ...(until !== '' && { until: dayOf(until) }) };
}

function attributionOf({ question, verdict, author, date }: StatementTable): Stated['attributions'][number] {
  if (verdict !== 'lupus' && verdict !== 'not-lupus') throw new StatementError();
  return { item: question, to: verdict, author, date: dayOf(date) };
}

function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new StatementError();
  return day;
}
