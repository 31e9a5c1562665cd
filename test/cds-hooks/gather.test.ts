import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardedAgent } from '../../src/access/guarded-agent.ts';
import { openConnection, type ConnectionOptions } from '../../src/access/connection.ts';
import { openSession, type FhirSession } from '../../src/access/fhir-session.ts';
import { readCdsRequest } from '../../src/cds-hooks/cds-request.ts';
import { gather, type Gathered } from '../../src/cds-hooks/gather.ts';
import type { Json, PatientRecord } from '../../src/fhir/record.ts';
import type { Part } from '../../src/fhir/record-builder.ts';
import { unavailable } from '../../src/fhir/search-answer.ts';
import type { Retrieved } from '../../src/fhir/retrieved.ts';
import { searchNames } from '../../src/fhir/searches.ts';
import { realClock } from '../access/clock.ts';
import { day } from '../builders.ts';
import { bundleOf, chart, prefetchOf, startEhr, type Ehr, type EhrOptions } from './ehr.ts';

const agent = guardedAgent({ reach: 'loopback', networks: [] }, 8, 1_000);
const whole = prefetchOf(chart);

const sessionOn = (ehr: Ehr, token?: string, stated: Pick<ConnectionOptions, 'harmlessWarnings'> = {}): FhirSession =>
  openSession({
    base: new URL(ehr.base),
    token,
    connection: openConnection({ dispatcher: agent, clock: realClock, calls: 32, ...stated }),
    limits: { responseBytes: 1_000_000, pages: 20, connections: 4 },
    callTimeout: 500,
    totalTime: 2_000,
    signal: AbortSignal.timeout(2_000),
  });

const gathered = (prefetch: Readonly<Record<string, unknown>>, session?: FhirSession): Promise<Gathered> =>
  gather({ patientId: 'p', prefetch, base: session?.base, session: () => session });

async function recordOf(prefetch: Readonly<Record<string, unknown>>, session?: FhirSession): Promise<PatientRecord> {
  const result = await gathered(prefetch, session);
  if ('foreignPatient' in result) throw new Error('foreign patient');
  return result.record;
}

const idsOf = (record: PatientRecord): readonly string[] =>
  record.resources.map(({ resourceType, id }) => `${resourceType}/${String(id)}`).toSorted();

