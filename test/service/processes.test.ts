// Several processes on one port: they answer as one, and none that ends takes the others with it.

import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { callingSystem } from '../cds-hooks/callers.ts';
import { chart, hookRequest, prefetchOf, serviceFor } from '../cds-hooks/ehr.ts';
import { startService, type Service } from '../chaos/service.ts';

const running: Service[] = [];
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});

async function serviceOfTwo(more: Readonly<Record<string, unknown>> = {}): Promise<Service> {
  const service = await startService({ processes: 2, deadlines: { lameDuck: 1 }, ...more });
  running.push(service);
  while ((await counts(service)).length < 2) await sleep(20);
  return service;
}

const at = ({ port }: Service, path: string): string => `http://127.0.0.1:${String(port)}${path}`;

/** A call over a connection of its own: each connection goes to the process whose turn it is. */
async function call(service: Service, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const { status } = await fetch(at(service, serviceFor('patient-view')), {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close', ...headers },
    body: JSON.stringify(hookRequest(prefetchOf(chart))),
  });
  return status;
}

async function calls(service: Service, count: number): Promise<readonly number[]> {
  const statuses: number[] = [];
  while (statuses.length < count) statuses.push(await call(service));
  return statuses;
}

/** Calls that each process has answered, by its number, as one of them tells. */
async function counts(service: Service): Promise<readonly (readonly [process: string, answered: number])[]> {
  const text = await (await fetch(at(service, '/metrics'), { headers: { connection: 'close' } })).text();
  const processes = [...text.matchAll(/^cds_hooks_in_flight\{process="(\d)"\}/gm)].map(([, number = '']) => number);
  return processes.sort().map((number) => {
    const answered = new RegExp(
      `^cds_hook_requests_total\\{process="${number}".*outcome="answered"\\} (\\d+)$`,
      'm',
    ).exec(text)?.[1];
    return [number, Number(answered ?? 0)];
  });
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

// Only Linux tells which processes a process has started.
describe.skipIf(process.platform !== 'linux')('a service of two processes', () => {
  it('answers by both, and whichever is asked tells what both have counted', async () => {
    const service = await serviceOfTwo();
    expect(await calls(service, 20)).toEqual(Array.from({ length: 20 }, () => 200));
    for (let time = 0; time < 4; time += 1) {
      const told = await counts(service);
      expect(told.map(([number]) => number)).toEqual(['1', '2']);
      expect(told.map(([, answered]) => answered > 0)).toEqual([true, true]);
      expect(told.reduce((sum, [, answered]) => sum + answered, 0)).toBe(20);
    }
  });

  it.each([0, 1])('goes on by the other when process %i is killed, and replaces it', async (index) => {
    const service = await serviceOfTwo();
    const [victim = 0, other] = index === 0 ? service.children() : service.children().toReversed();
    process.kill(victim, 'SIGKILL');
    while (isAlive(victim)) await sleep(5);
    expect(await calls(service, 6)).toEqual([200, 200, 200, 200, 200, 200]);
    while ((await counts(service)).length < 2) await sleep(50);
    const children = service.children();
    expect([children.length, children.includes(victim), children.includes(other ?? 0)]).toEqual([2, false, true]);
    await calls(service, 6);
    expect((await counts(service)).map(([, answered]) => answered > 0)).toEqual([true, true]);
  });

  it('takes a token once, also where the next call with it comes to the other', async () => {
    const { issuer, keys, token } = await callingSystem('https://ehr.example.org', Date.now());
    const service = await serviceOfTwo({ clients: { [issuer]: { keys } } });
    const authorization = `Bearer ${await token(`https://cds.example.org${serviceFor('patient-view')}`)}`;
    const statuses: number[] = [];
    for (let time = 0; time < 4; time += 1) statuses.push(await call(service, { authorization }));
    expect(statuses).toEqual([200, 401, 401, 401]);
  });

  it('leaves nobody behind when the process that leads is killed', async () => {
    const service = await serviceOfTwo();
    const children = service.children();
    process.kill(service.pid, 'SIGKILL');
    while (children.some(isAlive)) await sleep(10);
    expect(children).toHaveLength(2);
  });

  it('ends with 0 when a terminal interrupts all of them at once', async () => {
    const service = await serviceOfTwo();
    for (const child of service.children()) process.kill(child, 'SIGINT');
    expect(await service.stop('SIGINT')).toBe(0);
  });
});
