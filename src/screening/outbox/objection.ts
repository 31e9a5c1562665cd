// May something still be written about this patient at the moment of writing?

import type { OutboxTable } from '../../store/schema-screening.ts';
import type { Store } from '../../store/store.ts';
import type { ConsentState } from '../run/screened.ts';
import type { Vault } from '../run/vault.ts';
import type { Ehr } from './ehr.ts';
import type { WriteBack } from '../../config/write-back.ts';
import { mayBeContacted } from './write-back.ts';

export type Asking = {
  readonly store: Store;
  readonly vault: Vault;
  readonly ehr: Ehr;
  readonly settings: WriteBack;
  readonly today: () => string;
};

/** `later`: nobody can tell now, in a stable word why. `takeBack`: nothing may be written, and what is there must go. */
export type Objection =
  { readonly later: string } | { readonly takeBack: { readonly reason: string; readonly consent: ConsentState } };

/**
 * Asks the EHR once more before anything new is written: a patient who has died, whose record was merged, or who has
 * refused since the screening is not written about. Undefined where nothing speaks against it.
 */
export async function objectionTo(
  asking: Asking,
  row: Pick<OutboxTable, 'patient' | 'location'>,
): Promise<Objection | undefined> {
  if (row.patient === '' || row.location !== '') return undefined;
  const id = await idOf(asking, row.patient);
  if (id === undefined) return { takeBack: { reason: 'no-subject', consent: 'not-asked' } };
  const { ehr, settings, today } = asking;
  const state = await ehr.patientState(id);
  if (state === 'unreadable') return { later: 'patient-unreadable' };
  if (state !== 'there') return { takeBack: { reason: `patient-${state}`, consent: 'not-asked' } };
  const consent = await ehr.consentOf(id, today());
  if (consent === 'not-asked') return { later: 'consent-unreadable' };
  return mayBeContacted(settings.consent, consent) ? undefined : { takeBack: { reason: 'no-consent', consent } };
}

async function idOf({ store, vault }: Asking, patient: string): Promise<string | undefined> {
  const row = await store.database
    .selectFrom('subjects')
    .select('identity')
    .where('patient', '=', patient)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return vault.openIdentity(patient, row.identity).reference.replace(/^Patient\//, '');
}
