// Whatever a FHIR server does, a verdict stays what it is on the complete record or becomes unknown, and in time.
// FAULTS=all takes every story of fixtures/ and lets each fault strike every search while all of the record is fetched.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConnection, type Connection } from '../../src/access/connection.ts';
import { openSession, type FhirSession } from '../../src/access/fhir-session.ts';
import { guardedAgent } from '../../src/access/guarded-agent.ts';
import { limiter } from '../../src/access/limiter.ts';
import { gather } from '../../src/cds-hooks/gather.ts';
import { assess } from '../../src/eligibility/assess.ts';
import type { Assessment } from '../../src/eligibility/assessment.ts';
import { ServiceError } from '../../src/errors.ts';
import type { Resource } from '../../src/fhir/record.ts';
import { searches, searchNames } from '../../src/fhir/searches.ts';
import { protocolNamed } from '../../src/protocols/index.ts';
import { startServer, type AnsweringServer } from '../access/answering-server.ts';
import { realClock } from '../access/clock.ts';
import { screeningOn } from '../builders.ts';
import { prefetchOf } from '../cds-hooks/ehr.ts';
import type { Story } from '../stories.ts';
import { faults } from './faults.ts';
import { startFaultyEhr, type FaultyEhr } from './faulty-ehr.ts';
import { everyStory, excluded } from './records.ts';

const long = process.env['FAULTS'] === 'all';
const chosen = long ? everyStory : [excluded];

/** Milliseconds for everything, for one call, and what a busy machine may add. */
const [totalTime, callTimeout, slack] = [400, 150, 1_500];
const hurried = { totalTime, callTimeout };
/** For a server that strikes nobody: on a busy machine its answers may take as long as they like. */
const unhurried = { totalTime: 20_000, callTimeout: 20_000 };

const agent = guardedAgent({ reach: 'loopback', networks: [] }, 64, 1_000);
const protocol = protocolNamed(undefined);

type Verdicts = ReadonlyMap<string, string>;

const verdictsOf = ({ criteria }: Assessment): Verdicts =>
  new Map(criteria.flatMap((each) => [each, ...(each.parts ?? [])]).map(({ id, verdict }) => [id, verdict]));

function assessed(record: Story['record'], asOf: string): Assessment {
  if (protocol === undefined) throw new Error('no protocol');
  return assess(protocol, record, screeningOn(asOf));
}

/** Verdicts that are neither those of the complete record nor unknown. */
const wrong = (given: Verdicts, whole: Verdicts): readonly string[] =>
  [...given]
    .filter(([id, verdict]) => verdict !== 'unknown' && whole.get(id) !== verdict)
    .map(([id, verdict]) => `${id}: ${whole.get(id) ?? ''} -> ${verdict}`);

const connection = (): Connection => openConnection({ dispatcher: agent, clock: realClock, calls: 32 });

const sessionOn = (base: URL, shared: Connection, times = hurried): FhirSession =>
  openSession({
    base,
    token: 'SECRET-TOKEN',
    connection: shared,
    limits: { responseBytes: 200_000, pages: 20, connections: 6 },
    ...times,
    signal: AbortSignal.timeout(times.totalTime),
  });

it('a search that came back empty and was believed would show', () => {
  const whole = verdictsOf(assessed(excluded.record, excluded.asOf));
  const showing = searches.filter(({ type }) => {
    const resources = excluded.record.resources.filter(({ resourceType }) => resourceType !== type);
    return wrong(verdictsOf(assessed({ ...excluded.record, resources }, excluded.asOf)), whole).length > 0;
  });
  const names = 'conditions observations medicationRequests medicationStatements medicationAdministrations';
  const more = 'medicationDispenses procedures immunizations researchSubjects';
  expect(showing.map(({ name }) => name)).toEqual(expect.arrayContaining(`${names} ${more}`.split(' ')));
});

