// For which day, at which site and with which human answers is a record assessed?

import type { Day, TimeZone } from '../logic/calendar.ts';
import type { Verdict } from '../logic/verdict.ts';

/** Upper limit of normal that this site's laboratory uses for one measurement, in the measurement's canonical unit. */
export type UpperLimit = {
  readonly measurement: string;
  readonly value: number;
  readonly sex?: 'female' | 'male';
  /** Completed years, inclusive. */
  readonly fromAge?: number;
  readonly toAge?: number;
};

/** What one site says about itself; empty where it says nothing. */
export type Site = { readonly upperLimits: readonly UpperLimit[] };

/** What an investigator has stated: it settles exactly the question with this criterion id, until it lapses. */
export type Answer = {
  /** Id of a criterion or part that answered `needs-investigator`, such as "I7" or "I6.contraception". */
  readonly question: string;
  readonly verdict: Extract<Verdict, 'met' | 'not-met'>;
  readonly author: string;
  readonly date: Day;
  /** Last day on which the answer holds; without it, it holds until withdrawn. */
  readonly until?: Day;
};

/** Whether the investigator attributes an item of a score to lupus, by its name in `attributable.ts`. */
export type Attribution = {
  readonly item: string;
  readonly to: 'lupus' | 'not-lupus';
  readonly author: string;
  readonly date: Day;
};

export type Screening = {
  /** The registry's "screening": the one date everything is asked for. */
  readonly date: Day;
  readonly timeZone: TimeZone;
  /** Planned CAR-T infusion, from which E3 counts when it is known. */
  readonly plannedInfusion?: Day;
  readonly site: Site;
  readonly answers: readonly Answer[];
  readonly attributions: readonly Attribution[];
};

/** The day of the planned infusion, if it is known and not over: what lies before it is counted from there. */
export const infusionAhead = ({ date, plannedInfusion }: Screening): Day | undefined =>
  plannedInfusion !== undefined && plannedInfusion >= date ? plannedInfusion : undefined;
