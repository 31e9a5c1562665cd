// connect-check as a hospital's integration team calls it, against the demo hospital and against worse servers.

import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runConnectCheck } from '../../src/cli/connect-check-command.ts';
import { readConnectCheckOptions } from '../../src/cli/connect-check-options.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import type { ConnectCheckReport } from '../../src/cli/connect-check.ts';
import { createDemoApp } from '../../src/demo/demo-app.ts';
import { openHospital } from '../../src/demo/hospital.ts';
import { startServer, sendJson } from '../access/answering-server.ts';
import { bundleOf } from '../cds-hooks/ehr.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lupus-connect-'));
const girl = 'candidate-girl';
const today = '2026-06-01';

type Ended = { readonly stdout: string; readonly status: number };

async function run(...args: readonly string[]): Promise<Ended> {
  let stdout = '';
  const status = await runConnectCheck(
    ['--as-of', today, ...args],
    () => new Date(0),
    (text) => {
      stdout += text;
    },
  );
  return { stdout, status };
}

const reported = (ended: Ended): ConnectCheckReport => JSON.parse(ended.stdout) as ConnectCheckReport;

async function listen(listener: RequestListener) {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    base: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/fhir`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

let demo: Awaited<ReturnType<typeof listen>>;
const now = () => new Date(`${today}T04:00:00Z`);
beforeAll(async () => {
  demo = await listen(
    await createDemoApp({
      hospital: await openHospital(now, 'Asia/Shanghai'),
      now,
      cds: (_request, response) => void response.status(404).end(),
    }),
  );
});
afterAll(() => {
  demo.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('connect-check on the demo hospital', () => {
  it('finds every search working, and exits with 0', async () => {
    const ended = await run('--server', demo.base, '--patient', girl, '--json');
    const report = reported(ended);
    expect(report.searches.map(({ state }) => state)).toEqual(Array.from({ length: 15 }, () => 'complete'));
    expect(report.statement).toMatchObject({ state: 'readable', fhirVersion: '4.0.1', lacks: [] });
    expect(report.assessment?.status).toBe('candidate');
    expect(ended.status).toBe(0);
  });

  it('says so in words that name no patient', async () => {
    const { stdout, status } = await run('--server', demo.base, '--patient', girl);
    expect(stdout).toMatch(/ok {3}Condition\?patient=\{id\}\s+\d+ in {2}1 pages/);
    expect(stdout).toContain('none of them because of a search');
    expect(stdout).not.toContain(girl);
    expect(status).toBe(0);
  });

  it('cannot read a patient who is not there, and exits with 3', async () => {
    const { stdout, status } = await run('--server', demo.base, '--patient', 'nobody');
    expect([stdout.includes('unreadable'), status]).toEqual([true, 3]);
  });
});

describe('connect-check on a server', () => {
  it('that withholds Observations says which criteria stay unknown because of it, and exits with 1', async () => {
    const faulty = await listen((request, response) => {
      if (request.url?.startsWith('/fhir/Observation') === true) response.writeHead(403).end();
      else void relay(request.url ?? '', response);
    });
    const ended = await run('--server', faulty.base, '--patient', girl, '--json');
    const observations = reported(ended).searches.find(({ search }) => search === 'observations');
    expect(observations).toMatchObject({ state: 'unavailable', reason: 'status-403' });
    expect(observations?.leavesUnknown).toEqual(expect.arrayContaining(['I4.ALT', 'I4.eGFR', 'E8.HBV']));
    expect(reported(ended).assessment?.status).toBe('potential-candidate');
    expect(ended.status).toBe(1);
    faulty.close();
  });

  it('that nobody runs is named unreadable, and exits with 3', async () => {
    const { stdout, status } = await run('--server', 'http://127.0.0.1:9/fhir', '--patient', 'p');
    expect([stdout.includes('unreachable'), status]).toEqual([true, 3]);
    expect(stdout).toContain('No record was read');
    expect(stdout).not.toContain('understood');
  });

  it('in a private network that was not named is not connected to', async () => {
    const { stdout, status } = await run('--server', 'http://10.9.8.7/fhir', '--patient', 'p');
    expect([stdout.includes('forbidden-address'), stdout.includes('--network'), status]).toEqual([true, true, 3]);
  });

  const bodies = { 'content-type': 'application/fhir+json' } as const;
  const statement = { resourceType: 'CapabilityStatement', kind: 'instance', fhirVersion: '5.0.0' };
  const somebodyElse = { resourceType: 'Observation', id: 'x', subject: { reference: 'Patient/somebody-else' } };
  const nextElsewhere = { relation: 'next', url: 'http://inside:8080/fhir?_getpages=1' };

  /** What each kind of trouble is told as: where it happens, what happens, the reason, and a word of what to ask for. */
  it.each<readonly [string, string, (response: ServerResponse, text: string) => void, string, string, number]>([
    [
      'a page of a sign-in',
      'Patient',
      (to) => to.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      'not-json',
      'sign-in',
      3,
    ],
    ['a redirect', 'Patient', (to) => to.writeHead(302, { location: '/login' }).end(), 'redirect', 'final base URL', 3],
    [
      'a compressed answer',
      'Patient',
      (to, text) => to.writeHead(200, { ...bodies, 'content-encoding': 'gzip' }).end(gzipSync(text)),
      'encoded',
      'compressed',
      3,
    ],
    [
      'no birth date',
      'Patient',
      (to, text) => to.writeHead(200, bodies).end(text.replace('birthDate', '_birthDate')),
      'no-birth-date',
      'another one',
      3,
    ],
    [
      'another Patient',
      'Patient',
      (to, text) => to.writeHead(200, bodies).end(text.replace(`"id":"${girl}"`, '"id":"q"')),
      'other-patient',
      'merged',
      3,
    ],
    ['nothing at its address', 'Patient', (to) => to.writeHead(404).end(), 'status-404', 'base URL', 3],
    [
      'another version of FHIR',
      'metadata',
      (to) => to.writeHead(200, bodies).end(JSON.stringify(statement)),
      'not-r4',
      'R4',
      1,
    ],
    [
      'data of another patient',
      'Observation',
      (to) => to.writeHead(200, bodies).end(JSON.stringify(bundleOf([somebodyElse]))),
      'other-patient',
      'passed over',
      1,
    ],
    [
      'a next page at its inner address',
      'Procedure',
      (to) => to.writeHead(200, bodies).end(JSON.stringify({ ...bundleOf([]), link: [nextElsewhere] })),
      'foreign-link',
      'public base URL',
      1,
    ],
    ['a fault', 'Condition', (to) => to.writeHead(500).end(), 'status-500', 'log', 1],
    ['a quota', 'Condition', (to) => to.writeHead(429).end(), 'status-429', 'quota', 1],
  ])('that answers with %s is told by its reason, once, with what to ask for', async (...trouble) => {
    const [, place, answer, reason, word, status] = trouble;
    const faulty = await listen((request, response) => {
      if (request.url?.startsWith(`/fhir/${place}`) !== true) void relay(request.url ?? '', response);
      else void fetch(new URL(request.url, demo.base)).then(async (sent) => answer(response, await sent.text()));
    });
    const ended = await run('--server', faulty.base, '--patient', girl);
    faulty.close();
    const told = ended.stdout.split('\n').filter((line) => line.startsWith(`  ${reason} `));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(word);
    expect(ended.status).toBe(status);
  });

  it('shows codes that were not understood, and the hospital’s own words only when asked', async () => {
    const patient = { resourceType: 'Patient', id: 'p', birthDate: '2012-01-01', name: [{ text: 'Canary Name' }] };
    const strange = (code: object, id: string) => ({
      resourceType: 'Observation',
      id,
      status: 'final',
      subject: { reference: 'Patient/p' },
      code,
      valueString: 'Canary Value',
      effectiveDateTime: '2026-05-01',
    });
    const found = bundleOf([
      strange({ coding: [{ system: 'http://hospital.example/lab', code: 'X-17', display: 'Canary Display' }] }, 'a'),
      strange({ text: 'Canary Text' }, 'b'),
      strange({ coding: [{ system: 'http://loinc.org', code: '1742-6' }] }, 'c'),
    ]);
    const server = await startServer((request, response) => {
      if (request.url === '/fhir/Patient/p') sendJson(response, patient);
      else sendJson(response, request.url?.startsWith('/fhir/Observation') === true ? found : bundleOf([]));
    });
    const base = `${server.origin}/fhir`;
    const careful = await run('--server', base, '--patient', 'p');
    expect(careful.stdout).toContain('http://hospital.example/lab|X-17');
    expect(careful.stdout).toContain('(text without a code)');
    expect(careful.stdout).not.toContain('Canary');
    const open = await run('--server', base, '--patient', 'p', '--verbose');
    expect(open.stdout).toContain('Canary Text');
    await server.close();
  });
});

describe('connect-check on a server that sets a warning beside its matches', () => {
  const epic = 'urn:oid:1.2.840.114350.1.13.0.1.7.2.657369';
  const standing = {
    severity: 'warning',
    code: 'suppressed',
    details: { coding: [{ system: epic, code: '4119', display: 'Canary' }], text: 'Canary' },
    diagnostics: 'Canary',
  };
  const outcomeOf = (...issue: readonly object[]) => ({ resourceType: 'OperationOutcome', issue });
  const serverWith = async (onObservations: readonly object[]) =>
    await startServer((request, response) => {
      const patient = { resourceType: 'Patient', id: 'p', birthDate: '2012-01-01' };
      const issues = request.url?.startsWith('/fhir/Observation') === true ? onObservations : [];
      if (request.url === '/fhir/Patient/p') sendJson(response, patient);
      else sendJson(response, bundleOf([outcomeOf(standing, ...issues)]));
    });

  it('did not say how the warning is called, so that nobody could name it in harmlessWarnings', async () => {
    const server = await serverWith([{ severity: 'error', code: 'exception', diagnostics: 'Canary' }]);
    const base = ['--server', `${server.origin}/fhir`, '--patient', 'p'];
    const { stdout } = await run(...base);
    expect(stdout).toContain('on 14 of 14 pages  warning suppressed');
    expect(stdout).toContain(`"harmlessWarnings": ["${epic}|4119"]`);
    expect(stdout).toContain('on 1 of 14 pages  error exception\n      cannot be stated');
    expect(stdout).not.toContain('Canary');
    const stated = await run(...base, '--harmless-warning', `${epic}|4119`);
    expect(stated.stdout).not.toContain('4119');
    expect(stated.stdout).toContain('on 1 of 14 pages  error exception');
    await server.close();
  });

  it('says of a warning without a code, or with one of no system, that it cannot be stated', async () => {
    const server = await serverWith([
      { severity: 'warning', code: 'incomplete' },
      { severity: 'warning', code: 'throttled', details: { coding: [{ code: 'Canary' }] } },
    ]);
    const ended = await run('--server', `${server.origin}/fhir`, '--patient', 'p', '--json');
    expect(reported(ended)).toMatchObject({
      pages: 14,
      warnings: [
        { issue: 'suppressed', codes: [`${epic}|4119`], mayBeStated: true, pages: 14 },
        { issue: 'incomplete', codes: [], mayBeStated: false, pages: 1 },
        { issue: 'throttled', codes: [], mayBeStated: false, pages: 1 },
      ],
    });
    expect(ended.stdout).not.toContain('Canary');
    await server.close();
  });
});

describe('connect-check with a token', () => {
  it('of the service’s own compares the granted scopes with the needed ones', async () => {
    const keyFile = join(folder, 'key.pem');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const scope = 'system/Observation.rs?category=laboratory system/Patient.rs system/Condition.read system/Li*.rs';
    const server = await startServer((request, response) => {
      if (request.url?.endsWith('/smart-configuration') === true)
        sendJson(response, { token_endpoint: `${server.origin}/token` });
      else if (request.method === 'POST')
        sendJson(response, { access_token: 'SECRET-TOKEN', token_type: 'bearer', expires_in: 300, scope });
      else if (request.headers.authorization !== 'Bearer SECRET-TOKEN') response.writeHead(401).end();
      else if (request.url === '/fhir/Patient/p')
        sendJson(response, { resourceType: 'Patient', id: 'p', birthDate: '2012-01-01' });
      else sendJson(response, bundleOf([]));
    });
    const base = ['--server', `${server.origin}/fhir`, '--patient', 'p'];
    const ended = await run(...base, '--client-id', 'us', '--key-file', keyFile, '--json');
    const granted = new Map(reported(ended).scopes?.map((each) => [each.scope, each.granted]));
    expect(['Patient.rs', 'Condition.rs', 'Observation.rs', 'List.rs'].map((each) => granted.get(each))).toEqual([
      'yes',
      'yes',
      'narrowed',
      'no',
    ]);
    expect(ended.status).toBe(1);
    expect(ended.stdout).not.toContain('SECRET');

    const tokenFile = join(folder, 'token');
    writeFileSync(tokenFile, 'SECRET-TOKEN\n');
    const given = await run(...base, '--token-file', tokenFile);
    expect([given.status, given.stdout.includes('does not say')]).toEqual([0, true]);
    expect(given.stdout).not.toContain('SECRET');
    await server.close();
  });
});

it('connect-check is a command of the command line', async () => {
  const ended = await new Promise<{ stdout: string; status: unknown }>((resolve) => {
    execFile(
      process.execPath,
      ['src/launch.mjs', 'cli', 'connect-check', '--server', demo.base, '--patient', girl, '--as-of', today],
      { cwd: root },
      (error, stdout) => resolve({ stdout, status: error === null ? 0 : error.code }),
    );
  });
  expect(ended.stdout).toContain('Criteria     candidate');
  expect(ended.status).toBe(0);
});

describe('wrong usage', () => {
  const good = ['--server', 'https://e.org/fhir', '--patient', 'p'] as const;
  it.each<readonly [readonly string[]]>([
    [[]],
    [['--server', 'ftp://x', '--patient', 'p']],
    [['--server', 'https://e.org/fhir', '--patient', '../p']],
    [[...good, '--client-id', 'x']],
    [[...good, '--token-file', '/none']],
    [[...good, '--token-file', '/none', '--client-id', 'x']],
    [[...good, '--client-id', 'x', '--key-file', '/none']],
    [[...good, '--network', 'office']],
    [[...good, '--harmless-warning', '4119']],
    [[...good, '--as-of', 'soon']],
  ])('is refused before anything is sent: %j', async (args) => {
    await expect(readConnectCheckOptions(args, () => new Date(0))).rejects.toThrow(UsageError);
  });
});

async function relay(url: string, response: Parameters<RequestListener>[1]): Promise<void> {
  const answer = await fetch(new URL(url, demo.base));
  const text = (await answer.text()).replaceAll(demo.base, `http://${response.req.headers.host ?? ''}/fhir`);
  response.writeHead(answer.status, { 'content-type': 'application/fhir+json' }).end(text);
}
