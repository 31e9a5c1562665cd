// If these draft orders were carried out, what would change for the trial?

import { unboundedOrderDays } from '../facts/drugs/exposures.ts';
import { carriedOut } from '../fhir/carried-out.ts';
import type { Draft } from '../fhir/drafts.ts';
import type { PatientRecord } from '../fhir/record.ts';
import { isoDay, parseDay } from '../logic/calendar.ts';
import type { Message } from '../logic/message.ts';
import type { Verdict } from '../logic/verdict.ts';
import type { Assessment, CriterionResult, CriterionType } from './assessment.ts';

/** A criterion or part that would answer less well for the patient, from when until when, and why. */
export type Loss = {
  readonly criterion: CriterionResult;
  readonly becomes: Verdict;
  readonly from: string;
  /** First day on which it would answer again as it would have without the orders; undefined where none can be foreseen. */
  readonly until?: string;
  /** Undefined for what begins on a later day. */
  readonly reason?: Message;
  readonly drafts: readonly Draft[];
};

/** An inclusion part that would be met from a date on, and not as early without the orders. */
export type Gain = {
  readonly criterion: CriterionResult;
  readonly on: string;
  readonly if?: Message;
  readonly drafts: readonly Draft[];
};

export type WhatIf = { readonly now: Assessment; readonly losses: readonly Loss[]; readonly gains: readonly Gain[] };

/** From bad to good for the patient. */
const ranks: Readonly<Record<CriterionType, readonly Verdict[]>> = {
  inclusion: ['not-met', 'unknown', 'needs-investigator', 'met'],
  exclusion: ['met', 'unknown', 'needs-investigator', 'not-met'],
};

const rankOf = (type: CriterionType, verdict: Verdict): number => ranks[type].indexOf(verdict);

/** Parts and the criteria that have none: what a reader is told about. */
const leaves = (criteria: readonly CriterionResult[]): readonly CriterionResult[] =>
  criteria.flatMap((each) => each.parts ?? [each]);

/** Begins the id of everything that an order would bring about. */
const idPrefix = 'if-carried-out-';

/**
 * Compares the record as it is with the record as it would be. The answer never says that somebody would be a candidate: it
 * names what would be lost, and from when something would be met. Orders for the trial itself are no drafts to warn about.
 * @param assess assesses a record on the day of the request.
 */
export function whatIf(
  assess: (record: PatientRecord) => Assessment,
  record: PatientRecord,
  drafts: readonly Draft[],
): WhatIf {
  const now = assess(record);
  const others = drafts.filter(
    ({ studies }) => !studies.some(({ identifiers }) => identifiers.includes(now.protocol.id)),
  );
  const added = others.flatMap((draft, index) => carriedOut(draft, now.asOf, `${idPrefix}${String(index + 1)}`));
  if (added.length === 0 || !now.signOfLupus) return { now, losses: [], gains: [] };
  const then = assess({ ...record, resources: [...record.resources, ...added] });
  const before = new Map(leaves(now.criteria).map((each) => [each.id, each]));
  const pairs = leaves(then.criteria).flatMap((after) => {
    const earlier = before.get(after.id);
    return earlier === undefined ? [] : [{ before: earlier, after, drafts: speakingIn(after, others) }];
  });
  const met = new Set(now.criteria.filter(({ verdict }) => verdict === 'met').map(({ id }) => id));
  const wholeIsMet = ({ id }: CriterionResult): boolean => met.has(id.replace(/\..*$/, ''));
  return {
    now,
    losses: pairs.flatMap((pair) => lossOf(pair, now, then, others)).toSorted((a, b) => severity(a) - severity(b)),
    gains: pairs.filter((pair) => !wholeIsMet(pair.before)).flatMap((pair) => gainOf(pair, now, then)),
  };
}

/** What would stand against the patient comes first. */
const severity = ({ criterion, becomes }: Loss): number => rankOf(criterion.type, becomes);

type Pair = { readonly before: CriterionResult; readonly after: CriterionResult; readonly drafts: readonly Draft[] };

