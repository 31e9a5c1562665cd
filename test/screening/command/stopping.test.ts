// The command `screen` on a terminal, and stopped by Ctrl-C: the bar, a clean end, and a run that goes on where it was.

import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { commandIn, end, launch, reportIn, results } from './command.ts';
import { children, expectedStatuses, hospital } from './hospital.ts';

const everybody = Object.keys(children);
const open: { readonly close: () => Promise<void> | void }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** The hospital with a list of all its children, and an EHR that takes its time. */
async function slowHospital() {
  const ehr = await hospital({ latency: 60 });
  const command = commandIn({ base: ehr.base, screening: { atOnce: 1 } });
  open.push(command, ehr);
  const list = join(command.folder, 'list');
  writeFileSync(list, everybody.join('\n'));
  return { ehr, command, args: ['--server', ehr.base, '--patients', list] };
}

/** Runs a command with a pseudo-terminal as its standard error; answers what was shown on it. */
async function onTerminal(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<string> {
  const words = [process.execPath, launch, 'cli', 'screen', ...args].map((each) => `'${each}'`).join(' ');
  const terminal = spawn('script', ['-qec', words, '/dev/null'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  return (await end(terminal)).stdout;
}

describe('screen', () => {
  it('draws a bar with rate and time left on a terminal, and reports in words', async () => {
    const { command, args } = await slowHospital();
    const shown = await onTerminal(command.env, args);
    expect(shown).toMatch(/\r\[#*-+\] {2}[1-5]\/6 {2}\d+\.\d\/s {2}\d+ s left/);
    expect(shown).toMatch(/\r\[#{30}\] {2}6\/6 /);
    expect(shown).toMatch(/run \S+: complete/);
    expect(shown).not.toContain('{"event"');
  });

  it('ends cleanly at the first Ctrl-C, and goes on where it was, without a patient lost or screened twice', async () => {
    const { ehr, command, args } = await slowHospital();
    const running = command.start(...args);
    const ended = end(running);
    await results(command.store, 2);
    running.kill('SIGINT');
    const first = await ended;
    expect(first.code).toBe(130);
    expect(first.stderr).toContain('stopping; once more to stop at once');
    const half = reportIn(first);
    expect(half).toMatchObject({ state: 'stopped', planned: 6, failed: 0 });
    expect(half['pending']).toBeGreaterThan(0);

    const looked = ehr.asked.length;
    const second = await command.run('--resume', String(half['run']));
    expect(second.code).toBe(0);
    const statuses = expectedStatuses(everybody);
    expect(reportIn(second)).toMatchObject({ run: half['run'], state: 'complete', planned: 6, done: 6, statuses });
    // Whoever had a result is not read again.
    expect(ehr.asked.slice(looked).some(({ url }) => url.includes('anna'))).toBe(false);
    const again = await command.run('--resume', String(half['run']));
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('is complete');
  });

  it('ends at once at the second Ctrl-C, and the run can be taken up again', async () => {
    const { command, args } = await slowHospital();
    const running = command.start(...args);
    const ended = end(running);
    await results(command.store, 1);
    running.kill('SIGINT');
    running.kill('SIGTERM');
    expect((await ended).code).toBe(130);
    const broken = await command.run('--status');
    expect(broken.code, 'a scheduler sees that the run is not complete').toBe(1);
    const run = String(reportIn(broken)['run']);
    const second = await command.run('--resume', run);
    expect(second.code).toBe(0);
    expect(reportIn(second)).toMatchObject({ state: 'complete', done: 6, statuses: expectedStatuses(everybody) });
  });
});
