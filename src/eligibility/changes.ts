// When will a verdict change by the calendar alone?

import type { IndexedRecord } from '../fhir/indexed-record.ts';
import type { Screening } from '../facts/screening.ts';
import { isoDay, type Day } from '../logic/calendar.ts';
import type { Finding, Turn } from '../logic/finding.ts';
import type { Message } from '../logic/message.ts';
import type { Verdict } from '../logic/verdict.ts';
import type { Rule } from './criterion.ts';
import { combine, evaluateCriterion, type Leaf, type Outcome } from './evaluate.ts';
import { understand, type Patient } from './understand.ts';

/** From `on` the criterion or part answers `becomes` if nothing new is recorded; `if` names a further condition. */
export type Change = {
  readonly criterion: string;
  readonly on: string;
  readonly becomes: Verdict;
  readonly if?: Message;
};

/** A day on which the verdict of one leaf changes. */
type Step = { readonly leaf: string; readonly on: Day; readonly becomes: Verdict; readonly if?: Message };

/** A leaf is asked again at most this often; each asking is one date that its own finding named. */
const mostAskings = 40;

/** The patient on another day, from the same index; each day is understood once. */
export function onOtherDays(record: IndexedRecord, screening: Screening): (day: Day) => Patient {
  const days = new Map<Day, Patient>();
  return (day) => {
    const known = days.get(day) ?? understand(record, { ...screening, date: day });
    days.set(day, known);
    return known;
  };
}

/** The first of the days after a day on which a finding may no longer hold. */
function nextTurn({ turns }: Finding, after: Day): Turn | undefined {
  let first: Turn | undefined;
  for (const turn of turns) if (turn.on > after && (first === undefined || turn.on < first.on)) first = turn;
  return first;
}

/** Asks one criterion again on every day that its findings name, in order, and adds the days on which the verdict changes. */
function addSteps<S>(steps: Step[], leaf: Leaf<S>, from: Day, settings: S, on: (day: Day) => Patient): void {
  let { finding } = leaf;
  let turn = nextTurn(finding, from);
  for (let asked = 0; turn !== undefined && asked < mostAskings; asked += 1) {
    const later = evaluateCriterion(leaf.criterion, on(turn.on), settings);
    if (later.verdict !== finding.verdict) steps.push({ ...turn, leaf: leaf.criterion.id, becomes: later.verdict });
    finding = later;
    turn = nextTurn(later, turn.on);
  }
}

/** The verdict of a rule from those of its leaves. */
function verdictOf<S>(rule: Rule<S>, verdicts: ReadonlyMap<string, Verdict>): Verdict {
  if (!('need' in rule)) return verdicts.get(rule.id) ?? 'unknown';
  return combine(
    rule.need,
    rule.of.map((part) => verdictOf(part, verdicts)),
  );
}

/** A criterion with its answer, and every single criterion in it. */
type Asked<S> = { readonly id: string; readonly outcome: Outcome<S>; readonly leaves: readonly Leaf<S>[] };

/**
 * The dates on which the verdict of one criterion, or of one of its parts, will change if nothing new is recorded,
 * earliest first; the whole before its parts.
 */
export function changesOf<S>(
  { id, outcome, leaves }: Asked<S>,
  from: Day,
  settings: S,
  on: (day: Day) => Patient,
): readonly Change[] {
  const steps: Step[] = [];
  for (const leaf of leaves) addSteps(steps, leaf, from, settings, on);
  if (steps.length === 0) return noChanges;
  const verdicts = new Map(leaves.map(({ criterion, finding }) => [criterion.id, finding.verdict]));
  const changes: Change[] = [];
  let whole = outcome.verdict;
  for (const [day, ofDay] of Map.groupBy(
    steps.sort((a, b) => a.on - b.on),
    (step) => step.on,
  )) {
    for (const { leaf, becomes } of ofDay) verdicts.set(leaf, becomes);
    const becomes = verdictOf(outcome.rule, verdicts);
    if (becomes !== whole) changes.push(changeOf(id, day, becomes, ofDay.find((step) => step.if !== undefined)?.if));
    whole = becomes;
    for (const step of ofDay) if (step.leaf !== id) changes.push(changeOf(step.leaf, day, step.becomes, step.if));
  }
  return changes;
}

const noChanges: readonly Change[] = [];

const changeOf = (criterion: string, on: Day, becomes: Verdict, condition: Message | undefined): Change => ({
  criterion,
  on: isoDay(on),
  becomes,
  ...(condition !== undefined && { if: condition }),
});
