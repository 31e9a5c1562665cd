// Under which name does the store know a patient? Nobody without the key can tell who that is.

import { createHmac, createSecretKey } from 'node:crypto';
import { parseBase, withoutSlash } from '../access/base-url.ts';

/** One patient of one calling system. `server` is the FHIR server as the request names it. */
export type PatientKey = {
  readonly client: string;
  readonly server?: string | undefined;
  readonly patient: string;
};

export type Pseudonymise = (patient: PatientKey) => string;

/** Not possible at the beginning of a FHIR id, so that a pseudonym can be told from one. */
const mark = 'p_';

/**
 * Prepares the naming: HMAC-SHA256 over calling system, FHIR server and patient id. The same id of two systems, or on
 * two servers, gives two names; a server is the same with and without a slash at its end.
 * @param key a secret; whoever has it can test whether a name belongs to a given patient.
 */
export function pseudonymiser(key: string): Pseudonymise {
  const secret = createSecretKey(key, 'utf8');
  return ({ client, server, patient }) => {
    const base = parseBase(server ?? '');
    const named = JSON.stringify([client, base === undefined ? '' : withoutSlash(base), patient]);
    return mark + createHmac('sha256', secret).update(named).digest('base64url');
  };
}

/** Whether a text is a pseudonym and not a patient's id. */
export const isPseudonym = (text: string): boolean => text.startsWith(mark);
