// `npm run kills -- --times N [--patients N] [--store SQLite|PostgreSQL]`: the kill test in its long form, on both data bases, with figures.

import { parseArgs } from 'node:util';
import { bothTargets } from '../../store/targets.ts';
import { killRun } from './kills.ts';

const { values } = parseArgs({
  options: { times: { type: 'string', default: '100' }, patients: { type: 'string' }, store: { type: 'string' } },
});
const times = Number(values.times);
const patients = values.patients === undefined ? times * 6 : Number(values.patients);
const { targets, close, restart } = bothTargets();
for (const { name, skip, fresh } of targets) {
  if (skip || (values.store !== undefined && values.store !== name)) continue;
  const isPostgres = name === 'PostgreSQL' && restart !== undefined;
  const started = Date.now();
  const figures = await killRun({
    target: await fresh(),
    times,
    patients,
    ...(isPostgres && { restartDatabase: restart }),
  });
  console.log(JSON.stringify({ store: name, ...figures, seconds: Math.round((Date.now() - started) / 1_000) }));
  if (figures.lost + figures.wrongTasks + figures.wrongEntries > 0 || figures.studies !== 1) process.exitCode = 1;
}
close();
