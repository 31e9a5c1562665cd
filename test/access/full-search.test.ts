import { afterEach, describe, expect, it } from 'vitest';
import { openConnection, type Connection } from '../../src/access/connection.ts';
import { openSession, type FhirSession, type SearchEvent } from '../../src/access/fhir-session.ts';
import { guardedAgent } from '../../src/access/guarded-agent.ts';
import type { Json } from '../../src/fhir/record.ts';
import { searches, type SearchName } from '../../src/fhir/searches.ts';
import { bundleOf } from '../cds-hooks/ehr.ts';
import { sendJson, startServer, type AnsweringServer } from './answering-server.ts';
import { handClock, realClock, type HandClock } from './clock.ts';

const agent = guardedAgent({ reach: 'loopback', networks: [] }, 8, 1_000);
const open: AnsweringServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const statement = (types: readonly string[], more: Json = {}): Json => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  kind: 'instance',
  fhirVersion: '4.0.1',
  rest: [{ mode: 'server', resource: types.map((type) => ({ type })) }],
  ...more,
});

const ordinary = ['Patient', 'Condition', 'Observation', 'Procedure', 'MedicationRequest'];

/** What a server answers to "Type?query"; a number is a status. */
type Answers = (type: string, query: URLSearchParams, url: URL) => Json | number;

async function serverWith(metadata: Json | number, answers: Answers): Promise<AnsweringServer> {
  const server = await startServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://ehr');
    const path = url.pathname.replace('/fhir/', '');
    const answer = path === 'metadata' ? metadata : answers(path, url.searchParams, url);
    if (typeof answer === 'number') response.writeHead(answer, { 'content-type': 'text/plain' }).end('no');
    else sendJson(response, answer);
  });
  open.push(server);
  return server;
}

const connectionFor = (more: Partial<Parameters<typeof openConnection>[0]> = {}): Connection =>
  openConnection({ dispatcher: agent, clock: realClock, calls: 32, ...more });

function sessionOn(
  server: AnsweringServer,
  connection: Connection,
  observe?: (event: SearchEvent) => void,
): FhirSession {
  return openSession({
    base: new URL(`${server.origin}/fhir`),
    token: 'secret',
    connection,
    limits: { responseBytes: 1_000_000, pages: 10, connections: 6 },
    callTimeout: 500,
    totalTime: 2_000,
    signal: AbortSignal.timeout(2_000),
    ...(observe !== undefined && { observe }),
  });
}

