// Are too many requests of the page being answered already, and how did they go?

import type { RequestHandler } from 'express';
import { outcomeOf } from '../cds-hooks/traffic.ts';
import { ServiceError } from '../errors.ts';
import type { Metrics } from '../telemetry/metrics.ts';

/** Turns a request away with 503 while so many others wait for their answer; counts the answers. */
export function inFlight(most: number, metrics: Metrics): RequestHandler {
  let count = 0;
  return (_request, response, next) => {
    response.once('close', () => {
      metrics.add('pageAssessments', 1, { outcome: outcomeOf(response.statusCode, response.writableFinished) });
    });
    if (count >= most) {
      next(new ServiceError('busy'));
      return;
    }
    count += 1;
    response.once('close', () => {
      count -= 1;
    });
    next();
  };
}
