// What may be written to the log? Only these events, only these fields: nothing that names a patient, no token, no body.

import { pino } from 'pino';
import type { Config } from './config.ts';

export type LogEvent =
  | { readonly event: 'started'; readonly mode: Config['mode']; readonly port: number }
  | { readonly event: 'stopping' | 'stopped' }
  | {
      readonly event: 'request';
      readonly method: string;
      /** The route as declared, never the address as sent. */
      readonly route: string;
      readonly status: number;
      readonly milliseconds: number;
      readonly code?: string;
    }
  | { readonly event: 'hook'; readonly service: string; readonly cards: number; readonly dropped: number }
  | {
      readonly event: 'patient-mismatch';
      readonly service: string;
      readonly between: 'context-and-prefetch' | 'context-and-token';
    }
  | { readonly event: 'fault'; readonly name: string; readonly at: readonly string[] };

export type Log = (event: LogEvent) => void;

/** Writes events as JSON lines. */
export function jsonLog(level: Config['logLevel']): Log {
  const logger = pino({ level, base: null });
  return ({ event, ...fields }) => {
    if (event === 'fault') logger.error(fields, event);
    else if (event === 'patient-mismatch') logger.warn(fields, event);
    else logger.info(fields, event);
  };
}

/** Where in our own code an error arose: its message could repeat what was sent, so it is left out. */
export function faultOf(error: unknown): LogEvent {
  if (!(error instanceof Error)) return { event: 'fault', name: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    event: 'fault',
    name: error.name,
    at: frames.slice(0, 5).map((line) => line.trim().replace(/file:\/\/.*?\/(?=src\/|node_modules\/)/, '')),
  };
}
