// How is what screening keeps thrown away again: by age, or for one patient?

import type { Database } from './store.ts';

const count = (result: { readonly numDeletedRows: bigint }): number => Number(result.numDeletedRows);

/**
 * Deletes everything that screening keeps about one patient, by pseudonym. What was written to the EHR stays there, and
 * nothing here knows of it any more.
 */
export async function eraseScreening(transaction: Database, patient: string): Promise<number> {
  const tables = [
    'items',
    'results',
    'outbox',
    'worklist',
    'worklist_events',
    'statements',
    'waiting',
    'subjects',
  ] as const;
  let rows = 0;
  for (const table of tables) {
    rows += count(await transaction.deleteFrom(table).where('patient', '=', patient).executeTakeFirstOrThrow());
  }
  return rows;
}

/**
 * Deletes runs that ended before a time with their items, the results that hold for no kept run and no later than others
 * of the patient, statements withdrawn before it, and who a pseudonym is where nothing else speaks of her. The worklist
 * and the outbox stay: without them a patient would be referred a second time.
 */
export async function purgeScreening(transaction: Database, before: string): Promise<number> {
  const old = transaction.selectFrom('runs').select('run').where('ended', '!=', '').where('ended', '<', before);
  const items = await transaction.deleteFrom('items').where('run', 'in', old).executeTakeFirstOrThrow();
  const progress = await transaction.deleteFrom('progress').where('run', 'in', old).executeTakeFirstOrThrow();
  const results = await transaction
    .deleteFrom('results')
    .where('run', 'in', old)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('items')
            .select('items.run')
            .whereRef('items.result_run', '=', 'results.run')
            .whereRef('items.patient', '=', 'results.patient'),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  const held = transaction.selectFrom('results').select('results.run');
  const runs = await transaction
    .deleteFrom('runs')
    .where('run', 'in', old)
    .where('run', 'not in', held)
    .executeTakeFirstOrThrow();
  const statements = await transaction
    .deleteFrom('statements')
    .where('withdrawn', '!=', '')
    .where('withdrawn', '<', before)
    .executeTakeFirstOrThrow();
  const subjects = await forgetSubjects(transaction, before);
  return [items, progress, results, runs, statements].reduce((sum, each) => sum + count(each), 0) + subjects;
}

async function forgetSubjects(transaction: Database, before: string): Promise<number> {
  const speaking = ['items', 'results', 'outbox', 'worklist', 'statements'] as const;
  const deletion = speaking.reduce(
    (query, table) => query.where('patient', 'not in', transaction.selectFrom(table).select('patient')),
    transaction.deleteFrom('subjects').where('seen', '<', before),
  );
  return count(await deletion.executeTakeFirstOrThrow());
}
