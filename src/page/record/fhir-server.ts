// Whose record does the page read, on which FHIR server, with whose rights?

import type { Reader } from '../../access/reader.ts';

/** One patient on one server, as the user may see her. */
export type FhirServer = {
  readonly base: URL;
  readonly patientId: string;
  /** Access token of the user; none for an open server. It stays in this browser, and goes to `base` only. */
  readonly token?: string;
};

const callTimeout = 20_000;

const accept = 'application/fhir+json, application/json;q=0.9';

/** Reads an address of the server, absolute or relative to its base; what fails is a value with a stable reason. */
export const readerOf =
  ({ base, token }: FhirServer): Reader =>
  async (address) => {
    try {
      const response = await fetch(new URL(address, `${base.href.replace(/\/+$/, '')}/`), {
        headers: { accept, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(callTimeout),
      });
      const { ok, status } = response;
      if (!ok) return { reason: `status-${String(status)}`, status };
      // As for the service (access/fence.ts): 202 and 206 say themselves that they are not the whole.
      if (status !== 200 && status !== 203) return { reason: 'not-final' };
      const value: unknown = await response.json().catch(() => undefined);
      return value === undefined ? { reason: 'not-json' } : { value: value ?? {} };
    } catch (error) {
      const late = error instanceof DOMException && error.name === 'TimeoutError';
      return { reason: late ? 'timeout' : 'unreachable' };
    }
  };
