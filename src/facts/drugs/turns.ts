// On which days does a drug begin, end, or enter or leave a window?

import type { Day } from '../../logic/calendar.ts';
import type { Turn } from '../../logic/finding.ts';
import type { DrugIdentity } from '../../terminology/drugs.ts';
import type { MedicationEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { startOf } from '../entry-time.ts';
import { coverageEdges } from './exposure-coverage.ts';
import type { Screening } from '../screening.ts';

/** First days of drugs that are dated after the screening, and the other days on which what an entry covers is read anew. */
export function drugTurnsAhead(record: IndexedRecord, { date }: Screening): readonly Turn[] {
  const turns: Turn[] = [];
  for (const on of record.once(drugEdges)) if (on > date) turns.push({ on });
  return turns;
}

/** The days on which drugs begin or what an entry covers is read anew, whatever the day. */
function drugEdges(record: IndexedRecord): readonly Day[] {
  const days: Day[] = [];
  for (const entry of record.medications) {
    const begins = startOf(entry)?.from;
    if (begins !== undefined) days.push(begins);
    for (const day of coverageEdges(record, entry)) if (day !== begins) days.push(day);
  }
  return days;
}

/** First days of the drugs in question that are dated after the screening. */
export function drugsAhead(
  record: IndexedRecord,
  { date }: Screening,
  concerns: (drug: DrugIdentity) => boolean,
): readonly Turn[] {
  const turns: Turn[] = [];
  for (const entry of record.medications) {
    const on = startOf(entry)?.from;
    if (on === undefined || on <= date || entry.identified.state !== 'known') continue;
    if (concerns(entry.identified.drug)) turns.push({ on });
  }
  return turns;
}

/** Days on which an entry begins, and on which it may have ended. */
const edgesOf = (entry: MedicationEntry): readonly Day[] =>
  [startOf(entry), entry.end].flatMap((each) => (each === undefined ? [] : [each.from, each.to]));

/** The days after the screening on which one of these medications enters or leaves a window of so many days. */
export const windowTurns = (
  entries: readonly MedicationEntry[],
  { date }: Screening,
  windowDays: number,
): readonly Turn[] =>
  entries
    .flatMap((entry) => edgesOf(entry).flatMap((day) => [day, day + windowDays + 1]))
    .filter((on) => on > date)
    .map((on) => ({ on }));
