// What is a drug of the record called, and how is one that was given shown as a piece of evidence?

import { isoRange } from '../../logic/calendar.ts';
import type { Evidence } from '../../logic/finding.ts';
import { say, type Message } from '../../logic/message.ts';
import { nameOf } from '../../terminology/concept.ts';
import type { MedicationEntry } from '../../fhir/entries.ts';
import type { Exposure } from './exposures.ts';

/** A drug as the record calls it, by its first name or code; its reference where it has none. */
export const drugName = ({ concepts, reference }: MedicationEntry): string => concepts.map(nameOf)[0] ?? reference;

/** What drugs are called, sorted, each name once. */
export const drugNames = (entries: readonly MedicationEntry[]): readonly string[] =>
  [...new Set(entries.map(drugName))].sort();

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
