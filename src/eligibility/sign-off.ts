// Has a clinician reviewed this criterion as it stands now?

import type { Criterion } from './criterion.ts';
import { allCriteria, sha256 } from './digest.ts';
import type { Protocol } from './protocol.ts';
import { settingsNamedBy, type SettingValues } from './readings.ts';
import type { Review } from './review.ts';

/**
 * Sixteen hex digits over what a clinician signs for one criterion: text, reading, examples, and the values of the settings
 * that the reading names. Another setting that changes leaves the signature standing.
 */
export function signedHash<S>(criterion: Criterion<S>, settings: SettingValues): string {
  const { id, text, readAs, examples } = criterion;
  const named = settingsNamedBy(criterion).map((name) => [name, settings[name]]);
  return sha256(JSON.stringify({ id, text, readAs, examples, settings: named }));
}

/** The review state of every single criterion of a protocol, by id: of several signatures the newest that still fits counts. */
export function reviewsOf<S extends SettingValues>(
  protocol: Pick<Protocol<S>, 'inclusion' | 'exclusion' | 'settings' | 'signatures'>,
): ReadonlyMap<string, Review> {
  const newestFirst = protocol.signatures.toSorted((a, b) => (a.date < b.date ? 1 : -1));
  return new Map(
    allCriteria(protocol).map((criterion): readonly [string, Review] => {
      const own = newestFirst.filter((signature) => signature.criterion === criterion.id);
      const hash = signedHash(criterion, protocol.settings);
      const fitting = own.find((signature) => signature.hash === hash);
      const [newest] = own;
      if (fitting !== undefined) {
        return [criterion.id, { state: 'reviewed', reviewer: fitting.reviewer, date: fitting.date }];
      }
      if (newest === undefined) return [criterion.id, { state: 'not-yet-reviewed' }];
      return [criterion.id, { state: 'changed', reviewer: newest.reviewer, date: newest.date }];
    }),
  );
}
