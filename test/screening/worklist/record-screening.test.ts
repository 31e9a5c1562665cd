// What a screening does to the list, told once and asked of SQLite and of PostgreSQL.

import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultListSettings } from '../../../src/config/list-rules.ts';
import { recordScreening } from '../../../src/screening/worklist/record-screening.ts';
import type { Screened } from '../../../src/screening/run/screened.ts';
import { addEvent, eventsOf } from '../../../src/screening/worklist/events.ts';
import type { State } from '../../../src/screening/worklist/states.ts';
import { sealing } from '../../../src/store/sealing.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { bothTargets } from '../../store/targets.ts';
import { assessed, type Wanted } from './assessments.ts';

const { targets, close } = bothTargets();
afterAll(close);

const key = 'a key that is long enough for the test';
const sealed = sealing(key);
const onList = { patient: 'p_one', protocol: 'NCT06222853' };

describe.each(targets)('a screening on $name', ({ skip, fresh }) => {
  let store: Store;

  beforeEach(async (context) => {
    if (skip) context.skip();
    else store = await openStore(await fresh());
  });
  afterEach(async () => {
    if (!skip) await store.close();
  });

  const screen = async (wanted: Wanted = {}, more: Partial<Screened> = {}) =>
    await store.database.transaction().execute(
      async (transaction) =>
        await recordScreening(
          transaction,
          {
            patient: 'p_one',
            protocol: 'NCT06222853@5to18',
            run: 'run-1',
            at: '2026-06-01T00:00:00.000Z',
            asOf: '2026-06-01',
            status: assessed(wanted).status,
            assessment: assessed(wanted),
            consent: 'none',
            signOfLupus: true,
            ...more,
          },
          { sealing: sealed, settings: defaultListSettings },
        ),
    );

  const row = async () => await store.database.selectFrom('worklist').selectAll().executeTakeFirst();

  const decide = async (state: State, at = '2026-06-02T00:00:00.000Z', status = 'candidate' as const) => {
    await store.database.updateTable('worklist').set({ state }).execute();
    const detail = { kind: 'state', from: 'new', to: state, status, protocol: 'NCT06222853@5to18' } as const;
    await addEvent(store.database, onList, { at, author: 'someone', detail }, sealed);
  };

  it('puts a candidate on the list as new', async () => {
    expect(await screen()).toEqual({ entry: 'entered', active: true, episode: 1, state: 'new' });
    expect(await row()).toMatchObject({ current: 1, state: 'new', status: 'candidate', revision: 1 });
  });

  it('leaves out a patient without any sign of lupus, and one who is ineligible', async () => {
    expect(await screen({}, { signOfLupus: false })).toMatchObject({ entry: 'away', active: false, episode: 0 });
    expect(await screen({ E1: 'met' })).toMatchObject({ entry: 'away', active: false });
    expect(await row()).toBeUndefined();
  });

  it('changes nothing when the same result comes a second time', async () => {
    await screen({ I3: 'unknown' });
    const before = await row();
    expect(await screen({ I3: 'unknown' })).toMatchObject({ entry: 'stays', episode: 1 });
    expect({ ...(await row()), summary: '' }).toEqual({ ...before, summary: '' });
    expect(await eventsOf(store.database, onList, sealed)).toHaveLength(1);
  });

  it('keeps a patient who is no longer eligible as such, and counts her return as a new episode', async () => {
    await screen();
    expect(await screen({ E1: 'met' }, { run: 'run-2' })).toMatchObject({ entry: 'left', active: false, episode: 1 });
    expect(await row()).toMatchObject({ current: 0, markers: ' no-longer-eligible changed ' });
    expect(await screen({ E1: 'met' }, { run: 'run-3' })).toMatchObject({ entry: 'away', active: false, episode: 1 });
    expect(await screen({}, { run: 'run-4' })).toMatchObject({ entry: 'returned', active: true, episode: 2 });
  });

  it('says what changed between two screenings, question by question', async () => {
    await screen({ 'I4.ALT': 'unknown' });
    await screen({ I3: 'unknown' }, { run: 'run-2', at: '2026-06-02T00:00:00.000Z' });
    const last = (await eventsOf(store.database, onList, sealed)).at(-1);
    expect(last?.detail).toMatchObject({
      kind: 'screened',
      from: 'potential-candidate',
      to: 'potential-candidate',
      differences: [
        { criterion: 'I3', from: 'met', to: 'unknown', reason: { id: 'history.none' } },
        { criterion: 'I4.ALT', from: 'unknown', to: 'met' },
      ],
    });
    expect(await row()).toMatchObject({ revision: 2, markers: ' one-missing:I3 changed ' });
  });

  it('does not bring back a patient who declined until the time that the site set has passed', async () => {
    await screen();
    await decide('declined');
    const dayBefore = await screen({}, { run: 'run-2', at: '2027-06-01T23:59:59.999Z' });
    expect(dayBefore).toMatchObject({ entry: 'stays', active: false, state: 'declined' });
    const onTheDay = await screen({}, { run: 'run-3', at: '2027-06-02T00:00:00.000Z' });
    expect(onTheDay).toMatchObject({ entry: 'returned', active: true, state: 'new', episode: 2 });
  });

  it('brings back a patient who was set aside when she was ineligible in between', async () => {
    await screen();
    await decide('not-suitable');
    expect(await screen({ E1: 'met' }, { run: 'run-2' })).toMatchObject({ entry: 'left', state: 'not-suitable' });
    expect(await screen({}, { run: 'run-3' })).toMatchObject({ entry: 'returned', state: 'new', episode: 2 });
  });

  it('leaves an enrolled patient enrolled, and her referral as it is', async () => {
    await screen();
    await decide('enrolled');
    expect(await screen({ E1: 'met' }, { run: 'run-2' })).toMatchObject({ entry: 'left', active: true });
    expect(await screen({}, { run: 'run-3' })).toMatchObject({ entry: 'returned', state: 'enrolled' });
  });

  it('keeps a refusal that the next screening could not read, and takes it back when it is gone', async () => {
    await screen({}, { consent: 'refused' });
    await screen({}, { run: 'run-2', consent: 'not-asked' });
    expect(await row()).toMatchObject({ markers: ' contact-refused ' });
    await screen({}, { run: 'run-3', consent: 'none' });
    expect(await row()).toMatchObject({ markers: '' });
  });

  it('keeps nothing that names a patient or says what is wrong with her in the open', async () => {
    await screen({ 'I4.ALT': 'unknown' });
    const events = await store.database.selectFrom('worklist_events').selectAll().execute();
    const open = JSON.stringify([await row(), events]);
    expect(open).not.toContain('Patient/');
    expect(open).not.toContain('trials.');
    expect(open).not.toContain('human.');
  });
});
