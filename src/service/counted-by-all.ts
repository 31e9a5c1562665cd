// What have all processes of the service counted, whichever of them is asked?

import cluster, { type Worker } from 'node:cluster';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { together } from '../telemetry/metrics-together.ts';

/** What goes between a process and the one that leads: "what have all counted?", "what have you?", and the answer to either. */
const messageSchema = z.object({
  about: z.enum(['all-counted?', 'counted?', 'answer']),
  /** Of the question. */
  id: z.string(),
  text: z.string().default(''),
});

type Message = z.output<typeof messageSchema>;

/** Milliseconds that each process is waited for, one that is busy for longer being left out once; and all together. */
const patience = { each: 1_000, all: 2_000 } as const;

const messageIn = (value: unknown): Message | undefined => messageSchema.safeParse(value).data;

/** Part of the leading process: asks everybody when one of them is asked, and hands the answer on. */
export function answerForAll(asker: Worker, value: unknown): void {
  const message = messageIn(value);
  if (message?.about !== 'all-counted?') return;
  void askAll(asker, message.id);
}

async function askAll(asker: Worker, id: string): Promise<void> {
  const all = Object.values(cluster.workers ?? {}).flatMap((each) => each ?? []);
  const texts = await Promise.all(all.map(countedBy));
  tell(asker, { about: 'answer', id, text: together(texts.flatMap((each) => each ?? [])) });
}

async function countedBy(worker: Worker): Promise<string | undefined> {
  const id = randomUUID();
  const answer = answerTo(worker, id, patience.each);
  tell(worker, { about: 'counted?', id });
  return await answer;
}

/** Whoever is gone by now hears nothing. */
const tell = (worker: Worker, message: z.input<typeof messageSchema>): void => void worker.send(message, () => {});

async function answerTo(from: Worker, id: string, milliseconds: number): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const hear = (value: unknown): void => {
    const message = messageIn(value);
    if (message?.about === 'answer' && message.id === id) resolve(message.text);
  };
  from.on('message', hear);
  const answer = await Promise.race([promise, sleep(milliseconds, undefined, { ref: false })]);
  from.off('message', hear);
  return answer;
}

/**
 * Part of every process: what all have counted, in the text form of Prometheus. Where it is the only one that is its own.
 * @param own what this process has counted.
 */
export function countedByAll(own: () => string): () => Promise<string> {
  const { worker } = cluster;
  if (worker === undefined) return async () => await Promise.resolve(own());
  worker.on('message', (value: unknown) => {
    const message = messageIn(value);
    if (message?.about === 'counted?') tell(worker, { about: 'answer', id: message.id, text: own() });
  });
  return async () => {
    const id = randomUUID();
    const answer = answerTo(worker, id, patience.all);
    tell(worker, { about: 'all-counted?', id });
    return (await answer) ?? own();
  };
}
