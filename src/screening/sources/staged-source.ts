// How do grouped files answer as a source of patients?

import { rm } from 'node:fs/promises';
import { fingerprintOf } from './fingerprint.ts';
import { StagingError } from './grouping/buckets.ts';
import { stagedPatients, type StagedPatients } from './grouping/staged-patients.ts';
import type { StagingState, StagingStore } from './grouping/staging-state.ts';
import type { Gathered, Source } from './source.ts';

export type Staged = {
  readonly folder: string;
  readonly staging: StagingStore;
  readonly state: StagingState;
  readonly base?: string | undefined;
  readonly supported?: readonly string[] | undefined;
};

/**
 * A source over staged lines. They are staged when the first item or record is asked for.
 * @param server name of the source in every item.
 * @param stage groups the files, or finds them grouped.
 */
export function stagedSource(server: string, stage: () => Promise<Staged>): Source {
  let staged: Promise<Staged & { readonly patients: StagedPatients }> | undefined;
  const ready = async () => {
    staged ??= stage()
      .then((each) => ({ ...each, patients: stagedPatients(each) }))
      .catch((error: unknown) => {
        staged = undefined; // asked again, it goes on where it stopped
        throw error;
      });
    return await staged;
  };
  return {
    items: async function* (resumeFrom) {
      const { patients } = await ready();
      for await (const { id, progress } of patients.all(resumeFrom))
        yield { item: { server, patient: `Patient/${id}` }, progress };
    },
    gather: async ({ patient }) => {
      const { patients } = await ready();
      return await gathered(patients, patient.slice('Patient/'.length));
    },
    done: async ({ patient }) => {
      const { patients } = await ready();
      await patients.done(patient.slice('Patient/'.length));
    },
    losses: async () => (await ready()).state.partial,
    close: async (end) => {
      const each = await staged?.catch(() => undefined);
      each?.staging.close();
      if (end === 'finished' && each !== undefined) await rm(each.folder, { recursive: true, force: true });
    },
  };
}

async function gathered(patients: StagedPatients, id: string): Promise<Gathered> {
  try {
    const built = await patients.record(id);
    if (built === undefined) return { problem: 'not-staged', retryable: false };
    if ('problem' in built) return { problem: built.problem, retryable: false };
    return { record: built.record, fingerprint: fingerprintOf(built.record) };
  } catch (error) {
    if (error instanceof StagingError) return { problem: error.message, retryable: false };
    throw error;
  }
}
