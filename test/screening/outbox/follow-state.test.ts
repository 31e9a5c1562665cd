// What stands in the EHR follows what a coordinator decides on the list.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { followState } from '../../../src/screening/outbox/follow-state.ts';
import { kinds, type WriteBack } from '../../../src/config/write-back.ts';
import type { ListOutcome } from '../../../src/screening/worklist/list-outcome.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { protocol, pseudonymOf, recordAs, runAll, server, vaultOf } from '../world.ts';

const settings: WriteBack = { server, kinds, from: 'candidate', consent: 'unless-refused' };
const patient = pseudonymOf('anna');

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
  const population = new Map([['anna', recordAs('candidate-girl', 'anna')]]);
  await runAll(store, 'r1', population, { asOf: '2026-03-10', writeBack: settings });
});
afterEach(async () => await store.close());

async function moved(active: boolean, writeBack: WriteBack = settings) {
  const outcome: ListOutcome = { entry: 'stays', active, episode: 1, state: active ? 'in-review' : 'declined' };
  const row = { patient, protocol: protocol.id, run: 'r1', status: 'candidate' };
  const follow = followState({ vault: vaultOf, writeBack, now: () => Date.parse('2026-03-11T04:00:00Z') });
  await store.database.transaction().execute(async (transaction) => {
    await follow(transaction, row as Parameters<typeof follow>[1], outcome);
  });
  const rows = await store.database
    .selectFrom('outbox')
    .select(['kind', 'episode', 'action'])
    .where('kind', 'in', ['ResearchSubject', 'Flag', 'Task'])
    .orderBy('episode')
    .orderBy('kind')
    .execute();
  return rows.map(({ kind, episode, action }) => `${kind} ${String(episode)} ${action}`);
}

it('takes back what was written about a patient who is set aside', async () => {
  expect(await moved(false)).toEqual(['Flag 1 withdraw', 'ResearchSubject 1 withdraw', 'Task 1 withdraw']);
});

it('writes anew, in a second episode, about one who is looked at again', async () => {
  await moved(false);
  expect((await moved(true)).filter((row) => row.endsWith('create'))).toEqual([
    'Flag 2 create',
    'ResearchSubject 2 create',
    'Task 2 create',
  ]);
});

it('changes nothing for a patient who was and is looked at', async () => {
  expect(await moved(true)).toEqual(['Flag 1 create', 'ResearchSubject 1 create', 'Task 1 create']);
});

it('writes nothing to a server that is not that of the patient', async () => {
  expect(await moved(false, { ...settings, server: 'https://other.example.org' })).toEqual([
    'Flag 1 create',
    'ResearchSubject 1 create',
    'Task 1 create',
  ]);
});
