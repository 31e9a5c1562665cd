// Who may know whose number it is?

import type { WorklistTable } from '../../store/schema-screening.ts';
import { mayActAs, type Role } from './access/person.ts';
import { markersFrom } from './markers.ts';
import type { Summary } from './summary.ts';

/** Criterion of the registration in which consent to take part is asked. */
const consentCriterion = 'I7';

/**
 * A viewer never sees a name, and nobody that of a patient who does not want to be asked. A coordinator sees it where the
 * site does not require consent before, or it is there: in the record, or as the investigator's answer.
 */
export function maySeeName(
  role: Role,
  { markers }: Pick<WorklistTable, 'markers'>,
  { answers }: Pick<Summary, 'answers'>,
  consentBeforeName: boolean,
): boolean {
  const marks = new Set(markersFrom(markers).map(({ name }) => name));
  if (!mayActAs(role, 'coordinator') || marks.has('contact-refused')) return false;
  if (mayActAs(role, 'investigator') || !consentBeforeName) return true;
  const consented = answers.some(({ id, verdict }) => id === consentCriterion && verdict === 'met');
  return consented || marks.has('contact-permitted');
}
