// How is one address of a FHIR server read: authorised, within its limits, and tried again only where that is safe?

import { Client } from 'fhir-kit-client';
import type { Trace } from '../telemetry/trace.ts';
import { withoutSlash } from './base-url.ts';
import type { Connection } from './connection.ts';
import { failureFrom, isUnwell, type Failure } from './failure.ts';
import { fence } from './fence.ts';
import { limiter } from './limiter.ts';
import { pauseBeforeRetry } from './retry.ts';
import type { TokenSource } from './token-source.ts';

export type Got = { readonly value: unknown } | Failure;

/** Reads an absolute address below the base, or one relative to it. Never throws. */
export type Reader = (address: string) => Promise<Got>;

export type ReaderOptions = {
  readonly base: URL;
  readonly tokens: TokenSource;
  readonly connection: Connection;
  readonly responseBytes: number;
  /** Calls at the same time. */
  readonly connections: number;
  /** Milliseconds for one call, and for everything. */
  readonly callTimeout: number;
  readonly totalTime: number;
  readonly signal: AbortSignal;
  readonly trace?: Trace | undefined;
};

/**
 * A reader of one server, whose total time runs from here. Of its calls at most `connections` run at a time, and all share the
 * connection's limit.
 */
export function fhirReader(options: ReaderOptions): Reader {
  const { base, tokens, connection, responseBytes, callTimeout, totalTime, signal, trace } = options;
  const { clock } = connection;
  const budget = { started: clock.now(), total: totalTime };
  const limited = limiter(options.connections);

  const clientWith = (token: string | undefined): Client =>
    new Client({
      baseUrl: withoutSlash(base),
      requestOptions: {
        dispatcher: fence(connection.dispatcher, { base, token, maxBytes: responseBytes, trace }),
        redirect: 'error',
      },
    });

  const call = async (address: string, token: string | undefined): Promise<Got> => {
    const report = await connection.circuit.admit();
    if (report === undefined) return { reason: 'circuit-open' };
    const got = await attempt(address, token);
    report(!('reason' in got) || !isUnwell(got));
    return got;
  };

  const attempt = async (address: string, token: string | undefined): Promise<Got> => {
    const within = AbortSignal.any([signal, AbortSignal.timeout(callTimeout)]);
    try {
      const value: unknown = await clientWith(token).request(address, { options: { signal: within } });
      return { value: value ?? {} }; // null as a body is no answer; only a prefetched null means: asked, and there is nothing
    } catch (error) {
      return failureFrom(error);
    }
  };

  const shared = async (address: string): Promise<Got> => {
    const held = await tokens.current();
    if ('reason' in held) return held;
    const got = await limited(() => connection.bulkhead(() => call(address, held.token), signal), signal);
    if ('reason' in got && got.status === 401) tokens.refused(held.token);
    return got;
  };

  /** After a refused token a renewed one is tried once; after a passing fault the same is tried once. */
  const again = async (address: string, failure: Failure): Promise<Got> => {
    if (failure.status === 401) return tokens.renewable ? shared(address) : failure;
    const pause = pauseBeforeRetry(failure, budget, clock.now());
    if (pause === undefined) return failure;
    await clock.sleep(pause, signal);
    return shared(address);
  };

  return async (address) => {
    try {
      const first = await shared(address);
      return 'reason' in first ? await again(address, first) : first;
    } catch (error) {
      return failureFrom(error);
    }
  };
}
