// With what does screening work, from the command line and in the running service: store, secrets, servers, rules?

import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../access/clock.ts';
import { guardedAgent } from '../../access/guarded-agent.ts';
import type { Connect } from '../../access/open-access.ts';
import { ConfigError, type StoreConfig } from '../../config/config.ts';
import { pseudonymKeyOf } from '../../config/files.ts';
import { isoDay, timeZone, type Day, type TimeZone } from '../../logic/calendar.ts';
import { protocolNamed } from '../../protocols/index.ts';
import { openEhr, type Ehr } from '../outbox/ehr.ts';
import { writeBackDigest } from '../outbox/write-back.ts';
import type { Assessing } from './assessing.ts';
import { callTimeout, reach, writesTo, type Reached } from './ehr-connection.ts';
import type { RecordScreening } from './screened.ts';
import type { Screener } from './screen-item.ts';
import { vault, type Vault } from './vault.ts';
import { dueBack, type IsDueBack } from '../worklist/due-back.ts';
import { recordScreening } from '../worklist/record-screening.ts';
import { noSite, readSite } from '../../config/site.ts';
import { pseudonymiser, type Pseudonymise } from '../../store/pseudonym.ts';
import { sealing } from '../../store/sealing.ts';
import { openStore, type Store } from '../../store/store.ts';
import { newLexicon, type Lexicon } from '../../terminology/lexicon.ts';

export type Workshop = {
  readonly config: StoreConfig;
  readonly store: Store;
  readonly vault: Vault;
  readonly pseudonymise: Pseudonymise;
  readonly clock: Clock;
  readonly zone: TimeZone;
  /** What terms mean, remembered from patient to patient. */
  readonly lexicon: Lexicon;
  readonly recordScreening: RecordScreening;
  readonly isDueBack: IsDueBack;
  /** A configured server, opened once; undefined for one that is not configured. */
  readonly serverNamed: (base: string) => Promise<Reached | undefined>;
  /** The same as the EHR of its patients, to be asked about consent and written to. */
  readonly ehrNamed: (base: string, signal: AbortSignal) => Promise<Ehr | undefined>;
};

const connectTimeout = 10_000;

export type Given = Pick<Workshop, 'config' | 'store' | 'clock'> & {
  /** Under which the store names patients and seals what it keeps. */
  readonly secret: string;
  readonly connect: Connect;
};

/** Everything that the configuration names, for a command: it is closed when the command ends. @throws ConfigError, StoreError */
export async function openWorkshop(
  config: StoreConfig,
  now: () => Date,
): Promise<Workshop & { readonly close: () => Promise<void> }> {
  const secret = await pseudonymKeyOf(config);
  const store = await openStore(config.store);
  const clock: Clock = {
    now: () => now().getTime(),
    sleep: async (milliseconds, signal) => await setTimeout(milliseconds, undefined, { signal }),
  };
  const agents: ReturnType<typeof guardedAgent>[] = [];
  const connect: Connect = (rule) => {
    const agent = guardedAgent(rule, 32, connectTimeout);
    agents.push(agent);
    return agent;
  };
  return {
    ...workshopOf({ config, store, clock, secret, connect }),
    close: async () => {
      await Promise.all(agents.map(async (agent) => await agent.destroy()));
      await store.close();
    },
  };
}

/** The same on a store that is open already. @throws ConfigError */
export function workshopOf({ config, store, clock, secret, connect }: Given): Workshop {
  const sealed = sealing(secret);
  const list = { sealing: sealed, settings: config.worklist.rules };
  const servers = new Map<string, Promise<Reached>>();
  const serverNamed = async (base: string): Promise<Reached | undefined> => {
    const server = config.screening.servers.find((each) => each.base === base);
    if (server === undefined) return undefined;
    const known = servers.get(base) ?? reach(server, writesTo(config.screening, server), { store, clock, connect });
    servers.set(base, known);
    return await known;
  };
  const ehrNamed = async (base: string, signal: AbortSignal): Promise<Ehr | undefined> => {
    const reached = await serverNamed(base);
    if (reached === undefined) return undefined;
    const { refusalCodes } = config.screening;
    return openEhr({ ...reached, callTimeout, signal, refusalCodes, keepsConsents: reached.config.keepsConsents });
  };
  return {
    config,
    store,
    vault: vault(sealed),
    pseudonymise: pseudonymiser(secret),
    clock,
    zone: timeZone(config.timeZone),
    lexicon: newLexicon(),
    recordScreening: async (transaction, screened) => await recordScreening(transaction, screened, list),
    isDueBack: dueBack(list),
    serverNamed,
    ehrNamed,
  };
}

/**
 * The rules of a run.
 * @param named "ID@VERSION"; the configured protocol for undefined.
 * @param site folder; the configured one for undefined.
 * @throws ConfigError, SiteError
 */
export async function rulesOf(
  { config, zone, lexicon }: Workshop,
  named: string | undefined,
  site: string | undefined,
  date: Day,
): Promise<Assessing> {
  const protocol = protocolNamed(named ?? config.protocol);
  if (protocol === undefined) throw new ConfigError(`protocol: there is no ${named ?? config.protocol ?? ''}`);
  const folder = site ?? config.site;
  const own = folder === undefined ? noSite : await readSite(folder);
  return {
    protocol: own.adapt(protocol),
    site: own,
    timeZone: zone,
    timeZoneName: config.timeZone,
    date,
    writeBack: writeBackDigest(config.screening.writeBack),
    lexicon,
  };
}

/** Today at the site. */
export const today = ({ zone, clock }: Workshop): Day => zone.dayAt(clock.now());

/** What screening one patient of a run needs, besides its source. */
export function screenerOf(
  workshop: Workshop,
  run: string,
  assessing: Assessing,
  acts: boolean,
  fault: (error: unknown) => void,
): Omit<Screener, 'source'> {
  const { store, vault: keys, config, clock, recordScreening: record } = workshop;
  return {
    run,
    store,
    vault: keys,
    assessing,
    acts,
    writeBack: config.screening.writeBack,
    recordScreening: record,
    isDueBack: workshop.isDueBack,
    consentOf: async ({ server, patient }, signal) => {
      const ehr = await workshop.ehrNamed(server, signal);
      const id = patient.replace(/^Patient\//, '');
      return ehr === undefined ? 'not-asked' : await ehr.consentOf(id, isoDay(assessing.date));
    },
    fault,
    now: clock.now,
  };
}
