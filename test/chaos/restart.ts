// Two replicas, many callers, and one replica after the other is replaced: is every call answered?

import { setTimeout as sleep } from 'node:timers/promises';
import { chart, hookRequest, prefetchOf } from '../cds-hooks/ehr.ts';
import { openCaller } from './caller.ts';
import { startService, type Service } from './service.ts';

export type Restarts = {
  readonly restarts: number;
  readonly answered: number;
  /** Calls that were answered with anything but 200, or not at all. */
  readonly dropped: readonly string[];
  /** Exit codes other than 0. */
  readonly exits: readonly (number | null)[];
};

/** The balancer asks ten times a second; the lame duck leaves it time to see that a replica goes. */
const lameDuck = 2_000;
const probe = 100;
const patience = 500;

/** Replaces a replica so many times. @param progress hears the number of replacements done. */
export async function rollingRestarts(
  times: number,
  callers = 50,
  progress: (done: number) => void = () => {},
): Promise<Restarts> {
  const body = JSON.stringify(hookRequest(prefetchOf(chart.slice(0, 6))));
  const caller = openCaller(callers);
  const prober = openCaller(4);
  const file = { deadlines: { lameDuck } };
  const replicas: Service[] = await Promise.all([startService(file), startService(file)]);
  let ready: readonly number[] = replicas.map(({ port }) => port);
  const over = new AbortController();
  const dropped: string[] = [];
  const exits: (number | null)[] = [];
  let answered = 0;
  let turn = 0;

  /** A replica says whether it is ready; `silent` is one that does not say so in time. */
  const stateOf = async ({ port }: Service): Promise<'ready' | 'silent' | 'leaving'> => {
    const answer = prober.get(port, '/readyz').then(({ status }) => (status === 200 ? 'ready' : 'leaving'));
    return await Promise.race([answer.catch(() => 'leaving' as const), sleep(patience, 'silent' as const)]);
  };
  const balance = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const seen = [...replicas];
      const states = await Promise.all(seen.map(stateOf));
      const those = (state: string) => seen.filter((_each, index) => states[index] === state).map(({ port }) => port);
      // Where all are slow, the slow ones are asked; never one that says that it leaves.
      const now = those('ready').length > 0 ? those('ready') : those('silent');
      if (now.length > 0) ready = now;
      await sleep(probe);
    }
  };
  const calling = async (): Promise<void> => {
    while (!over.signal.aborted) {
      turn += 1;
      const port = ready[turn % ready.length];
      const answer = port === undefined ? 'no replica is ready' : await caller.call(port, body).catch(String);
      if (typeof answer === 'string') dropped.push(answer);
      else if (answer.status === 200) answered += 1;
      else dropped.push(`status ${String(answer.status)}`);
      await sleep(10);
    }
  };
  const balancer = balance();
  const working = Array.from({ length: callers }, calling);
  for (let done = 0; done < times; done += 1) {
    replicas.push(await startService(file));
    await sleep(probe * 3);
    const code = await replicas[0]?.stop();
    replicas.shift();
    if (code !== 0) exits.push(code ?? null);
    progress(done + 1);
  }
  over.abort();
  await Promise.all([balancer, ...working]);
  caller.close();
  prober.close();
  await Promise.all(replicas.map((each) => each.stop()));
  return { restarts: times, answered, dropped, exits };
}
