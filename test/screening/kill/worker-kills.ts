// How often can workers on PostgreSQL, each a process of its own, be killed before a patient is lost or referred twice?

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { screeningClient } from '../../../src/screening/run/listing.ts';
import { pseudonymiser } from '../../../src/store/pseudonym.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { commandIn, key } from '../command/command.ts';
import { hospital, manyChildren } from '../command/hospital.ts';
import { leftOf, type Left } from './figures.ts';
import { brokenWrites } from './scene.ts';

export type WorkerKills = {
  /** Address of a PostgreSQL data base with nothing in it. */
  readonly target: string;
  /** Kills by SIGKILL, of any process of the run; a new one takes its place. */
  readonly times: number;
  readonly patients: number;
  /** Processes at a time: one is the run itself, the others are workers. */
  readonly processes: number;
  /** Restarts the data base without warning; done at every tenth kill. */
  readonly restartDatabase?: (() => void) | undefined;
  /** Told after each kill how many there were, and how many patients are finished. */
  readonly told?: (kills: number, finished: number) => void;
};

export type WorkerFigures = Left & {
  readonly kills: number;
  /** How many of them hit the process that began the run, or took it up again. */
  readonly ofRun: number;
  readonly restarts: number;
  readonly patients: number;
  readonly writes: number;
};

/** Kills processes at random until it has done so often enough, then lets the others come to an end, and counts. */
export async function workerKillRun(asked: WorkerKills): Promise<WorkerFigures> {
  const { target, times, patients, processes, restartDatabase, told } = asked;
  const who = manyChildren(patients);
  const broken = brokenWrites();
  const ehr = await hospital({ latency: 20, conditionalCreate: false, fault: broken.fault }, who);
  // Some of the children take part in a study of their own.
  const studiesBefore = ehr.ofType('ResearchStudy').length;
  const store = await openStore(target);
  const writeBack = { server: ehr.base, kinds: ['ResearchStudy', 'ResearchSubject', 'Task'] };
  const command = commandIn({ base: ehr.base, store: target, screening: { atOnce: 2, attempts: 20, writeBack } });
  const list = join(command.folder, 'list');
  writeFileSync(list, Object.keys(who).join('\n'));

  let [kills, ofRun, restarts] = [0, 0, 0];
  let run: ChildProcess | undefined;
  const workers = new Set<ChildProcess>();
  const alive = (): readonly ChildProcess[] =>
    [...workers, ...(run === undefined ? [] : [run])].filter((each) => !isOver(each));
  /** Starts what is missing: the run, from the beginning or where it was, and workers. */
  const fill = async (): Promise<void> => {
    const known = await runOf(store);
    if (known?.state !== 'complete' && (run === undefined || isOver(run))) {
      const args = known === undefined ? ['--server', ehr.base, '--patients', list] : ['--resume', known.run];
      run = silent(command.start(...args, '--json'));
    }
    for (const worker of workers) if (isOver(worker)) workers.delete(worker);
    while (workers.size < processes - 1) workers.add(silent(command.start('--worker', '--json')));
  };

  while ((await runOf(store))?.state !== 'complete') {
    await fill();
    if (kills >= times) {
      await sleep(1_000);
      continue;
    }
    await progressed(store);
    await sleep(Math.random() * 2_000);
    const among = alive();
    const victim = among[Math.floor(Math.random() * among.length)];
    if (victim === undefined) continue;
    await ended(victim, 'SIGKILL');
    kills += 1;
    if (victim === run) ofRun += 1;
    if (restartDatabase !== undefined && kills % 10 === 0) {
      restartDatabase();
      restarts += 1;
    }
    told?.(kills, await finished(store));
  }
  for (const each of alive()) await ended(each, 'SIGINT');
  // What a killed process was writing is due when its lease has run out: here that time has passed.
  while (await wakeWrites(store)) await command.run('--write-back', '--json');
  await store.close();

  const all = Object.entries(who).map(([id, story]) => [id, story.expected.status === 'candidate'] as const);
  const name = pseudonymiser(key);
  const pseudonymOf = (patient: string): string => name({ client: screeningClient, server: ehr.base, patient });
  const left = await leftOf(target, ehr, { isCandidate: new Map(all), pseudonymOf });
  command.close();
  await ehr.close();
  return { kills, ofRun, restarts, patients, writes: broken.writes(), ...left, studies: left.studies - studiesBefore };
}

const isOver = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** Sends a signal and waits until the process is over. */
async function ended(child: ChildProcess, signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
  const over = once(child, 'exit');
  child.kill(signal);
  await over;
}

/** A process whose output is read, so that it never waits for a reader, and thrown away. */
function silent(child: ChildProcess): ChildProcess {
  child.stdout?.resume();
  if (process.env['KILLS_DEBUG'] === undefined) child.stderr?.resume();
  else child.stderr?.pipe(process.stderr);
  return child;
}

/** Asks again while the data base starts. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let left = 50; ; left -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (left === 0) throw error;
      await sleep(200);
    }
  }
}

const runOf = async ({ database }: Store) =>
  await patiently(async () => await database.selectFrom('runs').select(['run', 'state']).executeTakeFirst());

const finished = async ({ database }: Store): Promise<number> =>
  await patiently(
    async () => (await database.selectFrom('items').select('patient').where('state', '!=', 'pending').execute()).length,
  );

/** Waits until one more patient is finished, so that kills are spread over the run; not for ever, as the last may be held by the dead. */
async function progressed(store: Store): Promise<void> {
  const before = await finished(store);
  for (let left = 200; left > 0 && (await finished(store)) === before; left -= 1) await sleep(100);
}

/** Makes what waits to be written due now; false if nothing waits. */
async function wakeWrites({ database }: Store): Promise<boolean> {
  const due = new Date().toISOString();
  const { numUpdatedRows } = await database
    .updateTable('outbox')
    .set({ due })
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
