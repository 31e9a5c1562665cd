// Under which number is a patient of a trial spoken of, without telling who she is?

import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, which are mistaken for other characters when read aloud. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const groups = 2;
const groupLength = 5;

/**
 * The GCP screening number, "S-7K3M9-QXD2B": the same in every run, without a counter that workers would have to share.
 * 50 bits of SHA-256: among a million patients of a trial two would share a number about once in two thousand trials.
 * @param patient a pseudonym (keyed hash), so that nobody without the key can tell whose number it is.
 */
export function screeningNumber(trial: string, patient: string): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([trial, patient]))
    .digest();
  const characters = [...bytes.subarray(0, groups * groupLength)].map((byte) => digits[byte % digits.length] ?? '');
  const parts = Array.from({ length: groups }, (_none, index) =>
    characters.slice(index * groupLength, (index + 1) * groupLength).join(''),
  );
  return `S-${parts.join('-')}`;
}

/** "NCT06222853@5to18" -> "NCT06222853": the list of a trial goes on over its amendments. */
export const trialOf = (protocol: string): string => protocol.split('@', 1)[0] ?? protocol;
