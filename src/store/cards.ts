// Which cards were returned, or would have been returned in silent mode?

import type { CardTable } from './schema.ts';
import type { Store } from './store.ts';

export type IssuedCard = Omit<CardTable, 'shown'> & { readonly shown: boolean };

/** Remembers the cards of one response, so that feedback can be told from forgery. */
export async function rememberCards({ database }: Store, cards: readonly IssuedCard[]): Promise<void> {
  if (cards.length === 0) return;
  await database
    .insertInto('cards')
    .values(cards.map((card) => ({ ...card, shown: card.shown ? 1 : 0 })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The card this client was given, if it was. */
export async function issuedCard({ database }: Store, client: string, card: string): Promise<IssuedCard | undefined> {
  const row = await database
    .selectFrom('cards')
    .selectAll()
    .where('card', '=', card)
    .where('client', '=', client)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, shown: row.shown === 1 };
}

export type CardCount = {
  readonly service: string;
  readonly status: string;
  readonly shown: boolean;
  readonly count: number;
};

/** How many cards by service and status, shown and silent; of one client, or of all. */
export async function countCards({ database }: Store, client?: string): Promise<readonly CardCount[]> {
  const rows = await database
    .selectFrom('cards')
    .$if(client !== undefined, (query) => query.where('client', '=', client ?? ''))
    .select(({ fn }) => ['service', 'status', 'shown', fn.countAll<number | string>().as('count')])
    .groupBy(['service', 'status', 'shown'])
    .orderBy('service')
    .orderBy('status')
    .orderBy('shown')
    .execute();
  return rows.map((row) => ({ ...row, shown: row.shown === 1, count: Number(row.count) }));
}
