// How does a worker screen a patient who was handed to it?

import type { Store } from '../../store/store.ts';
import { attempt } from './attempt.ts';
import { attemptFailed } from './ledger.ts';
import type { Handed, HandedEnd } from './queue.ts';
import type { ItemEnd, Screener } from './screen-item.ts';

export type HandedWork = {
  readonly store: Store;
  /** What the patients of a run are screened with; undefined for a run that this worker must not touch. */
  readonly screenerFor: (run: string) => Promise<Screener | undefined>;
  readonly attempts: number;
  readonly finished: (end: ItemEnd['end']) => void;
  readonly signal: AbortSignal;
};

/** The truth is in our tables: a patient who is finished, by whomever, is not looked at again. */
export async function screenHanded(work: HandedWork, { run, patient }: Handed): Promise<HandedEnd> {
  const { store, attempts, signal, finished } = work;
  const item = await store.database
    .selectFrom('items')
    .select(['state', 'attempts'])
    .where('run', '=', run)
    .where('patient', '=', patient)
    .executeTakeFirst();
  if (item?.state !== 'pending') return 'ended';
  const screener = await work.screenerFor(run);
  if (screener === undefined) return 'again';
  const end = await attempt(screener, patient, item.attempts, attempts, signal);
  if (end === 'again') return 'again';
  finished(end);
  return 'ended';
}

/** Nobody could finish her, again and again: she counts as failed, and the report says why. */
export async function giveUp(store: Store, { run, patient }: Handed): Promise<void> {
  await attemptFailed(store, run, patient, 'workers-lost', true);
}
