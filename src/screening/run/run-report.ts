// How does a run stand, in numbers?

import type { Store } from '../../store/store.ts';
import { noSearchByText } from '../sources/source.ts';
import { runNamed } from './ledger.ts';

export type RunReport = {
  readonly run: string;
  readonly protocol: string;
  readonly asOf: string;
  /** running | complete | stopped | stalled | failed. */
  readonly state: string;
  readonly started: string;
  readonly ended?: string;
  /** Whether every patient of the source is listed; before that `planned` is not the whole plan. */
  readonly listed: boolean;
  readonly planned: number;
  readonly pending: number;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  /** Patients of the run by the status that holds for them, also where it is that of an earlier run. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Why patients failed, by reason. */
  readonly failures: Readonly<Record<string, number>>;
  /** Codes of what is wrong with the run as a whole. */
  readonly problems: readonly string[];
};

/** Reads a run's numbers; undefined if there is no such run. */
export async function runReport(store: Store, name: string): Promise<RunReport | undefined> {
  const row = await runNamed(store, name);
  if (row === undefined) return undefined;
  const states = await counted(store, name);
  const of = (state: string): number => states.get(state) ?? 0;
  const problems: unknown = JSON.parse(row.detail);
  return {
    run: row.run,
    protocol: row.protocol,
    asOf: row.as_of,
    state: row.state,
    started: row.started,
    ...(row.ended !== '' && { ended: row.ended }),
    listed: row.listed === 1,
    planned: [...states.values()].reduce((sum, count) => sum + count, 0),
    pending: of('pending'),
    done: of('done'),
    skipped: of('skipped'),
    failed: of('failed'),
    statuses: await statuses(store, name),
    failures: await failures(store, name),
    problems: problemsIn(problems),
  };
}

/** True if patients may be missing from a run for a reason that is to be mended: a fault, a refusal, a file that was cut off. */
export const lacksPatients = ({ problems }: Pick<RunReport, 'problems'>): boolean =>
  problems.some((each) => /^(?:Patient|\*): /.test(each) && each !== `Patient: ${noSearchByText}`);

const problemsIn = (detail: unknown): readonly string[] =>
  typeof detail === 'object' && detail !== null && 'problems' in detail && Array.isArray(detail.problems)
    ? detail.problems.map(String)
    : [];

async function counted({ database }: Store, run: string): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .selectFrom('items')
    .select((select) => ['state', select.fn.countAll<number | string>().as('count')])
    .where('run', '=', run)
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}

async function statuses({ database }: Store, run: string): Promise<Readonly<Record<string, number>>> {
  const rows = await database
    .selectFrom('items')
    .innerJoin('results', (join) =>
      join.onRef('results.run', '=', 'items.result_run').onRef('results.patient', '=', 'items.patient'),
    )
    .select((select) => ['results.status', select.fn.countAll<number | string>().as('count')])
    .where('items.run', '=', run)
    .groupBy('results.status')
    .orderBy('results.status')
    .execute();
  return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
}

async function failures({ database }: Store, run: string): Promise<Readonly<Record<string, number>>> {
  const rows = await database
    .selectFrom('items')
    .select((select) => ['reason', select.fn.countAll<number | string>().as('count')])
    .where('run', '=', run)
    .where('state', '=', 'failed')
    .groupBy('reason')
    .orderBy('reason')
    .execute();
  return Object.fromEntries(rows.map(({ reason, count }) => [reason, Number(count)]));
}

/**
 * Ends a run. It is complete only if the whole source was listed and every patient is done, skipped or failed; otherwise
 * it is what `otherwise` says and can be taken up again.
 */
export async function endRun(
  store: Store,
  name: string,
  otherwise: 'stopped' | 'stalled' | 'failed',
  at: string,
  problems: readonly string[] = [],
): Promise<RunReport | undefined> {
  const report = await runReport(store, name);
  if (report === undefined) return undefined;
  const isComplete = report.listed && report.done + report.skipped + report.failed === report.planned;
  const state = isComplete ? 'complete' : otherwise;
  const all = [...new Set([...report.problems, ...problems])].sort();
  await store.database
    .updateTable('runs')
    .set({ state, ended: at, detail: JSON.stringify({ problems: all }) })
    .where('run', '=', name)
    .execute();
  if (isComplete) await store.database.deleteFrom('progress').where('run', '=', name).execute();
  return { ...report, state, ended: at, problems: all };
}