let foreign: AnsweringServer;
beforeAll(async () => {
  foreign = await startServer((_request, response) => response.end());
});
afterAll(() => foreign.close());

describe.each(chosen.map((story) => [story.name, story] as const))('%s', (_name, { record, asOf }) => {
  const resources: readonly Resource[] = [record.patient, ...record.resources];
  const patientId = String(record.patient['id']);
  const whole = verdictsOf(assessed(record, asOf));
  let ehr: FaultyEhr;
  beforeAll(async () => {
    ehr = await startFaultyEhr(resources, `${foreign.origin}/fhir/Condition`);
  });
  afterAll(() => ehr.close());

  /** What is wrong with the answer when this fault strikes; nothing if all is well. */
  async function complaint(fault: string, type: string, prefetched: boolean, shared = connection()) {
    const names = prefetched
      ? searchNames.filter((name) => searches.find((each) => each.name === name)?.type !== type)
      : [];
    const started = performance.now();
    const session = sessionOn(ehr.base(fault, type), shared);
    const gathered = await gather({
      patientId,
      prefetch: prefetchOf(resources, names),
      base: session.base,
      session: () => session,
    }).catch((error: unknown) => (error instanceof ServiceError ? error.code : Promise.reject(error)));
    const took = performance.now() - started;
    const place = `${fault} x ${type}`;
    if (took > totalTime + slack) return [`${place}: ${String(Math.round(took))} ms`];
    if (typeof gathered === 'string') return gathered === 'patient-unavailable' ? [] : [`${place}: ${gathered}`];
    if ('foreignPatient' in gathered) return [];
    return wrong(verdictsOf(assessed(gathered.record, asOf)), whole).map((each) => `${place}: ${each}`);
  }

  it('is read in full from a healthy server, with the verdicts of the file', async () => {
    const session = sessionOn(ehr.base('silence', 'None'), connection(), unhurried);
    const gathered = await gather({ patientId, prefetch: {}, base: session.base, session: () => session });
    if ('foreignPatient' in gathered) throw new Error('foreign');
    expect(verdictsOf(assessed(gathered.record, asOf))).toEqual(whole);
  });

  it.each([...faults.keys()])('%s on any one search', async (fault) => {
    const limited = limiter(15);
    const complaints = await Promise.all(searches.map(({ type }) => limited(() => complaint(fault, type, !long))));
    expect(complaints.flat()).toEqual([]);
  });

  it('every fault on all searches at once', async () => {
    const limited = limiter(8);
    const complaints = await Promise.all(
      [...faults.keys()].map((fault) => limited(() => complaint(fault, '*', false))),
    );
    expect(complaints.flat()).toEqual([]);
  });

  it('every fault on all searches but the Patient, and never candidate', async () => {
    const prefetch = prefetchOf(resources, ['patient']);
    const limited = limiter(8);
    const answer = async (fault: string) => {
      const session = sessionOn(ehr.base(fault, '*'), connection());
      const gathered = await gather({ patientId, prefetch, base: session.base, session: () => session });
      if ('foreignPatient' in gathered) throw new Error('foreign');
      const assessment = assessed(gathered.record, asOf);
      return { fault, wrong: wrong(verdictsOf(assessment), whole), candidate: assessment.status === 'candidate' };
    };
    const answers = await Promise.all([...faults.keys()].map((fault) => limited(() => answer(fault))));
    expect(answers).toEqual([...faults.keys()].map((fault) => ({ fault, wrong: [], candidate: false })));
  });

  it('one fault after the other on the same connection, its circuit open and half open', async () => {
    const shared = connection();
    const complaints: (readonly string[])[] = [];
    for (const fault of ['500', 'a reset at once', '503']) complaints.push(await complaint(fault, '*', false, shared));
    for (const { type } of searches) complaints.push(await complaint('null', type, true, shared));
    expect(complaints.flat()).toEqual([]);
  });
});

it('no fault led anywhere else', () => {
  expect(foreign.connections()).toBe(0);
});
