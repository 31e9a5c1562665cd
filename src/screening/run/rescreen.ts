// How is one patient screened again, now, between two runs over the population?

import type { Store } from '../../store/store.ts';
import { idIn } from '../sources/search-gather.ts';
import type { ScreeningItem } from '../sources/source.ts';
import { beginRun } from './begin-run.ts';
import { endListing, listItems, sourceProgress } from './ledger.ts';
import { screeningClient } from './listing.ts';
import { openSource } from './open-source.ts';
import { endRun, type RunReport } from './run-report.ts';
import { workThrough } from './working.ts';
import { rulesOf, screenerOf, today, type Workshop } from './workshop.ts';

/** Milliseconds before a patient who could not be read is tried again; doubled with every further attempt. */
const pause = 5_000;

/**
 * Screens one patient by the rules, the statements and the day in force, in a run of her own, which no funnel and no log
 * counts as the last run. Reads the record from the server by searches.
 * @param fault told of what the source throws, which it should not.
 * @throws ConfigError for a server that is not configured, TypeError for an item that names no patient.
 */
export async function rescreen(
  workshop: Workshop,
  item: ScreeningItem,
  fault: (error: unknown) => void,
  signal: AbortSignal,
): Promise<RunReport | undefined> {
  const { store, vault, pseudonymise, clock, config, serverNamed } = workshop;
  const { server } = item;
  const id = idIn(item.patient);
  if (id === undefined) throw new TypeError('the item names no patient');
  const patient = pseudonymise({ client: screeningClient, server, patient: id });
  const assessing = await rulesOf(workshop, await versionFor(store, patient), undefined, today(workshop));
  const run = await beginRun(workshop, { kind: 'one', server }, assessing, true);
  const at = (): string => new Date(clock.now()).toISOString();
  try {
    await listItems(store, vault, run, [{ patient, item }], { position: 0, place: undefined, at: at() });
    await endListing(store, run);
    const { workFolder, attempts } = config.screening;
    const progress = sourceProgress(store, run);
    const opening = { run, workFolder, progress, serverNamed, clock, signal, assessing };
    const source = await openSource({ kind: 'one', server }, opening);
    const screener = { ...screenerOf(workshop, run, assessing, true, fault), source };
    await workThrough(screener, { atOnce: 1, attempts, pause, finished: () => {} }, signal);
  } catch (error) {
    await endRun(store, run, 'stopped', at());
    throw error;
  }
  return await endRun(store, run, 'stopped', at());
}

/** The version of the trial by which the list holds her; the configured one for whoever is not on it. */
export async function versionFor({ database }: Store, patient: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('worklist')
    .innerJoin('runs', 'runs.run', 'worklist.run')
    .select('runs.protocol')
    .where('worklist.patient', '=', patient)
    .limit(1)
    .executeTakeFirst();
  return row?.protocol;
}
