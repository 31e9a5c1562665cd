// `worklist` and `funnel` as an operator runs them: the process, its output, its exit code.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { mailSink } from '../screening/digest/mail-sink.ts';
import { key, screenInto, trial } from '../screening/worklist/list-under-test.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lupus-list-'));
const target = join(folder, 'store.sqlite');
let number = '';

beforeAll(async () => {
  const store = await openStore(target);
  for (const [run, acts] of [
    ['run-1', 1],
    ['trial-run', 0],
  ] as const) {
    const digests = { protocol_digest: 'p', engine_digest: 'e', as_of: '2026-06-01', detail: '{}', source: '{}' };
    const times = { started: '2026-06-01T00:00:00.000Z', ended: '2026-06-01T00:01:00.000Z' };
    const row = { run, protocol: `${trial}@5to18`, acts, state: 'complete', listed: 1, ...digests, ...times };
    await store.database.insertInto('runs').values(row).execute();
  }
  number = await screenInto(store, 'p_one', { 'I4.ALT': 'unknown' });
  await screenInto(store, 'p_one', {}, { run: 'trial-run', at: new Date().toISOString() });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(command: string, args: readonly string[], more: object = {}) {
  const { promise, resolve } = Promise.withResolvers<{ code: unknown; out: string; errors: string }>();
  const env = { ...process.env, CDS_STORE: target, CDS_PSEUDONYM_KEY: key, ...more };
  execFile(process.execPath, ['src/launch.mjs', 'cli', command, ...args], { cwd: root, env }, (error, out, errors) =>
    resolve({ code: error === null ? 0 : error.code, out, errors }),
  );
  return await promise;
}

it('worklist prints the list, as a table and as CSV', async () => {
  const shown = await run('worklist', []);
  expect(shown.errors).toBe('');
  expect(shown.out).toContain(`${trial}: 1 patient`);
  expect(shown.out).toContain(number);
  expect((await run('worklist', ['--csv', '--lang', 'zh-CN'])).out).toContain('"筛选号"');
});

it('worklist refuses options that would be ignored, and another key', async () => {
  expect(await run('worklist', ['--html'])).toMatchObject({ code: 2 });
  expect(await run('worklist', ['--protocol', 'NCT00000000'])).toMatchObject({ code: 2 });
  const wrong = await run('worklist', [], { CDS_PSEUDONYM_KEY: 'x'.repeat(32) });
  expect(wrong).toMatchObject({ code: 1 });
  expect(wrong.errors).toContain('another key');
});

it('worklist --digest prints the digest and sends it where that is configured', async () => {
  expect((await run('worklist', ['--digest'])).out).toContain('To work on: 1, of them candidates: 1');
  expect((await run('worklist', ['--digest', '--html'])).out).toContain('<!doctype html>');
  expect(await run('worklist', ['--digest', '--send'])).toMatchObject({ code: 2 });
  const sink = await mailSink();
  const smtpFile = join(folder, 'smtp');
  writeFileSync(smtpFile, `${sink.url}\n`);
  const digest = JSON.stringify({ smtpFile, from: 'list@example.org', to: ['office@example.org'] });
  expect(await run('worklist', ['--digest', '--send'], { CDS_DIGEST: digest })).toMatchObject({ code: 0, out: '' });
  sink.close();
  expect(sink.mails).toHaveLength(1);
});

it('funnel prints the counts of a run, its log, and what another run would change', async () => {
  expect((await run('funnel', [])).out).toContain('I4\t0\twithheld');
  expect(JSON.parse((await run('funnel', ['--json', '--run', 'trial-run'])).out)).toMatchObject({ acts: false });
  expect((await run('funnel', ['--log'])).out).toContain(number);
  const { out } = await run('funnel', ['--compare', 'run-1', 'trial-run']);
  expect(out).toContain('potential-candidate -> candidate: 1');
  expect(out).toContain(`${number}  potential-candidate -> candidate\n  I4.ALT: unknown -> met`);
  for (const asked of [
    ['--run', 'none'],
    ['--compare', 'run-1', 'none'],
  ])
    expect(await run('funnel', asked)).toMatchObject({ code: 1, errors: `there is no run none of ${trial}\n` });
  expect(await run('funnel', ['--compare', 'run-1'])).toMatchObject({ code: 2 });
});
