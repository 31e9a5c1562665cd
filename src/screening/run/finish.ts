// How is what was found about one patient stored: all of it, once, or nothing?

import { engine } from '../../eligibility/engine.ts';
import type { Database, Store } from '../../store/store.ts';
import { planWriteBack } from '../outbox/plan.ts';
import type { WriteBack } from '../../config/write-back.ts';
import { countedIn } from '../funnel/count.ts';
import type { IsDueBack } from '../worklist/due-back.ts';
import type { Assessed } from './assessing.ts';
import type { Grounds, LastResult } from './earlier.ts';
import type { ConsentState, RecordScreening } from './screened.ts';
import type { Identity, Vault } from './vault.ts';

export type Finished = {
  readonly run: string;
  /** Pseudonym. */
  readonly patient: string;
  readonly identity: Identity;
  /** "ID@VERSION", and the trial's title. */
  readonly protocol: string;
  readonly title: string;
  readonly grounds: Grounds;
  readonly consent: ConsentState;
  readonly assessed: Assessed;
  /** ISO 8601 in UTC. */
  readonly at: string;
};

export type Keeping = {
  readonly store: Store;
  readonly vault: Vault;
  /** Undefined where nothing is written back. */
  readonly writeBack: WriteBack | undefined;
  readonly recordScreening: RecordScreening;
  readonly isDueBack: IsDueBack;
  /** False for a run for another day than its own: it changes neither worklist nor EHR. */
  readonly acts: boolean;
};

const consentColumn = (consent: ConsentState): string => (consent === 'not-asked' ? '' : consent);

/**
 * Ends an item: its state, the result, who the patient is, what is to be written back and the worklist, in one
 * transaction. False if the item was ended before, by whomever: then nothing is changed.
 */
export async function finishItem(keeping: Keeping, finished: Finished): Promise<boolean> {
  const { store, vault, recordScreening, acts } = keeping;
  const { run, patient, identity, protocol, grounds, consent, assessed, at } = finished;
  const { json: assessment, signOfLupus } = assessed;
  return await store.database.transaction().execute(async (transaction) => {
    // The subject's row first: all who store something about one patient queue for it.
    await transaction
      .updateTable('subjects')
      .set({ identity: vault.sealIdentity(patient, identity), consent: consentColumn(consent), seen: at })
      .where('patient', '=', patient)
      .execute();
    if (!(await endItem(transaction, finished, { state: 'done', result: run }))) return false;
    const [first] = assessment.changes;
    await transaction
      .insertInto('results')
      .values({
        run,
        patient,
        protocol,
        protocol_digest: assessment.protocol.digest,
        engine_digest: engine.digest,
        fingerprint: grounds.fingerprint,
        basis: grounds.basis,
        as_of: grounds.asOf,
        at,
        status: assessment.status,
        next_change: first?.on ?? '',
        assessment: vault.sealAssessment(run, patient, JSON.stringify(assessment)),
        counted: vault.sealCounted(run, patient, JSON.stringify(countedIn(assessment))),
      })
      .execute();
    if (!acts) return true;
    const { active } = await recordScreening(transaction, {
      run,
      patient,
      protocol,
      at,
      asOf: grounds.asOf,
      status: assessment.status,
      assessment,
      signOfLupus,
      consent,
    });
    await plan(keeping, finished, active, transaction);
    return true;
  });
}

async function plan(
  { vault, writeBack }: Keeping,
  { patient, identity, title, consent, assessed: { json: assessment, signOfLupus }, at }: Finished,
  active: boolean,
  transaction: Database,
): Promise<void> {
  if (writeBack?.server !== identity.server) return;
  await planWriteBack(transaction, vault, {
    settings: writeBack,
    pseudonym: patient,
    patient: identity.reference,
    protocol: { ...assessment.protocol, title },
    engine: assessment.engine,
    status: assessment.status,
    at,
    evidence: referencesIn(JSON.stringify(assessment.criteria)),
    consent,
    active: active && signOfLupus,
  });
}

/** References to resources in an assessment's text: on these the verdicts rest. Each once, in one order. */
export const referencesIn = (text: string): readonly string[] => {
  const found = text.matchAll(/"reference":"([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})"/g);
  return [...new Set([...found].map(([, reference = '']) => reference))].sort();
};

/** Ends an item for which an earlier result still holds. False as above. */
export async function skipItem(
  { database }: Store,
  run: string,
  patient: string,
  { run: earlier }: Pick<LastResult, 'run'>,
): Promise<boolean> {
  return await endItem(database, { run, patient }, { state: 'skipped', result: earlier });
}

/** Ends an item, naming the run whose result holds for it. False if it was ended before. */
async function endItem(
  database: Database,
  { run, patient }: Pick<Finished, 'run' | 'patient'>,
  { state, result }: { readonly state: 'done' | 'skipped'; readonly result: string },
): Promise<boolean> {
  const ended = await database
    .updateTable('items')
    .set({ state, reason: '', result_run: result })
    .where('run', '=', run)
    .where('patient', '=', patient)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}
