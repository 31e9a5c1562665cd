// May one more call be taken now, and how did the calls go?

import type { RequestHandler } from 'express';
import { ServiceError } from '../errors.ts';
import type { Log } from '../telemetry/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { cdsServices } from './cds-service.ts';

export type TrafficDependencies = {
  readonly metrics: Metrics;
  /** Calls answered at the same time; one more gets 503. */
  readonly most: number;
  readonly now: () => number;
};

/** Seconds after which a caller that was turned away may try again. */
const retryAfter = '1';

const known = new Set(cdsServices.map(({ id }) => id));

/** Stands before the services: turns calls away at once when there are too many, and measures the others. */
export function traffic({ metrics, most, now }: TrafficDependencies): RequestHandler<{ id: string }> {
  let inFlight = 0;
  return (request, response, next) => {
    if (request.path !== '/' || request.method !== 'POST') {
      next();
      return;
    }
    const service = known.has(request.params.id) ? request.params.id : 'unknown';
    if (inFlight >= most) {
      metrics.add('hookRequests', 1, { service, outcome: 'shed' });
      response.set('Retry-After', retryAfter);
      next(new ServiceError('busy'));
      return;
    }
    const started = now();
    inFlight += 1;
    metrics.add('hooksInFlight', 1);
    response.once('close', () => {
      inFlight -= 1;
      metrics.add('hooksInFlight', -1);
      metrics.add('hookRequests', 1, { service, outcome: outcomeOf(response.statusCode, response.writableFinished) });
      metrics.observe('hookSeconds', (now() - started) / 1_000, { service });
    });
    next();
  };
}

/** How a call went, by its status. */
export function outcomeOf(status: number, finished: boolean): string {
  if (!finished) return 'aborted';
  if (status < 400) return 'answered';
  if (status < 500) return 'refused';
  return status === 503 ? 'shed' : 'failed';
}

/** A log that also counts what its events say. */
export const counting =
  (log: Log, metrics: Metrics): Log =>
  (event) => {
    log(event);
    if (event.event === 'hook') {
      const { service, cards, dropped } = event;
      metrics.add('cards', cards, { service });
      metrics.add('foreignResources', dropped, { service });
    } else if (event.event === 'refused') {
      metrics.add('authenticationRefused', 1, { reason: event.reason });
    } else if (event.event === 'patient-mismatch') {
      metrics.add('patientMismatch', 1, { service: event.service, between: event.between });
    }
  };
