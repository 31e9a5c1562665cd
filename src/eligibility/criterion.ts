// What is a criterion, and how are criteria put together?

import type { Screening } from '../facts/screening.ts';
import type { Finding } from '../logic/finding.ts';
import type { Verdict } from '../logic/verdict.ts';
import type { Patient } from './understand.ts';

export type Example = readonly [verdict: Verdict, situation: string];

/** One question of a protocol, in the trial's own words and as it is read here. `S` is the protocol's settings. */
export type Criterion<S> = {
  /** "I1" … "E13", or a part such as "I4.ALT". */
  readonly id: string;
  /** The registry's sentence (or the part of it), restored, verbatim. */
  readonly text: string;
  readonly source: string;
  /** How the sentence is read, one sentence each, with `{setting}` for every setting it rests on: what a clinician signs. */
  readonly readAs: readonly string[];
  /** Cases with their verdict, in words and with the default settings: the table the clinician signs too. */
  readonly examples: readonly Example[];
  /** The result must not be seen by a guardian: cards, print, CSV and digest say "see chart". */
  readonly confidential?: true;
  readonly assess: (patient: Patient, screening: Screening, settings: S) => Finding;
};

/** A criterion or a combination of rules; a named combination reports its parts under its own id. */
export type Rule<S> = Criterion<S> | Combination<S>;

export type Combination<S> = {
  readonly need: 'all' | 'any' | number;
  readonly of: readonly Rule<S>[];
};

/** Declares a criterion; exists so that a criterion file reads as one statement and is checked where it is written. */
export const criterion = <S>(declared: Criterion<S>): Criterion<S> => declared;

/** Met if all are met (AND). */
export const all = <S>(...of: readonly Rule<S>[]): Combination<S> => ({ need: 'all', of });
/** Met if one is met (OR). */
export const any = <S>(...of: readonly Rule<S>[]): Combination<S> => ({ need: 'any', of });
/** Met if `n` of them are met; not met once `n` can no longer be reached. */
export const atLeast = <S>(n: number, ...of: readonly Rule<S>[]): Combination<S> => ({ need: n, of });
