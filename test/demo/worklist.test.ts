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

it('a page of another machine reads nothing', async () => {
  const answer = await fetch(`${demo.url}/worklist/NCT06222853`, { headers: { origin: 'https://evil.example.org' } });
  expect(answer.status).toBe(403);
});
