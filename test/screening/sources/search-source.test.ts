// A cohort is who may have lupus at the right age; each record is the one a hook call would read.

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openConnection } from '../../../src/access/connection.ts';
import { guardedAgent } from '../../../src/access/guarded-agent.ts';
import { fhirReader } from '../../../src/access/reader.ts';
import { givenToken } from '../../../src/access/token-source.ts';
import type { Resource } from '../../../src/fhir/record.ts';
import { cohortOf } from '../../../src/screening/sources/cohort.ts';
import type { Sessions } from '../../../src/screening/sources/search-gather.ts';
import { readPatientList, searchSource } from '../../../src/screening/sources/search-source.ts';
import { SourceError } from '../../../src/screening/sources/source.ts';
import { searchCodes } from '../../../src/terminology/search-codes.ts';
import { realClock } from '../../access/clock.ts';
import { day } from '../../builders.ts';
import { chart, startEhr, type EhrOptions } from '../../cds-hooks/ehr.ts';
import { demoServer } from '../../demo/fhir/server.ts';

const agent = guardedAgent({ reach: 'loopback', networks: [] }, 8, 1_000);
const open: { readonly close: () => Promise<unknown> | void }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(async (each) => await each.close()));
});
const never = new AbortController().signal;

const sessionsOn = (base: string): Sessions => ({
  base: new URL(base),
  token: undefined,
  connection: openConnection({ dispatcher: agent, clock: realClock, calls: 32 }),
  limits: { responseBytes: 1_000_000, pages: 20, connections: 4 },
  callTimeout: 1_000,
  totalTime: 5_000,
});

