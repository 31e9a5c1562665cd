// Does a request come from a page of ours, and from a reader whom the EHR knows?
//
// The page reads a chart with the reader's own rights and posts what it read. The answer holds nothing that was not posted, so
// there is nothing to steal by asking; what must be kept out are other web pages that let a reader's browser ask, and load.

import type { IncomingMessage } from 'node:http';
import type { RequestHandler, Response } from 'express';
import { ServiceError } from '../errors.ts';
import type { Log } from '../telemetry/log.ts';
import { pageHeader } from '../report/assessment-api.ts';
import type { VerifyPageToken } from './page-token.ts';

export type PageGate = {
  /** Origins whose pages may ask: the service's own and those configured. */
  readonly origins: readonly string[];
  /** Undefined where no token is asked for. */
  readonly verify: VerifyPageToken | undefined;
  readonly log: Log;
};

/**
 * A browser says of itself that the page is of the same origin (Sec-Fetch-Site), or names an origin that may ask. The header of the
 * page must be there: no form and no image can send it, and a script of another origin only after a preflight request that fails.
 */
function isOwnPage({ headers }: IncomingMessage, origins: readonly string[]): boolean {
  if (headers[pageHeader] === undefined) return false;
  const { origin } = headers;
  const isSameOrigin = headers['sec-fetch-site'] === 'same-origin';
  return isSameOrigin || (origin !== undefined && origins.includes(origin));
}

/** Lets requests of our pages through; others get 403, and 401 without a believed token where one is asked for. */
export function pageGate({ origins, verify, log }: PageGate): RequestHandler {
  return async (request, response, next) => {
    if (!isOwnPage(request, origins)) {
      withoutReader(response);
      throw new ServiceError('wrong-origin');
    }
    const refusal = await verify?.(request.headers.authorization);
    if (refusal !== undefined) {
      log({ event: 'refused', reason: refusal });
      throw new ServiceError(refusal === 'unavailable' ? 'busy' : 'unauthorized');
    }
    next();
  };
}

const withoutReader = (response: Response): void => response.removeHeader('Access-Control-Allow-Origin');
