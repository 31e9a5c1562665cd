// When will a verdict change by the calendar alone?

import type { IndexedRecord } from '../fhir/indexed-record.ts';
import type { Screening } from '../facts/screening.ts';
import { isoDay, type Day } from '../logic/calendar.ts';
import type { Finding, Turn } from '../logic/finding.ts';
import type { Message } from '../logic/message.ts';
import type { Verdict } from '../logic/verdict.ts';
import type { Rule } from './criterion.ts';
import { combine, evaluateCriterion, leavesOf, type Leaf, type Outcome } from './evaluate.ts';
import { understand, type Patient } from './understand.ts';

/** From `on` the criterion or part answers `becomes` if nothing new is recorded; `if` names a further condition. */
export type Change = {
  readonly criterion: string;
  readonly on: string;
  readonly becomes: Verdict;
  readonly if?: Message;
};

type Step = { readonly on: Day; readonly verdict: Verdict; readonly if?: Message };

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

/** Asks one criterion again on every day that its findings name, in order, and keeps the days on which the verdict changes. */
function stepsOf<S>(leaf: Leaf<S>, from: Day, settings: S, on: (day: Day) => Patient): readonly Step[] {
  const steps: Step[] = [];
  let { finding } = leaf;
  let turn = nextTurn(finding, from);
  for (let asked = 0; turn !== undefined && asked < mostAskings; asked += 1) {
    const later = evaluateCriterion(leaf.criterion, on(turn.on), settings);
    if (later.verdict !== finding.verdict)
      steps.push({ on: turn.on, verdict: later.verdict, ...(turn.if !== undefined && { if: turn.if }) });
    finding = later;
    turn = nextTurn(later, turn.on);
  }
  return steps;
}

/** The verdict of a rule on a day, from the steps of its leaves. */
function verdictOn<S>(rule: Rule<S>, day: Day, leafVerdict: (id: string, day: Day) => Verdict): Verdict {
  if (!('need' in rule)) return leafVerdict(rule.id, day);
  return combine(
    rule.need,
    rule.of.map((part) => verdictOn(part, day, leafVerdict)),
  );
}

/**
 * The dates on which the verdict of one criterion, or of one of its parts, will change if nothing new is recorded,
 * earliest first; the whole before its parts.
 */
export function changesOf<S>(
  id: string,
  outcome: Outcome<S>,
  from: Day,
  settings: S,
  on: (day: Day) => Patient,
): readonly Change[] {
  const leaves = leavesOf(outcome);
  // Most criteria name no day on which their answer may change.
  if (leaves.every(({ finding }) => nextTurn(finding, from) === undefined)) return [];
  const steps = new Map(leaves.map((leaf) => [leaf.criterion.id, stepsOf(leaf, from, settings, on)]));
  const first = new Map(leaves.map((leaf) => [leaf.criterion.id, leaf.finding.verdict]));
  const leafVerdict = (leafId: string, day: Day): Verdict =>
    steps.get(leafId)?.findLast((step) => step.on <= day)?.verdict ?? first.get(leafId) ?? 'unknown';

  const changes: Change[] = [];
  let whole = outcome.verdict;
  const days = [...new Set([...steps.values()].flat().map((step) => step.on))].sort((a, b) => a - b);
  for (const day of days) {
    const parts = [...steps].flatMap(([leafId, each]) =>
      each.filter((step) => step.on === day).map((step) => ({ leafId, step })),
    );
    const condition = parts.find(({ step }) => step.if !== undefined)?.step.if;
    const becomes = verdictOn(outcome.rule, day, leafVerdict);
    if (becomes !== whole) changes.push(change(id, day, becomes, condition));
    whole = becomes;
    for (const { leafId, step } of parts) if (leafId !== id) changes.push(change(leafId, day, step.verdict, step.if));
  }
  return changes;
}

const change = (criterion: string, on: Day, becomes: Verdict, condition: Message | undefined): Change => ({
  criterion,
  on: isoDay(on),
  becomes,
  ...(condition !== undefined && { if: condition }),
});
