// What the list answers, on SQLite and on PostgreSQL.

import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/store/store.ts';
import { bothTargets } from '../../store/targets.ts';
import { listOn, screenInto, trial, visit } from './list-under-test.ts';

const { targets, close } = bothTargets();
afterAll(close);

describe.each(targets)('the list on $name', ({ skip, fresh }) => {
  let store: Store;
  beforeEach(async (context) => {
    if (skip) context.skip();
    else store = await openStore(await fresh());
  });
  afterEach(async () => {
    if (!skip) await store.close();
  });

  const at = (worklist: object = {}) => visit(listOn(store, worklist));
  const pathOf = (number: string) => `/worklist/${trial}/patients/${number}`;

  it('shows the closest to candidacy first, by number and never by name', async () => {
    const far = await screenInto(store, 'p_far', { I3: 'unknown', 'I4.ALT': 'unknown' });
    const near = await screenInto(store, 'p_near', { 'I4.ALT': 'unknown' });
    const candidate = await screenInto(store, 'p_candidate');
    const { body, text, headers } = await at().get(`/worklist/${trial}`, 'see');
    expect(body.patients.map(({ number }: { number: string }) => number)).toEqual([candidate, near, far]);
    expect(body).toMatchObject({ total: 3, role: 'viewer', states: { new: 3 } });
    expect(body.patients[1]).toMatchObject({
      state: 'new',
      status: 'potential-candidate',
      missing: [{ criterion: 'I4.ALT', words: ['full date of birth'] }],
      markers: [{ name: 'one-missing', detail: 'I4.ALT', words: 'one datum missing: I4.ALT' }],
      nextStates: ['in-review', 'contacted', 'declined', 'referred', 'not-suitable'],
      nameMayBeSeen: false,
    });
    expect(text).not.toContain('Li Na');
    expect(text).not.toContain('Patient/');
    expect(text).not.toContain('p_');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('answers page by page, and refuses a page that is none', async () => {
    for (const each of ['p_1', 'p_2', 'p_3']) await screenInto(store, each);
    const { body } = await at().get(`/worklist/${trial}?offset=2&size=2`, 'see');
    expect(body).toMatchObject({ total: 3, offset: 2, size: 2 });
    expect(body.patients).toHaveLength(1);
    for (const wrong of ['size=0', 'size=101', 'offset=-1', 'state=none', 'something=else']) {
      expect((await at().get(`/worklist/${trial}?${wrong}`, 'see')).status).toBe(400);
    }
  });

  it('hides who is put aside or no candidate any more unless all are asked for', async () => {
    const number = await screenInto(store, 'p_one');
    await screenInto(store, 'p_one', { E1: 'met' }, { run: 'run-2' });
    expect((await at().get(`/worklist/${trial}`, 'see')).body.total).toBe(0);
    const { body } = await at().get(`/worklist/${trial}?scope=all`, 'see');
    expect(body.patients).toMatchObject([{ number, current: false, against: ['E1'] }]);
    expect((await at().get(`/worklist/${trial}?marker=no-longer-eligible`, 'see')).body.total).toBe(1);
  });

  it('finds a patient by part of her number, or of the name of who works on her', async () => {
    const number = await screenInto(store, 'p_one');
    await screenInto(store, 'p_two');
    const found = async (text: string) =>
      (await at().get(`/worklist/${trial}?text=${encodeURIComponent(text)}`, 'see')).body.patients.map(
        (each: { number: string }) => each.number,
      );
    expect(await found(number.slice(2, 9).toLowerCase())).toEqual([number]);
    expect(await found('COORDINATE@')).toEqual([]);
    await at().post(`${pathOf(number)}/assignee`, 'coordinate', { assignee: 'me', revision: 1 });
    expect(await found('COORDINATE@')).toEqual([number]);
    expect(await found(' ')).toHaveLength(2);
  });

  it('moves a patient from state to state with a note, and keeps the history', async () => {
    const number = await screenInto(store, 'p_one');
    const path = pathOf(number);
    const moved = await at().post(`${path}/state`, 'coordinate', { state: 'in-review', note: '已致电', revision: 1 });
    expect(moved.body).toEqual({ state: 'in-review', revision: 2 });
    const { body } = await at().get(path, 'see');
    expect(body.history).toMatchObject([
      { kind: 'screened', entry: 'entered', words: 'came on the list' },
      { kind: 'state', author: 'coordinate@example.org', from: 'new', to: 'in-review', note: '已致电' },
    ]);
  });

  it('tells the second of two people that the first has changed it', async () => {
    const path = pathOf(await screenInto(store, 'p_one'));
    const both = await Promise.all([
      at().post(`${path}/state`, 'coordinate', { state: 'in-review', revision: 1 }),
      at().post(`${path}/state`, 'coordinate', { state: 'contacted', revision: 1 }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('refuses a state that cannot be reached, and contact with a family that does not want it', async () => {
    const path = pathOf(await screenInto(store, 'p_one', {}, { consent: 'refused' }));
    const post = async (state: string) =>
      (await at().post(`${path}/state`, 'coordinate', { state, revision: 1 })).status;
    expect(await post('enrolled')).toBe(422);
    expect(await post('contacted')).toBe(422);
    expect(await post('referred')).toBe(422);
    expect(await post('in-review')).toBe(200);
  });

  it('tells a name only with consent, and writes down who was told', async () => {
    const path = pathOf(await screenInto(store, 'p_one'));
    expect((await at().post(`${path}/name`, 'coordinate', {})).status).toBe(422);
    const told = await at({ consentBeforeName: false }).post(`${path}/name`, 'coordinate', {});
    expect(told.body).toMatchObject({ name: 'Li Na', reference: 'Patient/p_one-id' });
    const rows = await store.database.selectFrom('audit').selectAll().where('kind', '=', 'worklist-name').execute();
    expect(rows.map(({ client, patient, detail }) => [client, patient, JSON.parse(detail)])).toEqual([
      ['sub-coordinate', 'p_one', { trial, answer: 'refused' }],
      ['sub-coordinate', 'p_one', { trial, answer: 'told' }],
    ]);
  });

  it('never tells the name of a patient who does not want to be asked', async () => {
    const path = pathOf(await screenInto(store, 'p_one', {}, { consent: 'refused' }));
    expect((await at({ consentBeforeName: false }).post(`${path}/name`, 'investigate', {})).status).toBe(422);
  });

  it('tells the name once the investigator has answered that consent is there', async () => {
    const path = pathOf(await screenInto(store, 'p_one', { I7: 'met' }));
    expect((await at().post(`${path}/name`, 'coordinate', {})).body).toMatchObject({ name: 'Li Na' });
  });

  it('records what an investigator states, with author and date, for the next screening', async () => {
    const path = pathOf(await screenInto(store, 'p_one'));
    const state = async (body: object) => await at().post(`${path}/statements`, 'investigate', body);
    const first = await state({ kind: 'answer', question: 'I7', verdict: 'not-met' });
    expect(first.body).toEqual({ counts: 'Recorded: it counts from the next screening.' });
    await state({ kind: 'answer', question: 'I7', verdict: 'met', until: '2026-06-01' });
    await state({ kind: 'attribution', question: 'proteinuria', verdict: 'lupus' });
    const statements = async () => (await at().get(path, 'see')).body.statements as Record<string, string>[];
    const standing = (await statements()).filter(({ withdrawn }) => withdrawn === undefined);
    const author = 'investigate@example.org';
    const date = '2026-06-01';
    expect(standing.toSorted((a, b) => String(a['kind']).localeCompare(String(b['kind'])))).toMatchObject([
      { kind: 'answer', question: 'I7', verdict: 'met', until: date, author, date },
      { kind: 'attribution', question: 'proteinuria', verdict: 'lupus', author, date },
    ]);
    for (const { id } of standing) {
      expect((await at().post(`${path}/statements/${String(id)}/withdraw`, 'investigate', {})).status).toBe(200);
      expect((await at().post(`${path}/statements/${String(id)}/withdraw`, 'investigate', {})).status).toBe(404);
    }
    expect((await statements()).every(({ withdrawn }) => withdrawn !== undefined)).toBe(true);
  });

  it('refuses a statement that would be lost: another question, a whole criterion, an end in the past', async () => {
    const path = pathOf(await screenInto(store, 'p_one'));
    for (const body of [
      { kind: 'answer', question: 'I99', verdict: 'met' },
      { kind: 'answer', question: 'I6', verdict: 'met' },
      { kind: 'answer', question: 'I7', verdict: 'unknown' },
      { kind: 'answer', question: 'I7', verdict: 'met', until: '2026-05-31' },
      { kind: 'attribution', question: 'I7', verdict: 'lupus' },
    ]) {
      expect((await at().post(`${path}/statements`, 'investigate', body)).status).toBe(400);
    }
    expect(await store.database.selectFrom('statements').selectAll().execute()).toEqual([]);
  });

  it('audits every patient that is shown, by pseudonym', async () => {
    await screenInto(store, 'p_one');
    await screenInto(store, 'p_two');
    await at().get(`/worklist/${trial}`, 'see');
    await at().get(`/worklist/${trial}/list.csv`, 'coordinate');
    const rows = await store.database
      .selectFrom('audit')
      .select(['kind', 'client', 'patient'])
      .orderBy('seq')
      .execute();
    const of = (kind: string) =>
      rows.filter((row) => row.kind === kind).map(({ client, patient }) => `${client} ${patient}`);
    expect(of('worklist')).toEqual(['sub-see ']);
    expect(of('worklist-shown').toSorted()).toEqual(['sub-see p_one', 'sub-see p_two']);
    expect(of('worklist-csv-shown')).toHaveLength(2);
  });
});
