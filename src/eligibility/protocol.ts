// What is a trial protocol to the engine?

import type { Rule } from './criterion.ts';
import { protocolDigest } from './digest.ts';

/** One version of one registration: its criteria in the trial's own order and numbers, with the settings they use. */
export type Protocol<S> = {
  /** Registration id, "NCT06222853". */
  readonly id: string;
  /** Which version of the registration, "5to18". */
  readonly version: string;
  readonly title: string;
  /** Page of the registry. */
  readonly url: string;
  readonly inclusion: Readonly<Record<string, Rule<S>>>;
  readonly exclusion: Readonly<Record<string, Rule<S>>>;
  /** The registry's sentence of each criterion, restored, by id. */
  readonly texts: Readonly<Record<string, string>>;
  readonly settings: S;
  /** Changes whenever anything a clinician signs changes: a text, a reading, an effective setting. */
  readonly digest: string;
};

/** Declares a protocol; its digest is computed once, here. */
export const protocol = <S>(declared: Omit<Protocol<S>, 'digest'>): Protocol<S> => ({
  ...declared,
  digest: protocolDigest(declared),
});
