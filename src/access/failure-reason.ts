// In one stable word: why could a FHIR server's answer not be used?

import { FenceError } from './fence.ts';
import { ForbiddenAddress } from './guarded-agent.ts';

const deepest = 6;

/** Looks through an error and its causes; text from the server is never repeated. */
export function failureReason(error: unknown): string {
  for (let [at, depth] = [error, 0]; at instanceof Error && depth < deepest; at = at.cause, depth += 1) {
    if (at instanceof FenceError) return at.code;
    if (at instanceof ForbiddenAddress) return 'forbidden-address';
    if (at.name === 'TimeoutError' || at.name === 'AbortError') return 'timeout';
    const status = statusOf(at);
    if (status !== undefined) return status < 300 ? 'not-json' : `status-${String(status)}`;
  }
  return 'unreachable';
}

function statusOf(error: Error): number | undefined {
  if (!('response' in error) || typeof error.response !== 'object' || error.response === null) return undefined;
  const { response } = error;
  return 'status' in response && typeof response.status === 'number' ? response.status : undefined;
}
