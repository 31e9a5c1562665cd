// How does the demo hospital open its doors?

import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../access/clock.ts';
import { guardedAgent } from '../access/guarded-agent.ts';
import type { Connect } from '../access/open-access.ts';
import { createApp } from '../app.ts';
import { issuersOf } from '../service/client-keys.ts';
import { screening, type ScreeningConfig } from '../config/screening.ts';
import { demoConfig } from '../config/config.ts';
import { listening } from '../service/listening.ts';
import { faultOf, type Log } from '../telemetry/log.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { observing } from '../screening/events/observing.ts';
import { openLive } from '../screening/live.ts';
import { workshopOf } from '../screening/run/workshop.ts';
import { noSite } from '../config/site.ts';
import { openJournal } from '../store/journal.ts';
import { openStore } from '../store/store.ts';
import { recogniserOf } from '../service/worklist.ts';
import { createDemoApp } from './demo-app.ts';
import { chartOf, openHospital } from './hospital.ts';
import { screenHospital } from './screening.ts';

export type DemoOptions = {
  /** 0 for any free port. */
  readonly port: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
};

export type Demo = {
  /** Address of the page, without a trailing slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

const host = '127.0.0.1';

/** The demo's own FHIR server tells of changes; the secret is made at every start, and stands in no file. */
const screeningOf = (base: string): ScreeningConfig =>
  screening.parse({
    servers: [
      {
        base,
        openAccess: true,
        events: {
          name: 'demo',
          secretFile: 'none',
          types: ['Observation', 'Condition', 'MedicationRequest', 'MedicationStatement'],
        },
      },
    ],
  });

/** Milliseconds without a further event: somebody is watching. */
const quiet = 250;

const clockOf = (now: () => number): Clock => ({
  now,
  sleep: async (milliseconds, signal) => await sleep(milliseconds, undefined, { signal, ref: false }),
});

const loopback = { reach: 'loopback', networks: [] } as const;

/**
 * Starts the demo: page at "/", the CDS service at "/cds-services", the FHIR server at "/fhir", on loopback only.
 * @throws ListenError if the port cannot be had.
 */
export async function startDemo({ port, now, log }: DemoOptions): Promise<Demo> {
  // Who comes while the hospital is still being furnished waits for it.
  const opening = Promise.withResolvers<RequestListener>();
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
    void opening.promise.then((answer) => answer(request, response));
  });
  await listening(server, port, host);
  const address = server.address();
  const open = typeof address === 'object' && address !== null ? address.port : port;
  // The cards lead back to this address: it has to be known first.
  const fhir = `http://${host}:${String(open)}/fhir`;
  const config = { ...demoConfig(open), screening: screeningOf(fhir) };
  const agents: ReturnType<typeof guardedAgent>[] = [];
  const connect: Connect = (rule) => {
    const agent = guardedAgent(rule, config.limits.connections, 1_000);
    agents.push(agent);
    return agent;
  };
  const store = await openStore(config.store);
  const hospital = await openHospital(() => new Date(now()), config.timeZone);
  const pseudonymKey = randomUUID();
  const fault = (error: unknown): void => log(faultOf(error));
  await screenHospital({
    store,
    pseudonymKey,
    now,
    zone: config.timeZone,
    server: fhir,
    patients: hospital.stories.map(({ slug }) => slug),
    resourcesOf: (id) => chartOf(hospital, id),
    fault,
  });
  const metrics = createMetrics();
  const live = await openLive({
    workshop: workshopOf({
      config,
      store,
      clock: clockOf(now),
      secret: pseudonymKey,
      connect: () => connect(loopback),
    }),
    fault,
    observe: observing(metrics, log),
    secretOf: async () => await Promise.resolve(pseudonymKey),
    quiet,
  });
  const cds = createApp({
    config,
    site: noSite,
    issuers: await issuersOf(config, connect),
    store,
    journal: openJournal(store, fault),
    pseudonymKey,
    live,
    recognise: await recogniserOf(config, { connect, now, log }),
    now,
    connect,
    log,
    metrics,
  });
  const app = await createDemoApp({
    hospital,
    now: () => new Date(now()),
    cds,
    dispatcher: connect(loopback),
  });
  opening.resolve(app);
  live.keepUp();
  log({ event: 'started', mode: config.mode, port: open });
  return {
    url: `http://${host}:${String(open)}`,
    close: async () => {
      await live.close();
      server.close();
      server.closeAllConnections();
      await Promise.all(agents.map((agent) => agent.destroy()));
    },
  };
}