async function started(resources: readonly Resource[]): Promise<string> {
  const server: Server = createServer(demoServer(resources).app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push({ close: () => void server.close() });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/fhir`;
}

const age = { from: 5, to: 18, on: day('2026-06-01') };

function cohortOn(base: string, queries?: readonly string[]) {
  const { connection, limits, callTimeout, totalTime } = sessionsOn(base);
  const reading = { ...limits, base: new URL(base), tokens: givenToken(undefined), connection, callTimeout, totalTime };
  return cohortOf({ read: fhirReader({ ...reading, signal: never }), base: new URL(base), pages: 20, age, queries });
}

const child = (id: string, birthDate?: string): Resource => ({
  resourceType: 'Patient',
  id,
  ...(birthDate !== undefined && { birthDate }),
});
const ill = (patient: string, system: string, code: string): Resource => ({
  resourceType: 'Condition',
  id: `c-${patient}`,
  subject: { reference: `Patient/${patient}` },
  code: { coding: [{ system, code }] },
});

test('the codes of lupus are asked for one by one, ranges written out', () => {
  const codes = searchCodes(['sle']);
  expect(codes).toContain('http://snomed.info/sct|55464009');
  expect(codes).toContain('http://hl7.org/fhir/sid/icd-10-cm|M32.14');
  expect(codes).toContain('http://hl7.org/fhir/sid/icd-10|M32.9');
  expect(codes).toContain('urn:x-cn:icd10-chs-yibao-2.0|M32.900');
  expect(codes.some((code) => code.includes('M32.0'))).toBe(false);
  expect(new Set(codes).size).toBe(codes.length);
});

test('a cohort is every patient with lupus in any edition, and that text was not searched is said', async () => {
  const base = await started([
    child('a', '2012-01-01'),
    ill('a', 'http://snomed.info/sct', '55464009'),
    child('b', '2012-01-01'),
    ill('b', 'http://hl7.org/fhir/sid/icd-10-cm', 'M32.14'),
    child('c', '2012-01-01'),
    ill('c', 'urn:x-cn:icd10-chs-yibao-2.0', 'M32.900'),
    child('d', '2012-01-01'),
    ill('d', 'http://hl7.org/fhir/sid/icd-10-cm', 'J45.909'),
  ]);
  expect(await cohortOn(base)).toEqual({ patients: ['a', 'b', 'c'], losses: { Patient: 'no-search-by-text' } });
});

test('who is outside the range of age is left out, whose birth date is not known is not', async () => {
  const sle = (id: string) => ill(id, 'http://snomed.info/sct', '55464009');
  const born: readonly (readonly [string, string?])[] = [
    ['five-today', '2021-06-01'],
    ['five-tomorrow', '2021-06-02'],
    ['eighteen', '2007-06-02'],
    ['nineteen-today', '2007-06-01'],
    ['month-only', '1999-01'],
    ['unknown'],
  ];
  const ehr = await startEhr([], {
    fault: (path, _, response) => {
      const entry = path.startsWith('Condition')
        ? born.flatMap(([id, date]) => [
            { resource: sle(id) },
            { resource: child(id, date), search: { mode: 'include' } },
          ])
        : [];
      response
        .writeHead(200, { 'content-type': 'application/fhir+json' })
        .end(JSON.stringify({ resourceType: 'Bundle', type: 'searchset', entry }));
      return true;
    },
  });
  open.push(ehr);
  const { patients, losses } = await cohortOn(ehr.base);
  expect(patients).toEqual(['eighteen', 'five-today', 'month-only', 'unknown']);
  expect(losses).toEqual({});
  expect(ehr.requests.every((request) => request.length < 4_000)).toBe(true);
});

test('a site can word the question itself', async () => {
  const base = await started([
    child('a'),
    ill('a', 'http://hospital.example.org', 'LUP'),
    child('b'),
    ill('b', 'http://snomed.info/sct', '55464009'),
  ]);
  expect(await cohortOn(base, ['code=http://hospital.example.org|LUP'])).toEqual({ patients: ['a'], losses: {} });
});

test('a question that is not answered is a loss of patients', async () => {
  let asked = 0;
  const ehr = await startEhr([], {
    fault: (_, __, response) => {
      asked += 1;
      if (asked === 1) response.writeHead(403).end();
      return asked === 1;
    },
  });
  open.push(ehr);
  expect(await cohortOn(ehr.base)).toEqual({ patients: [], losses: { Patient: 'status-403' } });
});

test('a server that answered none of the questions was a complete cohort of nobody', async () => {
  const ehr = await startEhr([], { fault: (_, __, response) => (response.writeHead(403).end(), true) });
  open.push(ehr);
  await expect(cohortOn(ehr.base)).rejects.toThrow(new SourceError('status-403'));
});

async function gatheredFrom(options: EhrOptions, patient = 'Patient/p') {
  const ehr = await startEhr(chart, options);
  open.push(ehr);
  const source = searchSource(sessionsOn(ehr.base), async () => await Promise.resolve({ patients: ['p'], losses: {} }));
  const [first] = await Array.fromAsync(source.items());
  expect(first).toEqual({ item: { server: ehr.base, patient: 'Patient/p' }, progress: 'p' });
  return await source.gather({ server: ehr.base, patient }, never);
}

const failing =
  (status: number, prefix: string): NonNullable<EhrOptions['fault']> =>
  (path, _, response) => {
    if (!path.startsWith(prefix)) return false;
    response.writeHead(status).end();
    return true;
  };

test('the record of a patient is read by searches, with a fingerprint that only data change', async () => {
  const [first, second] = [await gatheredFrom({}), await gatheredFrom({ pageSize: 7 })];
  if ('problem' in first || 'problem' in second) throw new Error('not gathered');
  expect(first.record.resources.length).toBe(chart.length - 1);
  expect(first.passing).toBe(undefined);
  expect(second.fingerprint).toBe(first.fingerprint);
  const less = await gatheredFrom({ fault: failing(403, 'Procedure') });
  expect('fingerprint' in less && less.fingerprint !== first.fingerprint).toBe(true);
});

test.each([
  [
    'a server that is too busy may be asked again',
    { fault: failing(503, 'Patient') },
    { problem: 'status-503', retryable: true },
  ],
  [
    'a patient who is not there will not come by asking again',
    { fault: failing(404, 'Patient') },
    { problem: 'status-404', retryable: false },
  ],
] as const)('%s', async (_, options, expected) => {
  expect(await gatheredFrom(options)).toEqual(expected);
});

test('what is no id of a patient is never asked for', async () => {
  expect(await gatheredFrom({}, 'Patient/../admin')).toEqual({ problem: 'not-a-patient', retryable: false });
});

test('a search that failed for now is told with the record; one that is not allowed is not', async () => {
  const reasonOf = async (status: number) => {
    const gathered = await gatheredFrom({ fault: failing(status, 'Condition') });
    return 'record' in gathered ? [gathered.record.retrieved.conditions.state, gathered.passing] : gathered;
  };
  expect(await reasonOf(500)).toEqual(['unavailable', 'status-500']);
  expect(await reasonOf(403)).toEqual(['unavailable', undefined]);
});

test('a list names patients by id or reference; a line that is neither stops the run', () => {
  expect(readPatientList('b\n\nPatient/a # first\r\nb\n# none\n').patients).toEqual(['a', 'b']);
  expect(() => readPatientList('a\nGroup/1\n')).toThrow(new SourceError('list-line-2'));
  expect(() => readPatientList('..\n')).toThrow(new SourceError('list-line-1'));
});

test('a run goes on after the last patient that was taken over', async () => {
  const source = searchSource(
    sessionsOn('http://127.0.0.1:1/fhir'),
    async () => await Promise.resolve(readPatientList('c\na\nb')),
  );
  expect((await Array.fromAsync(source.items('a'))).map(({ item }) => item.patient)).toEqual([
    'Patient/b',
    'Patient/c',
  ]);
});
