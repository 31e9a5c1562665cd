// Is the SLEDAI-2K of a patient at least so many points?

import { alsoShowing, shownLate, type Finding } from '../../logic/finding.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { distinctTurns } from '../results/latest-candidates.ts';
import type { Screening } from '../screening.ts';
import { byBounds } from './by-bounds.ts';
import { byTotal } from './by-total.ts';
import { sledai, type SledaiOptions } from './score.ts';
import { detailsOf } from '../results/latest.ts';

/**
 * "SLEDAI-2K >= limit" by the rules of the clinical specification: the recorded total decides; without a
 * usable one the bounds of the items, where a lower bound from computed items alone is left to the investigator.
 */
export function sledaiAtLeast(
  limit: number,
  record: IndexedRecord,
  screening: Screening,
  options: SledaiOptions,
): Finding {
  const score = sledai(record, screening, options);
  const total = byTotal(limit, score);
  const { recorded } = score;
  // While a total of at least the limit stands, what the calendar does to the items changes nothing.
  const days = total?.verdict === 'met' ? score.attributionDays() : score.turnDays();
  const { ignored, turns } = detailsOf(recorded);
  for (const { on } of turns) days.push(on);
  const answer = total ?? byBounds(limit, score, options.windowDays);
  return shownLate(answer.verdict, distinctTurns(days), () => alsoShowing(answer, { ignored }));
}
