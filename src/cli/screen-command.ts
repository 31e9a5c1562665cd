// `screen`: which of its tasks was asked for, and how does it end?

import type { StoreContext } from './store/context.ts';
import { print, tell } from './store/context.ts';
import { runNames } from '../screening/run/ledger.ts';
import { lacksPatients, runReport } from '../screening/run/run-report.ts';
import { outboxCounts } from '../screening/outbox/outbox-counts.ts';
import { subscribeAll } from '../screening/events/subscribe-all.ts';
import { SiteError } from '../config/site.ts';
import { KeyError } from '../access/client-key.ts';
import { readScreenOptions, type ScreenOptions } from './screen/options.ts';
import { reportInWords } from './screen/report-print.ts';
import { screen } from './screen/run-command.ts';
import type { Stage } from './screen/stage.ts';
import { work } from './screen/worker-command.ts';
import { openWorkshop, type Workshop } from '../screening/run/workshop.ts';
import { refusedAgain, writeAll } from '../screening/run/write-all.ts';
import { stopped, stopSignals } from './stopped.ts';
import { UsageError } from './usage-error.ts';

/** Does what was asked; see the usage text for exit codes. */
export async function runScreen(args: readonly string[], context: StoreContext): Promise<number> {
  const stop = stopping();
  try {
    const options = readScreenOptions(args);
    const workshop = await openWorkshop(context.config, context.now);
    try {
      const code = await doWhat(workshop, options, stageOf(stop.signal));
      return stop.signal.aborted ? stopped : code;
    } finally {
      await workshop.close();
    }
  } catch (error) {
    if (!(error instanceof SiteError) && !(error instanceof KeyError)) throw error;
    tell(error.message);
    return 1;
  } finally {
    stop.release();
  }
}

const stageOf = (signal: AbortSignal): Stage => ({
  tell: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
  signal,
});

/** The first Ctrl-C, or SIGTERM, lets what runs come to a clean end; the second ends the process at once. */
function stopping() {
  const controller = new AbortController();
  const listen = (): void => {
    if (controller.signal.aborted) process.exit(stopped);
    tell('\nstopping; once more to stop at once');
    controller.abort();
  };
  for (const each of stopSignals) process.on(each, listen);
  return {
    signal: controller.signal,
    release: () => {
      for (const each of stopSignals) process.off(each, listen);
    },
  };
}

async function doWhat(workshop: Workshop, options: ScreenOptions, stage: Stage): Promise<number> {
  const json = options.json || !stage.isTerminal;
  if (options.what === 'status') {
    return await showReport(workshop, options.run ?? (await runNames(workshop.store)).at(-1), json);
  }
  if (options.what === 'worker') {
    await work(workshop, stage, json);
    return 0;
  }
  if (options.what === 'subscribe') return await askForEvents(workshop, stage);
  if (options.what === 'write-back') return await writeBack(workshop, options.again, stage);
  const report = await screen(workshop, options, stage);
  return await showReport(workshop, report?.run, json);
}

async function askForEvents(workshop: Workshop, { signal }: Stage): Promise<number> {
  const outcomes = await subscribeAll(workshop, signal);
  if (outcomes.length === 0) throw new UsageError('screen: no server has events configured');
  for (const outcome of outcomes) await print(JSON.stringify(outcome));
  return outcomes.some(({ outcome }) => outcome.startsWith('failed')) ? 1 : 0;
}

async function writeBack(workshop: Workshop, again: boolean, { signal }: Stage): Promise<number> {
  if (again) await refusedAgain(workshop);
  const drained = await writeAll(workshop, signal);
  if (drained === undefined) throw new UsageError('screen: screening.writeBack is not configured');
  await print(JSON.stringify({ ...drained, outbox: await outboxCounts(workshop.store) }));
  return drained.failed === 0 ? 0 : 1;
}

/** Prints the numbers of a run; 1 where there is none, where it is not complete, and where patients failed or may be missing. */
async function showReport(workshop: Workshop, run: string | undefined, json: boolean): Promise<number> {
  const report = run === undefined ? undefined : await runReport(workshop.store, run);
  if (report === undefined) {
    tell(run === undefined ? 'there is no run yet' : `there is no run ${run}`);
    return 1;
  }
  const outbox = await outboxCounts(workshop.store);
  await print(json ? JSON.stringify({ ...report, outbox }) : reportInWords(report, outbox));
  return report.state === 'complete' && report.failed === 0 && !lacksPatients(report) ? 0 : 1;
}
