import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenAt } from '../src/store/audit.ts';
import { openStore } from '../src/store/store.ts';
import { service } from './app-under-test.ts';
import { callingSystem } from './cds-hooks/callers.ts';
import { bundleOf, chart, hookRequest, prefetchOf } from './cds-hooks/ehr.ts';

const launch = new URL('../src/launch.mjs', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'lupus-server-'));
const configured = {
  CDS_PUBLIC_URL: 'https://cds.example.org',
  CDS_CLIENTS: '{"*":{"unauthenticated":true}}',
  CDS_PSEUDONYM_KEY: 'k'.repeat(32),
  CDS_STORE: join(folder, 'store.sqlite'),
  CDS_HOST: '127.0.0.1',
  CDS_LIMITS: '{"callsPerSecond":100000,"callsAtOnce":100000}',
  PORT: '0',
};
const running: ChildProcessWithoutNullStreams[] = [];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

  it.each<[string, Record<string, string>, string]>([
    ['nobody who may call', { CDS_CLIENTS: '{}' }, 'nobody is named who may call'],
    ['anybody, without saying so', { CDS_CLIENTS: '{"*":{}}' }, '"unauthenticated": true'],
    ['a caller without keys', { CDS_CLIENTS: '{"https://e.org":{}}' }, 'needs keys'],
    ['no secret for pseudonyms', { CDS_PSEUDONYM_KEY: '' }, 'pseudonymKeyFile'],
    ['a key file that is not there', { CDS_CLIENTS: '{"e":{"keys":{"jwksFile":"/none"}}}' }, '/none'],
    ['an unknown variable', { CDS_NEARMISS: 'true' }, 'CDS_NEARMISS'],
    ['an unknown protocol', { CDS_PROTOCOL: 'NCT0@none' }, 'at protocol'],
    ['half a process', { CDS_PROCESSES: '0.5' }, 'at processes'],
  ])('refuses to start with %s', async (_name, environment, said) => {
    expect(await ended(start({ ...configured, ...environment }))).toEqual([2, expect.stringContaining(said)]);
    expect((await ended(start({ ...configured, ...environment }, '--check-config')))[0]).toBe(2);
  });

  it.each([
    ['configured', configured],
    ['as several processes', { ...configured, CDS_PROCESSES: '2' }],
    ['as the demo', {}],
  ])('says in one sentence that its port is in use, %s', async (_how, environment) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const [code, said] = await ended(start({ ...environment, PORT: String(port) }));
    other.close();
    expect(code).toBe(1);
    expect(said).toBe(
      `The service cannot start: port ${String(port)} of 127.0.0.1 is in use by another program: ` +
        'stop that one, or choose another port with PORT.\n',
    );
  });

  it.each<[string, Record<string, string>, readonly string[], string]>([
    ['a port that is none', { PORT: '80x' }, [], 'PORT is not a port number'],
    ['an argument that does not exist', {}, ['--chek-config'], 'There is no argument --chek-config'],
  ])('does not open the demo with %s', async (_name, environment, args, said) => {
    const [code, words] = await ended(start({ PORT: '0', ...environment }, ...args));
    expect([code, words]).toEqual([2, expect.stringContaining(said)]);
    expect(words).not.toContain('    at ');
  });

  it('refuses to start with a store that cannot be opened, and names no secret', async () => {
    const database = { CDS_STORE: 'postgres://cds:geheim@127.0.0.1:1/cds' };
    const [code, said] = await ended(start({ ...configured, ...database }));
    expect([code, said]).toEqual([1, expect.stringContaining('The store cannot be opened')]);
    expect(said).not.toContain('geheim');
  });

  it.each([
    ['below /proc, where the making of its folder never ended', '/proc/none/store.sqlite', 'ENOENT'],
    ['that is no regular file: a pipe was waited for, for ever', '/dev/null', 'it is not a regular file'],
    ['below a file', '/dev/null/store.sqlite', 'ENOTDIR'],
  ])('refuses to start with a store %s', async (_what, CDS_STORE, why) => {
    const [code, said] = await ended(start({ ...configured, CDS_STORE }));
    expect([code, said]).toEqual([1, `The store cannot be opened: the file ${CDS_STORE} cannot be used (${why})\n`]);
  });

  it('warns of a secret that every user of the machine may read: nobody was told', async () => {
    const [open, own] = ['open-key', 'own-key'].map((name) => join(folder, name));
    writeFileSync(open ?? '', 'k'.repeat(32));
    chmodSync(open ?? '', 0o644);
    writeFileSync(own ?? '', 'k'.repeat(32), { mode: 0o640 });
    const files = (file = '') => ({ ...configured, CDS_PSEUDONYM_KEY: '', CDS_PSEUDONYM_KEY_FILE: file });
    const warning = `pseudonymKeyFile: every user of this machine may read ${open ?? ''}`;
    expect(await ended(start(files(open), '--check-config'))).toEqual([0, expect.stringContaining(warning)]);
    expect(await ended(start(files(own), '--check-config'))).toEqual([0, expect.not.stringContaining('every user')]);
    const child = start(files(open));
    for await (const line of createInterface({ input: child.stdout })) {
      expect(JSON.parse(line)).toMatchObject({ msg: 'key-problem', problem: expect.stringContaining(warning) });
      break;
    }
  });

  it('checks a configuration without starting, and says what is on and off and nothing secret', async () => {
    const { keys, issuer } = await callingSystem('https://ehr.example.org');
    const fhirServers = [{ base: 'https://fhir.example.org/r4', everyObservationHasCategory: true }];
    const own = { keys, silent: true, harmlessWarnings: ['urn:x|1'], fhirServers, cards: { nearMisses: true } };
    const clients = { [issuer]: own, '*': { unauthenticated: true } };
    const check = { CDS_CLIENTS: JSON.stringify(clients), CDS_STORE: 'postgres://cds:geheim@127.0.0.1:1/cds' };
    const [code, said] = await ended(start({ ...configured, ...check }, '--check-config'));
    expect(code).toBe(0);
    expect(said).toMatch(/^The configuration is complete\.\n/);
    expect(said).toContain('client https://ehr.example.org: 1 pinned keys; silent mode on');
    expect(said).toContain('WARNING: calls without a token are answered');
    expect(said).toContain('WARNING: https://ehr.example.org: the warning urn:x|1 makes no search partial');
    expect(said).toContain('WARNING: https://fhir.example.org/r4: Observations that are read by category count as all');
    expect(said).toContain('cards: any, near misses on, language en, link to the evidence page absolute');
    expect(said).not.toMatch(/geheim|kkkk/);
  });

  it('says loudly when anybody may call, and not otherwise', async () => {
    const { keys, issuer } = await callingSystem('https://ehr.example.org');
    const eventsOf = async (environment: Record<string, string>): Promise<readonly string[]> => {
      const child = start({ ...configured, ...environment });
      const said: string[] = [];
      for await (const line of createInterface({ input: child.stdout })) {
        const { msg, level } = JSON.parse(line) as { msg: string; level: number };
        said.push(`${msg} ${String(level)}`);
        if (msg === 'started') return said;
      }
      return said;
    };
    expect(await eventsOf({})).toEqual(['unauthenticated-callers 40', 'started 30']);
    expect(await eventsOf({ CDS_CLIENTS: JSON.stringify({ [issuer]: { keys } }) })).toEqual(['started 30']);
  });

  it('says where it went wrong and nothing else, keeps what is kept, and ends, when a fault comes from nowhere', async () => {
    const fault = 'process.on("SIGUSR2",()=>{throw new RangeError(process.env.PATIENT)})';
    const child = spawn(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(fault)}`, launch, 'server'],
      {
        env: { ...configured, CDS_DEADLINES: '{"lameDuck":1}', PATIENT: 'Nightingale' },
      },
    );
    running.push(child);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('"started"') && !child.killed) child.kill('SIGUSR2');
    });
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect((await once(child, 'close')) as unknown[]).toEqual([1, null]);
    expect(said).toContain('"name":"RangeError"');
    expect(said).toContain('"msg":"stopped"');
    expect(said).not.toContain('Nightingale');
  });

  it('is stopped in order by SIGHUP as by SIGTERM, and not cut off', async () => {
    const child = start({ ...configured, CDS_LOG_LEVEL: 'info', CDS_DEADLINES: '{"lameDuck":1}' });
    await portOf(child);
    child.kill('SIGHUP');
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('heeds a signal to stop that comes while the store does not answer yet', async () => {
    const silent = createServer();
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const child = start({ ...configured, DATABASE_URL: `postgres://u:p@127.0.0.1:${String(port)}/db` });
    await once(silent, 'connection');
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
    silent.close();
  });

  async function stopUnderLoad(processes: number): Promise<void> {
    const storeFile = join(folder, `stopped-${String(processes)}.sqlite`);
    const child = start({
      ...configured,
      CDS_STORE: storeFile,
      CDS_PROCESSES: String(processes),
      CDS_DEADLINES: '{"lameDuck":700}',
    });
    const port = await portOf(child);
    child.stdout.resume();
    const body = JSON.stringify(hookRequest(prefetchOf(chart.slice(0, 6))));
    const agent = new Agent({ keepAlive: true, maxSockets: 50 });
    const statuses: number[] = [];
    const enough = AbortSignal.timeout(1_400);
    const caller = async (): Promise<void> => {
      while (!enough.aborted && !child.killed) statuses.push(await call(port, agent, body));
      // After the signal every caller asks once more, within the lame-duck time.
      statuses.push(await call(port, agent, body));
    };
    setTimeout(() => child.kill('SIGTERM'), 700);
    await Promise.all(Array.from({ length: 50 }, caller));
    agent.destroy();
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).toBe(0);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(statuses.length).toBeGreaterThanOrEqual(100);
    const store = await openStore(storeFile);
    const { count } = await store.database
      .selectFrom('audit')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('kind', '=', 'hook')
      .executeTakeFirstOrThrow();
    expect([count, await brokenAt(store)]).toEqual([statuses.length, undefined]);
    await store.close();
  }

  it('drops no request of fifty callers when it is told to stop, and has kept every answer', async () => {
    await stopUnderLoad(1);
  }, 120_000);

  it('drops no request when it is told to stop as two processes, and the trail of both is one', async () => {
    await stopUnderLoad(2);
  }, 120_000);

  it('answers or refuses ten megabytes while others go on being answered', async () => {
    const child = start(configured);
    const port = await portOf(child);
    child.stdout.resume();
    const observation = chart[5] ?? {};
    const many = (count: number) =>
      bundleOf(
        Array.from({ length: count }, (_, index) => ({
          ...observation,
          id: `o-${String(index)}`,
          note: [{ text: 'x'.repeat(1_000) }],
        })),
      );
    const perOne = JSON.stringify(many(1_000)).length / 1_000;
    const large = JSON.stringify(
      hookRequest({ ...prefetchOf(chart), observations: many(Math.floor(9_800_000 / perOne)) }),
    );
    const beyond = `${large.slice(0, -1)}${' '.repeat(1_000_000)}}`;
    expect(Buffer.byteLength(large)).toBeGreaterThan(9_500_000);
    const agent = new Agent({ keepAlive: true });
    const small = JSON.stringify(hookRequest(prefetchOf(chart)));
    let answered = 0;
    const finished = new AbortController();
    const others = async (): Promise<void> => {
      while (!finished.signal.aborted) {
        expect(await call(port, agent, small)).toBe(200);
        answered += 1;
      }
    };
    const going = others();
    const answers = [await call(port, agent, large), await call(port, agent, beyond).catch(() => 413)];
    finished.abort();
    await going;
    agent.destroy();
    expect(answers).toEqual([200, 413]);
    expect(answered).toBeGreaterThan(0);
  }, 240_000);
});
