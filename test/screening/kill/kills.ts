// How often can a run be killed before anything is lost, or written twice? The figures of one run with many kills.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { openStore } from '../../../src/store/store.ts';
import { fakeEhr, type FakeEhr, type Fault } from '../fake-ehr.ts';
import { pseudonymOf } from '../world.ts';
import { idOf, isCandidate } from './scene.ts';

export type Kills = {
  readonly target: string;
  /** Kills by SIGKILL before a life may come to its end. */
  readonly times: number;
  readonly patients: number;
  /** Restarts the data base without warning; done in the middle of every fifth life. */
  readonly restartDatabase?: () => void;
};

export type Figures = {
  readonly kills: number;
  readonly restarts: number;
  readonly lives: number;
  readonly patients: number;
  readonly candidates: number;
  readonly writes: number;
  /** Patients without exactly one result. */
  readonly lost: number;
  /** Candidates without exactly one open Task, and Tasks for anybody else. */
  readonly wrongTasks: number;
  readonly studies: number;
  /** Candidates without exactly one entry on the list. */
  readonly wrongEntries: number;
  readonly state: string;
};

const faults: readonly Fault[] = ['none', 'commit-and-drop', 'none', '503', 'none', 'commit-and-500', 'none', 'drop'];

/** Each life finds the leases of the one before it run out. */
const betweenLives = 100_000_000;

/** A life begins faster where an earlier one has left its compiled code. */
const compiled = join(tmpdir(), 'lupus-kills-compiled');

const script = fileURLToPath(new URL('life.ts', import.meta.url));

/** Kills life after life, then lets them work until all is done, and counts. */
export async function killRun({ target, times, patients, restartDatabase }: Kills): Promise<Figures> {
  let writes = 0;
  const ehr = await fakeEhr({
    conditionalCreate: false,
    fault: (write) => {
      writes += 1;
      return faults[write % faults.length] ?? 'none';
    },
  });
  for (let index = 0; index < patients; index += 1) ehr.put({ resourceType: 'Patient', id: idOf(index) });
  let [kills, restarts, lives] = [0, 0, 0];
  for (let isDone = false; !isDone && lives < times * 3 + 60; lives += 1) {
    const life = spawn(
      process.execPath,
      [script, target, 'r1', ehr.base, String(patients), String(lives * betweenLives)],
      {
        env: { ...process.env, NODE_COMPILE_CACHE: compiled },
        stdio: ['ignore', 'pipe', process.env['KILLS_DEBUG'] === undefined ? 'ignore' : 'inherit'],
      },
    );
    const ended = once(life, 'exit');
    await ready(life);
    if (restartDatabase !== undefined && lives % 5 === 4) {
      await sleep(Math.random() * 150);
      restartDatabase();
      restarts += 1;
    }
    if (kills < times) {
      await Promise.race([ended, sleep(20 + Math.random() * 250)]);
      if (life.exitCode === null) {
        life.kill('SIGKILL');
        kills += 1;
      }
    }
    const [code] = await ended;
    isDone = code === 0;
  }
  const figures = await counted(target, ehr, patients);
  await ehr.close();
  return { kills, restarts, lives, patients, writes, ...figures };
}

/** The process has opened the store and begins; or it has ended before that. */
async function ready(life: ChildProcess): Promise<void> {
  if (life.stdout === null) throw new Error('no output');
  const lines = createInterface({ input: life.stdout });
  await Promise.race([once(lines, 'line'), once(life, 'exit')]);
}

async function counted(target: string, ehr: FakeEhr, patients: number) {
  const store = await openStore(target);
  const all = Array.from({ length: patients }, (_none, index) => index);
  const results = await store.database.selectFrom('results').select('patient').execute();
  const done = await store.database.selectFrom('items').select('patient').where('state', '=', 'done').execute();
  const entries = await store.database
    .selectFrom('worklist_events')
    .select('patient')
    .where('kind', '=', 'screened')
    .execute();
  const times = (rows: readonly { readonly patient: string }[], index: number): number =>
    rows.filter(({ patient }) => patient === pseudonymOf(idOf(index))).length;
  const tasks = ehr.ofType('Task').map((task) => (task['for'] as { reference: string }).reference);
  const { state } = await store.database.selectFrom('runs').select('state').executeTakeFirstOrThrow();
  if (store.kind === 'sqlite') {
    const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(store.database);
    if (rows[0]?.integrity_check !== 'ok') throw new Error('the data base is damaged');
  }
  await store.close();
  return {
    candidates: all.filter(isCandidate).length,
    lost: all.filter((index) => times(results, index) !== 1 || times(done, index) !== 1).length,
    wrongTasks: all.filter(
      (index) => tasks.filter((each) => each === `Patient/${idOf(index)}`).length !== (isCandidate(index) ? 1 : 0),
    ).length,
    wrongEntries: all.filter((index) => times(entries, index) !== (isCandidate(index) ? 1 : 0)).length,
    studies: ehr.ofType('ResearchStudy').length,
    state,
  };
}
