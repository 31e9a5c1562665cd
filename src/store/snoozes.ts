// For how long is a card not shown again after it was overridden?

import { sql } from 'kysely';
import type { SnoozeTable } from './schema.ts';
import type { Store } from './store.ts';
import { msPerDay } from '../logic/gregorian.ts';

export type Snooze = { readonly client: string; readonly patient: string; readonly protocol: string };

/** Days of silence after the first, second and any later override of the same kind of card. */
const backOffDays = [30, 90, 180] as const;

/** Until when the next override silences the card, if it was overridden `times` times before. */
export function snoozeUntil(now: Date, times: number): string {
  const days = backOffDays[Math.min(times, backOffDays.length - 1)] ?? 180;
  return new Date(now.getTime() + days * msPerDay).toISOString();
}

/** Starts or prolongs a snooze; each further override lasts longer. Answers until when. */
export async function startSnooze({ database }: Store, key: Snooze, reason: string, now: Date): Promise<string> {
  return await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('snoozes')
      .values({ ...key, until: '', reason, times: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await transaction
      .updateTable('snoozes')
      .set((update) => ({ times: update('times', '+', 1), reason }))
      .where('client', '=', key.client)
      .where('patient', '=', key.patient)
      .where('protocol', '=', key.protocol)
      .execute();
    const { times } = await transaction
      .selectFrom('snoozes')
      .select('times')
      .where('client', '=', key.client)
      .where('patient', '=', key.patient)
      .where('protocol', '=', key.protocol)
      .executeTakeFirstOrThrow();
    const until = snoozeUntil(now, times - 1);
    await transaction
      .updateTable('snoozes')
      .set({ until })
      .where('client', '=', key.client)
      .where('patient', '=', key.patient)
      .where('protocol', '=', key.protocol)
      .execute();
    return until;
  });
}

/** Whether a card about this patient and protocol is silenced now. Asked with every card: written out, it need not be put together. */
export async function isSnoozed({ database }: Store, key: Snooze, now: Date): Promise<boolean> {
  const { rows } = await sql<Pick<SnoozeTable, 'until'>>`
    SELECT until FROM snoozes
    WHERE client = ${key.client} AND patient = ${key.patient} AND protocol = ${key.protocol}`.execute(database);
  return rows.some(({ until }) => until > now.toISOString());
}
