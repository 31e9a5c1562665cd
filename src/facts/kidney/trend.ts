// Which filtration rates were there over the last months?

import { addMonths } from '../../logic/calendar.ts';
import type { Evidence } from '../../logic/finding.ts';
import type { Interval } from '../../logic/interval.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { computedWays, reportedWays } from './ways.ts';
import { isDated, whyIgnored, type Dated } from '../results/latest-candidates.ts';
import type { Screening } from '../screening.ts';

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
