// How is a resource written to a FHIR server: authorised, within the fence, once?

import { isJson, textAt } from '../fhir/json.ts';
import type { Resource } from '../fhir/record.ts';
import { linkUnder, withoutSlash } from './base-url.ts';
import type { Connection } from './connection.ts';
import { failureFrom, isUnwell, type Failure } from './failure.ts';
import { fence } from './fence.ts';
import type { TokenSource } from './token-source.ts';

/** Where the resource is now, "Task/123", and whether this call made it. */
export type Written = { readonly location: string; readonly created: boolean } | Failure;

/** Never throws. After a failure nobody knows whether the server did it: the caller looks before it tries again. */
export type FhirWriter = {
  /**
   * Creates a resource unless one matches already.
   * @param unless a search, "identifier=system|value".
   */
  readonly create: (resource: Resource, unless: string) => Promise<Written>;
  /**
   * Replaces a resource.
   * @param version the one that was read: the server refuses if it is another by now; undefined where it has none.
   */
  readonly update: (location: string, resource: Resource, version: string | undefined) => Promise<Written>;
};

export type WriterOptions = {
  readonly base: URL;
  readonly tokens: TokenSource;
  readonly connection: Connection;
  readonly responseBytes: number;
  /** Milliseconds for one call. */
  readonly callTimeout: number;
  readonly signal: AbortSignal;
};

type Call = {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly resource: Resource;
  readonly headers: Readonly<Record<string, string>>;
};

/** A writer to one server. It repeats no call by itself; a token that the server has refused is not used again. */
export function fhirWriter(options: WriterOptions): FhirWriter {
  const { base, tokens, connection, responseBytes, callTimeout, signal } = options;

  const send = async (call: Call, token: string | undefined): Promise<Written> => {
    const report = await connection.circuit.admit();
    if (report === undefined) return { reason: 'circuit-open' };
    const written = await attempt(call, token);
    report(!('reason' in written) || !isUnwell(written));
    return written;
  };

  const attempt = async ({ method, path, resource, headers }: Call, token: string | undefined): Promise<Written> => {
    const address = new URL(`${withoutSlash(base)}/${path}`);
    const sends = { 'content-type': 'application/fhir+json', prefer: 'return=minimal', ...headers };
    try {
      const answer = await fence(connection.dispatcher, { base, token, maxBytes: responseBytes, sends }).request({
        origin: address.origin,
        path: address.pathname,
        method,
        body: JSON.stringify(resource),
        signal: AbortSignal.any([signal, AbortSignal.timeout(callTimeout)]),
      });
      const body: unknown = await answer.body.json();
      const location = locationIn(answer.headers['location'], body, resource.resourceType, base);
      if (location === undefined) return { reason: 'no-location' };
      return { location, created: answer.statusCode === 201 };
    } catch (error) {
      return failureFrom(error);
    }
  };

  const shared = async (call: Call): Promise<Written> => {
    try {
      const held = await tokens.current();
      if ('reason' in held) return held;
      const written = await connection.bulkhead(() => send(call, held.token), signal);
      if ('reason' in written && written.status === 401) tokens.refused(held.token);
      return written;
    } catch (error) {
      return failureFrom(error);
    }
  };

  return {
    create: (resource, unless) =>
      shared({ method: 'POST', path: resource.resourceType, resource, headers: { 'if-none-exist': unless } }),
    update: async (location, resource, version) => {
      const headers = version === undefined ? {} : { 'if-match': `W/"${version}"` };
      const written = await shared({ method: 'PUT', path: location, resource, headers });
      return 'reason' in written && written.reason === 'no-location' ? { location, created: false } : written;
    },
  };
}

/** By the header, which must lie below the base, or by the resource that came back. */
function locationIn(header: unknown, body: unknown, type: string, base: URL): string | undefined {
  const link = typeof header === 'string' ? linkUnder(header, base) : undefined;
  const [, named] = new RegExp(`/(${type}/[A-Za-z0-9\\-.]{1,64})(/_history/[^/]+)?$`).exec(link?.pathname ?? '') ?? [];
  if (named !== undefined) return named;
  const id = isJson(body) && body['resourceType'] === type ? textAt(body, 'id') : undefined;
  return id !== undefined && /^[A-Za-z0-9\-.]{1,64}$/.test(id) ? `${type}/${id}` : undefined;
}
