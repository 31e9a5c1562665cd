// What does the file of a value set hold, and which file belongs to which set?

import { heartAndLungFiles } from './value-set-files/heart-and-lung.ts';
import { infectionFiles } from './value-set-files/infection.ts';
import { kidneyAndTransplantFiles } from './value-set-files/kidney-and-transplant.ts';
import { lupusFiles } from './value-set-files/lupus.ts';
import { otherFiles } from './value-set-files/other.ts';
import type { ValueSetName } from './value-set-names.ts';

/**
 * One value set as its JSON file holds it. In hierarchical systems (ICD, procedures) a code also stands for all that starts with it.
 * `except…` take codes out of a range again; the longest rule decides.
 */
export type ValueSetFile = {
  readonly name: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly source: string;
  readonly version: string;
  readonly systems: readonly {
    readonly system: string;
    readonly codes: readonly { readonly code: string; readonly display: string }[];
    readonly prefixes?: readonly string[] | undefined;
    readonly exceptCodes?: readonly string[] | undefined;
    readonly exceptPrefixes?: readonly string[] | undefined;
  }[];
  readonly texts?:
    | {
        readonly en?: readonly string[] | undefined;
        readonly zh?: readonly string[] | undefined;
        readonly de?: readonly string[] | undefined;
        /** Longer terms that hide a name inside them: "lupus anticoagulant". */
        readonly not?: readonly string[] | undefined;
        /** Abbreviations, as they are written, that may mean it and other things too: a suspicion. */
        readonly short?: readonly string[] | undefined;
        /** Words that take away every name in the same text: "collection" for a CAR-T infusion. */
        readonly unless?: readonly string[] | undefined;
      }
    | undefined;
  /** Sets that this one is part of or goes with: code of the one and text of the other do not contradict each other. */
  readonly within?: readonly string[] | undefined;
  /** Wider sets that a term leaves when its text names only this one: "patent foramen ovale" beside a code of septal defects. */
  readonly narrows?: readonly string[] | undefined;
};

/** Every value set with its file. */
export const valueSetFiles: readonly (readonly [ValueSetName, ValueSetFile])[] = [
  ...lupusFiles,
  ...infectionFiles,
  ...kidneyAndTransplantFiles,
  ...heartAndLungFiles,
  ...otherFiles,
];