describe('what was prefetched', () => {
  it('may be an empty list where nothing was: such a call was refused as a whole', () => {
    const call = { hook: 'patient-view', hookInstance: 'i', context: {} };
    expect(readCdsRequest({ ...call, prefetch: [] }).prefetch).toEqual({});
    expect(() => readCdsRequest({ ...call, prefetch: [{}] })).toThrow('bad-request');
    expect(() => readCdsRequest({ ...call, prefetch: 'x' })).toThrow('bad-request');
  });

  const conditions = async (value: unknown): Promise<Retrieved> =>
    (await recordOf({ ...whole, conditions: value })).retrieved.conditions;
  const entry = (...entries: readonly Json[]): Json => ({ resourceType: 'Bundle', type: 'searchset', entry: entries });
  const outcome = (severity: string, code: string): Json => ({
    resourceType: 'OperationOutcome',
    issue: [{ severity, code }],
  });
  const sle = chart[1] ?? {};

  it('is complete where every key holds a Bundle', async () => {
    const { retrieved } = await recordOf(whole);
    expect(searchNames.filter((name) => retrieved[name].state !== 'complete')).toEqual([]);
  });

  it.each<readonly [string, unknown, Retrieved]>([
    ['null: asked, and there is nothing', null, { state: 'complete' }],
    ['an empty Bundle', bundleOf([]), { state: 'complete' }],
    ['an OperationOutcome', outcome('error', 'forbidden'), { state: 'unavailable', reason: 'forbidden' }],
    ['an OperationOutcome that only informs', outcome('information', 'informational'), { state: 'complete' }],
    [
      'total 0 with a "no results" entry',
      { ...entry({ resource: outcome('warning', 'processing'), search: { mode: 'outcome' } }), total: 0 },
      { state: 'complete' },
    ],
    [
      'an outcome entry that reports an error',
      entry({ resource: sle }, { resource: outcome('error', 'timeout'), search: { mode: 'outcome' } }),
      { state: 'partial', reason: 'timeout' },
    ],
    [
      'an outcome entry that says results were withheld',
      entry({ resource: sle }, { resource: outcome('warning', 'suppressed') }),
      { state: 'partial', reason: 'suppressed' },
    ],
    [
      'only an outcome entry that reports an error',
      entry({ resource: outcome('fatal', 'exception') }),
      { state: 'unavailable', reason: 'exception' },
    ],
    [
      'a Bundle with a next link that cannot be followed',
      bundleOf([sle], { link: [{ relation: 'next', url: 'http://127.0.0.1:9/fhir?page=2' }] }),
      { state: 'partial', reason: 'further-pages' },
    ],
    ['a total larger than what came', bundleOf([sle], { total: 7 }), { state: 'partial', reason: 'fewer-than-total' }],
    ['such a total, as text', bundleOf([sle], { total: '7' }), { state: 'partial', reason: 'fewer-than-total' }],
    [
      'a Bundle with a next link that says not where',
      bundleOf([sle], { link: [{ relation: 'next' }] }),
      { state: 'partial', reason: 'further-pages' },
    ],
    [
      'a Bundle with a next link in other letters',
      bundleOf([sle], { link: [{ relation: 'Next', url: 'http://127.0.0.1:9/fhir?page=2' }] }),
      { state: 'partial', reason: 'further-pages' },
    ],
    ['one resource in place of a Bundle', sle, { state: 'partial', reason: 'single-resource' }],
    [
      'a Bundle of other resources only',
      bundleOf([{ resourceType: 'Observation' }]),
      { state: 'unavailable', reason: 'wrong-type' },
    ],
    ['another resource', { resourceType: 'Observation' }, { state: 'unavailable', reason: 'wrong-type' }],
    ['an empty object', {}, { state: 'unavailable', reason: 'not-a-resource' }],
    ['a text', 'none', { state: 'unavailable', reason: 'not-a-resource' }],
    [
      'an entry that is no resource',
      entry({ resource: sle }, { resource: 'Condition/2' }),
      { state: 'partial', reason: 'entry-unreadable' },
    ],
  ])('as %s', async (_name, value, retrieved) => {
    expect(await conditions(value)).toEqual(retrieved);
  });

  it('is unavailable where a key is absent and nothing can be fetched', async () => {
    const { conditions: _left, ...rest } = whole;
    expect((await recordOf(rest)).retrieved.conditions).toEqual({ state: 'unavailable', reason: 'not-sent' });
  });

  it('is complete since its oldest entry where a sorted result was cut off', async () => {
    const newest = chart.filter(({ resourceType }) => resourceType === 'Observation').slice(0, 10);
    const { retrieved } = await recordOf({ ...whole, observations: bundleOf(newest, { total: 45 }) });
    expect(retrieved.observations).toEqual({
      state: 'partial',
      reason: 'fewer-than-total',
      completeSince: day('2026-05-21'),
    });
  });

  it('claims no completeness where a cut-off result did not come in order', async () => {
    const [first, second] = chart.filter(({ resourceType }) => resourceType === 'Observation').slice(3, 20);
    const swapped = bundleOf([{ ...second, effectiveDateTime: '2026-01-01' }, first ?? {}], { total: 45 });
    const { retrieved } = await recordOf({ ...whole, observations: swapped });
    expect(retrieved.observations).toEqual({ state: 'partial', reason: 'fewer-than-total' });
  });
});

