// Which runs are there, which patients does each have, and how far is it?

import type { RunTable } from '../../store/schema-screening.ts';
import type { Database, Store } from '../../store/store.ts';
import type { Progress, ScreeningItem } from '../sources/source.ts';
import { ofOnePatient } from './source-spec.ts';
import type { Vault } from './vault.ts';

export type NewRun = Pick<
  RunTable,
  'run' | 'source' | 'protocol' | 'protocol_digest' | 'engine_digest' | 'as_of' | 'acts' | 'started'
>;

/** A patient to be listed, with her pseudonym. */
export type Listed = { readonly patient: string; readonly item: ScreeningItem };

/** Enters a new run, with nobody listed yet. */
export async function startRun({ database }: Store, run: NewRun): Promise<void> {
  await database
    .insertInto('runs')
    .values({ ...run, state: 'running', listed: 0, ended: '', detail: '{}' })
    .execute();
}

/** Undefined if there is no run of that name. */
export async function runNamed({ database }: Store, run: string): Promise<RunTable | undefined> {
  return await database.selectFrom('runs').selectAll().where('run', '=', run).executeTakeFirst();
}

/** A run that is taken up again goes on where it was. */
export async function reopenRun({ database }: Store, run: string): Promise<void> {
  await database.updateTable('runs').set({ state: 'running', ended: '' }).where('run', '=', run).execute();
}

/** Under this name the ledger keeps how far the listing is; a source's own names have another beginning. */
const listing = 'items';
const ofSource = 'source:';

/** How far the listing was when the last patients were taken over, as the source put it. */
export async function listedSoFar({ database }: Store, run: string) {
  const last = await database
    .selectFrom('items')
    .select((select) => select.fn.max('position').as('position'))
    .where('run', '=', run)
    .executeTakeFirst();
  const place = await progressOf(database, run, '').get(listing);
  // A run without items has no greatest position: null, whatever the types say.
  return { position: last?.position ?? 0, ...(place !== undefined && { place }) };
}

/**
 * Takes over patients with the place to which the source has come: both or neither. A patient who is listed already
 * stays as she is.
 */
export async function listItems(
  { database }: Store,
  { sealIdentity }: Vault,
  run: string,
  listed: readonly Listed[],
  from: { readonly position: number; readonly place: string | undefined; readonly at: string },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('subjects')
      .values(
        listed.map(({ patient, item }) => ({
          patient,
          server: item.server,
          identity: sealIdentity(patient, { reference: item.patient, server: item.server }),
          consent: '',
          seen: from.at,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await transaction
      .insertInto('items')
      .values(
        listed.map(({ patient }, index) => ({
          run,
          patient,
          position: from.position + index + 1,
          state: 'pending',
          attempts: 0,
          reason: '',
          result_run: '',
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    if (from.place !== undefined) await progressOf(transaction, run, '').set(listing, from.place);
  });
}

/** Every patient of the source is listed in the run. */
export async function endListing({ database }: Store, run: string): Promise<void> {
  await database.updateTable('runs').set({ listed: 1 }).where('run', '=', run).execute();
}

/** The next patients that are not finished, in the order of the list. */
export async function pendingAfter({ database }: Store, run: string, position: number, most: number) {
  return await database
    .selectFrom('items')
    .select(['patient', 'position', 'attempts'])
    .where('run', '=', run)
    .where('state', '=', 'pending')
    .where('position', '>', position)
    .orderBy('position')
    .limit(most)
    .execute();
}

/** An attempt did not succeed; `final`: there will be no other. */
export async function attemptFailed(
  { database }: Store,
  run: string,
  patient: string,
  reason: string,
  final: boolean,
): Promise<void> {
  await database
    .updateTable('items')
    .set((set) => ({ attempts: set('attempts', '+', 1), reason, ...(final && { state: 'failed' }) }))
    .where('run', '=', run)
    .where('patient', '=', patient)
    .where('state', '=', 'pending')
    .execute();
}

/** What the source of a run remembers; forgotten with the run's end. */
export const sourceProgress = ({ database }: Store, run: string): Progress => progressOf(database, run, ofSource);

function progressOf(database: Database, run: string, prefix: string): Progress {
  const own = (key: string) => ({ run, name: prefix + key });
  return {
    get: async (key) => {
      const row = await database
        .selectFrom('progress')
        .select('value')
        .where('run', '=', run)
        .where('name', '=', prefix + key)
        .executeTakeFirst();
      return row?.value;
    },
    set: async (key, value) => {
      await database
        .insertInto('progress')
        .values({ ...own(key), value })
        .onConflict((conflict) => conflict.columns(['run', 'name']).doUpdateSet({ value }))
        .execute();
    },
    delete: async (key) => {
      await database
        .deleteFrom('progress')
        .where('run', '=', run)
        .where('name', '=', prefix + key)
        .execute();
    },
  };
}

/** Every run over a population, the first one first. */
export async function runNames({ database }: Store): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('runs')
    .select('run')
    .where('source', 'not like', ofOnePatient)
    .orderBy('started')
    .orderBy('run')
    .execute();
  return rows.map(({ run }) => run);
}
