// The application as the tests start it: production, a fixed day, loopback servers allowed.

import type { Express } from 'express';
import { guardedAgent } from '../src/access/guarded-agent.ts';
import { createApp, type AppDependencies } from '../src/app.ts';
import { readConfig } from '../src/config/config.ts';
import type { LogEvent } from '../src/telemetry/log.ts';
import { noSite } from '../src/config/site.ts';
import { openJournal } from '../src/store/journal.ts';
import { openStore } from '../src/store/store.ts';

export const service = '/cds-services/lupus-car-t-patient-view';

/** One store for all applications of a test process: it ends with it. */
export const store = await openStore(':memory:');
export const journal = openJournal(store, () => {});

export type AppUnderTest = { readonly app: Express; readonly events: readonly LogEvent[] };

/** @param file configuration keys beside the ones every test needs. */
export function appUnderTest(
  file: Readonly<Record<string, unknown>> = {},
  more: Partial<AppDependencies> = {},
): AppUnderTest {
  const events: LogEvent[] = [];
  const config = readConfig(
    {},
    {
      publicUrl: 'https://cds.example.org',
      clients: { '*': { unauthenticated: true } },
      trial: { recruiting: true, contact: 'Trial office 4711' },
      ...file,
    },
  );
  const app = createApp({
    config,
    site: noSite,
    issuers: {
      issuers: new Map(),
      fetch: async () => await Promise.reject(new Error('no network in this test')),
    },
    store,
    journal,
    pseudonymKey: 'k'.repeat(32),
    now: () => Date.UTC(2026, 5, 1, 4),
    connect: (rule) => guardedAgent(rule, 8, 1_000),
    log: (event) => events.push(event),
    ...more,
  });
  return { app, events };
}

/** A caller's FHIR server on this machine, registered with and without the need of a token. */
export const clientOn = (base: string, openAccess = false) => ({
  clients: { '*': { unauthenticated: true, fhirServers: [{ base, networks: ['127.0.0.0/8'], openAccess }] } },
});
