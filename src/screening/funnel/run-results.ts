// What did one run find about every one of its patients?

import type { Database } from '../../store/store.ts';
import { ofOnePatient } from '../run/source-spec.ts';
import type { Vault } from '../run/vault.ts';
import { storedText } from '../worklist/assessment-json.ts';
import { trialOf } from '../worklist/number.ts';
import { countedIn, type Counted } from './count.ts';

/** One result; `json` is the stored EligibilityAssessment. */
export type RunResult = { readonly patient: string; readonly asOf: string; readonly json: unknown };

/** Whole assessments opened at once, and what is counted of them. */
const [page, countedPage] = [200, 2_000];

/** The results that hold in a run after a pseudonym, in order of the pseudonyms. */
const holding = (database: Database, run: string, after: string) =>
  database
    .selectFrom('items')
    .innerJoin('results', (join) =>
      join.onRef('results.run', '=', 'items.result_run').onRef('results.patient', '=', 'items.patient'),
    )
    .where('items.run', '=', run)
    .where('items.patient', '>', after)
    .orderBy('items.patient');

/** Every result that holds in a run, also where it is that of an earlier run, in order of the pseudonyms, page by page. */
export async function* resultsOf(database: Database, vault: Vault, run: string): AsyncGenerator<RunResult> {
  for (let last = ''; ;) {
    const rows = await holding(database, run, last)
      .select(['items.patient', 'results.run', 'results.as_of', 'results.assessment'])
      .limit(page)
      .execute();
    for (const { patient, run: of, as_of: asOf, assessment } of rows) {
      yield { patient, asOf, json: JSON.parse(vault.openAssessment(of, patient, assessment)) };
    }
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.patient;
  }
}

/** The same results, as much of each as is counted; opens a whole assessment only where nothing else was kept of it. */
export async function* countsOf(database: Database, vault: Vault, run: string): AsyncGenerator<Counted> {
  for (let last = ''; ;) {
    const rows = await holding(database, run, last)
      .select(['items.patient', 'results.run', 'results.counted'])
      .limit(countedPage)
      .execute();
    for (const { patient, run: of, counted } of rows) {
      const text = counted === '' ? await storedText(database, vault, { run: of, patient }) : undefined;
      yield countedIn(JSON.parse(text ?? vault.openCounted(of, patient, counted)));
    }
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.patient;
  }
}

export type RunHead = {
  readonly run: string;
  /** "ID@VERSION". */
  readonly protocol: string;
  readonly protocolDigest: string;
  readonly engineDigest: string;
  readonly asOf: string;
  readonly state: string;
  readonly started: string;
  /** False for a trial run, which touched neither list nor EHR. */
  readonly acts: boolean;
};

/** The runs of a trial over a population, the latest first; the screening of one patient between two of them is none. */
export async function runsOf(database: Database, trial: string): Promise<readonly RunHead[]> {
  const rows = await database
    .selectFrom('runs')
    .selectAll()
    .where('source', 'not like', ofOnePatient)
    .orderBy('started', 'desc')
    .orderBy('run')
    .execute();
  return rows
    .filter(({ protocol }) => trialOf(protocol) === trial)
    .map((row) => ({
      run: row.run,
      protocol: row.protocol,
      protocolDigest: row.protocol_digest,
      engineDigest: row.engine_digest,
      asOf: row.as_of,
      state: row.state,
      started: row.started,
      acts: row.acts === 1,
    }));
}

/** The run of that name, or without a name the last complete one that acts; undefined if there is none. */
export async function chosenRun(database: Database, trial: string, name?: string): Promise<RunHead | undefined> {
  const runs = await runsOf(database, trial);
  return name === undefined
    ? runs.find(({ state, acts }) => state === 'complete' && acts)
    : runs.find(({ run }) => run === name);
}
