// npm run restarts -- --times N: rolling restarts under load, and how many calls were dropped.

import { scriptOptions } from '../script-options.ts';
import { rollingRestarts } from './restart.ts';

const { number } = scriptOptions('npm run restarts -- [--times N]', {
  options: { times: { type: 'string', default: '100' } },
});
const started = performance.now();
const { restarts, answered, dropped, exits } = await rollingRestarts(number('times'), 50, (done) => {
  if (done % 5 === 0) console.error(`${String(done)} restarts`);
});
const took = ((performance.now() - started) / 1000).toFixed(0);
console.log(`${String(restarts)} restarts in ${took} s under fifty callers, Node ${process.version}`);
console.log(`answered: ${String(answered)}`);
console.log(`dropped: ${String(dropped.length)}`);
for (const [how, each] of Map.groupBy(dropped, (how) => how)) console.log(`  ${how}: ${String(each.length)}`);
console.log(`exit codes other than 0: ${String(exits.length)}`);
process.exitCode = dropped.length + exits.length === 0 ? 0 : 1;
