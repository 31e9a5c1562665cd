// How does a fake hospital's FHIR server answer `$export`, for a group, for all patients and for everything it has?

import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from '../../access/answering-server.ts';

type Json = Readonly<Record<string, unknown>>;
type Asked = { readonly path: string; readonly search: URLSearchParams; polls: number };

export type Exports = {
  /** Answers what belongs to an export; false for everything else. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** What was asked for, as path below the base. */
  readonly asked: () => readonly string[];
  /** Exports that the client has deleted. */
  readonly deleted: readonly string[];
};

/** Id of the patient a resource is about, as far as the stories refer to one. */
function patientOf(resource: Json): string | undefined {
  if (resource['resourceType'] === 'Patient') return String(resource['id']);
  return /"reference":"Patient\/([^"]+)"/.exec(JSON.stringify(resource))?.[1];
}

const placeOf = (resource: Json): string => `${String(resource['resourceType'])}/${String(resource['id'])}`;

const changedAt = ({ meta }: Json): number =>
  Date.parse((meta as { readonly lastUpdated?: string } | undefined)?.lastUpdated ?? '');

/**
 * An export is under way once, then done; its files are written when they are asked for.
 * @param base answers the address of the server, which is known once it listens.
 * @param members ids of the patients of each group.
 */
export function exportsOf(
  base: () => string,
  resources: () => Iterable<Json>,
  members: Readonly<Record<string, readonly string[]>>,
): Exports {
  const exports = new Map<string, Asked>();
  const deleted: string[] = [];

  const within = ({ path, search }: Asked): readonly Json[] => {
    const group = /^Group\/([^/]+)\//.exec(path)?.[1];
    const all = [...resources()];
    const own = all.filter((each) => {
      const patient = patientOf(each);
      return patient !== undefined && (group === undefined || (members[group] ?? []).includes(patient));
    });
    const theirs = JSON.stringify(own);
    const others = all.filter((each) => patientOf(each) === undefined);
    const needed = others.filter((each) => path === '$export' || theirs.includes(`"${placeOf(each)}"`));
    const types = (search.get('_type') ?? '').split(',');
    const since = Date.parse(search.get('_since') ?? '1900-01-01');
    return [...own, ...needed].filter(
      (each) => types.includes(String(each['resourceType'])) && changedAt(each) >= since,
    );
  };

  const poll = (response: ServerResponse, name: string, asked: Asked): void => {
    asked.polls += 1;
    if (asked.polls === 1) {
      response.writeHead(202, { 'retry-after': '1', 'x-progress': 'half' }).end();
      return;
    }
    const types = Map.groupBy(within(asked), ({ resourceType }) => String(resourceType));
    const output = [...types].map(([type, { length: count }]) => {
      return { type, count, url: `${base()}/exports/${name}/${type}` };
    });
    sendJson(response, { transactionTime: new Date().toISOString(), requiresAccessToken: true, output, error: [] });
  };

  return {
    deleted,
    asked: () => [...exports.values()].map(({ path }) => path),
    answer: (request, response) => {
      const url = new URL(request.url ?? '', 'http://ehr');
      const path = url.pathname.replace('/fhir/', '');
      const [, name = '', type] = /^exports\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
      if (path.endsWith('$export')) {
        const next = String(exports.size + 1);
        exports.set(next, { path, search: url.searchParams, polls: 0 });
        response.writeHead(202, { 'content-location': `${base()}/exports/${next}` }).end();
        return true;
      }
      const asked = exports.get(name);
      if (asked === undefined) return false;
      if (request.method === 'DELETE') {
        deleted.push(name);
        response.writeHead(202).end();
      } else if (type === undefined) poll(response, name, asked);
      else {
        const own = within(asked).filter((each) => each['resourceType'] === type);
        response.writeHead(200, { 'content-type': 'application/fhir+ndjson' });
        response.end(own.map((each) => `${JSON.stringify(each)}\n`).join(''));
      }
      return true;
    },
  };
}
