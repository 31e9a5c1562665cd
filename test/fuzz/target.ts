// The whole service in this process, an authenticated twin of it, and a FHIR server that answers what a case says.

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardedAgent } from '../../src/access/guarded-agent.ts';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config/config.ts';
import type { LogEvent } from '../../src/telemetry/log.ts';
import { noSite } from '../../src/config/site.ts';
import { openJournal } from '../../src/store/journal.ts';
import { openStore } from '../../src/store/store.ts';
import { callingSystem, testNow, type CallingSystem } from '../cds-hooks/callers.ts';
import { searchAnswer, type Case } from './cases.ts';

export type Target = {
  /** Answers anybody; reads from `fhirServer`. */
  readonly open: string;
  /** Answers the one calling system. */
  readonly closed: string;
  readonly caller: CallingSystem;
  /** The FHIR server as a case sees it. */
  readonly fhirServer: (number: number, given: Case) => string;
  readonly forget: (number: number) => void;
  /** Faults inside the service, as its log tells them. */
  readonly faults: readonly LogEvent[];
  readonly close: () => Promise<void>;
};

export const publicUrl = 'https://cds.example.org';

async function listening(listener: RequestListener): Promise<{ server: Server; origin: string }> {
  // Kept connections outlive every pause of a busy machine.
  const server = createServer({ keepAliveTimeout: 600_000 }, listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
}

export async function startTarget(): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'lupus-fuzz-'));
  const store = await openStore(join(folder, 'store.sqlite'));
  const faults: LogEvent[] = [];
  const log = (event: LogEvent): void => void (event.event === 'fault' && faults.push(event));
  const journal = openJournal(store, (error) => faults.push({ event: 'fault', name: String(error), at: [] }));
  const caller = await callingSystem('https://ehr.example.org');
  const underway = new Map<string, Case>();
  const ehr = await listening((request, response) => {
    const [, number = '', , type = ''] = (request.url ?? '').split(/[/?]/);
    const given = underway.get(number);
    response.writeHead(200, { 'content-type': 'application/fhir+json' });
    response.end(given === undefined ? '{}' : searchAnswer(given, type, `${ehr.origin}/${number}/fhir/${type}?next=1`));
  });
  const agent = guardedAgent({ reach: 'loopback', networks: [] }, 32, 1_000);
  const limits = { callsPerSecond: 1e9, callsAtOnce: 1e9, pages: 3 };
  const serve = async (clients: object) => {
    const config = readConfig({}, { publicUrl, clients, limits, trial: { recruiting: true } });
    return await listening(
      createApp({
        config,
        site: noSite,
        issuers: {
          issuers: new Map([[caller.issuer, caller.configured]]),
          fetch: async () => await Promise.reject(new Error('no network')),
        },
        store,
        journal,
        pseudonymKey: 'k'.repeat(32),
        now: () => testNow,
        connect: () => agent,
        log,
      }),
    );
  };
  const fhirServers = [{ base: ehr.origin, networks: ['127.0.0.0/8'], openAccess: true }];
  const systemActions = { signedBy: 'the tests', signedOn: '2026-01-01' };
  const open = await serve({ '*': { unauthenticated: true, fhirServers, systemActions } });
  const closed = await serve({ [caller.issuer]: { keys: caller.keys } });
  return {
    open: open.origin,
    closed: closed.origin,
    caller,
    fhirServer: (number, given) => {
      underway.set(String(number), given);
      return `${ehr.origin}/${String(number)}/fhir`;
    },
    forget: (number) => void underway.delete(String(number)),
    faults,
    close: async () => {
      for (const { server } of [open, closed, ehr]) {
        server.close();
        server.closeAllConnections();
      }
      await agent.destroy();
      await journal.drain();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
