// Which requests may leave for a FHIR server, and which of its responses may come in?

import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { guardJson } from '../fhir/json-guard.ts';
import { traceparentOf, type Trace } from '../telemetry/trace.ts';
import { isUnder } from './base-url.ts';

/** A request or response that the fence stopped; the code is all that is ever said about it. */
export class FenceError extends Error {
  readonly code: 'foreign-address' | 'redirect' | 'not-final' | 'encoded' | 'not-json' | 'too-large' | 'unsafe-json';

  constructor(code: FenceError['code']) {
    super(code);
    this.code = code;
  }
}

/** The server answered with an error. */
export class StatusError extends Error {
  readonly status: number;
  readonly retryAfter: string | undefined;

  constructor(status: number, retryAfter: string | undefined) {
    super(`status ${String(status)}`);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

export type FenceOptions = {
  readonly base: URL;
  readonly token: string | undefined;
  readonly maxBytes: number;
  /** Headers of a write. With them POST and PUT may leave, and the answer may be empty. */
  readonly sends?: Readonly<Record<string, string>>;
  /** Of the request for which is read. */
  readonly trace?: Trace | undefined;
};

/** What of the headers of an answer to a write is handed on. */
const handedOn = ['location', 'etag'] as const;

/**
 * Puts a fence around a dispatcher. Out: only GET (or what is to be written) below the base URL, with our own headers; the
 * token is added here and nowhere else, so nothing that logs requests ever sees it. In: no redirects, no compression, JSON
 * only, up to `maxBytes`; a response is handed on when it is whole and its text was found safe. Bodies of error responses
 * are thrown away.
 */
export function fence(dispatcher: Dispatcher, { base, token, maxBytes, sends, trace }: FenceOptions): Dispatcher {
  const methods = sends === undefined ? ['GET'] : ['POST', 'PUT'];
  const headers = {
    accept: 'application/fhir+json, application/json;q=0.9',
    'accept-encoding': 'identity',
    ...sends,
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  return dispatcher.compose((dispatch) => (options, handler) => {
    const target = new URL(options.path, options.origin);
    if (!methods.includes(options.method) || !isUnder(target, base)) throw new FenceError('foreign-address');
    const sent = trace === undefined ? headers : { ...headers, traceparent: traceparentOf(trace) };
    return dispatch({ ...options, headers: sent }, checking(handler, maxBytes, sends !== undefined));
  });
}

/** Answers to a read that are one: as asked, or changed by a proxy. 202 and 206 say themselves that they are not the whole. */
const final = new Set([200, 203]);

const uncompressed = new Set(['', 'identity']);

const json = /^application\/(fhir\+)?json\b/i;

function objection(
  status: number,
  headers: IncomingHttpHeaders,
  maxBytes: number,
  mayBeEmpty: boolean,
): FenceError | undefined {
  if (status >= 300 && status < 400) return new FenceError('redirect');
  if (status >= 400) return undefined;
  if (!mayBeEmpty && !final.has(status)) return new FenceError('not-final');
  if (!uncompressed.has((headers['content-encoding'] ?? '').trim().toLowerCase())) return new FenceError('encoded');
  const isNamed = headers['content-type'] !== undefined || !mayBeEmpty;
  if (isNamed && !json.test(headers['content-type'] ?? '')) return new FenceError('not-json');
  return Number(headers['content-length'] ?? 0) > maxBytes ? new FenceError('too-large') : undefined;
}

/** A header as text, if it is short enough to mean anything. */
const textOf = (header: string | string[] | undefined, longest = 64): string | undefined =>
  typeof header === 'string' && header.length < longest ? header : undefined;

const keptOf = (headers: IncomingHttpHeaders): Readonly<Record<string, string>> =>
  Object.fromEntries(
    handedOn.flatMap((name) => {
      const text = textOf(headers[name], 2_000);
      return text === undefined ? [] : [[name, text]];
    }),
  );

function checking(handler: Dispatcher.DispatchHandler, maxBytes: number, isWrite: boolean): Dispatcher.DispatchHandler {
  let held: Buffer[] = [];
  let size = 0;
  let start: { readonly status: number; readonly headers: IncomingHttpHeaders } | undefined;
  return {
    onRequestStart: (controller, context) => handler.onRequestStart?.(controller, context),
    onResponseStart: (controller, status, headers) => {
      if (status < 200) return;
      const refused = objection(status, headers, maxBytes, isWrite);
      if (refused === undefined) start = { status, headers };
      else controller.abort(refused);
    },
    onResponseData: (controller, chunk) => {
      size += chunk.length;
      if (size > maxBytes) controller.abort(new FenceError('too-large'));
      else if (start !== undefined && start.status < 400) held.push(chunk);
    },
    onResponseEnd: (controller, trailers) => {
      const sent = Buffer.concat(held);
      const whole = isWrite && sent.length === 0 ? Buffer.from('{}') : sent;
      held = [];
      const guarded = guardJson(whole);
      if (start !== undefined && start.status >= 400) {
        handler.onResponseError?.(controller, new StatusError(start.status, textOf(start.headers['retry-after'])));
        return;
      }
      if (start === undefined || guarded.state === 'refused') {
        handler.onResponseError?.(controller, new FenceError('unsafe-json'));
        return;
      }
      const body = guarded.state === 'repaired' ? Buffer.from(guarded.bytes) : whole;
      handler.onResponseStart?.(controller, start.status, {
        'content-type': 'application/fhir+json',
        ...(isWrite && keptOf(start.headers)),
      });
      if (body.length > 0) handler.onResponseData?.(controller, body);
      handler.onResponseEnd?.(controller, trailers);
    },
    onResponseError: (controller, error) => handler.onResponseError?.(controller, error),
  };
}
