// Whose events wait for a screening, so that none is lost when the service ends before it?

import { randomUUID } from 'node:crypto';
import type { Store } from '../../store/store.ts';
import type { Pseudonymise } from '../../store/pseudonym.ts';
import { screeningClient } from '../run/listing.ts';
import type { Vault } from '../run/vault.ts';
import { idIn } from '../sources/search-gather.ts';
import type { ScreeningItem } from '../sources/source.ts';

export type WaitingEvents = {
  /** Something happened to this patient: kept before whoever told it hears that it was taken. */
  readonly keep: (item: ScreeningItem) => Promise<void>;
  /** The last event about her; undefined where none waits. */
  readonly last: (item: ScreeningItem) => Promise<string | undefined>;
  /** She was screened for this event; one that came meanwhile goes on waiting. */
  readonly forget: (item: ScreeningItem, event: string) => Promise<void>;
  /** Everybody who waits. */
  readonly all: () => Promise<readonly ScreeningItem[]>;
};

/** What is kept names nobody: a pseudonym, and the patient's id under seal. */
export function waitingEvents(
  { database }: Pick<Store, 'database'>,
  { sealIdentity, openIdentity }: Vault,
  pseudonymise: Pseudonymise,
): WaitingEvents {
  const pseudonymOf = ({ server, patient }: ScreeningItem): string =>
    pseudonymise({ client: screeningClient, server, patient: idIn(patient) ?? '' });
  return {
    keep: async (item) => {
      const [patient, event] = [pseudonymOf(item), randomUUID()];
      const identity = sealIdentity(patient, { reference: item.patient, server: item.server });
      await database
        .insertInto('waiting')
        .values({ patient, identity, event })
        .onConflict((conflict) => conflict.column('patient').doUpdateSet({ event }))
        .execute();
    },
    last: async (item) => {
      const row = await database
        .selectFrom('waiting')
        .select('event')
        .where('patient', '=', pseudonymOf(item))
        .executeTakeFirst();
      return row?.event;
    },
    forget: async (item, event) => {
      await database
        .deleteFrom('waiting')
        .where('patient', '=', pseudonymOf(item))
        .where('event', '=', event)
        .execute();
    },
    all: async () => {
      const rows = await database.selectFrom('waiting').select(['patient', 'identity']).orderBy('patient').execute();
      return rows.map(({ patient, identity }) => {
        const { server, reference } = openIdentity(patient, identity);
        return { server, patient: reference };
      });
    },
  };
}
