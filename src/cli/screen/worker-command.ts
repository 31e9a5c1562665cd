// `screen --worker`, and a run on PostgreSQL: patients are handed out to every process that takes them.

import { setTimeout as sleep } from 'node:timers/promises';
import { engine } from '../../eligibility/engine.ts';
import { faultOf } from '../../telemetry/log.ts';
import { parseDay } from '../../logic/calendar.ts';
import { giveUp, screenHanded } from '../../screening/run/handed-item.ts';
import { runNamed, sourceProgress } from '../../screening/run/ledger.ts';
import { openSource } from '../../screening/run/open-source.ts';
import { openQueue, type Queue } from '../../screening/run/queue.ts';
import { runReport } from '../../screening/run/run-report.ts';
import type { ItemEnd, Screener } from '../../screening/run/screen-item.ts';
import { sourceSpecIn } from '../../screening/run/source-spec.ts';
import { kindOf } from '../../store/store.ts';
import { UsageError } from '../usage-error.ts';
import type { Stage } from './stage.ts';
import { runProgress, type RunProgress } from './progress-display.ts';
import { rulesOf, screenerOf, type Workshop } from '../../screening/run/workshop.ts';
import { writeAll } from '../../screening/run/write-all.ts';

/** Milliseconds between two looks at the outbox, and at how far a run is. */
const pause = 2_000;

/** Screeners of the runs whose patients come here, each with its source. */
function screeners(workshop: Workshop, signal: AbortSignal, fault: (error: unknown) => void) {
  const known = new Map<string, Promise<Screener | undefined>>();
  const open = async (run: string): Promise<Screener | undefined> => {
    const row = await runNamed(workshop.store, run);
    const date = parseDay(row?.as_of ?? '');
    if (row === undefined || date === undefined) return undefined;
    const assessing = await rulesOf(workshop, row.protocol, undefined, date);
    const isSame = assessing.protocol.digest === row.protocol_digest && engine.digest === row.engine_digest;
    if (!isSame) return undefined;
    const { config, store, clock, serverNamed } = workshop;
    const progress = sourceProgress(store, run);
    const opening = { run, workFolder: config.screening.workFolder, progress, serverNamed, clock, signal, assessing };
    const source = await openSource(sourceSpecIn(row.source), opening);
    return { ...screenerOf(workshop, run, assessing, row.acts === 1, fault), source };
  };
  return {
    screenerFor: async (run: string): Promise<Screener | undefined> => {
      const screener = known.get(run) ?? open(run);
      known.set(run, screener);
      return await screener;
    },
    close: async (): Promise<void> => {
      for (const each of known.values()) await (await each.catch(() => undefined))?.source.close('interrupted');
    },
  };
}

const faultTeller =
  ({ tell }: Stage) =>
  (error: unknown): void =>
    tell(`${JSON.stringify(faultOf(error))}\n`);

async function opened({ config }: Workshop, stage: Stage): Promise<Queue> {
  if (kindOf(config.store) !== 'postgres') throw new UsageError('screen --worker needs a store on PostgreSQL');
  return await openQueue(config.store, faultTeller(stage));
}

/** Takes patients of any run, and writes back, until it is stopped. */
export async function work(workshop: Workshop, stage: Stage, json: boolean): Promise<void> {
  const { signal, tell, isTerminal } = stage;
  const queue = await opened(workshop, stage);
  const progress = runProgress({ write: tell, isTerminal: isTerminal && !json, now: workshop.clock.now });
  const own = screeners(workshop, signal, faultTeller(stage));
  await takeFrom(queue, workshop, signal, own.screenerFor, progress.finished);
  tell(isTerminal && !json ? 'waiting for patients\n' : `${JSON.stringify({ event: 'worker', state: 'ready' })}\n`);
  while (!signal.aborted) {
    await writeAll(workshop, signal).catch(faultTeller(stage));
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
  await queue.close();
  await own.close();
  progress.stop();
}

async function takeFrom(
  queue: Queue,
  { store, config }: Workshop,
  signal: AbortSignal,
  screenerFor: (run: string) => Promise<Screener | undefined>,
  finished: (end: ItemEnd['end']) => void,
): Promise<void> {
  const { atOnce, attempts } = config.screening;
  await queue.take(
    atOnce,
    async (item) => await screenHanded({ store, screenerFor, attempts, finished, signal }, item),
    async (item) => await giveUp(store, item),
  );
}

/** Hands out the patients of one run, takes its own share, and ends when all are finished, wherever. */
export async function workTogether(
  workshop: Workshop,
  screener: Screener,
  stage: Stage,
  progress: RunProgress,
): Promise<void> {
  const { store } = workshop;
  const { signal } = stage;
  const queue = await opened(workshop, stage);
  const others = screeners(workshop, signal, faultTeller(stage));
  try {
    await queue.handOut(store, screener.run);
    const screenerFor = async (run: string): Promise<Screener | undefined> =>
      run === screener.run ? screener : await others.screenerFor(run);
    await takeFrom(queue, workshop, signal, screenerFor, progress.finished);
    for (let pending = 1; pending > 0;) {
      pending = (await runReport(store, screener.run))?.pending ?? 0;
      progress.pending(pending);
      if (pending > 0) await sleep(pause, undefined, { signal });
    }
  } finally {
    await queue.close();
    await others.close();
  }
}
