// `npm run kills -- --times N [--patients N] [--store SQLite|PostgreSQL] [--workers N]`: the kill tests in their long form, with figures.
// With --workers the processes of a run on PostgreSQL are killed, each for itself; otherwise one process on both data bases.

import { scriptOptions } from '../../script-options.ts';
import { bothTargets } from '../../store/targets.ts';
import { killRun } from './kills.ts';
import type { Left } from './figures.ts';
import { workerKillRun } from './worker-kills.ts';

const usage = 'npm run kills -- [--times N] [--patients N] [--store SQLite|PostgreSQL] [--workers N]';
const { values, number } = scriptOptions(usage, {
  options: {
    times: { type: 'string', default: '100' },
    patients: { type: 'string' },
    store: { type: 'string' },
    workers: { type: 'string' },
  },
});
const times = number('times');
const patients = values.patients === undefined ? times * 6 : number('patients');
const store = values.workers === undefined ? values.store : 'PostgreSQL';
const { targets, close, restart } = bothTargets();

async function killed(name: string, target: string): Promise<Left> {
  const restartDatabase = name === 'PostgreSQL' ? restart : undefined;
  if (values.workers === undefined) return await killRun({ target, times, patients, restartDatabase });
  const told = (kills: number, finished: number): void => {
    if (kills % 10 === 0) console.error(`${String(kills)} kills, ${String(finished)} of ${String(patients)} patients`);
  };
  return await workerKillRun({ target, times, patients, processes: Number(values.workers) + 1, restartDatabase, told });
}

for (const { name, skip, fresh } of targets) {
  if (skip || (store !== undefined && store !== name)) continue;
  const started = Date.now();
  const figures = await killed(name, await fresh());
  console.log(JSON.stringify({ store: name, ...figures, seconds: Math.round((Date.now() - started) / 1_000) }));
  if (figures.lost + figures.wrongTasks + figures.wrongEntries > 0 || figures.studies !== 1) process.exitCode = 1;
}
close();
