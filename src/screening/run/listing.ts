// How is a source's population listed in a run, and again after an interruption?

import type { Pseudonymise } from '../../store/pseudonym.ts';
import type { Store } from '../../store/store.ts';
import { endListing, listedSoFar, listItems, type Listed } from './ledger.ts';
import type { Screener } from './screen-item.ts';
import type { Vault } from './vault.ts';

/** Name of the calling system under which screening names patients in the store. */
export const screeningClient = 'screening';

export type Listing = Pick<Screener, 'run' | 'source' | 'now'> & {
  readonly store: Store;
  readonly vault: Vault;
  readonly pseudonymise: Pseudonymise;
};

/** Patients taken over in one transaction. */
const batch = 200;

/**
 * Lists the source's patients, going on where an earlier listing ended.
 * @param listed told how many there are so far.
 */
export async function listAll(listing: Listing, signal: AbortSignal, listed: (count: number) => void): Promise<void> {
  const { store, vault, run, source, pseudonymise, now } = listing;
  const soFar = await listedSoFar(store, run);
  let { position } = soFar;
  let waiting: Listed[] = [];
  let place: string | undefined;
  const takeOver = async (): Promise<void> => {
    if (waiting.length === 0) return;
    await listItems(store, vault, run, waiting, { position, place, at: new Date(now()).toISOString() });
    position += waiting.length;
    waiting = [];
    listed(position);
  };
  for await (const { item, progress } of source.items(soFar.place)) {
    signal.throwIfAborted();
    const id = item.patient.replace(/^Patient\//, '');
    const patient = pseudonymise({ client: screeningClient, server: item.server, patient: id });
    waiting.push({ patient, item });
    place = progress ?? place;
    if (waiting.length >= batch) await takeOver();
  }
  await takeOver();
  await endListing(store, run);
}
