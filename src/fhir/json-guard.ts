// Is a JSON text safe to read, and what of it cannot be trusted as written?

import { repair } from './json-repair.ts';
import { defaultLimits, type JsonLimits, type Refusal } from './json-scanned.ts';
import { jsonScanner } from './json-scanner.ts';

/**
 * `sound`: nothing to object to, whether or not it is valid JSON. `repaired`: a resource with a duplicate key, a number
 * beyond any double or text that is not UTF-8 was replaced by an OperationOutcome, so that what it belongs to counts as
 * incomplete.
 * `refused`: nothing of it may be read.
 */
export type Guarded =
  | { readonly state: 'sound' }
  | { readonly state: 'repaired'; readonly bytes: Uint8Array; readonly replaced: number }
  | { readonly state: 'refused'; readonly problem: Refusal };

/** Scans one text; whether it is valid JSON is left to JSON.parse. */
export function guardJson(bytes: Uint8Array, limits: JsonLimits = defaultLimits): Guarded {
  const { problem, bad } = jsonScanner(limits)(bytes, 0, bytes.length);
  if (problem !== undefined) return { state: 'refused', problem };
  return bad.length === 0 ? { state: 'sound' } : { state: 'repaired', bytes: repair(bytes, bad), replaced: bad.length };
}
