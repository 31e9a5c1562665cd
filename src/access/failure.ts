// Why could a FHIR server's answer not be used: in one stable word, and what does that say about the server?

import { FenceError, StatusError } from './fence.ts';
import { ForbiddenAddress } from './guarded-agent.ts';

/** Text from the server is never repeated. */
export type Failure = {
  readonly reason: string;
  /** The server's status, where it answered with an error. */
  readonly status?: number;
  /** The header Retry-After as sent. */
  readonly retryAfter?: string;
  /** The connection broke before the answer was whole. */
  readonly reset?: true;
};

const deepest = 6;

const resets = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** Looks through an error and its causes. */
export function failureFrom(error: unknown): Failure {
  let reset = false;
  for (let [at, depth] = [error, 0]; at instanceof Error && depth < deepest; at = at.cause, depth += 1) {
    if (at instanceof FenceError) return { reason: at.code };
    if (at instanceof ForbiddenAddress) return { reason: 'forbidden-address' };
    if (at instanceof StatusError) {
      const { status, retryAfter } = at;
      return { reason: `status-${String(status)}`, status, ...(retryAfter !== undefined && { retryAfter }) };
    }
    if (at.name === 'TimeoutError' || at.name === 'AbortError') return { reason: 'timeout' };
    if ('response' in at) return { reason: 'not-json' };
    reset ||= 'code' in at && resets.has(String(at.code));
  }
  return { reason: 'unreachable', ...(reset && { reset }) };
}

const failing = new Set([500, 502, 503, 504]);

/** True for what says that the server is unwell, not that it refuses this one question. */
export const isUnwell = ({ reason, status }: Failure): boolean =>
  reason === 'timeout' || reason === 'unreachable' || (status !== undefined && failing.has(status));
