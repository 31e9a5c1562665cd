// A FHIR server that keeps what it is given, with the faults of real ones: it commits and drops the connection, answers
// 500 after it has done what was asked, and counts every call.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson, startServer, type AnsweringServer } from '../access/answering-server.ts';

type Json = Record<string, unknown> & { resourceType: string; id: string };

export type Fault = 'none' | 'commit-and-drop' | 'commit-and-500' | '503' | 'drop';

export type EhrRules = {
  /** How the n-th write ends (0 first). */
  readonly fault?: (write: number) => Fault;
  /** Milliseconds before every answer. */
  readonly latency?: number;
  /** False for a server that does not know If-None-Exist. */
  readonly conditionalCreate?: boolean;
  /** Calls answered in any rolling minute; more get 429. */
  readonly callsPerMinute?: number;
  /** Seconds that the server names in a 429 to the n-th call (0 first); undefined for a call that it takes. */
  readonly busy?: (call: number) => number | undefined;
  /** Answers what is neither a read, a search nor a write; false for what it leaves to the others. */
  readonly others?: (request: IncomingMessage, response: ServerResponse) => boolean;
};

export type FakeEhr = AnsweringServer & {
  readonly base: string;
  readonly resources: Map<string, Json>;
  readonly put: (resource: Record<string, unknown> & { resourceType: string; id: string }) => void;
  readonly ofType: (type: string) => readonly Json[];
  /** Most calls that came within any rolling minute, and how many were refused. */
  readonly traffic: () => { readonly most: number; readonly refused: number; readonly all: number };
  /** When calls came, in milliseconds, also those that were refused. */
  readonly times: readonly number[];
};

export async function fakeEhr(rules: EhrRules = {}): Promise<FakeEhr> {
  const resources = new Map<string, Json>();
  /** Keys of resources by type, and by type and patient. */
  const index = new Map<string, Set<string>>();
  const calls: number[] = [];
  const times: number[] = [];
  let writes = 0;
  let refused = 0;
  let most = 0;

  const put = (resource: Record<string, unknown> & { resourceType: string; id: string }): void => {
    const key = `${resource.resourceType}/${resource.id}`;
    const old = resources.get(key)?.['meta'] as { versionId?: string } | undefined;
    const meta = { ...(resource['meta'] as object | undefined), versionId: String(Number(old?.versionId ?? 0) + 1) };
    const kept = { ...resource, meta };
    resources.set(key, kept);
    for (const place of [
      resource.resourceType,
      ...patientsOf(kept).map((each) => `${resource.resourceType} ${each}`),
    ]) {
      const own = index.get(place) ?? new Set();
      index.set(place, own.add(key));
    }
  };
  const at = (place: string): readonly Json[] =>
    [...(index.get(place) ?? [])].flatMap((key) => resources.get(key) ?? []);
  const ofType = (type: string) => at(type);

  const matches = (type: string, query: string): readonly Json[] => {
    const parameters = [...new URLSearchParams(query)].filter(([name]) => !['_sort', '_count'].includes(name));
    const patient = parameters.find(([name]) => name === 'patient' || name === 'subject')?.[1];
    const among = patient === undefined ? type : `${type} Patient/${patient.replace(/^Patient\//, '')}`;
    return at(among).filter((each) => parameters.every(([name, value]) => isMatch(each, name, value)));
  };

  const answer = (request: IncomingMessage, response: ServerResponse, body: string): void => {
    const now = Date.now();
    times.push(now);
    const pause = rules.busy?.(times.length - 1);
    const recent = calls.filter((time) => time > now - 60_000);
    if (pause !== undefined || recent.length >= (rules.callsPerMinute ?? Infinity)) {
      refused += 1;
      response.writeHead(429, { 'retry-after': String(pause ?? 1) }).end();
      return;
    }
    calls.push(now);
    most = Math.max(most, recent.length + 1);
    if (rules.others?.(request, response) === true) return;
    const url = new URL(request.url ?? '', 'http://ehr');
    const [type = '', id] = url.pathname.replace('/fhir/', '').split('/');
    if (request.method === 'GET') {
      read(response, type, id, url.search.slice(1));
      return;
    }
    const fault = rules.fault?.(writes) ?? 'none';
    writes += 1;
    if (fault === 'drop') {
      response.destroy();
      return;
    }
    if (fault === '503') {
      response.writeHead(503).end();
      return;
    }
    write(request, response, type, id, JSON.parse(body) as Json, fault);
  };

  const read = (response: ServerResponse, type: string, id: string | undefined, query: string): void => {
    if (type === 'metadata') sendJson(response, { resourceType: 'OperationOutcome', issue: [] }, 404);
    else if (id !== undefined) {
      const found = resources.get(`${type}/${id}`);
      if (found === undefined) response.writeHead(404).end();
      else sendJson(response, found);
    } else {
      const entry = matches(type, query).map((resource) => ({ resource }));
      sendJson(response, { resourceType: 'Bundle', type: 'searchset', total: entry.length, entry });
    }
  };

  const write = (
    request: IncomingMessage,
    response: ServerResponse,
    type: string,
    id: string | undefined,
    resource: Json,
    fault: Fault,
  ): void => {
    const unless = request.headers['if-none-exist'];
    const known = rules.conditionalCreate === false || typeof unless !== 'string' ? [] : matches(type, unless);
    const [first] = known;
    const place = id ?? first?.id ?? String(resources.size + 1);
    const wanted = /^W\/"(.*)"$/.exec(request.headers['if-match'] ?? '')?.[1];
    const version = (resources.get(`${type}/${place}`)?.['meta'] as { versionId?: string } | undefined)?.versionId;
    if (known.length > 1 || (id !== undefined && wanted !== undefined && wanted !== version)) {
      response.writeHead(412).end();
      return;
    }
    const isNew = id === undefined && first === undefined;
    if (isNew || id !== undefined) put({ ...resource, resourceType: type, id: place });
    if (fault === 'commit-and-drop') response.destroy();
    else if (fault === 'commit-and-500') response.writeHead(500).end();
    else response.writeHead(isNew ? 201 : 200, { location: `${base}/${type}/${place}/_history/1` }).end();
  };

  const server = await startServer((request, response, body) => {
    if (rules.latency === undefined) answer(request, response, body);
    else setTimeout(() => answer(request, response, body), rules.latency);
  });
  const base = `${server.origin}/fhir`;
  return { ...server, base, resources, put, ofType, times, traffic: () => ({ most, refused, all: calls.length }) };
}

function isMatch(resource: Json, name: string, value: string): boolean {
  if (name === 'identifier' || name === '_tag') {
    const meta = resource['meta'] as { tag?: unknown } | undefined;
    const list = (name === 'identifier' ? resource['identifier'] : meta?.tag) as
      readonly { system?: string; value?: string; code?: string }[] | undefined;
    return (list ?? []).some((each) => `${each.system ?? ''}|${each.value ?? each.code ?? ''}` === value);
  }
  return patientsOf(resource).includes(`Patient/${value.replace(/^Patient\//, '')}`);
}

/** Whom a resource is about, as references. */
const patientsOf = (resource: Json): readonly string[] =>
  ['patient', 'subject', 'individual', 'for'].flatMap((field) => {
    const reference = (resource[field] as { reference?: string } | undefined)?.reference;
    return reference === undefined ? [] : [reference];
  });
