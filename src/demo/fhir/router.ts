// Which HTTP requests does the demo FHIR server answer?

import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import type { Resource } from '../../fhir/record.ts';
import { capabilityStatement } from './capability-statement.ts';
import { FhirError, outcome, type IssueCode } from './outcome.ts';
import { search, type Query } from './search.ts';
import type { Store } from './store.ts';
import { runBundle } from './transaction.ts';
import { validResource } from './validate.ts';

export type FhirServer = {
  readonly store: Store;
  readonly newId: () => string;
  readonly startedAt: Date;
};

const formats = ['application/fhir+json', 'application/json', 'application/json+fhir'];

/** A FHIR R4 REST API: read, search by GET and POST, create, update, delete, transaction and batch. */
export function fhirRouter({ store, newId, startedAt }: FhirServer): Router {
  const router = express.Router();
  router.use(express.json({ type: formats, limit: '2mb', strict: true }));
  router.use(express.urlencoded({ extended: false, limit: '100kb' }));

  router.get('/metadata', (request, response) => {
    send(response, 200, capabilityStatement(baseOf(request), startedAt.toISOString()));
  });
  router.post('/', (request, response) => {
    send(response, 200, runBundle(store, baseOf(request), bodyOf(request), newId));
  });
  router.get('/:type', (request, response) => {
    send(response, 200, search(store, baseOf(request), request.params.type, queryOf(request), isStrict(request)));
  });
  router.post('/:type/_search', (request, response) => {
    const query = [...queryOf(request), ...formOf(request)];
    send(response, 200, search(store, baseOf(request), request.params.type, query, isStrict(request)));
  });
  router.post('/:type', (request, response) => {
    sendStored(response, 201, baseOf(request), store.put(validResource(bodyOf(request), request.params.type), newId()));
  });
  router.get('/:type/:id', (request, response) => {
    const found = store.read(request.params.type, request.params.id);
    response.set('ETag', etagOf(found));
    send(response, 200, found);
  });
  router.put('/:type/:id', (request, response) => {
    const { type, id } = request.params;
    if (!/^[A-Za-z0-9\-.]{1,64}$/.test(id)) throw new FhirError(400, 'value', 'this is not a FHIR id');
    const resource = validResource(bodyOf(request), type);
    if (resource['id'] !== id) throw new FhirError(400, 'invalid', 'the id in the body is not the id in the address');
    const old = store.all(type).find((each) => each['id'] === id);
    const wanted = request.headers['if-match'];
    if (wanted !== undefined && (old === undefined || etagOf(old) !== wanted))
      throw new FhirError(412, 'conflict', 'somebody else has changed the resource');
    sendStored(response, old === undefined ? 201 : 200, baseOf(request), store.put(resource, id));
  });
  router.delete('/:type/:id', (request, response) => {
    store.remove(request.params.type, request.params.id);
    response.status(204).end();
  });
  router.use((request: Request) => {
    throw new FhirError(405, 'not-supported', `${request.method} is not possible here`);
  });
  router.use(answerError);
  return router;
}

/** Base URL of this server under the name by which the client called it, so that its links lead back to the same host. */
const baseOf = (request: Request): string =>
  `${request.protocol}://${request.get('host') ?? 'localhost'}${request.baseUrl}`;

const etagOf = (resource: Resource): string => {
  const meta = resource['meta'];
  return `W/"${typeof meta === 'object' && meta !== null && 'versionId' in meta ? String(meta.versionId) : ''}"`;
};

function send(response: Response, status: number, body: Resource): void {
  response.status(status).type('application/fhir+json').send(JSON.stringify(body));
}

function sendStored(response: Response, status: number, base: string, stored: Resource): void {
  response.set('ETag', etagOf(stored));
  if (status === 201) response.set('Location', `${base}/${stored.resourceType}/${String(stored['id'])}`);
  send(response, status, stored);
}

function bodyOf(request: Request): unknown {
  const body: unknown = request.body;
  if (body === undefined)
    throw new FhirError(415, 'not-supported', 'send the resource as application/fhir+json or application/json');
  return body;
}

const isStrict = (request: Request): boolean => /handling=strict/.test(request.get('prefer') ?? '');

/** The parameters as sent, repeated ones kept apart. */
const queryOf = (request: Request): Query => [...new URL(request.originalUrl, 'http://localhost').searchParams];

function formOf(request: Request): Query {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
    [value].flat().map((each) => [name, String(each)] as const),
  );
}

const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { status, code, message } = describe(error);
  send(response, status, outcome(code, message));
};

function describe(error: unknown): { readonly status: number; readonly code: IssueCode; readonly message: string } {
  if (error instanceof FhirError) return error;
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  if (status === 413) return { status, code: 'too-costly', message: 'the body is too large for the demo server' };
  if (status >= 400 && status < 500) return { status, code: 'structure', message: 'the body cannot be read' };
  return { status: 500, code: 'exception', message: 'the demo server failed' };
}
