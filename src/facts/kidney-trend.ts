// Is the filtration rate low, or has it fallen, so that severe nephritis is likely?

import { addMonths } from '../logic/calendar.ts';
import type { Evidence, Turn } from '../logic/finding.ts';
import { atLeastAbout, isLessThan, type Interval } from '../logic/interval.ts';
import { say } from '../logic/message.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { computedWays, reportedWays } from './kidney-ways.ts';
import { isDated, whyIgnored, type Dated } from './latest-candidates.ts';
import type { Screening } from './screening.ts';

/** The rate (mL/min/1.73 m2) that one result stands for. */
export type RateAt = { readonly when: Dated['when']; readonly rate: Interval; readonly evidence: Evidence };

/**
 * The filtration rates of the last months, newest first: every reported paediatric value, and CKiD U25 from every creatinine with the
 * height nearest to it (at most `heightWindowDays` away).
 */
export function filtrationRates(
  record: IndexedRecord,
  screening: Screening,
  { months, heightWindowDays }: { readonly months: number; readonly heightWindowDays: number },
): readonly RateAt[] {
  const since = addMonths(screening.date, -months);
  const counting = (name: string): readonly Dated[] =>
    record
      .readings(name)
      .filter(isDated)
      .filter((each) => whyIgnored(each, screening) === undefined && each.unreadable === undefined);
  const heights = counting('height');
  const recent = (name: string): readonly Dated[] => counting(name).filter(({ when }) => when.to >= since);
  const computed = recent('creatinine').flatMap((each) => {
    const distance = (height: Dated): number => Math.abs(height.when.from - each.when.from);
    const nearest = heights.reduce<Dated | undefined>(
      (best, height) => (best === undefined || distance(height) < distance(best) ? height : best),
      undefined,
    );
    if (nearest === undefined || distance(nearest) > heightWindowDays) return [];
    return computedWays(record, each, nearest).map((way) => ({ ...way, when: each.when }));
  });
  const reported = ['eGFR-schwartz', 'eGFR-U25'].flatMap((name) =>
    recent(name).flatMap((each) => reportedWays(record, each).map((way) => ({ ...way, when: each.when }))),
  );
  return [...computed, ...reported]
    .filter(({ main }) => main)
    .map(({ when, rate, evidence }) => ({ when, rate, evidence }))
    .sort((a, b) => b.when.to - a.when.to);
}

export type KidneySignals = { readonly evidence: readonly Evidence[]; readonly turns: readonly Turn[] };

/**
 * Signals for E3b: the latest rate below `below`, or lower by `fall` (0.3 = 30 %) than an earlier one within the months. A signal is
 * raised if some reading of the values gives it; only a human decides. @source clinical specification section 7, E3b
 */
export function kidneySignals(
  record: IndexedRecord,
  screening: Screening,
  {
    below,
    fall,
    months,
    heightWindowDays,
  }: { readonly below: number; readonly fall: number; readonly months: number; readonly heightWindowDays: number },
): KidneySignals {
  const rates = filtrationRates(record, screening, { months, heightWindowDays });
  const newest = rates[0];
  if (newest === undefined) return { evidence: [], turns: [] };
  const latest = rates.filter(({ when }) => when.to >= newest.when.from);
  const low = latest.filter(({ rate }) => isLessThan(rate, below) !== 'not-met');
  const fallen = rates
    .filter((earlier) => !latest.includes(earlier) || latest.length > 1)
    .filter((earlier) =>
      latest.some((each) => each !== earlier && atLeastAbout(earlier.rate.high * (1 - fall), each.rate.low)),
    );
  const evidence = [
    ...low.map((each) => ({ ...each.evidence, label: say('kidney.low', { below, what: each.evidence.label }) })),
    ...fallen.map((each) => ({
      ...each.evidence,
      label: say('kidney.fallen', { percent: Math.round(fall * 100), what: each.evidence.label }),
    })),
  ];
  return { evidence, turns: rates.map(({ when }) => ({ on: addMonths(when.to, months) + 1 })) };
}
