// What is left when all is done: how many patients were lost, or written about twice?

import { sql } from 'kysely';
import { openStore } from '../../../src/store/store.ts';
import type { FakeEhr } from '../fake-ehr.ts';

export type Left = {
  readonly candidates: number;
  /** Patients without exactly one result. */
  readonly lost: number;
  /** Candidates without exactly one open Task, and Tasks for anybody else. */
  readonly wrongTasks: number;
  readonly studies: number;
  /** Candidates without exactly one entry on the list. */
  readonly wrongEntries: number;
  readonly state: string;
};

/** Who was to be screened, by id, and how the store names them. */
export type Expected = {
  readonly isCandidate: ReadonlyMap<string, boolean>;
  readonly pseudonymOf: (id: string) => string;
};

/** Counts in the store and on the EHR. @throws Error if the data base is damaged. */
export async function leftOf(target: string, ehr: FakeEhr, { isCandidate, pseudonymOf }: Expected): Promise<Left> {
  const store = await openStore(target);
  const results = await store.database.selectFrom('results').select('patient').execute();
  const done = await store.database.selectFrom('items').select('patient').where('state', '=', 'done').execute();
  const entries = await store.database
    .selectFrom('worklist_events')
    .select('patient')
    .where('kind', '=', 'screened')
    .execute();
  const times = (rows: readonly { readonly patient: string }[], id: string): number => {
    const pseudonym = pseudonymOf(id);
    return rows.filter(({ patient }) => patient === pseudonym).length;
  };
  const tasks = ehr.ofType('Task').map((task) => (task['for'] as { reference: string }).reference);
  const { state } = await store.database.selectFrom('runs').select('state').executeTakeFirstOrThrow();
  if (store.kind === 'sqlite') {
    const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(store.database);
    if (rows[0]?.integrity_check !== 'ok') throw new Error('the data base is damaged');
  }
  await store.close();
  const all = [...isCandidate];
  const wrong = (count: (id: string) => number): number =>
    all.filter(([id, isOne]) => count(id) !== (isOne ? 1 : 0)).length;
  return {
    candidates: all.filter(([, isOne]) => isOne).length,
    lost: all.filter(([id]) => times(results, id) !== 1 || times(done, id) !== 1).length,
    wrongTasks: wrong((id) => tasks.filter((each) => each === `Patient/${id}`).length),
    wrongEntries: wrong((id) => times(entries, id)),
    studies: ehr.ofType('ResearchStudy').length,
    state,
  };
}
