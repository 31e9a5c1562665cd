// How is what is kept thrown away again: by age, or for one patient?

import { eraseScreening, purgeScreening } from './retention-screening.ts';
import type { Store } from './store.ts';
import { forgetActions } from './system-actions.ts';

export type Deleted = {
  readonly cards: number;
  readonly feedback: number;
  readonly snoozes: number;
  readonly replay: number;
  /** Rows of runs, results, list, statements and write-back. */
  readonly screening: number;
};

const count = (result: { readonly numDeletedRows: bigint }): number => Number(result.numDeletedRows);

/**
 * Deletes cards, feedback and expired snoozes and tokens older than a time. A card takes its feedback with it, however
 * young: without the card nobody could say any more whose it is. The audit trail stays: it is append-only and holds
 * pseudonyms.
 */
export async function purgeBefore({ database }: Store, before: string): Promise<Deleted> {
  return await database.transaction().execute(async (transaction) => ({
    feedback: count(
      await transaction
        .deleteFrom('feedback')
        .where((where) =>
          where.or([
            where('received', '<', before),
            where('card', 'in', where.selectFrom('cards').select('card').where('issued', '<', before)),
          ]),
        )
        .executeTakeFirstOrThrow(),
    ),
    cards: count(await transaction.deleteFrom('cards').where('issued', '<', before).executeTakeFirstOrThrow()),
    snoozes: count(await transaction.deleteFrom('snoozes').where('until', '<', before).executeTakeFirstOrThrow()),
    replay: count(await transaction.deleteFrom('replay').where('expires', '<', before).executeTakeFirstOrThrow()),
    screening: await purgeScreening(transaction, before),
  }));
}

/** Deletes everything that is kept about one patient (by pseudonym), screening included, except the audit trail. */
export async function erasePatient({ database }: Store, patient: string): Promise<Deleted> {
  return await database.transaction().execute(async (transaction) => {
    const own = transaction.selectFrom('cards').select('card').where('patient', '=', patient);
    const feedback = await transaction.deleteFrom('feedback').where('card', 'in', own).executeTakeFirstOrThrow();
    const cards = await transaction.deleteFrom('cards').where('patient', '=', patient).executeTakeFirstOrThrow();
    const snoozes = await transaction.deleteFrom('snoozes').where('patient', '=', patient).executeTakeFirstOrThrow();
    const actions = Number(await forgetActions(transaction, patient));
    const screening = await eraseScreening(transaction, patient);
    return { cards: count(cards), feedback: count(feedback), snoozes: count(snoozes), replay: actions, screening };
  });
}
