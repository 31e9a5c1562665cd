// What may be written to the log? Only these events, only these fields: nothing that names a patient, no token, no body.

import { destination, pino, type DestinationStream } from 'pino';
import type { Refusal } from '../cds-hooks/refusal.ts';
import type { Config } from '../config/config.ts';
import type { Observed } from '../screening/events/observed.ts';

export type LogEvent =
  | { readonly event: 'started'; readonly mode: Config['mode']; readonly port: number; readonly process?: number }
  /** One of several processes is gone and will be replaced. */
  | { readonly event: 'process-ended'; readonly process: number; readonly code: number }
  | { readonly event: 'stopping' | 'stopped' }
  | {
      readonly event: 'request';
      readonly method: string;
      /** The route as declared, never the address as sent. */
      readonly route: string;
      readonly status: number;
      readonly milliseconds: number;
      readonly code?: string;
      /** Why the Patient could not be had, in a stable word. */
      readonly reason?: string;
      /** Trace of the caller. */
      readonly trace?: string;
    }
  /** Calls without a token are answered. */
  | { readonly event: 'unauthenticated-callers' }
  /** A key of the service that is not published, not to be told from another, or read by everybody; names a file, nothing in it. */
  | { readonly event: 'key-problem'; readonly problem: string }
  /** A call whose token was not believed; the caller does not hear why. */
  | {
      readonly event: 'refused';
      readonly reason: Refusal;
      readonly claim?: string;
      /** The configured issuer of which the token says it is; of a name that is not configured nothing is told. */
      readonly client?: string;
      /** It was a visit to the list: the provider whose tokens open it. */
      readonly list?: string;
    }
  | {
      readonly event: 'hook';
      readonly service: string;
      readonly cards: number;
      readonly dropped: number;
      /** Searches that were not answered in full, where there are any: nobody sees it where no card is shown. */
      readonly incomplete?: number;
      readonly trace?: string;
    }
  | {
      readonly event: 'patient-mismatch';
      readonly service: string;
      readonly between: 'context-and-prefetch' | 'context-and-token';
    }
  | Observed
  | {
      readonly event: 'fault';
      readonly name: string;
      /** What the system, the data base or Node calls it: "ENOSPC", "database or disk is full". */
      readonly code?: string;
      readonly at: readonly string[];
    };

export type Log = (event: LogEvent) => void;

const warnings: ReadonlySet<LogEvent['event']> = new Set([
  'patient-mismatch',
  'refused',
  'unauthenticated-callers',
  'key-problem',
  'process-ended',
]);

/** Writes events as JSON lines, to standard output unless told otherwise. */
export function jsonLog(level: Config['logLevel'], to: DestinationStream = destination(1)): Log {
  const logger = pino({ level, base: null }, to);
  return ({ event, ...fields }) => {
    if (event === 'fault') logger.error(fields, event);
    else if (warnings.has(event)) logger.warn(fields, event);
    else logger.info(fields, event);
  };
}

/** Names of errors are fixed; SQLite's number of one is told in its own fixed words. */
function codeOf(error: Error): { readonly code?: string } {
  const named = 'errstr' in error ? error.errstr : 'code' in error ? error.code : undefined;
  return typeof named === 'string' && /^[\w ./'-]{1,80}$/.test(named) ? { code: named } : {};
}

/** Where in our own code an error arose: its message could repeat what was sent, so it is left out. */
export function faultOf(error: unknown): LogEvent {
  if (!(error instanceof Error)) return { event: 'fault', name: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    event: 'fault',
    name: error.name,
    ...codeOf(error),
    at: frames.slice(0, 5).map((line) => line.trim().replace(/file:\/\/.*?\/(?=src\/|node_modules\/)/, '')),
  };
}