/** References of what the orders would bring about, among the evidence of a criterion. */
const newEvidence = ({ evidence }: CriterionResult): readonly string[] =>
  evidence.flatMap(({ reference }) => (reference?.includes(`/${idPrefix}`) === true ? [reference] : []));

/** The drafts that a criterion speaks of; all of them if it names none. */
function speakingIn(criterion: CriterionResult, drafts: readonly Draft[]): readonly Draft[] {
  const numbers = newEvidence(criterion).map((reference) => Number.parseInt(reference.split(idPrefix)[1] ?? '', 10));
  const own = drafts.filter((_draft, index) => numbers.includes(index + 1));
  return own.length > 0 ? own : drafts;
}

const changesFor = ({ changes }: Assessment, id: string): Assessment['changes'] =>
  changes.filter(({ criterion }) => criterion === id);

/** The verdict of a criterion on a day, from its verdict today and its changes. */
const verdictOn = (criterion: CriterionResult, changes: Assessment['changes'], day: string): Verdict =>
  changes.findLast(({ on }) => on <= day)?.becomes ?? criterion.verdict;

/** Later days follow from the rule that ends an order without an end, not from the order. */
function lastForeseen(asOf: string): string {
  const day = parseDay(asOf);
  return day === undefined ? asOf : isoDay(day + unboundedOrderDays);
}

/**
 * An exclusion that would be worse on any day, or an inclusion that would be worse at once. What would stand more surely against
 * the patient on a later day than on the first is told as well, of all the orders: the evidence of today does not say of which.
 */
function lossOf(
  { before, after, drafts }: Pair,
  now: Assessment,
  then: Assessment,
  all: readonly Draft[],
): readonly Loss[] {
  const { id, type } = before;
  const [changesNow, changesThen] = [changesFor(now, id), changesFor(then, id)];
  const days = [now.asOf, ...[...changesNow, ...changesThen].map(({ on }) => on)].sort();
  const rankWithout = (day: string): number => rankOf(type, verdictOn(before, changesNow, day));
  const rankWith = (day: string): number => rankOf(type, verdictOn(after, changesThen, day));
  const isWorse = (day: string): boolean => rankWith(day) < rankWithout(day);
  const asked = before.verdict === 'needs-investigator' && after.verdict === 'needs-investigator';
  const newQuestion = type === 'exclusion' && asked && newEvidence(after).length > 0;
  const from = newQuestion ? now.asOf : days.find((day) => isWorse(day) && (type === 'exclusion' || day === now.asOf));
  if (from === undefined) return [];
  const lossFrom = (day: string, by: readonly Draft[], endless: boolean): Loss => {
    const last = lastForeseen(now.asOf);
    const isBack = (later: string): boolean => later > day && later <= last && rankWith(later) >= rankWithout(day);
    const until = endless ? undefined : days.find(isBack);
    return {
      criterion: after,
      becomes: verdictOn(after, changesThen, day),
      from: day,
      ...(until !== undefined && { until }),
      ...(day === now.asOf && { reason: after.reason }),
      drafts: by,
    };
  };
  const first = lossFrom(from, drafts, newQuestion);
  if (type === 'inclusion') return [first];
  const surer = days.find((day) => isWorse(day) && rankWith(day) < rankWith(from));
  return surer === undefined ? [first] : [first, lossFrom(surer, all, false)];
}

/** The first day on which a part would be met, if that is sooner than without the orders. */
function gainOf({ before, after, drafts }: Pair, now: Assessment, then: Assessment): readonly Gain[] {
  if (before.type !== 'inclusion') return [];
  const first = (
    criterion: CriterionResult,
    assessment: Assessment,
  ): Omit<Gain, 'criterion' | 'drafts'> | undefined => {
    if (criterion.verdict === 'met') return { on: assessment.asOf };
    const change = changesFor(assessment, criterion.id).find(({ becomes }) => becomes === 'met');
    return change === undefined ? undefined : { on: change.on, ...(change.if !== undefined && { if: change.if }) };
  };
  const [alone, withOrders] = [first(before, now), first(after, then)];
  if (withOrders === undefined || (alone !== undefined && alone.on <= withOrders.on)) return [];
  return [{ criterion: after, ...withOrders, drafts }];
}
