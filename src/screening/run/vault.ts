// How are the sealed parts of the screening tables written and read: who a patient is, what was found, what is written back?

import { z } from 'zod';
import type { Sealing } from '../../store/sealing.ts';
import type { Database } from '../../store/store.ts';

/** Who a pseudonym is. */
export type Identity = {
  /** "Patient/123". */
  readonly reference: string;
  /** Name of the source: its base URL, or the name a folder was given. */
  readonly server: string;
  /** As a coordinator reads it, where the record names the patient. */
  readonly name?: string;
  /** As recorded, "2012-03-15". */
  readonly birthDate?: string;
};

const identitySchema = z.object({
  reference: z.string(),
  server: z.string(),
  name: z.string().exactOptional(),
  birthDate: z.string().exactOptional(),
});

/** Each text is bound to its row: moved to another row it cannot be opened. All `open` functions throw SealError. */
export type Vault = {
  readonly sealIdentity: (patient: string, identity: Identity) => string;
  readonly openIdentity: (patient: string, sealed: string) => Identity;
  /** `assessment` is the EligibilityAssessment as JSON text, byte for byte. */
  readonly sealAssessment: (run: string, patient: string, assessment: string) => string;
  readonly openAssessment: (run: string, patient: string, sealed: string) => string;
  /** `counted` is what a run is counted by, as JSON text. */
  readonly sealCounted: (run: string, patient: string, counted: string) => string;
  readonly openCounted: (run: string, patient: string, sealed: string) => string;
  /** `body` is a resource as JSON text. */
  readonly sealBody: (key: string, body: string) => string;
  readonly openBody: (key: string, sealed: string) => string;
};

/** Seals what the store keeps of patients, each text for the one row it belongs to. */
export function vault({ seal, open }: Sealing): Vault {
  const subject = (patient: string): string => `subjects ${patient}`;
  const result = (run: string, patient: string): string => `results ${run} ${patient}`;
  const counts = (run: string, patient: string): string => `counted ${run} ${patient}`;
  const outbox = (key: string): string => `outbox ${key}`;
  return {
    sealIdentity: (patient, identity) => seal(JSON.stringify(identity), subject(patient)),
    openIdentity: (patient, sealed) => identitySchema.parse(JSON.parse(open(sealed, subject(patient)))),
    sealAssessment: (run, patient, assessment) => seal(assessment, result(run, patient)),
    openAssessment: (run, patient, sealed) => open(sealed, result(run, patient)),
    sealCounted: (run, patient, counted) => seal(counted, counts(run, patient)),
    openCounted: (run, patient, sealed) => open(sealed, counts(run, patient)),
    sealBody: (key, body) => seal(body, outbox(key)),
    openBody: (key, sealed) => open(sealed, outbox(key)),
  };
}

/** Who a patient is; undefined where it is not kept any more. */
export async function identityOf(database: Database, vault: Vault, patient: string): Promise<Identity | undefined> {
  const subject = await database
    .selectFrom('subjects')
    .select('identity')
    .where('patient', '=', patient)
    .executeTakeFirst();
  return subject === undefined ? undefined : vault.openIdentity(patient, subject.identity);
}
