// Every way in which a FHIR server can answer badly.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** Answers one request badly. @param foreign address of a server that must never be asked. */
export type Fault = (request: IncomingMessage, response: ServerResponse, foreign: string) => void;

const json = { 'content-type': 'application/fhir+json' } as const;

/** A Condition and an Observation of the patient that the real record does not hold: believing them would show. */
const invented = {
  resourceType: 'Bundle',
  type: 'searchset',
  entry: [
    {
      resource: {
        resourceType: 'Condition',
        id: 'invented',
        subject: { reference: 'Patient/p' },
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'C91.00' }] },
      },
    },
  ],
};

const text = JSON.stringify(invented);

const status =
  (code: number, headers: Record<string, string> = {}): Fault =>
  (_request, response) => {
    response.writeHead(code, { ...json, ...headers });
    response.end('{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"processing"}]}');
  };

const body =
  (content: string | Buffer, headers: Record<string, string> = json): Fault =>
  (_request, response) => {
    response.writeHead(200, headers).end(content);
  };

const page = (next: string): string =>
  JSON.stringify({ resourceType: 'Bundle', type: 'searchset', link: [{ relation: 'next', url: next }] });

const own = (request: IncomingMessage): string => `http://${request.headers.host ?? ''}${request.url ?? ''}`;

const codes = [400, 401, 403, 404, 405, 408, 409, 410, 412, 422, 425, 500, 501, 502, 503, 504] as const;

export const faults: ReadonlyMap<string, Fault> = new Map<string, Fault>([
  ...codes.map((code) => [String(code), status(code)] as const),
  ['429', status(429)],
  ['429 with Retry-After: 0', status(429, { 'retry-after': '0' })],
  ['429 with Retry-After: 60', status(429, { 'retry-after': '60' })],
  ['302 to another server', (_request, response, foreign) => response.writeHead(302, { location: foreign }).end()],
  ['silence', () => undefined],
  ['a reset at once', (_request, response) => response.destroy()],
  [
    'a reset in the middle',
    (_request, response) => {
      response.writeHead(200, { ...json, 'content-length': String(text.length) });
      response.write(text.slice(0, 100));
      setTimeout(() => response.destroy(), 5);
    },
  ],
  [
    'headers and nothing more',
    (_request, response) => {
      response.writeHead(200, json).flushHeaders();
    },
  ],
  [
    'one byte at a time',
    (_request, response) => {
      response.writeHead(200, json);
      let at = 0;
      const timer = setInterval(() => {
        response.write(text.charAt(at));
        at += 1;
      }, 20);
      response.on('close', () => clearInterval(timer));
    },
  ],
  ['truncated JSON', body(text.slice(0, -10))],
  ['an empty body', body('')],
  ['null', body('null')],
  ['a list', body('[]')],
  ['HTML', body('<!doctype html><h1>Maintenance</h1>', { 'content-type': 'text/html' })],
  ['HTML that claims to be JSON', body('<!doctype html><h1>Maintenance</h1>')],
  ['another content type', body(text, { 'content-type': 'text/plain' })],
  ['XML', body('<Bundle xmlns="http://hl7.org/fhir"/>', { 'content-type': 'application/fhir+xml' })],
  ['gzip', body(gzipSync(text), { ...json, 'content-encoding': 'gzip' })],
  ['gzip that is none', body(text, { ...json, 'content-encoding': 'gzip' })],
  ['another resource type', body('{"resourceType":"Basic","id":"x"}')],
  ['a Bundle of another type', body('{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Basic"}}]}')],
  ['an OperationOutcome with 200', body('{"resourceType":"OperationOutcome","issue":[{"severity":"error"}]}')],
  [
    'an OperationOutcome among the entries',
    body(
      '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"error"}]}}]}',
    ),
  ],
  ['a total without entries', body('{"resourceType":"Bundle","type":"searchset","total":40}')],
  ['a key twice', body('{"resourceType":"Bundle","entry":[],"entry":[]}')],
  ['a number beyond all numbers', body('{"resourceType":"Bundle","total":1e999}')],
  ['nesting without end', body('['.repeat(50_000))],
  [
    'pages without end',
    (request, response) => {
      const count = Number(/\bpage=(\d+)/.exec(request.url ?? '')?.[1] ?? 0) + 1;
      response.writeHead(200, json);
      response.end(page(`${own(request).split('&page=')[0] ?? ''}&page=${String(count)}`));
    },
  ],
  ['a page that follows itself', (request, response) => response.writeHead(200, json).end(page(own(request)))],
  ['202 with an answer that is not final', (_request, response) => response.writeHead(202, json).end(text)],
  ['206 with a part that looks whole', (_request, response) => response.writeHead(206, json).end(text)],
  ['a next page that is nowhere', body('{"resourceType":"Bundle","type":"searchset","link":[{"relation":"next"}]}')],
  ['a total as text', body('{"resourceType":"Bundle","type":"searchset","total":"40"}')],
  ['data of another patient', body(text.replaceAll('Patient/p', 'Patient/somebody-else'))],
  ['a next page elsewhere', (_request, response, foreign) => response.writeHead(200, json).end(page(foreign))],
]);
