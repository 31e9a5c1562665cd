// Is the kidney in a steady state, so that creatinine can be turned into a filtration rate?

import { isoRange } from '../../logic/calendar.ts';
import type { Evidence, Missing, Turn } from '../../logic/finding.ts';
import { moreThanAbout } from '../../logic/interval.ts';
import { say } from '../../logic/message.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { completeSince, isComplete } from '../../fhir/retrieved.ts';
import type { SearchName } from '../../fhir/searches.ts';
import { nameOf, type Concept } from '../../terminology/concept.ts';
import { evidenceOf } from '../results/latest.ts';
import { distinctTurns, isDated, whyIgnored, type Dated } from '../results/latest-candidates.ts';
import type { Screening } from '../screening.ts';

/** A creatinine that moves by more than this share within these days is not steady. @source clinical specification section 6 (eGFR, 3) */
const steadyShare = 0.5;
export const steadyDays = 7;

/** Earlier creatinine values within a week of the deciding one that it rose or fell from by more than half. */
export function unsteadyCreatinine(latest: Dated, record: IndexedRecord, screening: Screening): readonly Evidence[] {
  const { amount, when } = latest;
  if (amount === undefined) return [];
  const moved = record.readings('creatinine').filter((each) => {
    const before = each.amount;
    if (before === undefined || each.unreadable !== undefined || !isDated(each)) return false;
    if (each.when.from > when.to || each.when.to < when.from - steadyDays) return false;
    const rose = moreThanAbout(amount.low, (1 + steadyShare) * before.high);
    const fell = moreThanAbout((1 - steadyShare) * before.low, amount.high);
    return (rose || fell) && whyIgnored(each, screening) === undefined;
  });
  return moved.map((each) => evidenceOf(each));
}

export type Dialysis = {
  readonly evidence: readonly Evidence[];
  readonly turns: readonly Turn[];
  /** Searches that may have missed one. */
  readonly missed: readonly SearchName[];
};

/** Dialysis of any kind that is going on, or was or may have been done within the window, or that a current diagnosis says she depends on. */
export function dialysisWithin(record: IndexedRecord, { date }: Screening, windowDays: number): Dialysis {
  const since = date - windowDays;
  const { procedures, conditions } = record.once(dialysesOf);
  const sessions = procedures.filter(({ status, performed, ended }) => {
    if (performed !== undefined && performed.from > date) return false;
    // One of no day, or that is over and names no end, may have gone on until now.
    return status === 'in-progress' || ended === undefined || ended.to >= since;
  });
  const dependent = conditions.filter(
    ({ clinical, verification, onset }) =>
      clinical !== 'inactive' && verification === 'confirmed' && (onset === undefined || onset.from <= date),
  );
  const evidence = [...sessions, ...dependent].map((each): Evidence => {
    const when = 'performed' in each ? (each.ended ?? each.performed) : each.onset;
    const label = say('kidney.dialysis', { name: nameOf(each.concept) });
    return { reference: each.reference, label, ...(when !== undefined && { date: isoRange(when) }) };
  });
  const turns = procedures.flatMap(({ ended, performed }) => {
    const last = ended ?? performed;
    const days = [performed?.from, last === undefined ? undefined : last.to + windowDays + 1];
    return distinctTurns(days.filter((on) => on !== undefined).filter((on) => on > date));
  });
  const { retrieved } = record;
  return {
    evidence,
    turns,
    missed: [
      ...(completeSince(retrieved.procedures, since) ? [] : (['procedures'] as const)),
      ...(isComplete(retrieved.conditions) ? [] : (['conditions'] as const)),
    ],
  };
}

/** No creatinine tells of a dialysis that was not seen: only the searches do. */
export const dialysisToFind = ({ missed }: Dialysis): readonly Missing[] =>
  missed.length === 0
    ? []
    : [
        {
          what: say('history.read-again', { searches: missed.map((search) => say(`history.search.${search}`)) }),
          orders: [],
        },
      ];

/** Procedures and diagnoses that name dialysis, whatever their day. */
function dialysesOf(record: IndexedRecord) {
  const isDialysis = ({ concept }: { readonly concept: Concept }): boolean =>
    record.meaning(concept).sets.get('dialysis') === 'in';
  return { procedures: record.procedures.filter(isDialysis), conditions: record.conditions.filter(isDialysis) };
}
