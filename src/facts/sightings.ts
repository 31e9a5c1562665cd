// Which diagnoses and procedures on record name something of our value sets, and how surely?

import { isoRange, type Day, type DayRange, type Moment } from '../logic/calendar.ts';
import type { Evidence, Turn } from '../logic/finding.ts';
import { say, type Message } from '../logic/message.ts';
import { nameOf, type Concept } from '../terminology/concept.ts';
import type { ValueSetName } from '../terminology/value-sets.ts';
import { isOfVisit } from '../fhir/condition-status.ts';
import type { ConditionEntry, ProcedureEntry } from '../fhir/entries.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { beganOf } from './entry-time.ts';
import type { Screening } from './screening.ts';

/** Why an entry does not prove what it names. */
export type Doubt = 'unconfirmed' | 'contradictory' | 'suspected' | 'unfinished';

/** An entry that names something of a value set. */
export type Sighting<Entry> = {
  readonly entry: Entry;
  readonly doubt: Doubt | undefined;
  /** When it began or was done, cut off at the screening date; undefined if nobody says. */
  readonly when: DayRange | undefined;
};

export type SightedDiagnosis = Sighting<ConditionEntry>;
export type SightedOperation = Sighting<ProcedureEntry>;

const nothing: readonly never[] = [];

/** The part of a date range that is not after a day: what a record holds has begun. */
const upTo = (range: Moment | undefined, last: Day): DayRange | undefined =>
  range === undefined ? undefined : { from: range.from, to: Math.min(range.to, last) };

/** How a concept stands to value sets: `sure`, a doubt, or undefined where it has nothing to do with them. */
export function standingOf(
  record: IndexedRecord,
  concept: Concept,
  sets: readonly ValueSetName[],
): 'sure' | Doubt | undefined {
  const { sets: named, suspected } = record.meaning(concept);
  let standing: Doubt | undefined;
  for (const set of sets) {
    const membership = named.get(set);
    if (membership === 'in') return 'sure';
    if (membership === 'contradictory') standing = 'contradictory';
    else if (suspected.has(set)) standing ??= 'suspected';
  }
  return standing;
}

/** The value sets to which any of these entries may belong: most questions ask of none of them. */
function setsAmong(
  record: IndexedRecord,
  entries: readonly { readonly concept: Concept }[],
): ReadonlySet<ValueSetName> {
  const sets = new Set<ValueSetName>();
  for (const { concept } of entries) {
    const { sets: named, suspected } = record.meaning(concept);
    for (const set of named.keys()) sets.add(set);
    for (const set of suspected) sets.add(set);
  }
  return sets;
}

const setsOfConditions = (record: IndexedRecord) => setsAmong(record, record.conditions);
const setsOfProcedures = (record: IndexedRecord) => setsAmong(record, record.procedures);

const isAnyIn = (sets: readonly ValueSetName[], named: ReadonlySet<ValueSetName>): boolean =>
  sets.some((set) => named.has(set));

/** What is of interest although it does not stand to the sets. */
type Interest = (concept: Concept) => boolean;

/** Diagnoses of the sets that had begun by the screening date or are undated, whatever their clinical status. */
export function sightedDiagnoses(
  record: IndexedRecord,
  { date }: Screening,
  sets: readonly ValueSetName[],
  also?: Interest,
): readonly SightedDiagnosis[] {
  if (also === undefined && !isAnyIn(sets, record.once(setsOfConditions))) return nothing;
  let found: SightedDiagnosis[] | undefined;
  for (const entry of record.conditions) {
    const began = beganOf(entry);
    if (began !== undefined && began.from > date) continue;
    const standing = standingOf(record, entry.concept, sets) ?? (also?.(entry.concept) === true ? 'sure' : undefined);
    if (standing === undefined) continue;
    const doubt = standing !== 'sure' ? standing : entry.verification === 'possible' ? 'unconfirmed' : undefined;
    found ??= [];
    found.push({ entry, doubt, when: upTo(began, date) });
  }
  return found ?? nothing;
}

