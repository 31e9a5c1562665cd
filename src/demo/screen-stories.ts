// How does the demo hospital come to a list of candidates before anybody has asked for one?

import { recordFromBundle } from '../fhir/record-builder.ts';
import { isoDay, timeZone } from '../logic/calendar.ts';
import { protocols } from '../protocols/index.ts';
import { endRun } from '../screening/run/run-report.ts';
import { startRun } from '../screening/run/ledger.ts';
import { listAll } from '../screening/run/listing.ts';
import { protocolName } from '../screening/run/assessing.ts';
import { vault } from '../screening/run/vault.ts';
import { workThrough } from '../screening/run/working.ts';
import { fingerprintOf } from '../screening/sources/fingerprint.ts';
import type { Source } from '../screening/sources/source.ts';
import { recordScreening } from '../screening/worklist/record-screening.ts';
import { defaultListSettings } from '../screening/worklist/settings.ts';
import { engine } from '../eligibility/engine.ts';
import { noSite } from '../site.ts';
import { pseudonymiser } from '../store/pseudonym.ts';
import { sealing } from '../store/sealing.ts';
import type { Store } from '../store/store.ts';
import { readStories, type Story } from './stories.ts';

export type DemoScreening = {
  readonly store: Store;
  readonly pseudonymKey: string;
  /** IANA name. */
  readonly zone: string;
  /** Base URL of the demo's FHIR server: the patients are known by it. */
  readonly server: string;
  readonly now: () => number;
};

/** The stories as a source of patients: each has her whole record. */
function storySource(stories: readonly Story[], server: string): Source {
  const bySlug = new Map(stories.map(({ slug, resources }) => [`Patient/${slug}`, resources]));
  return {
    async *items() {
      for (const patient of bySlug.keys()) yield await Promise.resolve({ item: { server, patient } });
    },
    gather: async ({ patient }) => {
      const entry = (bySlug.get(patient) ?? []).map((resource) => ({ resource }));
      const read = recordFromBundle({ resourceType: 'Bundle', type: 'collection', entry });
      return await Promise.resolve(
        'problem' in read
          ? { problem: read.problem, retryable: false }
          : { record: read.record, fingerprint: fingerprintOf(read.record) },
      );
    },
    done: async () => {},
    close: async () => {},
  };
}

/** Screens every story once, as a night's run would. */
export async function screenStories({ store, pseudonymKey, zone, server, now }: DemoScreening): Promise<void> {
  const [protocol] = protocols;
  if (protocol === undefined) return;
  const place = timeZone(zone);
  const date = place.dayAt(now());
  const sealed = sealing(pseudonymKey);
  const run = `demo-${isoDay(date)}`;
  const source = storySource(await readStories(date), server);
  const keys = vault(sealed);
  const signal = new AbortController().signal;
  const [name, started] = [protocolName(protocol), new Date(now()).toISOString()];
  const digests = { protocol_digest: protocol.digest, engine_digest: engine.digest };
  await startRun(store, { run, source: '{}', protocol: name, ...digests, as_of: isoDay(date), acts: 1, started });
  await listAll({ store, vault: keys, run, source, pseudonymise: pseudonymiser(pseudonymKey), now }, signal, () => {});
  const screener = {
    store,
    vault: keys,
    writeBack: undefined,
    acts: true,
    run,
    source,
    assessing: { protocol, site: noSite, timeZone: place, timeZoneName: zone, date, writeBack: '' },
    consentOf: async () => await Promise.resolve('none' as const),
    fault: () => {},
    now,
    recordScreening: async (transaction: Store['database'], screened: Parameters<typeof recordScreening>[1]) =>
      await recordScreening(transaction, screened, { sealing: sealed, settings: defaultListSettings }),
  };
  await workThrough(screener, { atOnce: 1, attempts: 1, pause: 0, finished: () => {} }, signal);
  await endRun(store, run, 'failed', new Date(now()).toISOString());
}
