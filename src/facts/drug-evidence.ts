// How is a drug that was given shown as a piece of evidence?

import { isoRange } from '../logic/calendar.ts';
import type { Evidence } from '../logic/finding.ts';
import { say, type Message } from '../logic/message.ts';
import type { Exposure } from './exposures.ts';

/** The ingredient with its first and last day, as far as they are known. */
export const drugEvidence = (
  { reference, ingredient, source, start, end }: Exposure,
  label: Message = say(`history.${source}`),
): Evidence => ({
  reference,
  label,
  value:
    end === undefined || start === undefined || end.to === start.to
      ? ingredient
      : say('history.drug-until', { drug: ingredient, date: isoRange(end) }),
  ...(start !== undefined && { date: isoRange(start) }),
});
