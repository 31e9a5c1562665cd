// Does exactly one criterion stand against a patient, and could that be mended?

import type { Assessment, CriterionResult } from '../eligibility/assessment.ts';
import { isConfidential, standingOf } from './shown.ts';

/** Criteria and parts that treatment, recovery or a longer course can change; the calendar's own changes count besides. */
const mendable: readonly string[] = [
  'I2.glucocorticoid',
  'I2.hydroxychloroquine',
  'I2.agents',
  'I4.LVEF',
  'I4.eGFR',
  'I4.AST',
  'I4.ALT',
  'I4.TBIL',
  'I4.SpO2',
  'E4.effusion',
  'E4.vitals',
  'E6',
];

/** Being intolerant is the other way to meet I2, not something to mend: it never decides. */
const alternative = 'I2.intolerance';

/** States that end every thought of taking part. */
const finalFlags: readonly string[] = ['DECEASED', 'MERGED'];

/** The one criterion that stands against the patient, if it is the only one and can be mended; never a confidential one. */
export function nearMissOf({ status, criteria, changes, flags }: Assessment): CriterionResult | undefined {
  if (status !== 'ineligible' || flags.some((flag) => finalFlags.includes(flag))) return undefined;
  const [only, ...others] = criteria.filter((each) => standingOf(each) === 'against');
  if (only === undefined || others.length > 0 || isConfidential(only)) return undefined;
  const byCalendar = changes.some(
    ({ criterion, becomes }) =>
      criterion === only.id && standingOf({ type: only.type, verdict: becomes }) !== 'against',
  );
  return byCalendar || canBeMended(only) ? only : undefined;
}

function canBeMended({ id, type, parts }: CriterionResult): boolean {
  if (parts === undefined) return mendable.includes(id);
  const against = parts.filter((part) => standingOf({ type, verdict: part.verdict }) === 'against');
  const deciding = against.filter((part) => part.id !== alternative);
  return deciding.length > 0 && deciding.every((part) => mendable.includes(part.id));
}
