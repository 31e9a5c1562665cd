// Does a request come from this machine, by its own words, and from a page of this machine?

import type { RequestHandler } from 'express';
import { outcome } from './fhir/outcome.ts';

/** True for "localhost", an address of 127.0.0.0/8 or "[::1]", with or without a port. */
export const isLoopbackHost = (host: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host);

/** True for the origin of a page served by this machine. */
export const isLoopbackOrigin = (origin: string): boolean => {
  const match = /^https?:\/\/([^/]+)$/i.exec(origin);
  return match?.[1] !== undefined && isLoopbackHost(match[1]);
};

/**
 * Answers only requests that name a loopback host, and pages only if they come from one: a page of the internet can then
 * neither read the demo nor reach it under a name of its own. Pages of this machine may call from any port (CORS).
 */
export const loopbackOnly: RequestHandler = (request, response, next) => {
  const origin = request.get('origin');
  if (!isLoopbackHost(request.get('host') ?? '') || (origin !== undefined && !isLoopbackOrigin(origin))) {
    response.status(403).type('application/fhir+json');
    response.send(JSON.stringify(outcome('forbidden', 'the demo hospital answers only this machine')));
    return;
  }
  if (origin !== undefined) {
    response.set('Access-Control-Allow-Origin', origin);
    response.set('Access-Control-Expose-Headers', 'ETag, Location');
    response.vary('Origin');
  }
  if (request.method === 'OPTIONS' && request.get('access-control-request-method') !== undefined) {
    response.set('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE');
    response.set('Access-Control-Allow-Headers', request.get('access-control-request-headers') ?? 'content-type');
    response.set('Access-Control-Max-Age', '600');
    response.status(204).end();
    return;
  }
  next();
};
