// How does the demo hospital open its doors?

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { guardedAgent } from '../access/guarded-agent.ts';
import type { Connect } from '../access/open-access.ts';
import { createApp } from '../app.ts';
import { issuersOf } from '../client-keys.ts';
import { demoConfig } from '../config.ts';
import { faultOf, type Log } from '../log.ts';
import { noSite } from '../site.ts';
import { openJournal } from '../store/journal.ts';
import { openStore } from '../store/store.ts';
import { recogniserOf } from '../worklist.ts';
import { createDemoApp } from './demo-app.ts';
import { chartOf, openHospital } from './hospital.ts';
import { screenHospital, type DemoScreening } from './screening.ts';

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

const loopback = { reach: 'loopback', networks: [] } as const;

/**
 * Starts the demo: page at "/", the CDS service at "/cds-services", the FHIR server at "/fhir", on loopback only.
 * @throws the error of the socket if the port cannot be had.
 */
export async function startDemo({ port, now, log }: DemoOptions): Promise<Demo> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const open = typeof address === 'object' && address !== null ? address.port : port;
  // The cards lead back to this address: it has to be known first.
  const config = demoConfig(open);
  const agents: ReturnType<typeof guardedAgent>[] = [];
  const connect: Connect = (rule) => {
    const agent = guardedAgent(rule, config.limits.connections, 1_000);
    agents.push(agent);
    return agent;
  };
  const store = await openStore(config.store);
  const hospital = await openHospital(() => new Date(now()), config.timeZone);
  const pseudonymKey = randomUUID();
  const screening: DemoScreening = {
    store,
    pseudonymKey,
    now,
    zone: config.timeZone,
    server: `http://${host}:${String(open)}/fhir`,
    patients: hospital.stories.map(({ slug }) => slug),
    resourcesOf: (id) => chartOf(hospital, id),
    fault: (error) => log(faultOf(error)),
  };
  await screenHospital(screening);
  const cds = createApp({
    config,
    site: noSite,
    issuers: await issuersOf(config, connect),
    store,
    journal: openJournal(store, (error) => log(faultOf(error))),
    pseudonymKey,
    rescreen: async () => await screenHospital(screening),
    recognise: await recogniserOf(config, { connect, now, log }),
    now,
    connect,
    log,
  });
  const app = await createDemoApp({
    hospital,
    now: () => new Date(now()),
    cds,
    dispatcher: connect(loopback),
  });
  server.on('request', app);
  log({ event: 'started', mode: config.mode, port: open });
  return {
    url: `http://${host}:${String(open)}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await Promise.all(agents.map((agent) => agent.destroy()));
    },
  };
}
