// Does the demo hospital have a list of candidates from the beginning?

import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDemo, type Demo } from '../../src/demo/start.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ port: 0, now: Date.now, log: () => {} });
});
afterAll(async () => await demo.close());

const read = async (path: string) => (await (await fetch(demo.url + path)).json()) as Record<string, unknown>;

it('the list has patients, without a token, and the funnel counts every story', async () => {
  const list = await read('/worklist/NCT06222853');
  expect(list['role']).toBe('investigator');
  expect(list['total']).toBeGreaterThan(3);
  expect(JSON.stringify(list)).not.toContain('Patient/');
  expect((await read('/funnel/NCT06222853'))['screened']).toBeGreaterThan(10);
});

it('course and scores of a patient are read when they are asked for, and nothing in them says who she is', async () => {
  const { patients } = (await read('/worklist/NCT06222853')) as {
    readonly patients: readonly { readonly number: string }[];
  };
  for (const { number } of patients) {
    const path = `/worklist/NCT06222853/patients/${number}`;
    const looked = (await read(`${path}/evidence?lang=zh-CN`)) as Record<
      string,
      { readonly items?: readonly object[] }
    >;
    expect(Object.keys(looked)).toEqual(['asOf', 'chart', 'sledai', 'eularAcr', 'unseen']);
    expect(looked['sledai']?.items).toHaveLength(24);
    const named = await fetch(`${demo.url}${path}/name`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const { name, birthDate, reference } = (await named.json()) as Readonly<Record<string, string>>;
    const text = JSON.stringify(looked);
    for (const known of [name, birthDate, reference, 'Patient/']) expect(text).not.toContain(known ?? 'Patient/');
  }
});

it('there is nothing to read of a patient who is not on the list', async () => {
  const answer = await fetch(`${demo.url}/worklist/NCT06222853/patients/S-00000-00000/evidence`);
  expect(answer.status).toBe(404);
});

it('a page of another machine reads nothing', async () => {
  const answer = await fetch(`${demo.url}/worklist/NCT06222853`, { headers: { origin: 'https://evil.example.org' } });
  expect(answer.status).toBe(403);
});
