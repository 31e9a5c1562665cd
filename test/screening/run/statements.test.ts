// A statement that cannot be read is never passed over: the patient fails, and keeps what was found before.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/store/store.ts';
import { protocol, pseudonymOf, recordAs, runAll } from '../world.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
});
afterEach(async () => await store.close());

const good = { kind: 'answer', question: 'I7', verdict: 'met', date: '2026-03-01', until: '' };

async function screenedWith(statement: object) {
  const row = { statement: 's1', patient: pseudonymOf('anna'), protocol: protocol.id, author: 'Dr Li', withdrawn: '' };
  await store.database
    .insertInto('statements')
    .values({ ...row, ...good, ...statement })
    .execute();
  const population = new Map([['anna', recordAs('candidate-girl', 'anna')]]);
  const { done, failures } = await runAll(store, 'r1', population, { asOf: '2026-03-10' });
  return { done, failures };
}

it.each([
  ['an answer', {}],
  ['an answer with an end', { until: '2026-12-31' }],
  ['an attribution', { kind: 'attribution', question: 'arthritis', verdict: 'lupus' }],
  ['one that was withdrawn, however written', { verdict: 'perhaps', withdrawn: '2026-03-02T00:00:00Z' }],
])('%s is used', async (_, statement) => {
  expect(await screenedWith(statement)).toEqual({ done: 1, failures: {} });
});

it.each([
  ['of another verdict', { verdict: 'perhaps' }],
  ['of another kind', { kind: 'opinion' }],
  ['of no date', { date: 'in spring' }],
  ['with an end that is no date', { until: 'next year' }],
  ['about an item that does not exist', { kind: 'attribution', question: 'none', verdict: 'lupus' }],
])('a statement %s fails the patient', async (_, statement) => {
  expect(await screenedWith(statement)).toEqual({ done: 0, failures: { 'statement-unreadable': 1 } });
});
