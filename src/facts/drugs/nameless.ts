// Which medications say neither by name nor by a known code what they are, so that any drug may be among them?

import { isoDay, type Day } from '../../logic/calendar.ts';
import { finding, type Finding, type Missing, type Turn } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { legibleTextsOf } from '../../terminology/concept.ts';
import type { MedicationEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { mayHaveBeenGiven, mayHaveBeenOrdered } from '../entry-time.ts';
import type { Screening } from '../screening.ts';
import { drugNames } from './evidence.ts';
import { windowTurns } from './turns.ts';

/** Whether such an entry could be the drug that is asked for, by what it says besides its name. */
type MayBe = (entry: MedicationEntry) => boolean;

const any: MayBe = () => true;

/** Whether neither a legible name nor a known code says what it is; a name that is read and means no drug that matters is not nameless. */
export const isNameless = ({ identified, concepts }: MedicationEntry): boolean =>
  identified.state === 'unknown' && concepts.every((concept) => legibleTextsOf(concept).length === 0);

/** Medications up to the screening that cannot be told and may be the one that is asked for. */
export const namelessEver = (record: IndexedRecord, { date }: Screening, mayBe: MayBe): readonly MedicationEntry[] =>
  record.medications.filter((entry) => isNameless(entry) && mayBe(entry) && mayHaveBeenGiven(entry, -Infinity, date));

/** The codes by which such entries are to be read again. */
export const codesOf = (entries: readonly MedicationEntry[]): Missing => ({
  what: say('medication-history.unread', { drugs: drugNames(entries) }),
  orders: [],
});

/**
 * `unknown`, naming the codes, if a medication of the days since `since` cannot be told; nothing otherwise.
 * @source terminology catalogue 1.2: what cannot be mapped makes a criterion unknown, not "not met"
 */
export function namelessSince(
  record: IndexedRecord,
  { date }: Screening,
  since: Day,
  mayBe: MayBe = any,
): readonly Finding[] {
  const entries = record.medications.filter(
    (entry) => isNameless(entry) && mayBe(entry) && mayHaveBeenOrdered(entry, since, date),
  );
  if (entries.length === 0) return [];
  return [finding('unknown', say('history.nameless-drug', { since: isoDay(since) }), { missing: [codesOf(entries)] })];
}

/** The days on which such a medication enters or leaves a window of so many days. */
export const namelessTurns = (record: IndexedRecord, screening: Screening, windowDays: number): readonly Turn[] =>
  windowTurns(record.medications.filter(isNameless), screening, windowDays);
