// An export gives its patients once and whole, or what is missing is unknown; it never hangs and is never asked for twice.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openConnection } from '../../../src/access/connection.ts';
import { kickOffAddress } from '../../../src/access/bulk-export.ts';
import type { Limiter } from '../../../src/access/limiter.ts';
import { searches } from '../../../src/fhir/searches.ts';
import { bulkSource, type BulkOptions } from '../../../src/screening/sources/bulk-source.ts';
import { SourceError, type Source } from '../../../src/screening/sources/source.ts';
import { realClock } from '../../access/clock.ts';
import { agent, broken, fakeBulkServer, ndjson, outcome, reply, type FakeBulkServer } from './bulk-server.ts';

let server: FakeBulkServer;
let other: FakeBulkServer;
let work: string;
let notes: Map<string, string>;
let naps: number[];
const dispatcher = agent();

beforeEach(async () => {
  [server, other] = [await fakeBulkServer(), await fakeBulkServer()];
  work = join(await mkdtemp(join(tmpdir(), 'bulk-')), 'run');
  [notes, naps] = [new Map(), []];
});
afterEach(async () => {
  await Promise.all([server.close(), other.close()]);
  await rm(join(work, '..'), { recursive: true, force: true });
});

const supported = [...searches.map(({ type }) => type), 'Medication', 'ResearchStudy'];
const never = new AbortController().signal;

function source(more: Partial<BulkOptions> = {}): Source {
  let now = Date.UTC(2026, 5, 1);
  return bulkSource({
    server: {
      base: server.base,
      dispatcher,
      outputs: [],
      callTimeout: 5_000,
      tokens: { current: async () => await Promise.resolve({ token: 'secret' }), refused: () => {}, renewable: false },
    },
    asked: { scope: { group: 'lupus' } },
    supported,
    waiting: {
      clock: {
        now: () => now,
        sleep: async (milliseconds) => {
          naps.push(milliseconds);
          now += milliseconds;
          await Promise.resolve();
        },
      },
      signal: never,
      stallAfter: 6 * 3_600_000,
      mostPolls: 1_000,
    },
    progress: {
      get: async (key) => await Promise.resolve(notes.get(key)),
      set: async (key, value) => await Promise.resolve(void notes.set(key, value)),
      delete: async (key) => await Promise.resolve(void notes.delete(key)),
    },
    key: 'run-1',
    work,
    limits: { fileBytes: 1_000_000, totalBytes: 10_000_000 },
    ...more,
  });
}

const patient = (id: string) => ({ resourceType: 'Patient', id, birthDate: '2012-01-01' });
const about = (resourceType: string, id: string, patientId = '1') => ({
  resourceType,
  id,
  subject: { reference: `Patient/${patientId}` },
});
const fileOf = (name: string) => new URL(`${server.base.href}/files/${name}`).href;

/** A usual export: two patients, one result each. */
function exporting(more: Record<string, unknown> = {}): void {
  server.on('Group/lupus/$export', reply(202, '', { 'content-location': `${server.base.href}/status/1` }));
  server.on('files/patients', ndjson(patient('1'), patient('2')));
  server.on('files/results', ndjson(about('Observation', 'o1'), about('Observation', 'o2', '2')));
  server.on('status/1', reply(200, manifest(more)));
}

const manifest = (more: Record<string, unknown> = {}) => ({
  transactionTime: '2026-06-01T00:00:00Z',
  request: 'x',
  requiresAccessToken: true,
  output: [
    { type: 'Patient', url: fileOf('patients') },
    { type: 'Observation', url: fileOf('results') },
  ],
  error: [],
  ...more,
});

const idsOf = async (from: Source) => (await Array.fromAsync(from.items())).map(({ item }) => item.patient).sort();

async function retrieved(from: Source, id = '1') {
  const gathered = await from.gather({ server: server.base.href, patient: `Patient/${id}` }, never);
  if ('problem' in gathered) throw new Error(gathered.problem);
  return gathered.record.retrieved;
}

