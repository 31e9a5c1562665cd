// What happens around every request: log, CORS, closing, and the one door for errors?

import type { ErrorRequestHandler, RequestHandler } from 'express';
import { answerTo, ServiceError } from '../errors.ts';
import { faultOf, type Log } from '../telemetry/log.ts';
import { readTrace } from '../telemetry/trace.ts';

/** Method, declared route, status and duration of every request. */
export const accessLog =
  (log: Log, now: () => number): RequestHandler =>
  (request, response, next) => {
    const started = now();
    const trace = readTrace(request.get('traceparent'));
    response.on('finish', () => {
      const { code, reason } = response.locals;
      log({
        event: 'request',
        method: request.method,
        route: routeOf(request.route),
        status: response.statusCode,
        milliseconds: now() - started,
        ...(typeof code === 'string' && { code }),
        ...(typeof reason === 'string' && { reason }),
        ...(trace !== undefined && { trace: trace.id }),
      });
    });
    next();
  };

const routeOf = (route: unknown): string =>
  typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : '-';

/** Lets pages of the configured origins read every answer, errors included, and answers their preflight requests. */
export const cors =
  (origins: readonly string[], ownHeaders: readonly string[] = []): RequestHandler =>
  (request, response, next) => {
    const origin = request.headers.origin;
    // Said to everybody: what one page was sent must not be taken from a cache for another.
    if (origins.length > 0) response.vary('Origin');
    if (origin !== undefined && origins.includes(origin)) {
      response.set('Access-Control-Allow-Origin', origin);
      if (request.method === 'OPTIONS') {
        response.set('Access-Control-Allow-Methods', 'GET, POST');
        response.set(
          'Access-Control-Allow-Headers',
          ['authorization', 'content-type', 'traceparent', ...ownHeaders].join(', '),
        );
        response.set('Access-Control-Max-Age', '600');
      }
    }
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  };

/** Answers are about one patient: nobody keeps them unless an address says otherwise, and nothing guesses what they are. */
export const careful: RequestHandler = (_request, response, next) => {
  response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  next();
};

/** While the service stops, every response closes its connection. */
export const closing =
  (stopping: () => boolean): RequestHandler =>
  (_request, response, next) => {
    if (stopping()) response.set('Connection', 'close');
    next();
  };

/** The one door for errors. */
export const outcomes =
  (log: Log): ErrorRequestHandler =>
  (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, code, outcome } = answerTo(error instanceof URIError ? new ServiceError('unknown-path') : error);
    if (code === 'internal') log(faultOf(error));
    response.locals['code'] = code;
    response.locals['reason'] = error instanceof ServiceError ? error.reason : undefined;
    if (code === 'too-large') response.set('Connection', 'close');
    if (code === 'unauthorized') response.set('WWW-Authenticate', 'Bearer');
    if (code === 'busy') response.set('Retry-After', '1');
    response.status(status).type('application/fhir+json').send(JSON.stringify(outcome));
  };