/** Procedures of the sets that had begun by the screening date or are undated. */
export function sightedOperations(
  record: IndexedRecord,
  { date }: Screening,
  sets: readonly ValueSetName[],
  also?: Interest,
): readonly SightedOperation[] {
  if (also === undefined && !isAnyIn(sets, record.once(setsOfProcedures))) return nothing;
  let found: SightedOperation[] | undefined;
  for (const entry of record.procedures) {
    const { performed } = entry;
    if (performed !== undefined && performed.from > date) continue;
    const standing = standingOf(record, entry.concept, sets) ?? (also?.(entry.concept) === true ? 'sure' : undefined);
    if (standing === undefined) continue;
    found ??= [];
    const doubt = standing !== 'sure' ? standing : entry.status === 'begun' ? 'unfinished' : undefined;
    found.push({ entry, doubt, when: upTo(performed, date) });
  }
  return found ?? nothing;
}

/** First days of entries and reports of the sets that are dated after the screening: on those days the answer may differ. */
export function sightingsAhead(
  record: IndexedRecord,
  { date }: Screening,
  sets: readonly ValueSetName[],
  also?: Interest,
): readonly Turn[] {
  const turns: Turn[] = [];
  const matters = (concept: Concept): boolean =>
    standingOf(record, concept, sets) !== undefined || also?.(concept) === true;
  for (const entry of record.conditions) {
    const on = beganOf(entry)?.from;
    if (on !== undefined && on > date && matters(entry.concept)) turns.push({ on });
  }
  for (const { concept, performed } of record.procedures) {
    const on = performed?.from;
    if (on !== undefined && on > date && matters(concept)) turns.push({ on });
  }
  for (const { when, conclusion = '', illegible } of record.reports) {
    if (when === undefined || when.from <= date) continue;
    const named = record.mentions(conclusion);
    if (illegible !== undefined || sets.some((set) => named.has(set))) turns.push({ on: when.from });
  }
  return turns;
}

/** Whether a diagnosis is present on the screening day. `not-stated`: neither a status nor an end is given. */
export function diagnosisPresence({ entry }: SightedDiagnosis, { date }: Screening): 'present' | 'past' | 'not-stated' {
  if (entry.abatement !== undefined && entry.abatement.to < date) return 'past';
  if (entry.clinical === 'active') return 'present';
  return entry.clinical === 'inactive' ? 'past' : 'not-stated';
}

/** The first day on which a diagnosis is over, where its end is given. */
export const abatementTurns = ({ entry: { abatement } }: SightedDiagnosis): readonly Turn[] =>
  abatement === undefined ? [] : [{ on: abatement.to + 1 }];

/**
 * The first day on which a diagnosis that was made for a visit, and of which nobody says how it stands, tells of that visit alone:
 * so many days after it. Undefined for any other. Ask it only of diseases that pass.
 */
export function visitOverOn({ entry }: SightedDiagnosis, days: number): Day | undefined {
  const began = beganOf(entry);
  if (entry.clinical !== 'not-stated' || began === undefined) return undefined;
  return isOfVisit(entry.resource) ? began.to + days + 1 : undefined;
}

const label = (kind: 'diagnosis' | 'procedure', doubt: Doubt | undefined): Message =>
  say(doubt === undefined ? `history.${kind}` : `history.${doubt}`);

/** A diagnosis as a piece of evidence. */
export const diagnosisEvidence = ({ entry, doubt, when }: SightedDiagnosis): Evidence => ({
  reference: entry.reference,
  label: label('diagnosis', doubt),
  value: nameOf(entry.concept),
  ...(when !== undefined && { date: isoRange(when) }),
});

/** A procedure as a piece of evidence. */
export const operationEvidence = ({ entry, doubt, when }: SightedOperation): Evidence => ({
  reference: entry.reference,
  label: label('procedure', doubt),
  value: nameOf(entry.concept),
  ...(when !== undefined && { date: isoRange(when) }),
});

/** Whether a procedure is over and nobody says when it ended: on the day it began, or on any later one. */
export const endsUnsaid = ({ entry: { status, performed, ended } }: SightedOperation): boolean =>
  status !== 'in-progress' && performed !== undefined && ended === undefined;

/** Whether a procedure is still going on; `perhaps`: its status says so, and its end is over. */
export function goesOn({ entry }: SightedOperation, { date }: Screening): 'yes' | 'perhaps' | 'no' {
  const { status, ended } = entry;
  if (status !== 'in-progress') return 'no';
  return ended === undefined || ended.to >= date ? 'yes' : 'perhaps';
}