describe('whose resources', () => {
  const other = (reference: string): Json => ({ resourceType: 'Condition', id: 'x', subject: { reference } });

  it.each([
    ['another patient', 'Patient/q', 1],
    ['another case', 'Patient/P', 1],
    ['the same id on another server', 'https://elsewhere.example/fhir/Patient/p', 1],
    ['an unknown urn', 'urn:uuid:6a4f1d5e-0000-4000-8000-000000000000', 1],
    ['the patient', 'Patient/p', 0],
    ['a version of the patient', 'Patient/p/_history/3', 0],
    ['the patient on the server that calls', 'https://ehr.example/fhir/Patient/p', 0],
  ])('%s: %s', async (_name, reference, dropped) => {
    const result = await gather({
      patientId: 'p',
      prefetch: { ...whole, conditions: bundleOf([other(reference)]) },
      base: 'https://ehr.example/fhir',
      session: () => undefined,
    });
    expect(result).toMatchObject({ dropped });
  });

  it('a search that brought data of another patient is no proof that there is nothing else', async () => {
    const own = other('Patient/p');
    const foreign = { ...other('Patient/q'), id: 'y' };
    const conditionsOf = async (...entries: readonly Json[]): Promise<Retrieved> =>
      (await recordOf({ ...whole, conditions: bundleOf(entries) })).retrieved.conditions;
    expect(await conditionsOf(own)).toEqual({ state: 'complete' });
    expect(await conditionsOf(own, foreign)).toEqual({ state: 'partial', reason: 'other-patient' });
    expect(await conditionsOf(foreign)).toEqual({ state: 'unavailable', reason: 'other-patient' });
  });

  it('a result that is complete since a day is so no longer when it brought data of another patient', async () => {
    const newest = chart.filter(({ resourceType }) => resourceType === 'Observation').slice(0, 10);
    const foreign = { ...newest[3], id: 'y', subject: { reference: 'Patient/q' } };
    const { retrieved } = await recordOf({ ...whole, observations: bundleOf([...newest, foreign], { total: 45 }) });
    expect(retrieved.observations).toEqual({ state: 'partial', reason: 'other-patient' });
    expect(retrieved.conditions).toEqual({ state: 'complete' });
  });

  it('gives no record when the Patient is another one', async () => {
    const foreign = { resourceType: 'Patient', id: 'q', birthDate: '2012-01-01' };
    expect(await gathered({ ...whole, patient: foreign })).toEqual({ foreignPatient: true });
  });

  it('refuses to answer without a Patient, or with one that has no birth date', async () => {
    const { patient: _left, ...rest } = whole;
    await expect(gathered(rest)).rejects.toThrow('patient-unavailable');
    await expect(gathered({ ...whole, patient: { resourceType: 'Patient', id: 'p' } })).rejects.toThrow(
      'patient-unavailable',
    );
    await expect(gathered({ ...whole, patient: null })).rejects.toThrow('patient-unavailable');
  });

  it.each([
    ['no server is named', {}, 'no-server', 'request.fhirServer'],
    [
      'the server is not configured for the caller',
      { base: 'https://ehr.example/fhir' },
      'server-not-open',
      'request.fhirServer',
    ],
  ] as const)('says for the log that %s, and to the caller which field it is', async (_what, more, reason, place) => {
    const gathering = gather({ patientId: 'p', prefetch: {}, base: undefined, session: () => undefined, ...more });
    await expect(gathering).rejects.toMatchObject({ reason, fields: ['request.prefetch.patient', place] });
  });

  it('repeats no word that was sent where the Patient could not be had', async () => {
    const failed = async (): Promise<Part> => await Promise.resolve(unavailable('nightingale'));
    const session = {
      base: 'https://ehr.example/fhir',
      search: failed,
      follow: failed,
      read: async () => await Promise.resolve(undefined),
    };
    await expect(gathered({}, session)).rejects.toMatchObject({
      reason: 'failed',
      fields: ['request.prefetch.patient', 'request.context.patientId'],
    });
  });
});

