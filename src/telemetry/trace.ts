// To which trace of the caller does a request belong, and how is that passed on?

import { randomBytes } from 'node:crypto';

/** As the caller sent it: identifiers of a trace, nothing about a patient. @source W3C Trace Context, level 1 */
export type Trace = { readonly id: string; readonly flags: string };

const form = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/;

/** Reads the header `traceparent`; undefined if there is none, or one that is not to the letter. */
export function readTrace(header: string | undefined): Trace | undefined {
  const [, id, flags] = form.exec(header ?? '') ?? [];
  return id === undefined || flags === undefined ? undefined : { id, flags };
}

/** The header for one call of ours within the trace. */
export const traceparentOf = ({ id, flags }: Trace): string => `00-${id}-${randomBytes(8).toString('hex')}-${flags}`;
