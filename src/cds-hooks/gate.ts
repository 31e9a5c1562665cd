// Who is let through to an address, before a byte of what they sent is read?

import type { Request, RequestHandler, Response } from 'express';
import { anyone } from '../access/open-access.ts';
import { ServiceError } from '../errors.ts';
import type { Log } from '../telemetry/log.ts';
import type { Authenticate, Caller } from './authenticate.ts';
import { clientOf, type Client } from './client.ts';
import type { Config } from '../config/config.ts';

export type GuardedHandler = (client: Client, request: Request, response: Response) => Promise<void>;

/**
 * Puts a guard before a handler.
 * @param path of the address as declared; with the public URL before it, it is what the token must have been made for.
 */
export type Gate = (path: string, handler: GuardedHandler) => RequestHandler;

/**
 * Every address asks for a token, unless the configuration lets anybody in. A call with a token that is not believed is
 * refused even then. Refused callers hear 401 and nothing else; the reason goes to the log.
 */
export function gate(config: Config, authenticate: Authenticate, log: Log): Gate {
  const isOpen = config.mode === 'demo' || config.clients[anyone]?.unauthenticated === true;

  const callerOf = async (request: Request, url: string): Promise<Caller> => {
    if (isOpen && request.headers.authorization === undefined) return { issuer: anyone };
    const answer: Awaited<ReturnType<Authenticate>> = hasOneToken(request)
      ? await authenticate(request.headers.authorization, url)
      : { refusal: 'malformed' };
    if ('caller' in answer) return answer.caller;
    const { refusal: reason, ...which } = answer;
    log({ event: 'refused', reason, ...which });
    throw new ServiceError(reason === 'unavailable' ? 'busy' : 'unauthorized');
  };

  const admitted = async (request: Request, response: Response, path: string): Promise<Client> => {
    const client = clientOf(config, await callerOf(request, config.publicUrl + path));
    const { origin } = request.headers;
    if (origin !== undefined && !client.allowedOrigins.includes(origin) && config.mode !== 'demo') {
      response.removeHeader('Access-Control-Allow-Origin');
    }
    return client;
  };

  // Express hands a rejection on to the error handler by itself.
  return (path, handler) => async (request, response) => {
    await handler(await admitted(request, response, path.replace(':id', idOf(request))), request, response);
  };
}

/** The `:id` of the address. */
export function idOf({ params }: Request): string {
  const { id } = params;
  return typeof id === 'string' ? id : '';
}

/** Node keeps the first of several Authorization headers and says nothing: such a call is not understood. */
export const hasOneToken = ({ rawHeaders }: Request): boolean =>
  rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'authorization').length < 2;
