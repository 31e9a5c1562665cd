// npm run soak -- --minutes N: a third of the load it can take, with faults; memory, descriptors, errors, times.

import { scriptOptions } from '../script-options.ts';
import { slopePerMinute, soak } from './soaking.ts';

const { number } = scriptOptions('npm run soak -- [--minutes N]', {
  options: { minutes: { type: 'string', default: '15' } },
});
const minutes = number('minutes');
const result = await soak(minutes * 60, 10, ({ second, resident, descriptors }) => {
  if (second % 30 < 5)
    console.error(`${String(second)} s: ${resident.toFixed(0)} MB, ${String(descriptors)} descriptors`);
});
const { capacity, rate, answered, errors, p50, p99, samples, foreign, exit } = result;
/** The first third is left out: there the heap grows to its working size. */
const settled = samples.filter(({ second }) => second > minutes * 20);
const slope = (key: 'resident' | 'descriptors'): string =>
  slopePerMinute(settled.map((sample) => ({ second: sample.second, value: sample[key] }))).toFixed(2);
const range = (key: 'resident' | 'descriptors'): string => {
  const all = settled.map((sample) => sample[key]);
  return `${Math.min(...all).toFixed(0)} to ${Math.max(...all).toFixed(0)}`;
};
console.log(
  `${String(minutes)} minutes, Node ${process.version}: ${rate.toFixed(0)} calls/s of ${capacity.toFixed(0)} that it can answer; half of them read`,
);
console.log(
  `answered: ${String(answered)}; errors: ${String(errors.length)}${errors.length === 0 ? '' : `, first ${errors[0] ?? ''}`}`,
);
console.log(`times: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`);
console.log(`memory after the first third: ${range('resident')} MB, ${slope('resident')} MB a minute`);
console.log(`descriptors after the first third: ${range('descriptors')}, ${slope('descriptors')} a minute`);
console.log(`connections to a server that must not be asked: ${String(foreign)}; exit code ${String(exit)}`);
process.exitCode = errors.length + foreign === 0 && exit === 0 ? 0 : 1;
