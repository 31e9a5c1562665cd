// What does the service answer to the page of the list? Types only; docs/worklist.md describes them.

import type { Verdict } from '../../logic/verdict.ts';
import type { CriterionReport, EvidenceReport, OrderJson, Standing } from '../../report/evidence-report.ts';
import type { ListSentence } from '../../screening/worklist/words.ts';

type After<Prefix extends string> = ListSentence extends infer Id
  ? Id extends `${Prefix}.${infer Name}`
    ? Name
    : never
  : never;

export type State = After<'state'>;
export type Status = After<'status'>;
export type MarkerName = Exclude<After<'marker'>, 'one-missing.confidential'>;
type Answer = Verdict | 'absent';

export type Role = 'viewer' | 'coordinator' | 'investigator';

export type OwnTrials = {
  readonly person: string;
  readonly trials: readonly { readonly id: string; readonly title: string; readonly role: Role }[];
};

export type Marker = { readonly name: MarkerName; readonly detail?: string; readonly words: string };

export type ListedPatient = {
  readonly number: string;
  readonly state: State;
  readonly nextStates: readonly State[];
  readonly status: string;
  readonly current: boolean;
  readonly episode: number;
  readonly revision: number;
  readonly markers: readonly Marker[];
  readonly tally: Readonly<Record<Standing, number>>;
  readonly missing: readonly { readonly criterion: string; readonly words: readonly string[] }[];
  readonly confirm: readonly string[];
  readonly against: readonly string[];
  /** How many questions of confidential criteria are open or stand against. */
  readonly confidential: number;
  readonly next?: { readonly criterion: string; readonly on: string; readonly becomes: string };
  readonly asOf: string;
  readonly assignee?: string;
  readonly added: string;
  readonly changed: string;
  readonly nameMayBeSeen: boolean;
};

export type PatientList = {
  readonly role: Role;
  readonly total: number;
  readonly offset: number;
  readonly size: number;
  readonly patients: readonly ListedPatient[];
};

/** A criterion whose answer this reader may not see has neither verdict nor parts. */
export type HiddenCriterion = { readonly id: string; readonly name: string; readonly confidential: true };

export type ListAssessment = {
  readonly asOf: string;
  readonly criteria: readonly (CriterionReport | HiddenCriterion)[];
  readonly changes: readonly {
    readonly criterion: string;
    readonly on: string;
    readonly names: string;
    readonly standing: Standing;
    readonly answer: string;
    readonly if?: string;
  }[];
  readonly orders: readonly OrderJson[];
};

export type Difference = {
  readonly criterion: string;
  readonly from?: Answer;
  readonly to?: Answer;
  readonly reason?: string;
};

export type HistoryEvent = { readonly id: string; readonly at: string; readonly author?: string } & (
  | {
      readonly kind: 'screened';
      readonly asOf: string;
      readonly words: string;
      readonly from?: Status;
      readonly to: Status;
      readonly differences: readonly Difference[];
    }
  | { readonly kind: 'state'; readonly from: State; readonly to: State; readonly note?: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'assigned'; readonly to: string }
  | { readonly kind: 'stated'; readonly question: string; readonly verdict: string }
  | { readonly kind: 'withdrawn'; readonly question: string }
);

export type Statement = {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
  readonly verdict: string;
  readonly author: string;
  readonly date: string;
  readonly until?: string;
  readonly withdrawn?: string;
};

export type PatientDetail = {
  readonly patient: ListedPatient;
  /** When she was last looked at, and what became of it; missing where that is no longer kept. */
  readonly screening?: { readonly started: string; readonly state: string };
  /** Missing where it is no longer kept. */
  readonly assessment?: ListAssessment;
  readonly history: readonly HistoryEvent[];
  readonly statements: readonly Statement[];
};

/** Read from the record when it is asked for; nothing in it says whose it is. */
export type LookedUp = Pick<EvidenceReport, 'asOf' | 'chart' | 'sledai' | 'eularAcr'> & {
  readonly unseen: readonly string[];
};

export type Identity = {
  readonly reference: string;
  readonly server: string;
  readonly name?: string;
  readonly birthDate?: string;
};

export type RunHead = {
  readonly run: string;
  readonly protocol: string;
  readonly asOf: string;
  readonly state: string;
  readonly started: string;
  readonly acts: boolean;
};

/** A count, or "withheld" where it or another could otherwise be told to be small. */
export type Told = number | 'withheld';

export type FunnelRow = {
  readonly criterion: string;
  readonly excludes: Told;
  readonly unknown: Told;
  readonly onlyExcludes: Told;
  readonly onlyUnknown: Told;
};

export type Funnel = RunHead & {
  readonly smallestCount: number;
  readonly screened: Told;
  readonly status: Readonly<Record<Status, Told>>;
  readonly criteria: readonly (FunnelRow & { readonly name?: string })[];
};
