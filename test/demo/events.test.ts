// Does a new result on the demo hospital's FHIR server bring a patient on the list, without anybody asking?

import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDemo, type Demo } from '../../src/demo/start.ts';

type Row = { readonly number: string; readonly status: string; readonly revision: number };

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ port: 0, now: Date.now, log: () => {} });
});
afterAll(async () => await demo.close());

const json = async (path: string) => await (await fetch(demo.url + path)).json();

const list = async (): Promise<readonly Row[]> =>
  ((await json('/worklist/NCT06222853')) as { readonly patients: readonly Row[] }).patients;

const post = async (path: string, body: object) =>
  await fetch(demo.url + path, {
    method: 'POST',
    headers: { 'content-type': path.startsWith('/fhir') ? 'application/fhir+json' : 'application/json' },
    body: JSON.stringify(body),
  });

const subscriptions = async () => ((await json('/fhir/Subscription')) as { readonly total: number }).total;

it(
  'a SLEDAI-2K of 10, posted to its FHIR server, puts a patient on the list who was not on it',
  { timeout: 60_000 },
  async () => {
    await expect.poll(subscriptions, { timeout: 20_000 }).toBe(4);
    const before = await list();
    const funnel = await json('/funnel/NCT06222853');
    const stored = await post('/fhir/Observation', {
      resourceType: 'Observation',
      status: 'final',
      code: { coding: [{ system: 'http://example.org/fhir/CodeSystem/lupus', code: 'sledai-2k' }], text: 'SLEDAI-2K' },
      subject: { reference: 'Patient/quiet-disease' },
      effectiveDateTime: new Date().toISOString(),
      valueQuantity: { value: 10, unit: '{score}' },
    });
    expect(stored.status).toBe(201);
    const numbers = new Set(before.map(({ number }) => number));
    const added = async () => (await list()).filter(({ number }) => !numbers.has(number)).map(({ status }) => status);
    await expect.poll(added, { timeout: 20_000, interval: 20 }).toEqual(['candidate']);
    expect(await json('/funnel/NCT06222853')).toEqual(funnel);
  },
);

it('a coordinator has a patient screened again, who stays as she is', { timeout: 60_000 }, async () => {
  const [row] = await list();
  const asked = await post(`/worklist/NCT06222853/patients/${row?.number ?? ''}/rescreen`, {});
  expect(asked.status).toBe(202);
  expect((await list()).find(({ number }) => number === row?.number)).toEqual(row);
});
