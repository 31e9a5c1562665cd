// `screen`: a run from its source to its report, new or taken up again.

import { engine } from '../../eligibility/engine.ts';
import { parseDay } from '../../logic/calendar.ts';
import { faultOf } from '../../telemetry/log.ts';
import type { Assessing } from '../../screening/run/assessing.ts';
import { beginRun } from '../../screening/run/begin-run.ts';
import { listAll } from '../../screening/run/listing.ts';
import { reopenRun, runNamed, sourceProgress } from '../../screening/run/ledger.ts';
import { openSource } from '../../screening/run/open-source.ts';
import { endRun, runReport, type RunReport } from '../../screening/run/run-report.ts';
import { sourceSpecIn } from '../../screening/run/source-spec.ts';
import { workThrough } from '../../screening/run/working.ts';
import { SourceError } from '../../screening/sources/source.ts';
import { UsageError } from '../usage-error.ts';
import { checkSource } from './check-source.ts';
import type { ScreenOptions } from './options.ts';
import { runProgress, type RunProgress } from './progress-display.ts';
import { rulesOf, screenerOf, today, type Workshop } from '../../screening/run/workshop.ts';
import { workTogether } from './worker-command.ts';
import { writeAll } from '../../screening/run/write-all.ts';
import type { Stage } from './stage.ts';

type Run = { readonly name: string; readonly assessing: Assessing; readonly acts: boolean };

type Asked = Extract<ScreenOptions, { readonly what: 'run' | 'resume' }>;

/** Screens; the report is undefined only if the run vanished from the store meanwhile. */
export async function screen(workshop: Workshop, asked: Asked, stage: Stage): Promise<RunReport | undefined> {
  const run = asked.what === 'run' ? await begun(workshop, asked) : await takenUp(workshop, asked.run);
  const progress = runProgress({
    write: stage.tell,
    isTerminal: stage.isTerminal && !asked.json,
    now: workshop.clock.now,
  });
  const report = await worked(workshop, run, stage, progress);
  if (run.acts && !stage.signal.aborted) await writeAll(workshop, stage.signal);
  return report;
}

async function begun(workshop: Workshop, asked: Extract<Asked, { readonly what: 'run' }>): Promise<Run> {
  const day = today(workshop);
  const date = asked.asOf ?? day;
  const assessing = await rulesOf(workshop, asked.protocol, asked.site, date);
  const acts = date === day;
  await checkSource(workshop, asked.source);
  const name = await beginRun(workshop, asked.source, assessing, acts);
  return { name, assessing, acts };
}

/** A run goes on only with the rules with which it began: its results must be of one kind. */
async function takenUp(workshop: Workshop, name: string): Promise<Run> {
  const row = await runNamed(workshop.store, name);
  if (row === undefined) throw new UsageError(`screen: there is no run ${name}`);
  if (row.state === 'complete') throw new UsageError(`screen: the run ${name} is complete`);
  const date = parseDay(row.as_of);
  if (date === undefined) throw new UsageError(`screen: the run ${name} cannot be read`);
  const assessing = await rulesOf(workshop, row.protocol, undefined, date);
  if (assessing.protocol.digest !== row.protocol_digest || engine.digest !== row.engine_digest) {
    throw new UsageError(
      'screen: the program, the protocol or the site has changed since this run began; begin a new one',
    );
  }
  await reopenRun(workshop.store, name);
  return { name, assessing, acts: row.acts === 1 };
}

/** Lists, works and ends; what was begun stays to be taken up again, whatever ends it. */
async function worked(
  workshop: Workshop,
  { name, assessing, acts }: Run,
  stage: Stage,
  progress: RunProgress,
): Promise<RunReport | undefined> {
  const { store, config, clock, vault, pseudonymise } = workshop;
  const { signal, tell } = stage;
  const row = await runNamed(store, name);
  const source = await openSource(sourceSpecIn(row?.source ?? '{}'), {
    run: name,
    workFolder: config.screening.workFolder,
    progress: sourceProgress(store, name),
    serverNamed: workshop.serverNamed,
    clock,
    assessing,
    signal,
  });
  const at = (): string => new Date(clock.now()).toISOString();
  const fault = (error: unknown): void => tell(`${JSON.stringify(faultOf(error))}\n`);
  const { atOnce, attempts } = config.screening;
  try {
    if (row?.listed !== 1) {
      await listAll({ run: name, source, store, vault, pseudonymise, now: clock.now }, signal, progress.listed);
    }
    const before = await runReport(store, name);
    progress.planned(before?.planned ?? 0, (before?.planned ?? 0) - (before?.pending ?? 0));
    const screener = { ...screenerOf(workshop, name, assessing, acts, fault), source };
    if (store.kind === 'postgres') await workTogether(workshop, screener, stage, progress);
    else await workThrough(screener, { atOnce, attempts, pause: 5_000, finished: progress.finished }, signal);
    progress.stop();
    const losses = Object.entries((await source.losses?.()) ?? {}).map(([type, reason]) => `${type}: ${reason}`);
    const report = await endRun(store, name, 'stopped', at(), losses);
    await source.close(report?.state === 'complete' ? 'finished' : 'interrupted');
    return report;
  } catch (error) {
    progress.stop();
    await source.close('interrupted');
    if (signal.aborted) return await endRun(store, name, 'stopped', at());
    if (!(error instanceof SourceError)) fault(error);
    const code = error instanceof SourceError ? error.code : 'fault';
    if (code === 'no-patient') tell('screen: no file of the folder has a line about a patient; nothing was screened\n');
    return await endRun(store, name, code === 'stalled' ? 'stalled' : 'failed', at(), [code]);
  }
}
