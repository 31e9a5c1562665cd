// How does the demo hospital come to a filled list of candidates? It screens its own patients, as they are on its FHIR server.

import { randomUUID } from 'node:crypto';
import type { Resource } from '../fhir/record.ts';
import { recordFromBundle } from '../fhir/record-builder.ts';
import { timeZone } from '../logic/calendar.ts';
import { engine } from '../eligibility/engine.ts';
import { protocolNamed } from '../protocols/index.ts';
import { asOfText, protocolName, type Assessing } from '../screening/run/assessing.ts';
import { startRun } from '../screening/run/ledger.ts';
import { listAll } from '../screening/run/listing.ts';
import { endRun } from '../screening/run/run-report.ts';
import type { RecordScreening } from '../screening/run/screened.ts';
import { vault } from '../screening/run/vault.ts';
import { workThrough } from '../screening/run/working.ts';
import { fingerprintOf } from '../screening/sources/fingerprint.ts';
import type { Source } from '../screening/sources/source.ts';
import { dueBack } from '../screening/worklist/due-back.ts';
import { recordScreening } from '../screening/worklist/record-screening.ts';
import { defaultListSettings } from '../config/list-rules.ts';
import { noSite } from '../config/site.ts';
import { pseudonymiser } from '../store/pseudonym.ts';
import { sealing } from '../store/sealing.ts';
import type { Store } from '../store/store.ts';
import { newLexicon } from '../terminology/lexicon.ts';

type DemoScreening = {
  readonly store: Store;
  readonly pseudonymKey: string;
  /** Base URL of the demo's FHIR server. */
  readonly server: string;
  readonly patients: readonly string[];
  /** Everything that is on record about a patient now. */
  readonly resourcesOf: (patientId: string) => readonly Resource[];
  /** IANA name. */
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly fault: (error: unknown) => void;
};

/** Screens every patient of the hospital as of today; who is unchanged is skipped. */
export async function screenHospital(hospital: DemoScreening): Promise<void> {
  const { store, pseudonymKey, zone, now, fault } = hospital;
  const protocol = protocolNamed(undefined);
  if (protocol === undefined) throw new Error('there is no protocol');
  const at = (): string => new Date(now()).toISOString();
  const run = randomUUID();
  const sealed = sealing(pseudonymKey);
  const list = { sealing: sealed, settings: defaultListSettings };
  const days = timeZone(zone);
  const assessing: Assessing = {
    protocol,
    site: noSite,
    timeZone: days,
    timeZoneName: zone,
    date: days.dayAt(now()),
    lexicon: newLexicon(),
    writeBack: '',
  };
  const kept: RecordScreening = async (transaction, screened) => await recordScreening(transaction, screened, list);
  const screener = {
    run,
    store,
    vault: vault(sealed),
    source: sourceOf(hospital),
    assessing,
    acts: true,
    fault,
    now,
    writeBack: undefined,
    recordScreening: kept,
    isDueBack: dueBack(list),
    // The stories hold no Consent resource.
    consentOf: async () => await Promise.resolve('none' as const),
  };
  await startRun(store, {
    run,
    source: JSON.stringify({ kind: 'demo' }),
    protocol: protocolName(protocol),
    protocol_digest: protocol.digest,
    engine_digest: engine.digest,
    as_of: asOfText(assessing),
    acts: 1,
    started: at(),
  });
  const { signal } = new AbortController();
  await listAll({ ...screener, pseudonymise: pseudonymiser(pseudonymKey) }, signal, () => {});
  await workThrough(screener, { atOnce: 1, attempts: 1, pause: 1, finished: () => {} }, signal);
  await endRun(store, run, 'stopped', at());
}

const sourceOf = ({ server, patients, resourcesOf }: DemoScreening): Source => ({
  items: async function* items() {
    for (const id of patients) yield await Promise.resolve({ item: { server, patient: `Patient/${id}` } });
  },
  gather: async ({ patient }) => {
    const resources = resourcesOf(patient.replace('Patient/', ''));
    const entry = resources.map((resource) => ({
      fullUrl: `${server}/${resource.resourceType}/${String(resource['id'])}`,
      resource,
    }));
    const built = recordFromBundle({ resourceType: 'Bundle', type: 'collection', entry });
    return await Promise.resolve(
      'problem' in built
        ? { problem: 'no-patient', retryable: false }
        : { record: built.record, fingerprint: fingerprintOf(built.record) },
    );
  },
  done: async () => await Promise.resolve(),
  close: async () => await Promise.resolve(),
});
