import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { service } from './app-under-test.ts';
import { chart, hookRequest, prefetchOf } from './cds-hooks/ehr.ts';

const launch = new URL('../src/launch.mjs', import.meta.url).pathname;
const configured = { CDS_PUBLIC_URL: 'https://cds.example.org', CDS_HOST: '127.0.0.1', PORT: '0' };
const running: ChildProcessWithoutNullStreams[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function start(
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [launch, 'server', ...args], { env: environment });
  running.push(child);
  return child;
}

/** Exit code and everything it said. */
async function ended(child: ChildProcessWithoutNullStreams): Promise<readonly [code: number | null, said: string]> {
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return [code, said];
}

async function portOf(child: ChildProcessWithoutNullStreams): Promise<number> {
  for await (const line of createInterface({ input: child.stdout })) {
    const event = JSON.parse(line) as { msg: string; port?: number };
    if (event.msg === 'started' && event.port !== undefined) return event.port;
  }
  throw new Error('never started');
}

/** Status of one hook call; throws if the connection breaks. */
function call(port: number, agent: Agent, body: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const sent = request({ host: '127.0.0.1', port, path: service, method: 'POST', agent, headers }, (response) => {
    response.resume();
    response.on('end', () => resolve(response.statusCode ?? 0));
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

describe('production', () => {
  it('refuses to start without a configuration, and never starts the demo', async () => {
    const [code, said] = await ended(start({ NODE_ENV: 'production' }));
    expect(code).toBe(2);
    expect(said).toContain('publicUrl');
  });

  it('checks a configuration without starting', async () => {
    expect(await ended(start(configured, '--check-config'))).toEqual([0, 'The configuration is complete.\n']);
    const [code, said] = await ended(start({ ...configured, CDS_NEARMISS: 'true' }, '--check-config'));
    expect([code, said]).toEqual([2, expect.stringContaining('CDS_NEARMISS')]);
    const [missing] = await ended(start({ ...configured, CDS_PROTOCOL: 'NCT0@none' }, '--check-config'));
    expect(missing).toBe(2);
  });

  it('drops no request when it is told to stop', async () => {
    const child = start({ ...configured, CDS_LOG_LEVEL: 'info', CDS_DEADLINES: '{"lameDuck":500}' });
    const port = await portOf(child);
    child.stdout.resume();
    const body = JSON.stringify(hookRequest(prefetchOf(chart)));
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const statuses: number[] = [];
    const enough = AbortSignal.timeout(800);
    const caller = async (): Promise<void> => {
      while (!enough.aborted) statuses.push(await call(port, agent, body));
    };
    const callers = Promise.all(Array.from({ length: 8 }, caller));
    setTimeout(() => child.kill('SIGTERM'), 300);
    await callers;
    agent.destroy();
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).toBe(0);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(statuses.length).toBeGreaterThan(8);
  }, 20_000);
});
