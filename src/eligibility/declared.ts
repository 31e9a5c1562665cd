// How is a protocol declared, so that its digest and its review state are known?

import { protocolDigest } from './digest.ts';
import type { Protocol } from './protocol.ts';
import type { SettingValues } from './readings.ts';
import { reviewsOf } from './sign-off.ts';

/** Declares a protocol; its digest and its review state are computed once, here. */
export function protocol<S extends SettingValues>(
  declared: Omit<Protocol<S>, 'digest' | 'reviews' | 'notYetReviewed'>,
): Protocol<S> {
  const reviews = reviewsOf(declared);
  const notYetReviewed = [...reviews].filter(([, { state }]) => state !== 'reviewed').map(([id]) => id);
  return { ...declared, digest: protocolDigest(declared), reviews, notYetReviewed };
}
