// Was this token used before?

import type { Store } from './store.ts';

/**
 * Remembers a token's jti and answers whether it is new; of any number of callers at once exactly one hears "new".
 * @param expires ISO time until which the token would be valid, with the clock tolerance included.
 */
export async function isFirstUse({ database }: Store, issuer: string, jti: string, expires: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('replay')
    .values({ issuer, jti, expires })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Forgets the tokens that have expired. */
export async function forgetExpired({ database }: Store, now: string): Promise<void> {
  await database.deleteFrom('replay').where('expires', '<', now).execute();
}
