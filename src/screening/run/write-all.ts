// How is everything written to the EHR that waits for it?

import { isoDay } from '../../logic/calendar.ts';
import { waitsForAnother } from '../outbox/deliver.ts';
import { drainOutbox, type Drained } from '../outbox/drain.ts';
import { today, type Workshop } from './workshop.ts';

/** Writes what is due; undefined where nothing is configured to be written back. */
export async function writeAll(workshop: Workshop, signal: AbortSignal): Promise<Drained | undefined> {
  const { config, store, vault, clock } = workshop;
  const settings = config.screening.writeBack;
  const ehr = settings === undefined ? undefined : await workshop.ehrNamed(settings.server, signal);
  if (settings === undefined || ehr === undefined) return undefined;
  const draining = { store, vault, ehr, settings, now: clock.now, today: () => isoDay(today(workshop)) };
  const drained = await drainOutbox(draining, signal);
  return drained;
}

/** What the server had refused is due again, and what waits for it; failures are counted anew. */
export async function refusedAgain({ store, clock }: Pick<Workshop, 'store' | 'clock'>): Promise<number> {
  const { numUpdatedRows } = await store.database
    .updateTable('outbox')
    .set({ state: 'pending', failures: 0, due: new Date(clock.now()).toISOString() })
    .where((row) => row.or([row('state', '=', 'failed'), row('reason', '=', waitsForAnother)]))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
