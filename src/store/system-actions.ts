// Was the EHR asked before to do this for this patient?

import { isFirstUse } from './replay.ts';
import type { Snooze } from './snoozes.ts';
import type { Database, Store } from './store.ts';
import { msPerDay } from '../logic/gregorian.ts';

/** Days after which the same may be asked again: the longest silence after an override. */
const onceInDays = 180;

/** Kept beside the used tokens, under a name that no issuer has. */
const issuerOf = (client: string): string => `system-action ${client}`;

/** Remembers an action and answers whether it is new; of any number of callers at once exactly one hears "new". */
export async function isFirstAction(store: Store, { client, patient, protocol }: Snooze, now: Date): Promise<boolean> {
  const key = `${patient} ${protocol}`;
  const expires = new Date(now.getTime() + onceInDays * msPerDay).toISOString();
  await store.database
    .deleteFrom('replay')
    .where('issuer', '=', issuerOf(client))
    .where('jti', '=', key)
    .where('expires', '<', now.toISOString())
    .execute();
  return await isFirstUse(store, issuerOf(client), key, expires);
}

/** Forgets what an EHR has done by itself about a patient, by her pseudonym; answers how many actions. */
export async function forgetActions(database: Database, patient: string): Promise<bigint> {
  const { numDeletedRows } = await database
    .deleteFrom('replay')
    .where('issuer', 'like', 'system-action %')
    .where('jti', 'like', `${patient} %`)
    .executeTakeFirstOrThrow();
  return numDeletedRows;
}
