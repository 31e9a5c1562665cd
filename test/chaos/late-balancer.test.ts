// A replica was told to stop, and its callers hear of it late or never: is anyone cut off?

import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { chart, hookRequest, prefetchOf } from '../cds-hooks/ehr.ts';
import { openCaller } from './caller.ts';
import { startService } from './service.ts';

const body = JSON.stringify(hookRequest(prefetchOf(chart.slice(0, 6))));

it('answers callers that are sent to it for a second after the lame-duck time is over', async () => {
  const service = await startService({ deadlines: { lameDuck: 200 } });
  const caller = openCaller(8);
  const moved = new AbortController();
  const outcomes: (number | string)[] = [];
  const calling = async (): Promise<void> => {
    while (!moved.signal.aborted) {
      outcomes.push(await caller.call(service.port, body).then(({ status }) => status, String));
      await sleep(10);
    }
  };
  const working = Array.from({ length: 8 }, calling);
  await sleep(200);
  const stopped = service.stop();
  await sleep(1_200);
  moved.abort();
  await Promise.all(working);
  caller.close();
  expect([new Set(outcomes), await stopped]).toEqual([new Set([200]), 0]);
  expect(outcomes.length).toBeGreaterThan(16);
}, 60_000);

it('ends although a caller never moves on and a watcher goes on asking', async () => {
  const service = await startService({ deadlines: { lameDuck: 200 } });
  const [caller, watcher] = [openCaller(1), openCaller(1)];
  const over = new AbortController();
  const calling = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await caller.call(service.port, body).catch(String);
      await watcher.get(service.port, '/readyz').catch(String);
      await sleep(10);
    }
  };
  const working = calling();
  expect(await service.stop()).toBe(0);
  over.abort();
  await working;
  caller.close();
  watcher.close();
}, 60_000);
