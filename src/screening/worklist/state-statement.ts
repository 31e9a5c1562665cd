// How is what an investigator states recorded, and taken back?

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ServiceError } from '../../errors.ts';
import { attributableItems } from '../../facts/attributable.ts';
import type { Sealing } from '../../store/sealing.ts';
import type { StatementTable } from '../../store/schema-screening.ts';
import type { Database, Store } from '../../store/store.ts';
import { changeRow, type Deed } from './change-row.ts';
import type { OnList } from './events.ts';

/** An answer to a single criterion that only a human can give, or what an item of a score is due to. */
export const statementBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    question: z.string().min(1).max(40),
    verdict: z.enum(['met', 'not-met']),
    /** Last day on which it holds; without it, it holds until it is withdrawn. */
    until: z.iso.date().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('attribution'),
    question: z.enum(attributableItems),
    verdict: z.enum(['lupus', 'not-lupus']),
  }),
]);

export type StatementBody = z.infer<typeof statementBody>;

/**
 * Records a statement of today. It takes the place of what was stated about the same question before.
 * @param today YYYY-MM-DD in the site's time zone.
 * @param questions ids of the single criteria of the trial; an answer to anything else would be lost in silence.
 * @throws ServiceError `bad-form` for another question, or an end that lies before today.
 */
export async function recordStatement(
  store: Store,
  sealing: Sealing,
  deed: Deed,
  body: StatementBody,
  { today, questions }: { readonly today: string; readonly questions: ReadonlySet<string> },
): Promise<void> {
  const { kind, question, verdict } = body;
  const until = body.kind === 'answer' ? (body.until ?? '') : '';
  if (kind === 'answer' && !questions.has(question)) throw new ServiceError('bad-form', ['question']);
  if (until !== '' && until < today) throw new ServiceError('bad-form', ['until']);
  await changeRow(store, sealing, deed, async ({ patient, protocol }, transaction) => {
    const statement = randomUUID();
    await withdrawStanding(transaction, { patient, protocol }, { kind, question }, deed.at);
    await transaction
      .insertInto('statements')
      .values({
        statement,
        patient,
        protocol,
        kind,
        question,
        verdict,
        author: deed.person.name,
        date: today,
        until,
        withdrawn: '',
      })
      .execute();
    return { event: { kind: 'stated', statement, question, verdict }, audited: { statement } };
  });
}

async function withdrawStanding(
  transaction: Database,
  { patient, protocol }: OnList,
  { kind, question }: Pick<StatementTable, 'kind' | 'question'>,
  at: string,
): Promise<void> {
  await transaction
    .updateTable('statements')
    .set({ withdrawn: at })
    .where('patient', '=', patient)
    .where('protocol', '=', protocol)
    .where('kind', '=', kind)
    .where('question', '=', question)
    .where('withdrawn', '=', '')
    .execute();
}

/** Takes a statement back. @throws ServiceError `unknown-path` if none of this patient stands under that id. */
export async function withdrawStatement(store: Store, sealing: Sealing, deed: Deed, statement: string): Promise<void> {
  await changeRow(store, sealing, deed, async ({ patient, protocol }, transaction) => {
    const standing = await transaction
      .selectFrom('statements')
      .select('question')
      .where('statement', '=', statement)
      .where('patient', '=', patient)
      .where('protocol', '=', protocol)
      .where('withdrawn', '=', '')
      .executeTakeFirst();
    if (standing === undefined) throw new ServiceError('unknown-path');
    await transaction
      .updateTable('statements')
      .set({ withdrawn: deed.at })
      .where('statement', '=', statement)
      .execute();
    return { event: { kind: 'withdrawn', statement, question: standing.question }, audited: { statement } };
  });
}

/** Every statement about a patient, those that were withdrawn too, oldest first. */
export async function statementsOf(database: Database, { patient, protocol }: OnList) {
  const rows = await database
    .selectFrom('statements')
    .selectAll()
    .where('patient', '=', patient)
    .where('protocol', '=', protocol)
    .orderBy('date')
    .orderBy('statement')
    .execute();
  return rows.map(({ statement, kind, question, verdict, author, date, until, withdrawn }) => ({
    id: statement,
    kind,
    question,
    verdict,
    author,
    date,
    ...(until !== '' && { until }),
    ...(withdrawn !== '' && { withdrawn }),
  }));
}
