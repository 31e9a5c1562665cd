// How close is a patient to being a candidate, and who comes first on the list?

import { isAgainst, type StoredAssessment } from '../stored-assessment.ts';
import type { ListSettings } from '../../config/list-rules.ts';

/** How many of the trial's criteria stand how. */
export type Tally = {
  readonly for: number;
  readonly against: number;
  readonly missing: number;
  readonly confirm: number;
};

/** Counts the numbered criteria, each as a whole; confidential ones count as well. */
export function tallyOf({ criteria }: Pick<StoredAssessment, 'criteria'>): Tally {
  const count = (test: (each: StoredAssessment['criteria'][number]) => boolean): number => criteria.filter(test).length;
  const against = count(isAgainst);
  const missing = count(({ verdict }) => verdict === 'unknown');
  const confirm = count(({ verdict }) => verdict === 'needs-investigator');
  return { for: criteria.length - against - missing - confirm, against, missing, confirm };
}

/** First day on which the calendar alone changes an answer; undefined for never. */
export const nextChange = ({ changes }: StoredAssessment): StoredAssessment['changes'][number] | undefined =>
  changes.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0];

/**
 * Whether she belongs on the list: a sign of lupus in the record, nothing against her, and not more unknown than the site
 * wants to look into. A candidate always belongs there.
 */
export function belongsOnList(
  assessment: StoredAssessment,
  signOfLupus: boolean,
  { mostUnknown }: Pick<ListSettings, 'mostUnknown'>,
): boolean {
  if (!signOfLupus || assessment.status === 'ineligible') return false;
  return assessment.status === 'candidate' || tallyOf(assessment).missing <= mostUnknown;
}

const padded = (count: number): string => String(count).padStart(3, '0');

/**
 * Text that sorts the list: patients that belong on it first; then the fewest criteria against, unknown and to confirm, in
 * this order; then the nearest day on which the calendar changes an answer (never last).
 */
export function rankOf(assessment: StoredAssessment, current: boolean): string {
  const { against, missing, confirm } = tallyOf(assessment);
  const day = nextChange(assessment)?.on ?? '9999-12-31';
  return [current ? '0' : '1', padded(against), padded(missing), padded(confirm), day].join('.');
}
