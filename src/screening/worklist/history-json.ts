// What happened to a patient, in the words of the reader?

import type { Language } from '../../logic/language.ts';
import type { ListEvent } from './events.ts';
import type { Difference } from './difference.ts';
import { printedFor } from './printed-for.ts';
import { listWords } from './words.ts';

/** One change between two screenings; of a confidential criterion only that there is one. */
export function differenceJson({ criterion, from, to, reason, confidential }: Difference, language: Language) {
  const words = listWords(language);
  if (confidential === true) return { criterion, confidential, reason: words('see-chart') };
  return { criterion, from, to, ...(reason !== undefined && { reason: printedFor(reason, language) }) };
}

/** Events as the API answers them, oldest first. */
export const historyJson = (events: readonly ListEvent[], language: Language) =>
  events.map(({ event, at, author, detail }) => ({
    id: event,
    at,
    ...(author !== '' && { author }),
    ...(detail.kind === 'screened'
      ? {
          ...detail,
          words: listWords(language)(`entry.${detail.entry}`),
          differences: detail.differences.map((each) => differenceJson(each, language)),
        }
      : detail),
  }));
