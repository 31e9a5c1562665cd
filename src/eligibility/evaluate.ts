// What does a rule answer for one patient on one day: the verdict of every part and of the whole?

import { finding, type Evidence, type Finding, type Missing } from '../logic/finding.ts';
import { say, type Message } from '../logic/message.ts';
import { allOf, anyOf, atLeast, type Verdict } from '../logic/verdict.ts';
import type { Combination, Criterion, Rule } from './criterion.ts';
import { settledByAnswer } from './answers.ts';
import type { Patient } from './understand.ts';

/** A single criterion with its finding. */
export type Leaf<S> = { readonly criterion: Criterion<S>; readonly finding: Finding };

/** A rule with its answer: a leaf, or a combination with the outcomes it is made of. */
export type Outcome<S> =
  | (Leaf<S> & { readonly verdict: Verdict; readonly rule: Criterion<S> })
  | { readonly verdict: Verdict; readonly rule: Combination<S>; readonly of: readonly Outcome<S>[] };

/** Evaluates a rule; an investigator's answer settles a leaf that needs one. */
export function evaluate<S>(rule: Rule<S>, patient: Patient, settings: S): Outcome<S> {
  if ('need' in rule) {
    const of = rule.of.map((part) => evaluate(part, patient, settings));
    return {
      rule,
      of,
      verdict: combine(
        rule.need,
        of.map((part) => part.verdict),
      ),
    };
  }
  const answered = evaluateCriterion(rule, patient, settings);
  return { rule, criterion: rule, finding: answered, verdict: answered.verdict };
}

/** One criterion's finding, with the investigator's answer applied. */
export const evaluateCriterion = <S>(rule: Criterion<S>, patient: Patient, settings: S): Finding =>
  settledByAnswer(rule.id, rule.assess(patient, patient.screening, settings), patient.screening);

/** The verdict of a combination from the verdicts of its parts. */
export function combine(need: Combination<unknown>['need'], verdicts: readonly Verdict[]): Verdict {
  if (need === 'all') return allOf(verdicts);
  return need === 'any' ? anyOf(verdicts) : atLeast(need, verdicts);
}

/** Every single criterion of an outcome, in the protocol's order. */
export function leavesOf<S>(outcome: Outcome<S>): readonly Leaf<S>[] {
  const leaves: Leaf<S>[] = [];
  addLeaves(outcome, leaves);
  return leaves;
}

/** @param only adds those alone that gave this verdict. */
function addLeaves<S>(outcome: Outcome<S>, leaves: Leaf<S>[], only?: Verdict): void {
  if ('finding' in outcome) leaves.push(outcome);
  else for (const part of outcome.of) if (only === undefined || part.verdict === only) addLeaves(part, leaves, only);
}

/** The single criteria that decided the outcome: those that gave the verdict of the whole. */
export function decidingLeaves<S>(outcome: Outcome<S>): readonly Leaf<S>[] {
  const leaves: Leaf<S>[] = [];
  addLeaves(outcome, leaves, outcome.verdict);
  return leaves;
}

/** One finding for the whole: the only leaf's own, else the reasons, evidence and missing data of those that decided. */
export function findingOf<S>(outcome: Outcome<S>): Finding {
  if ('finding' in outcome) return outcome.finding;
  const reasons: Message[] = [];
  const evidence: Evidence[] = [];
  const missing: Missing[] = [];
  for (const { finding: each } of decidingLeaves(outcome)) {
    reasons.push(each.reason);
    for (const piece of each.evidence) evidence.push(piece);
    for (const datum of each.missing) missing.push(datum);
  }
  const flags: string[] = [];
  for (const leaf of leavesOf(outcome)) for (const flag of leaf.finding.flags) flags.push(flag);
  return finding(outcome.verdict, say('combined', { reasons }), { evidence, missing, flags });
}
