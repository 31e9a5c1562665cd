// What does the evidence page get to show? The JSON that `POST /assessment` answers; types only, for service and page alike.
//
// Words are printed in the language of the report and come from charts: show them as text, never as markup. No field is null or
// empty; lists may be empty. Days are YYYY-MM-DD. Dates of evidence are as the record has them (YYYY, YYYY-MM or YYYY-MM-DD).

import type { Standing } from '../cards/shown.ts';
import type { CriterionType, Status } from '../eligibility/assessment.ts';
import type { Review } from '../eligibility/review.ts';
import type { Language } from '../logic/language.ts';
import type { Verdict } from '../logic/verdict.ts';
import type { Chart } from './chart.ts';
import type { EularAcrSheet, SledaiSheet } from './score-sheet.ts';
import type { EvidenceJson } from './evidence-json.ts';

export type { Standing };

export type OrderJson = {
  /** Criterion or part that it would settle. */
  readonly criterion: string;
  readonly coding: { readonly system: string; readonly code: string; readonly display: string };
  /** Days back from the date of assessment in which a result counts. */
  readonly window: number;
};

export type CriterionReport = {
  /** "I1" … "E13"; of a part "I4.ALT". */
  readonly id: string;
  readonly type: CriterionType;
  /** Short name. */
  readonly name: string;
  /** The trial's own words, in English. */
  readonly text: string;
  /** The same in the language of the report where that is another one; only the English binds. */
  readonly translation?: string;
  readonly verdict: Verdict;
  readonly standing: Standing;
  /** The word for the verdict: "met", "present", "not present", "missing", "to confirm" … */
  readonly answer: string;
  readonly reason: string;
  readonly evidence: readonly EvidenceJson[];
  /** Of the evidence, and that of the parts, what a short line shows: the card and the sheet of paper. */
  readonly leading: readonly EvidenceJson[];
  readonly ignored: readonly EvidenceJson[];
  readonly missing: readonly string[];
  readonly orders: readonly OrderJson[];
  /** How the sentence is read and who reviewed that; only of single criteria (those without parts). */
  readonly readAs?: readonly string[];
  readonly review?: Review;
  /** Must not be seen by a guardian: the page hides it until asked and never prints it. */
  readonly confidential?: true;
  /** An exclusion held not to be present because nothing is recorded: to be confirmed with the family. */
  readonly restsOnAbsence?: true;
  readonly parts?: readonly CriterionReport[];
};

/** One of the things to do next. */
export type NextStep = {
  /** `against`: stands against the patient today. `missing`: to record or order. `confirm`: a person judges. */
  readonly kind: 'against' | 'missing' | 'confirm';
  readonly criteria: readonly string[];
  readonly words: string;
  /** Tests that would settle it. */
  readonly orders: readonly OrderJson['coding'][];
};

/** A day on which the calendar alone changes answers. */
export type DateThatMatters = {
  readonly on: string;
  readonly criteria: readonly string[];
  /** "I3 SLEDAI-2K ≥ 8; I4 … (eGFR, ALT)" */
  readonly names: string;
  readonly becomes: Verdict;
  readonly standing: Standing;
  readonly answer: string;
  readonly if?: string;
};

/** A search that was not answered in full. */
export type UnseenSearch = {
  readonly search: string;
  readonly name: string;
  readonly state: 'partial' | 'unavailable';
  readonly reason: string;
  /** Nothing after this day was missed. */
  readonly completeSince?: string;
  /** All of it as one sentence. */
  readonly words: string;
};

export type EvidenceReport = {
  readonly language: Language;
  readonly asOf: string;
  readonly trial: {
    readonly id: string;
    readonly version: string;
    readonly title: string;
    readonly url: string;
    readonly recruiting: boolean;
    /** Whom to call. */
    readonly contact?: string;
  };
  readonly patient: {
    readonly reference: string;
    /** Completed years on the date of assessment; two numbers where the birth date is partial, none without one. */
    readonly age?: { readonly low: number; readonly high: number };
    readonly sex: 'female' | 'male' | 'unclear';
  };
  readonly status: Status;
  /** "May meet 17 of 19; 2 to confirm, 0 missing." with the same arithmetic as the card: confidential criteria are not counted. */
  readonly verdictLine: string;
  readonly tally: Readonly<Record<Standing, number>> & { readonly shown: number; readonly confidential: number };
  /** At most three, what stands against the patient first; `further` more are in the criteria. */
  readonly next: readonly NextStep[];
  readonly further: number;
  readonly dates: readonly DateThatMatters[];
  readonly criteria: readonly CriterionReport[];
  readonly sledai: SledaiSheet;
  readonly eularAcr: EularAcrSheet;
  readonly chart: Chart;
  readonly unseen: readonly UnseenSearch[];
  /** Resources of other patients that were sent and left out. */
  readonly dropped: number;
  readonly flags: readonly string[];
  /** Sentences on what the answer rests on: date, protocol and program with digests, what was not reviewed, limits. */
  readonly basis: readonly string[];
  readonly protocol: { readonly id: string; readonly version: string; readonly digest: string };
  readonly engine: { readonly version: string; readonly digest: string };
  /** Plain text for a referral letter; confidential criteria say "see chart". */
  readonly letter: string;
  /** The EligibilityAssessment, byte for byte as the command line prints it for the same record. */
  readonly assessment: unknown;
};
