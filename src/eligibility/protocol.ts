// What is a trial protocol to the engine?

import type { CoverageTable } from './coverage-table.ts';
import type { Rule } from './criterion.ts';
import type { Language } from '../logic/language.ts';
import type { SettingNote } from './readings.ts';
import type { Review, Signature } from './review.ts';
import type { ProtocolWords } from './translation.ts';

/** One version of one registration: its criteria in the trial's own order and numbers, with the settings they use. */
export type Protocol<S> = {
  /** Registration id, "NCT06222853". */
  readonly id: string;
  /** Which version of the registration, "5to18". */
  readonly version: string;
  readonly title: string;
  /** Page of the registry. */
  readonly url: string;
  /** Completed years of age at which the trial takes anybody, to ask a server for whom to screen; the criterion judges. */
  readonly ages: { readonly from: number; readonly to?: number };
  readonly inclusion: Readonly<Record<string, Rule<S>>>;
  readonly exclusion: Readonly<Record<string, Rule<S>>>;
  /** The registry's sentence of each criterion, restored, by id. */
  readonly texts: Readonly<Record<string, string>>;
  /** In force: the defaults with what a site changed. */
  readonly settings: S;
  readonly defaults: S;
  readonly settingNotes: Readonly<Record<keyof S, SettingNote>>;
  readonly coverage: CoverageTable;
  /** For readers of other languages; what is signed is the English. */
  readonly translations: Readonly<Record<Exclude<Language, 'en'>, ProtocolWords>>;
  readonly signatures: readonly Signature[];
  /** The review state of every single criterion, by id. */
  readonly reviews: ReadonlyMap<string, Review>;
  /** Ids of the criteria that are not reviewed as they stand now, in the trial's order. */
  readonly notYetReviewed: readonly string[];
  /** Changes whenever anything a clinician signs changes: a text, a reading, an example, an effective setting. */
  readonly digest: string;
};
