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

/** What Node calls a name that no name service knows, or that none could be asked about. */
const nameless = new Set(['ENOTFOUND', 'EAI_AGAIN']);

/** Names of what TLS finds wrong with a certificate. @source Node.js TLS, "X509 certificate error codes" */
const ofCertificate =
  /^(?:ERR_TLS_CERT|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH_)/;

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
    const code = 'code' in at ? String(at.code) : '';
    if (nameless.has(code)) return { reason: 'unknown-host' };
    if (ofCertificate.test(code)) return { reason: 'certificate' };
    reset ||= resets.has(code);
  }
  return { reason: 'unreachable', ...(reset && { reset }) };
}

const failing = new Set([500, 502, 503, 504]);

const unanswered = new Set(['timeout', 'unreachable', 'unknown-host', 'certificate']);

/** True for what says that the server is unwell, not that it refuses this one question. */
export const isUnwell = ({ reason, status }: Failure): boolean =>
  unanswered.has(reason) || (status !== undefined && failing.has(status));
