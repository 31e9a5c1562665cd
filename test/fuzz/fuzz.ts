// npm run fuzz -- --requests N --seed S: the long form, with progress, memory and what was found.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { scriptOptions } from '../script-options.ts';
import { fuzz } from './run.ts';

const { number } = scriptOptions('npm run fuzz -- [--requests N] [--seed S]', {
  options: { requests: { type: 'string', default: '50000' }, seed: { type: 'string', default: '1' } },
});
const [count, seed] = [number('requests'), number('seed')];

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const memory = (): { readonly rss: number; readonly heap: number } => {
  collect();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss: Math.round(rss / 1e6), heap: Math.round(heapUsed / 1e6) };
};

/** Memory is compared from here on: by then every path is compiled and every table loaded. */
const warm = Math.min(5_000, Math.ceil(count / 10 / 500) * 500);
let early = memory();
const started = performance.now();
const { outcomes, complaints } = await fuzz(count, seed, (done) => {
  if (done === warm) early = memory();
  if (done % 5_000 === 0 || done === count) {
    const { rss, heap } = memory();
    console.error(`${String(done)} of ${String(count)}: ${String(rss)} MB resident, ${String(heap)} MB heap`);
  }
});
const late = memory();
console.log(
  `seed ${String(seed)}, ${String(count)} cases in ${((performance.now() - started) / 1000).toFixed(0)} s, Node ${process.version}`,
);
for (const [outcome, times] of [...outcomes].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`  ${outcome}: ${String(times)}`);
console.log(
  `heap after collection: ${String(early.heap)} MB after ${String(warm)} cases, ${String(late.heap)} MB at the end`,
);
console.log(`resident: ${String(early.rss)} MB after ${String(warm)} cases, ${String(late.rss)} MB at the end`);
for (const complaint of complaints) console.log(`FOUND: ${complaint}`);
console.log(complaints.length === 0 ? 'Nothing found.' : `${String(complaints.length)} found.`);
process.exitCode = complaints.length === 0 ? 0 : 1;
