// What keeps screening up to date while the service runs: events, one patient on demand, and what waits for the EHR?

import express, { type Router } from 'express';
import { limiter } from '../access/limiter.ts';
import { fhirReader, type Reader } from '../access/reader.ts';
import { ServiceError } from '../errors.ts';
import { debounce } from './events/debounce.ts';
import { eventsRouter, type Events } from './events/events-router.ts';
import type { Observe } from './events/observing.ts';
import { serverReads } from './events/server-reads.ts';
import { toldOf } from './events/subscribe.ts';
import { secretInFile, subscribeAll, type SecretOf } from './events/subscribe-all.ts';
import { waitingEvents } from './events/waiting.ts';
import { followState } from './outbox/follow-state.ts';
import { callTimeout, type Reached } from './run/ehr-connection.ts';
import { inOrder } from './run/in-order.ts';
import { lookedUp, type LookedUp, type LookingReader } from './run/looked-up.ts';
import { rescreen } from './run/rescreen.ts';
import type { RunReport } from './run/run-report.ts';
import type { Workshop } from './run/workshop.ts';
import { writeAll } from './run/write-all.ts';
import type { ScreeningItem } from './sources/source.ts';
import type { StateChanged } from './worklist/change-state.ts';
import { msPerDay } from '../logic/gregorian.ts';

export type Live = {
  /** Receives notifications at `/NAME/TYPE`, by the name of the server in the configuration. */
  readonly events: Router;
  /**
   * Has a patient screened again, by pseudonym; ends when that is done, or after a few seconds while it goes on.
   * @throws ServiceError `not-possible` for a patient of whom no configured server can be asked.
   */
  readonly rescreen: (patient: string) => Promise<void>;
  /**
   * Course and scores of a patient, by pseudonym, read now from her server.
   * @throws ServiceError `not-possible` for a patient of whom no configured server can be asked, `busy` for one that cannot be read now.
   */
  readonly lookUp: (patient: string, reader: LookingReader) => Promise<LookedUp>;
  readonly stateChanged: StateChanged;
  /** Looks at the events that waited, asks the servers for their Subscriptions, renews them, and writes what waits for the EHR, until it is closed. */
  readonly keepUp: () => void;
  /** Does what is waiting, for a few seconds at most. */
  readonly close: () => Promise<void>;
};

export type LiveOptions = {
  readonly workshop: Workshop;
  readonly fault: (error: unknown) => void;
  readonly observe: Observe;
  readonly secretOf?: SecretOf;
  /** Milliseconds without a further event after which a patient is screened. */
  readonly quiet?: number;
};

/** Milliseconds between renewals of Subscriptions, and before the next try where one failed. */
const [renewal, renewalAgain] = [msPerDay, 600_000];

/** Milliseconds between two looks at events whose screening was broken off. */
const waitingPause = 600_000;

/** Milliseconds between two looks at the outbox, and from a change to its being written. */
const [outboxPause, writingPause] = [60_000, 1_000];

/** Milliseconds that whoever asks for a screening waits, and that the end of the service waits. */
const [longestAnswer, longestEnd] = [3_000, 5_000];

/** For the questions that a notification raises: bytes of an answer, calls at once, milliseconds altogether. */
const reading = { responseBytes: 20_000_000, connections: 4, totalTime: 60_000 } as const;
const pages = 100;