describe('what is fetched', () => {
  let ehr: Ehr;
  beforeAll(async () => {
    ehr = await startEhr(chart, { token: 'secret' });
  });
  afterAll(() => ehr.close());

  it('is the same record by prefetch, by half and half, and by fetch alone over pages of 20', async () => {
    const half = prefetchOf(chart, ['patient', 'conditions', 'medicationRequests', 'immunizations']);
    const records = [
      await recordOf(whole),
      await recordOf(half, sessionOn(ehr, 'secret')),
      await recordOf({}, sessionOn(ehr, 'secret')),
    ];
    const [full] = records;
    for (const record of records) {
      expect(record.retrieved).toEqual(full?.retrieved);
      expect(idsOf(record)).toEqual(idsOf(full ?? record));
    }
    expect(ehr.requests.filter((path) => path.includes('_offset=20'))).toHaveLength(2);
  });

  it('follows the next link of a prefetched page', async () => {
    const observations = chart.filter(({ resourceType }) => resourceType === 'Observation');
    const paged = bundleOf(observations.slice(0, 20), {
      total: 45,
      link: [{ relation: 'next', url: `${ehr.base}/Observation?patient=p&_offset=20` }],
    });
    const record = await recordOf({ ...whole, observations: paged }, sessionOn(ehr, 'secret'));
    expect(record.retrieved.observations).toEqual({ state: 'complete' });
    expect(idsOf(record).filter((id) => id.startsWith('Observation/'))).toHaveLength(45);
  });

  it('is complete, fetched and prefetched alike, in spite of a warning that the site has stated to mean nothing', async () => {
    const [system, code] = ['urn:oid:1.2.3', '4119'];
    const issue = [{ severity: 'warning', code: 'suppressed', details: { coding: [{ system, code }] } }];
    const warned = bundleOf([{ resourceType: 'OperationOutcome', issue }], { total: 0 });
    const fault: EhrOptions['fault'] = (path, _request, response) => {
      if (path !== 'Procedure') return false;
      response.writeHead(200, { 'content-type': 'application/fhir+json' }).end(JSON.stringify(warned));
      return true;
    };
    const warning = await startEhr(chart, { fault });
    const { procedures: _, ...rest } = whole;
    const read = async (harmlessWarnings: readonly string[]) => {
      const session = sessionOn(warning, undefined, { harmlessWarnings });
      const prefetch = { ...rest, immunizations: warned };
      const result = await gather({
        patientId: 'p',
        prefetch,
        harmlessWarnings,
        base: session.base,
        session: () => session,
      });
      return 'record' in result ? [result.record.retrieved.procedures, result.record.retrieved.immunizations] : [];
    };
    const hidden = { state: 'unavailable', reason: 'suppressed' };
    expect(await read([])).toEqual([hidden, hidden]);
    expect(await read(['urn:oid:1.2.3|4119'])).toEqual([{ state: 'complete' }, { state: 'complete' }]);
    await warning.close();
  });

  it('asks again for a Patient that failed, and not for other failed searches', async () => {
    const failure = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] };
    const before = ehr.requests.length;
    const record = await recordOf({ ...whole, patient: failure, conditions: failure }, sessionOn(ehr, 'secret'));
    expect(record.retrieved.conditions).toEqual({ state: 'unavailable', reason: 'exception' });
    expect(ehr.requests.slice(before)).toEqual(['/fhir/Patient/p']);
  });

  it('is unavailable for every search, and 412 for the Patient, where the token is refused', async () => {
    const refused = sessionOn(ehr, 'wrong');
    const record = await recordOf({ patient: whole['patient'] }, refused);
    expect(record.retrieved.observations).toEqual({ state: 'unavailable', reason: 'status-401' });
    await expect(gathered({}, refused)).rejects.toThrow('patient-unavailable');
  });
});