const codeOf = async (work: Promise<unknown>) =>
  await work.then(
    () => 'none',
    (error: unknown) => (error instanceof SourceError ? error.code : error),
  );

const paths = (prefix: string) => server.calls.filter(({ path }) => path.startsWith(`/fhir/${prefix}`));

test('an export is asked for with the types that are read, downloaded with the token, and deleted on the server', async () => {
  exporting();
  const from = source();
  expect(await idsOf(from)).toEqual(['Patient/1', 'Patient/2']);
  expect((await retrieved(from)).observations.state).toBe('complete');
  const [kickOff] = server.calls;
  expect(kickOff).toMatchObject({ method: 'GET', token: 'Bearer secret', prefer: 'respond-async' });
  const types = new URL(`http://x${kickOff?.path ?? ''}`).searchParams.get('_type')?.split(',');
  expect(types).toEqual(supported);
  expect(paths('files').map(({ token }) => token)).toEqual(['Bearer secret', 'Bearer secret']);
  expect(server.calls.at(-1)).toMatchObject({ method: 'DELETE', path: '/fhir/status/1' });
  await from.close('finished');
  expect(existsSync(work)).toBe(false);
});

test('the scope of an export decides its address', () => {
  const asked = (scope: 'patients' | 'system') =>
    kickOffAddress(new URL('https://x.example.org/r4/'), { scope, types: ['Patient'], since: '2026-01-01T00:00:00Z' })
      .href;
  expect(asked('patients')).toBe(
    'https://x.example.org/r4/Patient/$export?_outputFormat=application%2Ffhir%2Bndjson&_type=Patient&_since=2026-01-01T00%3A00%3A00Z',
  );
  expect(asked('system')).toMatch(/^https:\/\/x\.example\.org\/r4\/\$export\?/);
});

test('no token is sent to files that need none', async () => {
  exporting({ requiresAccessToken: false });
  await idsOf(source());
  expect(paths('files').map(({ token }) => token)).toEqual([undefined, undefined]);
});

test('a poll waits as long as the server asks, and longer each time where it does not say', async () => {
  exporting();
  const done = reply(200, manifest());
  server.on(
    'status/1',
    reply(202, '', { 'retry-after': '120' }),
    reply(202),
    reply(202),
    reply(429, '', { 'retry-after': '30' }),
    done,
  );
  await idsOf(source());
  expect(naps).toEqual([120_000, 4_000, 8_000, 30_000]);
});

test('an export that never ends is reported as stalled, and is waited for again by the next run', async () => {
  exporting();
  server.on('status/1', reply(202, '', { 'retry-after': '600', 'x-progress': 'working' }));
  expect(await codeOf(idsOf(source()))).toBe('stalled');
  expect(naps.reduce((sum, each) => sum + each, 0)).toBe(6 * 3_600_000);
  server.on('status/1', reply(200, manifest()));
  expect(await idsOf(source())).toEqual(['Patient/1', 'Patient/2']);
  expect(paths('Group')).toHaveLength(1);
});

test('an export that reports progress is waited for, but not for ever', async () => {
  exporting();
  let percent = 0;
  server.on('status/1', (request, response) => {
    percent += 1;
    reply(202, '', { 'retry-after': '3600', 'x-progress': `${String(percent)} done` })(request, response);
  });
  const { waiting } = { waiting: { stallAfter: 6 * 3_600_000, mostPolls: 40 } };
  const clock = { now: () => 0, sleep: async () => await Promise.resolve() };
  expect(await codeOf(idsOf(source({ waiting: { ...waiting, clock, signal: never } })))).toBe('stalled');
  expect(percent).toBe(40);
});

