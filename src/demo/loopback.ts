// Does a request come from this machine, by its own words, and from a page of this machine?

import type { RequestHandler } from 'express';
import { isLoopbackHost } from '../access/address-guard.ts';
import { outcome } from './fhir/outcome.ts';

/** True for a Host header that names this machine: "localhost", "127.0.0.1:8080", "[::1]:8080". */
export const isLoopback = (host: string): boolean => isLoopbackHost(host.toLowerCase().replace(/:\d{1,5}$/, ''));

/** True for an Origin header of a page that this machine serves. */
export const isLoopbackOrigin = (origin: string): boolean => {
  const host = /^https?:\/\/([^/]+)$/i.exec(origin)?.[1];
  return host !== undefined && isLoopback(host);
};

/**
 * Answers only requests that name a loopback host, and pages only if they come from one: a page of the internet can then
 * neither read the demo nor reach it under a name of its own. Pages of this machine may call from any port (CORS).
 */
export const loopbackOnly: RequestHandler = (request, response, next) => {
  const origin = request.get('origin');
  if (!isLoopback(request.get('host') ?? '') || (origin !== undefined && !isLoopbackOrigin(origin))) {
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
