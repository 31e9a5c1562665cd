// Which drugs were begun to be given, although their entry does not count: broken off, held, or nobody says what became of it?

import { isoRange, type Day } from '../../logic/calendar.ts';
import { finding, type Finding, type Turn } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import type { MedicationEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { mayHaveBeenGiven } from '../entry-time.ts';
import type { Screening } from '../screening.ts';
import { drugName } from './evidence.ts';

/** The drugs in question, and from which day on they matter. */
export type BrokenOffQuestion = {
  readonly concerns: (entry: MedicationEntry) => boolean;
  readonly since: Day;
};

/**
 * Such drugs prove nothing and disprove "nothing was given": each goes to the investigator.
 * @source clinical specification names neither "stopped" nor "on-hold" nor "unknown" of a MedicationAdministration
 */
export function brokenOffSince(
  record: IndexedRecord,
  { date }: Screening,
  { concerns, since }: BrokenOffQuestion,
): readonly Finding[] {
  return begunOnes(record, concerns)
    .filter((entry) => mayHaveBeenGiven(entry, since, date))
    .map((entry) => {
      const { reference, start, status: sent, end } = entry;
      const name = drugName(entry);
      const status = sent === '' ? '-' : sent;
      const value = { label: say('history.broken-off-label', { status }), value: name };
      const last = end ?? start;
      return finding('needs-investigator', say('history.broken-off', { name, status }), {
        evidence: [{ reference, ...value, ...(start !== undefined && { date: isoRange(start) }) }],
        turns:
          last === undefined || since === -Infinity
            ? []
            : [last.from, last.to].map((day) => ({ on: day + (date - since) + 1 })),
      });
    });
}

/** The days on which such a drug that is dated ahead begins to matter. */
export const brokenOffAhead = (
  record: IndexedRecord,
  { date }: Screening,
  concerns: BrokenOffQuestion['concerns'],
): readonly Turn[] =>
  begunOnes(record, concerns).flatMap(({ start }) =>
    start === undefined ? [] : [start.from, start.to].filter((on) => on > date).map((on) => ({ on })),
  );

const begunOnes = (record: IndexedRecord, concerns: BrokenOffQuestion['concerns']): readonly MedicationEntry[] =>
  record.ignored.flatMap(({ begun }) => (begun !== undefined && concerns(begun) ? [begun] : []));