test('a failure in between is passed over; one that stays ends the export with its status', async () => {
  exporting();
  server.on('status/1', reply(500), reply(202), reply(503, outcome('error', 'transient')), reply(200, manifest()));
  expect(await idsOf(source())).toHaveLength(2);
  await rm(work, { recursive: true });
  notes.clear();
  exporting();
  server.on('status/1', reply(500, outcome('fatal', 'exception')));
  expect(await codeOf(idsOf(source()))).toBe('status-500');
  expect(notes.size).toBe(0);
});

test('a refused kick-off is told by its status', async () => {
  server.on('Group/lupus/$export', reply(403));
  expect(await codeOf(idsOf(source()))).toBe('status-403');
});

/** The files that were downloaded as a whole. */
const downloaded = (): readonly string[] =>
  existsSync(join(work, 'files'))
    ? readdirSync(join(work, 'files')).filter((name) => !/\.(part|etag)$/.test(name))
    : [];

test('after a crash the same export goes on: no second kick-off, no second download of a whole file', async () => {
  exporting();
  server.on('status/1', (_, response) => response.destroy());
  expect(await codeOf(idsOf(source()))).toBe('unreachable');
  notes.set('run-1', JSON.stringify({ status: `${server.base.href}/status/1` }));
  server.on('status/1', reply(200, manifest()));
  server.on('files/results', reply(500));
  const interrupted = source({
    waiting: {
      clock: {
        now: () => 0,
        // The crash comes when the other file is there as a whole.
        sleep: async () => {
          await vi.waitUntil(() => downloaded().length === 1, { timeout: 10_000 });
          throw new Error('killed');
        },
      },
      signal: never,
      stallAfter: 1e9,
      mostPolls: 9,
    },
  });
  await expect(idsOf(interrupted)).rejects.toThrow('killed');
  server.on('files/results', ndjson(about('Observation', 'o1')));
  const from = source();
  expect(await idsOf(from)).toEqual(['Patient/1', 'Patient/2']);
  expect(paths('Group')).toHaveLength(1);
  expect(paths('files/patients')).toHaveLength(1);
  await from.close('interrupted');
  const calls = server.calls.length;
  expect(await idsOf(source())).toEqual(['Patient/1', 'Patient/2']);
  expect(server.calls).toHaveLength(calls);
});

test('the address of the status is noted before the first poll', async () => {
  exporting();
  let noted: string | undefined;
  server.on('status/1', (request, response) => {
    noted ??= notes.get('run-1');
    reply(200, manifest())(request, response);
  });
  await idsOf(source());
  expect(noted).toContain('/status/1');
});

test('an interrupted file goes on where it stopped, if it is still the same', async () => {
  exporting();
  const text = `${JSON.stringify(about('Observation', 'o1'))}\n${JSON.stringify(about('Observation', 'o2', '2'))}\n`;
  const ranges: (string | undefined)[] = [];
  server.on(
    'files/results',
    (request, response) => {
      ranges.push(request.headers.range);
      response.writeHead(200, {
        'content-type': 'application/fhir+ndjson',
        'content-length': String(text.length),
        etag: '"1"',
      });
      response.write(text.slice(0, 40), () => setTimeout(() => response.destroy(), 200));
    },
    (request, response) => {
      ranges.push(request.headers.range);
      const headers = {
        'content-type': 'application/fhir+ndjson',
        'content-range': `bytes 40-${String(text.length - 1)}/${String(text.length)}`,
      };
      response.writeHead(206, headers).end(text.slice(40));
    },
  );
  const from = source();
  expect((await retrieved(from, '2')).observations.state).toBe('complete');
  expect(ranges).toEqual([undefined, 'bytes=40-']);
});

test('a file that breaks off every time leaves its type unknown, and nothing else', async () => {
  exporting();
  server.on('files/results', broken(JSON.stringify(about('Observation', 'o1')), 30));
  const from = source();
  const { observations, conditions } = await retrieved(from);
  expect([observations.state, conditions.state]).toEqual(['partial', 'complete']);
  expect(Object.keys((await from.losses?.()) ?? {})).toEqual(['Observation']);
});

