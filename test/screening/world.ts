// A population in memory, a store, and everything a run needs: for tests of screening.

import { createHash } from 'node:crypto';
import { timeZone } from '../../src/logic/calendar.ts';
import { protocols } from '../../src/protocols/index.ts';
import type { Assessing } from '../../src/screening/run/assessing.ts';
import { listAll, screeningClient } from '../../src/screening/run/listing.ts';
import { workThrough } from '../../src/screening/run/working.ts';
import { startRun } from '../../src/screening/run/ledger.ts';
import { endRun, runReport, type RunReport } from '../../src/screening/run/run-report.ts';
import type { ConsentState, Screened } from '../../src/screening/run/screened.ts';
import type { Screener } from '../../src/screening/run/screen-item.ts';
import { vault } from '../../src/screening/run/vault.ts';
import type { WriteBack } from '../../src/config/write-back.ts';
import { writeBackDigest } from '../../src/screening/outbox/write-back.ts';
import type { Gathered, Source } from '../../src/screening/sources/source.ts';
import { noSite } from '../../src/config/site.ts';
import { pseudonymiser } from '../../src/store/pseudonym.ts';
import { sealing } from '../../src/store/sealing.ts';
import type { Store } from '../../src/store/store.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';
import { day } from '../builders.ts';
import { stories } from '../stories.ts';

export const secret = 'k'.repeat(32);
export const server = 'https://fhir.example.org/r4';
export const pseudonymise = pseudonymiser(secret);
export const vaultOf = vault(sealing(secret));

export const [
  protocol = (() => {
    throw new Error('no protocol');
  })(),
] = protocols;

export const pseudonymOf = (id: string): string => pseudonymise({ client: screeningClient, server, patient: id });

/** The record of a story under another patient id. */
export function recordAs(story: string, id: string): Extract<Gathered, { record: unknown }> {
  const found = stories.find(({ name }) => name === story);
  if (found === undefined) throw new Error(`no story ${story}`);
  const old = String(found.record.patient['id']);
  const text = JSON.stringify({ patient: found.record.patient, resources: found.record.resources })
    .replaceAll(`Patient/${old}"`, `Patient/${id}"`)
    .replace(`"id":"${old}"`, `"id":"${id}"`);
  const { patient, resources } = JSON.parse(text);
  return {
    record: { ...found.record, patient, resources, fullUrls: [] },
    fingerprint: createHash('sha256').update(text).digest('hex'),
  };
}

/** What a source gives for each patient id, in order; a test may change it between runs. */
export type Population = Map<string, Gathered>;

export type MemorySource = Source & { readonly gathered: string[]; readonly doneWith: string[] };

export function memorySource(population: Population): MemorySource {
  const gathered: string[] = [];
  const doneWith: string[] = [];
  return {
    gathered,
    doneWith,
    items: async function* items(resumeFrom) {
      const ids = [...population.keys()];
      for (const [index, id] of ids.entries()) {
        if (resumeFrom !== undefined && index <= Number(resumeFrom)) continue;
        yield await Promise.resolve({ item: { server, patient: `Patient/${id}` }, progress: String(index) });
      }
    },
    gather: async ({ patient }) => {
      const id = patient.replace('Patient/', '');
      gathered.push(id);
      return await Promise.resolve(population.get(id) ?? { problem: 'no-patient', retryable: false });
    },
    done: async ({ patient }) => {
      doneWith.push(patient.replace('Patient/', ''));
      await Promise.resolve();
    },
    close: async () => await Promise.resolve(),
  };
}

export type RunOptions = {
  readonly asOf?: string;
  readonly acts?: boolean;
  readonly writeBack?: WriteBack;
  readonly consent?: (id: string) => ConsentState;
  readonly assessing?: Partial<Assessing>;
  readonly source?: MemorySource;
  readonly attempts?: number;
  readonly recorded?: Screened[];
  readonly at?: string;
  readonly isDueBack?: Screener['isDueBack'];
};

/** A screener for a run of that name, which is started if it is new. */
export async function screenerFor(store: Store, run: string, population: Population, options: RunOptions = {}) {
  const { asOf = '2026-06-01', acts = true, writeBack, consent = () => 'none', recorded = [] } = options;
  const source = options.source ?? memorySource(population);
  const assessing: Assessing = {
    protocol,
    site: noSite,
    timeZone: timeZone('Asia/Shanghai'),
    timeZoneName: 'Asia/Shanghai',
    date: day(asOf),
    lexicon: newLexicon(),
    writeBack: writeBackDigest(writeBack),
    ...options.assessing,
  };
  const screener: Screener = {
    run,
    store,
    vault: vaultOf,
    source,
    assessing,
    writeBack,
    acts,
    recordScreening: async (_transaction, screened) => {
      recorded.push(screened);
      return await Promise.resolve({ active: true });
    },
    isDueBack: options.isDueBack ?? (async () => await Promise.resolve(false)),
    consentOf: async ({ patient }) => await Promise.resolve(consent(patient.replace('Patient/', ''))),
    fault: (error) => {
      throw error;
    },
    now: () => Date.parse(options.at ?? `${asOf}T04:00:00Z`),
  };
  if ((await runReport(store, run)) === undefined) {
    await startRun(store, {
      run,
      source: '{"kind":"memory"}',
      protocol: `${protocol.id}@${protocol.version}`,
      protocol_digest: protocol.digest,
      engine_digest: 'e',
      as_of: asOf,
      acts: acts ? 1 : 0,
      started: `${asOf}T04:00:00.000Z`,
    });
  }
  return { screener, source };
}

/** A whole run: list, work, end. */
export async function runAll(
  store: Store,
  run: string,
  population: Population,
  options: RunOptions = {},
): Promise<RunReport> {
  const { screener } = await screenerFor(store, run, population, options);
  const signal = new AbortController().signal;
  await listAll({ ...screener, pseudonymise }, signal, () => {});
  await workThrough(screener, { atOnce: 4, attempts: options.attempts ?? 2, pause: 1, finished: () => {} }, signal);
  const report = await endRun(store, run, 'stopped', new Date(screener.now()).toISOString());
  if (report === undefined) throw new Error('no run');
  return report;
}