const search = (name: SearchName) => {
  const found = searches.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

const retrieved = async (server: AnsweringServer, name: SearchName, connection = connectionFor()) =>
  (await sessionOn(server, connection).search(search(name), 'p')).retrieved;

const metadataCalls = (server: AnsweringServer): number =>
  server.asked.filter(({ url }) => url === '/fhir/metadata').length;

const alt = (id: string): Json => ({ resourceType: 'Observation', id, subject: { reference: 'Patient/p' } });

describe('a refused search', () => {
  it.each([400, 404, 405, 422, 501])('of a type the server does not have is complete and empty: %i', async (status) => {
    const server = await serverWith(statement(ordinary), () => status);
    expect(await retrieved(server, 'adverseEvents')).toEqual({ state: 'complete' });
    expect(await retrieved(server, 'immunizations')).toEqual({ state: 'complete' });
  });

  it.each([401, 403, 409, 410, 412, 429, 500])('with %i is unavailable whatever the server can do', async (status) => {
    const server = await serverWith(statement(ordinary), () => status);
    expect(await retrieved(server, 'adverseEvents')).toEqual({
      state: 'unavailable',
      reason: `status-${String(status)}`,
    });
    expect(metadataCalls(server)).toBe(0);
  });

  it.each<readonly [string, Json | number]>([
    ['is refused', 404],
    ['is not the statement of a server', statement(ordinary, { kind: 'requirements' })],
    ['is of another FHIR version', statement(ordinary, { fhirVersion: '3.0.2' })],
    ['is that of a client', statement(ordinary, { rest: [{ mode: 'client', resource: [{ type: 'Patient' }] }] })],
    ['knows no Patient', statement(['Condition'])],
    ['lists nothing', statement([])],
    ['is something else', { resourceType: 'Bundle' }],
  ])('stays unavailable where the CapabilityStatement %s', async (_name, metadata) => {
    const server = await serverWith(metadata, () => 404);
    expect(await retrieved(server, 'adverseEvents')).toEqual({ state: 'unavailable', reason: 'status-404' });
  });

  it.each<SearchName>(['conditions', 'observations', 'procedures'])(
    'for %s stays unavailable on a server without them: it does not keep the record',
    async (name) => {
      const server = await serverWith(statement(['Patient', 'MedicationRequest']), () => 404);
      expect(await retrieved(server, name)).toEqual({ state: 'unavailable', reason: 'status-404' });
    },
  );

  it('for a drug is empty where the server records drugs in another way, and unavailable where it records none', async () => {
    const one = await serverWith(statement(ordinary), () => 404);
    const none = await serverWith(statement(['Patient', 'Condition', 'Observation', 'Procedure']), () => 404);
    expect(await retrieved(one, 'medicationStatements')).toEqual({ state: 'complete' });
    expect(await retrieved(none, 'medicationStatements')).toEqual({ state: 'unavailable', reason: 'status-404' });
  });

  it('is never concluded from for the Patient', async () => {
    const server = await serverWith(statement(ordinary), () => 404);
    expect(await retrieved(server, 'patient')).toEqual({ state: 'unavailable', reason: 'status-404' });
    expect(metadataCalls(server)).toBe(0);
  });
});

describe('another wording', () => {
  it.each<readonly [SearchName, string, string]>([
    ['adverseEvents', 'patient', 'p'],
    ['researchSubjects', 'individual', 'Patient/p'],
    ['lists', 'subject', 'Patient/p'],
    ['procedures', 'subject', 'Patient/p'],
  ])('of %s is as complete as the usual one: %s=%s', async (name, parameter, value) => {
    const { type } = search(name);
    const server = await serverWith(statement([...ordinary, type]), (_type, query) =>
      query.get(parameter) === value && [...query.keys()].length === 1
        ? bundleOf([{ resourceType: type, id: 'x', subject: { reference: 'Patient/p' } }])
        : 400,
    );
    const part = await sessionOn(server, connectionFor()).search(search(name), 'p');
    expect([part.entries.length, part.retrieved]).toEqual([1, { state: 'complete' }]);
  });

  it('of Observation without sorting is complete', async () => {
    const server = await serverWith(statement(ordinary), (_type, query) =>
      query.has('_sort') ? 400 : bundleOf([alt('1')]),
    );
    expect(await retrieved(server, 'observations')).toEqual({ state: 'complete' });
  });

  it('is not believed where the server says that it left out the patient', async () => {
    const types = [...ordinary, 'AdverseEvent'];
    const server = await serverWith(statement(types), (_type, query) =>
      query.has('patient')
        ? bundleOf([], { link: [{ relation: 'self', url: 'https://ehr.example.org/fhir/AdverseEvent' }] })
        : 400,
    );
    expect(await retrieved(server, 'adverseEvents')).toEqual({ state: 'unavailable', reason: 'status-400' });
  });
});

describe('Observation by category', () => {
  const byCategory: Answers = (_type, query) => {
    const category = query.get('category');
    return category === null ? 400 : bundleOf(category === 'laboratory' ? [alt('1'), alt('2')] : []);
  };

  it('is partial, of no date: what carries no category is not found', async () => {
    const server = await serverWith(statement(ordinary), byCategory);
    const part = await sessionOn(server, connectionFor()).search(search('observations'), 'p');
    expect([part.entries.length, part.retrieved]).toEqual([2, { state: 'partial', reason: 'by-category' }]);
  });

  it('is complete where the site has stated that every Observation carries a category', async () => {
    const server = await serverWith(statement(ordinary), byCategory);
    const connection = connectionFor({ everyObservationHasCategory: true });
    expect(await retrieved(server, 'observations', connection)).toEqual({ state: 'complete' });
  });

  it('is partial in spite of that where one category fails', async () => {
    const server = await serverWith(statement(ordinary), (type, query, url) =>
      query.get('category') === 'exam' ? 403 : byCategory(type, query, url),
    );
    const connection = connectionFor({ everyObservationHasCategory: true });
    expect(await retrieved(server, 'observations', connection)).toEqual({ state: 'partial', reason: 'status-403' });
  });

  it('is unavailable where no category can be asked either', async () => {
    const server = await serverWith(statement(ordinary), () => 400);
    expect(await retrieved(server, 'observations')).toEqual({ state: 'unavailable', reason: 'status-400' });
  });

  it('is unavailable, not empty, where every category is empty', async () => {
    const server = await serverWith(statement(ordinary), (_type, query) =>
      query.has('category') ? bundleOf([]) : 400,
    );
    expect(await retrieved(server, 'observations')).toEqual({ state: 'unavailable', reason: 'by-category' });
  });
});

it('MedicationRequest by intent is complete: every order has one of the eight', async () => {
  const server = await serverWith(statement(ordinary), (_type, query) => (query.has('intent') ? bundleOf([]) : 400));
  expect(await retrieved(server, 'medicationRequests')).toEqual({ state: 'complete' });
  expect(server.asked.filter(({ url }) => url.includes('intent='))).toHaveLength(8);
});

describe('the CapabilityStatement', () => {
  const refusing = () => serverWith(statement(ordinary), () => 404);

  it('is read once for all searches and requests of a connection, and again after an hour', async () => {
    const server = await refusing();
    const clock: HandClock = handClock();
    const connection = connectionFor({ clock });
    const names: readonly SearchName[] = ['adverseEvents', 'lists', 'researchSubjects', 'immunizations'];
    await Promise.all(names.map((name) => retrieved(server, name, connection)));
    await retrieved(server, 'lists', connection);
    expect(metadataCalls(server)).toBe(1);
    clock.pass(3_600_001);
    await retrieved(server, 'lists', connection);
    expect(metadataCalls(server)).toBe(2);
  });

  it('that could not be read is asked for again after half a minute', async () => {
    const server = await serverWith(500, () => 404);
    const clock = handClock();
    const connection = connectionFor({ clock });
    await retrieved(server, 'lists', connection);
    await retrieved(server, 'lists', connection);
    expect(metadataCalls(server)).toBe(1);
    clock.pass(30_001);
    await retrieved(server, 'lists', connection);
    expect(metadataCalls(server)).toBe(2);
  });

  it('of one connection says nothing about another', async () => {
    const [rich, poor] = [await serverWith(statement([...ordinary, 'List']), () => 404), await refusing()];
    expect(await retrieved(rich, 'lists')).toEqual({ state: 'unavailable', reason: 'status-404' });
    expect(await retrieved(poor, 'lists')).toEqual({ state: 'complete' });
  });
});

describe('a passing fault', () => {
  it('is tried once more, and the search is then complete', async () => {
    let calls = 0;
    const server = await serverWith(500, () => {
      calls += 1;
      return calls === 1 ? 503 : bundleOf([]);
    });
    expect(await retrieved(server, 'lists')).toEqual({ state: 'complete' });
    expect(calls).toBe(2);
  });

  it('that stays is reported after two tries', async () => {
    const server = await serverWith(500, () => 503);
    expect(await retrieved(server, 'lists')).toEqual({ state: 'unavailable', reason: 'status-503' });
    expect(server.asked).toHaveLength(2);
  });

  it('of half the calls stops all calls to the server until one succeeds', async () => {
    let down = true;
    const server = await serverWith(500, () => (down ? 500 : bundleOf([])));
    const clock = handClock();
    const states: boolean[] = [];
    const connection = connectionFor({ clock, circuitChanged: (isOpen) => states.push(isOpen) });
    for (let call = 0; call < 10; call += 1) await retrieved(server, 'lists', connection);
    expect(await retrieved(server, 'lists', connection)).toEqual({ state: 'unavailable', reason: 'circuit-open' });
    expect(server.asked).toHaveLength(10);
    down = false;
    clock.pass(30_000);
    expect(await retrieved(server, 'lists', connection)).toEqual({ state: 'complete' });
    expect(states).toEqual([true, false]);
  });
});

it('a search reports how it went and nothing about whom it was', async () => {
  const events: SearchEvent[] = [];
  const server = await serverWith(statement([...ordinary, 'AdverseEvent']), (_type, query) =>
    query.has('patient') ? bundleOf([]) : 400,
  );
  await sessionOn(server, connectionFor(), (event) => events.push(event)).search(search('adverseEvents'), 'canary-id');
  expect(events).toEqual([
    expect.objectContaining({ search: 'adverseEvents', state: 'complete', manner: 'reworded', pages: 1, matches: 0 }),
  ]);
  expect(JSON.stringify(events)).not.toContain('canary');
});