test('a file with fewer lines than the manifest says leaves its type unknown', async () => {
  exporting();
  server.on(
    'status/1',
    reply(
      200,
      manifest({
        output: [
          { type: 'Patient', url: fileOf('patients'), count: 2 },
          { type: 'Observation', url: fileOf('results'), count: 3 },
        ],
      }),
    ),
  );
  expect((await retrieved(source())).observations.state).toBe('partial');
});

test('packed files are read', async () => {
  exporting();
  const packed = gzipSync(`${JSON.stringify(patient('7'))}\n`);
  server.on(
    'files/patients',
    reply(200, packed, { 'content-type': 'application/fhir+ndjson', 'content-encoding': 'gzip' }),
  );
  expect(await idsOf(source())).toContain('Patient/7');
});

test.each([
  ['of one type', outcome('error', 'exception', 'Condition'), ['partial', 'complete']],
  ['of no type in particular', outcome('error', 'exception'), ['partial', 'partial']],
  ['that only informs', outcome('information', 'informational'), ['complete', 'complete']],
])('an error file %s', async (_, line, expected) => {
  exporting({ error: [{ type: 'OperationOutcome', url: fileOf('errors') }] });
  server.on('files/errors', ndjson(line));
  const { conditions, observations } = await retrieved(source());
  expect([conditions.state, observations.state]).toEqual(expected);
});

test('an error file that cannot be had leaves every type unknown', async () => {
  exporting({ error: [{ type: 'OperationOutcome', url: fileOf('errors') }] });
  server.on('files/errors', reply(403));
  const { conditions, observations } = await retrieved(source());
  expect([conditions.state, observations.state]).toEqual(['partial', 'partial']);
});

test('a file elsewhere is never asked for, and its type is unknown', async () => {
  exporting({
    output: [
      { type: 'Patient', url: fileOf('patients') },
      { type: 'Observation', url: `${other.base.href}/files/results` },
    ],
  });
  other.on('files/results', ndjson(about('Observation', 'o1')));
  expect((await retrieved(source())).observations.state).toBe('partial');
  expect(other.calls).toEqual([]);
});

test('a file in an object store that the site has allowed is read', async () => {
  exporting({ requiresAccessToken: false, output: [{ type: 'Patient', url: `${other.base.href}/files/patients` }] });
  other.on('files/patients', ndjson(patient('9')));
  const usual = {
    base: server.base,
    dispatcher,
    callTimeout: 5_000,
    tokens: { current: async () => await Promise.resolve({ token: 'secret' }), refused: () => {}, renewable: false },
  };
  expect(await idsOf(source({ server: { ...usual, outputs: [other.base] } }))).toEqual(['Patient/9']);
  expect(other.calls.map(({ token }) => token)).toEqual([undefined]);
});

test('a status address elsewhere, and a redirect, are not followed', async () => {
  server.on('Group/lupus/$export', reply(202, '', { 'content-location': `${other.base.href}/status/1` }));
  expect(await codeOf(idsOf(source()))).toBe('foreign-status-address');
  exporting();
  server.on('files/results', reply(302, '', { location: `${other.base.href}/files/results` }));
  expect((await retrieved(source())).observations.state).toBe('partial');
  expect(other.calls).toEqual([]);
});

test('files that have expired are asked for again, and an export that is gone is started anew', async () => {
  exporting();
  server.on('files/results', reply(410), ndjson(about('Observation', 'o1')));
  expect(await idsOf(source())).toHaveLength(2);
  expect(paths('Group')).toHaveLength(1);

  await rm(work, { recursive: true });
  notes.set('run-1', JSON.stringify({ status: `${server.base.href}/status/forgotten` }));
  expect(await idsOf(source())).toHaveLength(2);
  expect(paths('Group')).toHaveLength(2);
});

