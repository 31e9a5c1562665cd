// How is one request made that is no plain reading: only to allowed addresses, without redirects, the token only where it belongs?

import type { Readable } from 'node:stream';
import { request, type Dispatcher } from 'undici';
import { withoutMark } from '../byte-order-mark.ts';
import { guardJson } from '../fhir/json-guard.ts';
import type { Resource } from '../fhir/record.ts';
import { linkUnder } from './base-url.ts';
import { failureFrom, type Failure } from './failure.ts';
import type { Limiter } from './limiter.ts';
import type { TokenSource } from './token-source.ts';

export type FencedServer = {
  readonly base: URL;
  readonly dispatcher: Dispatcher;
  readonly tokens: TokenSource;
  /** Other base URLs under which the server may keep files of an export, such as an object store. */
  readonly outputs: readonly URL[];
  /** What all calls to the server wait for, such as a quota. */
  readonly bulkhead?: Limiter;
  /** Milliseconds until the headers of an answer must be there. */
  readonly callTimeout: number;
};

export type FencedRequest = {
  readonly url: URL;
  readonly method?: 'GET' | 'DELETE' | 'POST' | 'PUT';
  /** A resource to send. */
  readonly resource?: Resource;
  readonly headers?: Readonly<Record<string, string>>;
  /** False: no token is sent, whatever server it is. */
  readonly authorised: boolean;
  readonly signal: AbortSignal;
};

export type FencedResponse = {
  readonly status: number;
  /** A header of the answer, as sent. */
  readonly header: (name: string) => string | undefined;
  readonly body: Readable;
};

/** An address the server named, as one that may be asked: below its base or one of the outputs; otherwise undefined. */
export const allowedAddress = (link: string, { base, outputs }: FencedServer): URL | undefined =>
  [base, ...outputs]
    .map((root) => (URL.canParse(link) ? linkUnder(link, root) : undefined))
    .find((url) => url !== undefined);

/** Makes one request; a refused token is renewed once. Statuses are left to the caller; nothing here throws. */
export async function fencedRequest(server: FencedServer, asked: FencedRequest): Promise<FencedResponse | Failure> {
  const first = await once(server, asked);
  if (!('status' in first) || first.status !== 401 || !asked.authorised || !server.tokens.renewable) return first;
  if ('body' in first) await drop(first);
  return await once(server, asked);
}

const atOnce: Limiter = async (task) => await task();

async function once(server: FencedServer, asked: FencedRequest): Promise<FencedResponse | Failure> {
  const { dispatcher, tokens, callTimeout, bulkhead = atOnce } = server;
  const { url, method = 'GET', headers = {}, authorised, signal, resource } = asked;
  if (allowedAddress(url.href, server) === undefined) return { reason: 'foreign-address' };
  const held = authorised ? await tokens.current() : { token: undefined };
  if ('reason' in held) return held;
  try {
    const sending = {
      method,
      dispatcher,
      signal,
      headersTimeout: callTimeout,
      bodyTimeout: callTimeout,
      ...(resource !== undefined && { body: JSON.stringify(resource) }),
      headers: {
        ...(resource !== undefined && { 'content-type': 'application/fhir+json' }),
        ...headers,
        ...(held.token !== undefined && { authorization: `Bearer ${held.token}` }),
      },
    };
    const response = await bulkhead(async () => {
      const { statusCode: status, headers: sent, body } = await request(url, sending);
      const header = (name: string): string | undefined => [sent[name]].flat()[0];
      return { status, body, header, retryAfter: header('retry-after') };
    }, signal);
    const { status } = response;
    if (status === 401 && authorised) tokens.refused(held.token);
    if (status < 300 || status >= 400) return response;
    await drop(response);
    return { reason: 'redirect' };
  } catch (error) {
    return failureFrom(error);
  }
}

/** Leaves the rest of an answer unread. */
export async function drop({ body }: Pick<FencedResponse, 'body'>): Promise<void> {
  body.on('error', () => {});
  body.destroy();
  await Promise.resolve();
}

/** A short JSON answer; undefined if it is too long, unsafe or no JSON. */
export async function jsonOf({ body }: FencedResponse, maxBytes = 20_000_000): Promise<unknown> {
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body) {
      if (!Buffer.isBuffer(chunk)) return undefined;
      size += chunk.length;
      if (size > maxBytes) return undefined;
      chunks.push(chunk);
    }
    const bytes = withoutMark(Buffer.concat(chunks));
    const limits = { depth: 32, keys: 256, resources: 10_000 };
    return guardJson(bytes, limits).state === 'sound' ? JSON.parse(bytes.toString('utf8')) : undefined;
  } catch {
    return undefined;
  }
}
