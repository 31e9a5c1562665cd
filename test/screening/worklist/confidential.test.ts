// Does anything but the investigator's own view tell what a confidential criterion says?

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Express } from 'express';
import { openStore, type Store } from '../../../src/store/store.ts';
import { listOn, screenInto, trial, visit } from './list-under-test.ts';

let store: Store;
let app: Express;
let path: string;

const telling = {
  changes: [{ criterion: 'I6.test', on: '2026-06-09', becomes: 'unknown' }],
  orders: [{ criterion: 'I6.test', coding: { system: 's', code: 'hcg', display: 'hCG' }, window: 7 }],
  flags: ['ORDER:SERUM_HCG'],
};

beforeAll(async () => {
  store = await openStore(':memory:');
  app = listOn(store);
  const number = await screenInto(store, 'p_one', { 'I6.test': 'met' });
  await screenInto(store, 'p_one', { 'I6.test': 'unknown' }, { run: 'run-2', at: '2026-06-02T00:00:00.000Z' }, telling);
  path = `/worklist/${trial}/patients/${number}`;
});
afterAll(async () => await store.close());

it('list and CSV say that something is open, and that the chart says what', async () => {
  const list = await visit(app).get(`/worklist/${trial}`, 'investigate');
  expect(list.body.patients).toMatchObject([
    { confidential: 1, missing: [], markers: [{ name: 'one-missing', words: 'one datum missing: see chart' }, {}] },
  ]);
  const csv = await visit(app).get(`/worklist/${trial}/list.csv`, 'investigate');
  expect(csv.text).toContain('"1 (see chart)"');
  for (const text of [list.text, csv.text]) expect(text).not.toMatch(/I6|hcg|2026-06-09/i);
});

it('a coordinator reads "see chart" in detail and history, without verdict, date or order', async () => {
  const { body, text } = await visit(app).get(path, 'coordinate');
  const hidden = body.assessment.criteria.find(({ id }: { id: string }) => id === 'I6');
  expect(hidden).toEqual({
    id: 'I6',
    type: 'inclusion',
    name: 'Pregnancy test and contraception',
    text: expect.stringMatching(/^Negative pregnancy test/),
    confidential: true,
    reason: 'see chart',
    evidence: [],
    missing: [],
    ignored: [],
  });
  expect(body.history.at(-1).differences).toEqual([{ criterion: 'I6.test', confidential: true, reason: 'see chart' }]);
  expect(text).not.toMatch(/hcg|2026-06-09/i);
});

it('an investigator reads it in the assessment', async () => {
  const { body } = await visit(app).get(path, 'investigate');
  const shown = body.assessment.criteria.find(({ id }: { id: string }) => id === 'I6');
  expect(shown).toMatchObject({ verdict: 'unknown', missing: ['full date of birth'] });
  expect(body.assessment.flags).toEqual(['ORDER:SERUM_HCG']);
});

it('nobody reads in an assessment whose it is', async () => {
  const { text } = await visit(app).get(path, 'investigate');
  expect(text).not.toContain('Patient/');
});

it('whoever may know a patient by her number only reads no ids of her resources, and everybody else does', async () => {
  const evidence = [{ reference: 'Observation/ldh-7', label: 'LDH', labelMessage: { id: 'history.none', values: {} } }];
  const found = { id: 'I3', type: 'inclusion', verdict: 'met', reasonMessage: { id: 'history.none', values: {} } };
  const number = await screenInto(
    store,
    'p_two',
    {},
    {},
    { criteria: [{ ...found, evidence, ignored: evidence, missingMessages: [] }] },
  );
  const own = `/worklist/${trial}/patients/${number}`;
  const readBy = async (role: string, consentBeforeName: boolean) =>
    (await visit(listOn(store, { consentBeforeName })).get(own, role)).text;
  for (const text of [await readBy('see', false), await readBy('coordinate', true)]) {
    expect(text).toContain('"criteria":[{"id":"I3"');
    expect(text).not.toContain('ldh-7');
  }
  for (const text of [await readBy('coordinate', false), await readBy('investigate', true)]) {
    expect(text.match(/"reference":"Observation\/ldh-7"/g)).toHaveLength(2);
  }
});