test('an export whose files are gone every time is given up', async () => {
  exporting();
  server.on('files/results', reply(404));
  expect(await codeOf(idsOf(source()))).toBe('export-gone');
  expect(paths('Group')).toHaveLength(3);
});

test('what the server has deleted is not given out', async () => {
  exporting({ deleted: [{ type: 'Bundle', url: fileOf('deleted') }] });
  const deletion = (url: string) => ({ request: { method: 'DELETE', url } });
  server.on(
    'files/deleted',
    ndjson({ resourceType: 'Bundle', type: 'transaction', entry: [deletion('Patient/2'), deletion('Observation/o1')] }),
  );
  const from = source();
  expect(await idsOf(from)).toEqual(['Patient/1']);
  const gathered = await from.gather({ server: 'x', patient: 'Patient/1' }, never);
  expect('record' in gathered ? gathered.record.resources : gathered).toEqual([]);
});

test('a file that is too large leaves its type unknown', async () => {
  exporting();
  expect((await retrieved(source({ limits: { fileBytes: 140, totalBytes: 1_000 } }))).observations.state).toBe(
    'partial',
  );
});

test('what is on disk can be read by its owner only', async () => {
  exporting();
  server.on('files/results', reply(404));
  server.on('status/1', reply(200, manifest()), reply(500));
  expect(await codeOf(idsOf(source()))).toBe('status-500');
  const names = readdirSync(work, { recursive: true, encoding: 'utf8' });
  expect(names.some((name) => name.endsWith('.ndjson'))).toBe(true);
  expect([...names, '.'].filter((name) => (statSync(join(work, name)).mode & 0o077) !== 0)).toEqual([]);
});

test('a type that the server does not have is not asked for; one that every chart has stays unknown', async () => {
  exporting();
  const from = source({ supported: ['Patient', 'Observation', 'Condition', 'MedicationRequest'] });
  const { procedures, medicationStatements, adverseEvents, conditions } = await retrieved(from);
  expect([procedures.state, medicationStatements.state, adverseEvents.state, conditions.state]).toEqual([
    'partial',
    'complete',
    'complete',
    'complete',
  ]);
  expect(paths('Group')[0]?.path).toContain('_type=Patient%2CCondition%2CObservation%2CMedicationRequest');
});

test('an export of changes says who is to be looked at; the records themselves are read by searches', async () => {
  exporting();
  server.on('Patient/1', reply(200, patient('1')));
  server.on(
    'Condition',
    reply(200, { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: about('Condition', 'older') }] }),
  );
  const connection = openConnection({ dispatcher, clock: realClock, calls: 8 });
  const limits = { responseBytes: 100_000, pages: 2, connections: 2 };
  const sessions = { base: server.base, token: undefined, connection, limits, callTimeout: 1_000, totalTime: 5_000 };
  const from = source({ changes: { since: '2026-05-01T00:00:00Z', sessions } });
  expect(await idsOf(from)).toEqual(['Patient/1', 'Patient/2']);
  expect(paths('Group')[0]?.path).toContain('_since=2026-05-01');
  const gathered = await from.gather({ server: server.base.href, patient: 'Patient/1' }, never);
  if ('problem' in gathered) throw new Error(gathered.problem);
  expect(gathered.record.resources.map(({ id }) => id)).toEqual(['older']);
  expect(gathered.record.retrieved.observations.state).toBe('unavailable');
});

test('every call of an export waits for its turn in what the server allows', async () => {
  exporting();
  let turns = 0;
  const tokens = {
    current: async () => await Promise.resolve({ token: 'secret' }),
    refused: () => {},
    renewable: false,
  };
  const bulkhead: Limiter = async (task) => {
    turns += 1;
    return await task();
  };
  await idsOf(source({ server: { base: server.base, dispatcher, outputs: [], callTimeout: 5_000, tokens, bulkhead } }));
  expect(turns).toBe(server.calls.length);
});
