// Has a clinician reviewed this criterion as it stands now?

import type { Criterion } from './criterion.ts';
import { allCriteria, sha256 } from './digest.ts';
import type { Protocol } from './protocol.ts';

/** One clinician's signature under one criterion: who, when, and the hash of what was signed. */
export type Signature = {
  readonly criterion: string;
  readonly reviewer: string;
  readonly date: string;
  readonly hash: string;
};

/** `changed`: somebody signed, but text, reading, settings or examples are no longer what was signed. */
export type Review = 'reviewed' | 'changed' | 'not yet reviewed';

/** Sixteen hex digits over what a clinician signs for one criterion: text, reading, examples, and the settings in force. */
export const signedHash = <S>({ id, text, readAs, examples }: Criterion<S>, settings: S): string =>
  sha256(JSON.stringify({ id, text, readAs, examples: examples ?? [], settings }));

/** The review state of every single criterion of a protocol, by id. */
export function reviewsOf<S>(protocol: Protocol<S>, signatures: readonly Signature[]): ReadonlyMap<string, Review> {
  return new Map(
    allCriteria(protocol).map((criterion) => {
      const own = signatures.filter((signature) => signature.criterion === criterion.id);
      const hash = signedHash(criterion, protocol.settings);
      if (own.some((signature) => signature.hash === hash)) return [criterion.id, 'reviewed'];
      return [criterion.id, own.length > 0 ? 'changed' : 'not yet reviewed'];
    }),
  );
}
