// A service that ends between an event and its screening loses nothing: the next one looks at it.

import express from 'express';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { guardedAgent } from '../../../src/access/guarded-agent.ts';
import { readConfig } from '../../../src/config/config.ts';
import type { LogEvent } from '../../../src/telemetry/log.ts';
import { createMetrics } from '../../../src/telemetry/metrics.ts';
import { observing } from '../../../src/screening/events/observing.ts';
import { openLive } from '../../../src/screening/live.ts';
import { workshopOf } from '../../../src/screening/run/workshop.ts';
import { eraseScreening } from '../../../src/store/retention-screening.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { realClock } from '../../access/clock.ts';
import { bothTargets } from '../../store/targets.ts';
import { hospital } from '../command/hospital.ts';
import { secret } from '../world.ts';

const { targets, close } = bothTargets();
afterAll(close);

/** A service on a store that listens for events of one EHR. @param quiet milliseconds before a screening. */
async function service(store: Store, base: string, quiet: number) {
  const agent = guardedAgent({ reach: 'loopback', networks: [] }, 8, 1_000);
  const events = { name: 'ehr', secretFile: 'secret', types: ['Observation'] };
  const servers = [{ base, networks: ['127.0.0.0/8'], openAccess: true, keepsConsents: false, events }];
  const config = readConfig(
    {},
    { publicUrl: 'https://cds.example.org', clients: { '*': { unauthenticated: true } }, screening: { servers } },
  );
  const [metrics, log]: [ReturnType<typeof createMetrics>, LogEvent[]] = [createMetrics(), []];
  const live = await openLive({
    workshop: workshopOf({ config, store, clock: realClock, secret, connect: () => agent }),
    fault: () => {},
    observe: observing(metrics, (event) => void log.push(event)),
    secretOf: async () => await Promise.resolve(secret),
    quiet,
  });
  const server = createServer(express().use('/events', live.events)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    live,
    metrics,
    log,
    tell: async (patient: string) =>
      await fetch(`${origin}/events/ehr/Observation`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/fhir+json' },
        body: JSON.stringify({ resourceType: 'Observation', id: 'o', subject: { reference: `Patient/${patient}` } }),
      }),
    /** Without a word to anybody, as a power cut would. */
    cut: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

describe.each(targets)('events on $name', ({ skip, fresh }) => {
  it.skipIf(skip)('that nobody looked at before the service ended are looked at by the next one', async () => {
    const [ehr, store] = [await hospital(), await openStore(await fresh())];
    const waiting = async () => await store.database.selectFrom('waiting').selectAll().execute();
    const first = await service(store, ehr.base, 3_600_000);
    expect((await first.tell('anna')).status).toBe(200);
    expect((await first.tell('anna')).status).toBe(200);
    await first.cut();
    const kept = await waiting();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('anna');

    const second = await service(store, ehr.base, 3_600_000);
    second.live.keepUp();
    const listed = async () => await store.database.selectFrom('worklist').select('status').execute();
    await expect.poll(listed, { timeout: 20_000, interval: 50 }).toEqual([{ status: 'candidate' }]);
    await expect.poll(waiting, { timeout: 20_000, interval: 50 }).toEqual([]);
    await expect
      .poll(() => second.metrics.text(), { timeout: 20_000, interval: 50 })
      .toContain('screening_rescreens_total{outcome="done"} 1');
    expect(second.log).toContainEqual({ event: 'rescreened', outcome: 'done' });
    expect(first.log).toContainEqual({ event: 'notification', server: 'ehr', outcome: 'changed', patients: 1 });
    expect(first.metrics.text()).toContain('screening_notifications_total{server="ehr",outcome="changed"} 2');
    await second.live.close();
    await second.cut();
    await ehr.close();
    await store.close();
  });

  it.skipIf(skip)('of a patient who is erased are erased with her', async () => {
    const [ehr, store] = [await hospital(), await openStore(await fresh())];
    const own = await service(store, ehr.base, 3_600_000);
    await own.tell('anna');
    await own.tell('bea');
    const [row] = await store.database.selectFrom('waiting').select('patient').execute();
    expect(await eraseScreening(store.database, row?.patient ?? '')).toBe(1);
    expect(await store.database.selectFrom('waiting').select('patient').execute()).toHaveLength(1);
    await own.cut();
    await ehr.close();
    await store.close();
  });
});
