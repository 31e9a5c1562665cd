// What did clinicians do with the cards?

import type { FeedbackTable } from './schema.ts';
import type { Store } from './store.ts';

/** Stores entries of feedback and answers how many were new; the same entry sent again changes nothing. */
export async function storeFeedback({ database }: Store, entries: readonly FeedbackTable[]): Promise<number> {
  if (entries.length === 0) return 0;
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('feedback')
    .values([...entries])
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

export type FeedbackCount = {
  readonly service: string;
  readonly outcome: string;
  readonly reason: string;
  readonly count: number;
};

/** Counts by service, outcome and reason code; of one client, or of all. */
export async function countFeedback({ database }: Store, client?: string): Promise<readonly FeedbackCount[]> {
  const rows = await database
    .selectFrom('feedback')
    .innerJoin('cards', (join) =>
      join.onRef('cards.card', '=', 'feedback.card').onRef('cards.client', '=', 'feedback.client'),
    )
    .select(({ fn }) => [
      'cards.service as service',
      'feedback.outcome as outcome',
      'feedback.reason_code as reason',
      fn.countAll<number | string>().as('count'),
    ])
    .$if(client !== undefined, (query) => query.where('cards.client', '=', client ?? ''))
    .groupBy(['cards.service', 'feedback.outcome', 'feedback.reason_code'])
    .orderBy('service')
    .orderBy('outcome')
    .orderBy('reason')
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
