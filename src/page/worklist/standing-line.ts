// How close is a patient, in one sentence?

import { separatorIn } from '../../logic/language.ts';
import type { ListedPatient } from './answers.ts';
import type { Speech } from './words.ts';

/** "May meet 14 of 18; 2 to confirm, 2 missing": the line of the card; confidential criteria are not counted. */
export function standingLine({ status, tally }: ListedPatient, { say }: Speech): string {
  const all = tally.for + tally.against + tally.missing + tally.confirm;
  return say(status === 'ineligible' ? 'line.ineligible' : 'line.candidate', { ...tally, all });
}

/** Whether she is a candidate; a status that the page does not know is shown as it is. */
export const statusWords = (status: string, { list }: Speech): string =>
  status === 'candidate' || status === 'potential-candidate' || status === 'ineligible'
    ? list(`status.${status}`)
    : status;

/** What is missing, the first two criteria by name and the first thing of each. */
export function missingLine({ missing }: ListedPatient, { say, language }: Speech): string | undefined {
  if (missing.length === 0) return undefined;
  const named = missing.slice(0, 2).map(({ criterion, words: [what = ''] }) => say('list.thing', { criterion, what }));
  const first = named.join(separatorIn(language));
  const more = missing.length - named.length;
  return say('list.missing', { what: more === 0 ? first : say('list.more', { what: first, count: more }) });
}