/** @throws ConfigError for a secret that cannot be read, KeyError for a private key. */
export async function openLive({
  workshop,
  fault,
  secretOf = secretInFile,
  quiet,
  observe,
}: LiveOptions): Promise<Live> {
  const { config, clock, vault, store, pseudonymise } = workshop;
  const { servers, writeBack, atOnce } = config.screening;
  const stop = new AbortController();
  const { signal } = stop;
  const write = async (): Promise<void> => void (await writeAll(workshop, signal));
  const writing = debounce({ clock, quiet: writingPause, longest: outboxPause, fault, act: write });
  const writeSoon = (): void => {
    if (writeBack !== undefined) writing.note('outbox');
  };
  const room = limiter(atOnce);
  const waiting = waitingEvents(store, vault, pseudonymise);
  const screenings = inOrder(async (item: ScreeningItem) => {
    const event = await waiting.last(item);
    const report = await room(async () => await rescreen(workshop, item, fault, signal), signal).catch(
      (error: unknown) => {
        observe({ event: 'rescreened', outcome: 'broken-off' });
        throw error;
      },
    );
    if (event !== undefined) await waiting.forget(item, event);
    observe({ event: 'rescreened', outcome: outcomeOf(report) });
    writeSoon();
  });

  const events = express.Router();
  const receivers: Events[] = [];
  for (const { base, events: asked } of servers) {
    const reached = asked === undefined ? undefined : await workshop.serverNamed(base);
    if (asked === undefined || reached === undefined) continue;
    const secret = await secretOf(asked);
    const reads = serverReads(readerOf(reached, signal), reached.base, pages);
    const server = { base: reached.base, secret, ...reads };
    const pause = quiet === undefined ? {} : { quiet };
    const receiver = eventsRouter({
      server,
      rescreen: screenings.ask,
      keep: waiting.keep,
      observe: (outcome, patients) => observe({ event: 'notification', server: asked.name, outcome, patients }),
      fault,
      clock,
      ...pause,
    });
    events.use(`/${asked.name}`, receiver.router);
    receivers.push(receiver);
  }

  const repeat = async (act: () => Promise<number>, afterFault: number): Promise<void> => {
    while (!signal.aborted) {
      const pause = await act().catch((error: unknown) => {
        if (!signal.aborted) fault(error);
        return afterFault;
      });
      await clock.sleep(pause, signal).catch(() => undefined);
    }
  };
  const renew = async (): Promise<number> => {
    const outcomes = await subscribeAll(workshop, signal, secretOf);
    for (const [server, own] of Map.groupBy(outcomes, ({ name }) => name)) observe(toldOf(server, own));
    return outcomes.some(({ outcome }) => outcome.startsWith('failed')) ? renewalAgain : renewal;
  };

  const itemOf = async (patient: string): Promise<ScreeningItem> => {
    const row = await store.database
      .selectFrom('subjects')
      .select(['server', 'identity'])
      .where('patient', '=', patient)
      .executeTakeFirst();
    if (row === undefined || !servers.some(({ base }) => base === row.server)) throw new ServiceError('not-possible');
    return { server: row.server, patient: vault.openIdentity(patient, row.identity).reference };
  };

  /** Events of which no screening came to an end, also those from before the service was last ended. */
  const takeUp = async (): Promise<void> => {
    for (const item of await waiting.all()) screenings.ask(item).catch(fault);
  };

  const follow = followState({ vault, writeBack, now: clock.now });
  return {
    events,
    rescreen: async (patient) => {
      const screened = screenings.ask(await itemOf(patient)).catch(fault);
      await Promise.race([screened, clock.sleep(longestAnswer, signal).catch(() => undefined)]);
    },
    lookUp: async (patient, reader) => {
      const item = await itemOf(patient);
      return await room(async () => await lookedUp(workshop, patient, item, reader, signal), signal);
    },
    stateChanged: async (transaction, row, outcome) => {
      await follow(transaction, row, outcome);
      writeSoon();
    },
    keepUp: () => {
      void repeat(async () => await takeUp().then(() => waitingPause), waitingPause);
      if (receivers.length > 0) void repeat(renew, renewalAgain);
      if (writeBack !== undefined) void repeat(async () => await write().then(() => outboxPause), outboxPause);
    },
    close: async () => {
      const ended = Promise.all(receivers.map(async (each) => await each.close()))
        .then(screenings.idle)
        .then(writing.close);
      await Promise.race([ended, clock.sleep(longestEnd, signal)]);
      stop.abort();
    },
  };
}

const outcomeOf = (report: RunReport | undefined) =>
  report?.done === 1 ? 'done' : report?.skipped === 1 ? 'skipped' : 'failed';

/** A reader with fresh time for every question. */
const readerOf =
  ({ base, tokens, connection }: Reached, signal: AbortSignal): Reader =>
  async (address) =>
    await fhirReader({ ...reading, base, tokens, connection, callTimeout, signal })(address);
