// What does a question to the record answer: verdict, reason, evidence and what is missing?

import type { Day } from './calendar.ts';
import { lazy } from './lazy.ts';
import type { Message } from './message.ts';
import type { Verdict } from './verdict.ts';

/**
 * One piece of the record that decided or was shown. `reference` is relative ("Observation/7"), `date` is YYYY-MM-DD (or YYYY-MM, YYYY).
 * `leads` marks what a line with little room shows; where nothing is marked, the newest does.
 */
export type Evidence = {
  readonly reference?: string;
  readonly label: Message;
  readonly value?: string | Message;
  readonly date?: string;
  readonly leads?: true;
};

/** A code to order or record, and how many days back from the screening its result would count. */
export type Order = {
  readonly coding: { readonly system: string; readonly code: string; readonly display: string };
  readonly windowDays: number;
};

/** A datum that would settle the question: what, and what to order for it (nothing when it can only be asked). */
export type Missing = { readonly what: Message; readonly orders: readonly Order[] };

/** A date on which the calendar alone may change the verdict; `if` names a condition ("if treatment continues"). */
export type Turn = { readonly on: Day; readonly if?: Message };

export type Finding = {
  readonly verdict: Verdict;
  readonly reason: Message;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
  /** What was read and not counted; each label says why. */
  readonly ignored: readonly Evidence[];
  /** Stable codes NAME or NAME:detail. */
  readonly flags: readonly string[];
  readonly turns: readonly Turn[];
};

type Details = Partial<Omit<Finding, 'verdict' | 'reason'>>;

const nothing: readonly never[] = [];
const noDetails: Details = {};

/** Builds a finding; what is not given is empty. An `unknown` without `missing` is a defect that a test looks for. */
export function finding(verdict: Verdict, reason: Message, details: Details = noDetails): Finding {
  const { evidence = nothing, missing = nothing, ignored = nothing, flags = nothing, turns = nothing } = details;
  return { verdict, reason, evidence, missing, ignored, flags, turns };
}

/** Adds evidence, ignored evidence, flags, turns and missing data to a finding; its verdict and reason stay. */
export function alsoShowing(base: Finding, more: Details): Finding {
  return {
    verdict: base.verdict,
    reason: base.reason,
    evidence: both(base.evidence, more.evidence),
    missing: both(base.missing, more.missing),
    ignored: both(base.ignored, more.ignored),
    flags: both(base.flags, more.flags),
    turns: both(base.turns, more.turns),
  };
}

/**
 * A finding of which the verdict and its days are known and the rest is put together when somebody looks at it: asked about
 * another day, only these are needed. `show` is a finding with the same verdict. The rest is not its own: `alsoShowing` takes it
 * over, spreading it into an object does not.
 */
export function shownLate(verdict: Verdict, turns: readonly Turn[], show: () => Finding): Finding {
  return new ShownLate(verdict, turns, lazy(show));
}

/** A class, since getters of one object each would be kept as long as the engine likes (`withGetters`). */
class ShownLate implements Finding {
  readonly verdict: Verdict;
  readonly turns: readonly Turn[];
  readonly show: () => Finding;

  constructor(verdict: Verdict, turns: readonly Turn[], show: () => Finding) {
    this.verdict = verdict;
    this.turns = turns;
    this.show = show;
  }

  get reason(): Message {
    return this.show().reason;
  }

  get evidence(): readonly Evidence[] {
    return this.show().evidence;
  }

  get missing(): readonly Missing[] {
    return this.show().missing;
  }

  get ignored(): readonly Evidence[] {
    return this.show().ignored;
  }

  get flags(): readonly string[] {
    return this.show().flags;
  }
}

/** One list after the other; nobody changes a list of a finding, so the only one that holds anything is not copied. */
function both<T>(first: readonly T[], second: readonly T[] = nothing): readonly T[] {
  if (second.length === 0) return first;
  return first.length === 0 ? second : [...first, ...second];
}
