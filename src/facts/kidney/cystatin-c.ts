// What does the latest cystatin C say of the filtration rate?

import type { Finding } from '../../logic/finding.ts';
import { isAtLeast } from '../../logic/interval.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { testFor } from '../orders.ts';
import { detailsOf, evidenceOf, isUnclear, latest, measurementTitle } from '../results/latest.ts';
import type { Screening } from '../screening.ts';
import { cystatinWays, type Way } from './ways.ts';

export type CystatinC = {
  /** The rates it stands for; none without one, or at an age for which the equation is not made. */
  readonly ways: readonly Way[];
  /** Why the newest of these days says nothing although it may say anything: it cannot be read, or may be older than they are. */
  readonly unclear?: Finding;
  readonly shown: Pick<Finding, 'evidence' | 'turns' | 'ignored'>;
};

/**
 * The estimates by the latest cystatin C of the window. They decide nothing: glucocorticoids raise cystatin C.
 * @source clinical specification section 6 (eGFR, cystatin C)
 */
export function cystatinCWithin(record: IndexedRecord, screening: Screening, windowDays: number): CystatinC {
  const found = latest(record, {
    names: ['cystatinC'],
    what: measurementTitle('cystatinC'),
    screening,
    windowDays,
    group: 'LABS',
    orders: [testFor.cystatinC],
  });
  const { turns, ignored } = detailsOf(found);
  if (found.state === 'found') {
    const ways = found.readings.flatMap((each) => cystatinWays(record, each));
    const evidence = [...ways.map((way) => way.evidence), ...found.readings.map((each) => evidenceOf(each))];
    return { ways, shown: { evidence, turns, ignored } };
  }
  if (!isUnclear(found.finding)) return { ways: [], shown: { evidence: [], turns, ignored } };
  return { ways: [], unclear: found.finding, shown: { evidence: found.finding.evidence, turns, ignored } };
}

/** True if an estimate is below the limit (mL/min/1.73 m2), or may be. */
export const mayBeBelow = ({ ways }: CystatinC, limit: number): boolean =>
  ways.some(({ rate }) => isAtLeast(rate, limit) !== 'met');
