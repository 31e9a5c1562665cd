// Does anything that is sent, in whatever shape, end in a crash, a fault, or an answer that is not to the letter?

import { expect, it } from 'vitest';
import { fuzz } from './run.ts';

it('answers or refuses two thousand changed calls, records, tokens and pages, and nothing else', async () => {
  const { outcomes, complaints } = await fuzz(2_000, 1);
  expect(complaints).toEqual([]);
  // Every kind of case went both ways, or this would prove nothing.
  for (const outcome of [
    'prefetched 200',
    'prefetched 400',
    'prefetched 412',
    'fetched 200',
    'file read',
    'file refused',
  ])
    expect([outcome, (outcomes.get(outcome) ?? 0) > 10]).toEqual([outcome, true]);
  for (const outcome of ['feedback 200', 'feedback 400', 'token 200', 'token 401', 'random 400'])
    expect([outcome, (outcomes.get(outcome) ?? 0) > 10]).toEqual([outcome, true]);
});
