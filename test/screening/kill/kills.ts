// How often can a run be killed before anything is lost, or written twice? The figures of one run with many kills.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fakeEhr } from '../fake-ehr.ts';
import { pseudonymOf } from '../world.ts';
import { leftOf, type Left } from './figures.ts';
import { brokenWrites, idOf, isCandidate } from './scene.ts';

export type Kills = {
  readonly target: string;
  /** Kills by SIGKILL before a life may come to its end. */
  readonly times: number;
  readonly patients: number;
  /** Restarts the data base without warning; done in the middle of every fifth life. */
  readonly restartDatabase?: (() => void) | undefined;
};

export type Figures = Left & {
  readonly kills: number;
  readonly restarts: number;
  readonly lives: number;
  readonly patients: number;
  readonly writes: number;
};

/** Each life finds the leases of the one before it run out. */
const betweenLives = 100_000_000;

/** A life begins faster where an earlier one has left its compiled code. */
const compiled = join(tmpdir(), 'lupus-kills-compiled');

const script = fileURLToPath(new URL('life.ts', import.meta.url));

/** Kills life after life, then lets them work until all is done, and counts. */
export async function killRun({ target, times, patients, restartDatabase }: Kills): Promise<Figures> {
  const broken = brokenWrites();
  const ehr = await fakeEhr({ conditionalCreate: false, fault: broken.fault });
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
  const all = Array.from({ length: patients }, (_none, index) => [idOf(index), isCandidate(index)] as const);
  const left = await leftOf(target, ehr, { isCandidate: new Map(all), pseudonymOf });
  await ehr.close();
  return { kills, restarts, lives, patients, writes: broken.writes(), ...left };
}

/** The process has opened the store and begins; or it has ended before that. */
async function ready(life: ChildProcess): Promise<void> {
  if (life.stdout === null) throw new Error('no output');
  const lines = createInterface({ input: life.stdout });
  await Promise.race([once(lines, 'line'), once(life, 'exit')]);
}
