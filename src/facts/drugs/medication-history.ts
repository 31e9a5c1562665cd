// Has somebody stated that the medication history is complete, so that a drug that is not on record was not taken?

import { isoRange, possiblyWithin, surelyWithin, type Day } from '../../logic/calendar.ts';
import type { Evidence, Missing, Turn } from '../../logic/finding.ts';
import { say, type Message } from '../../logic/message.ts';
import { nameOf, textsOf, type Concept } from '../../terminology/concept.ts';
import type { DrugClass, DrugIdentity, IngredientName } from '../../terminology/drugs.ts';
import { systemicReach } from '../../terminology/routes.ts';
import type { ListEntry, MedicationEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import { drugSearches } from '../../fhir/searches.ts';
import { drugNames } from './evidence.ts';
import { startOf } from '../entry-time.ts';
import type { Screening } from '../screening.ts';
import { isOneOf } from '../../terminology/drugs.ts';

export type MedicationHistory = {
  /** `unknown`: the date of the statement does not show whether it still holds. */
  readonly attested: 'yes' | 'no' | 'unknown';
  readonly evidence: readonly Evidence[];
  /** Statements that do not hold, each with why. */
  readonly ignored: readonly Evidence[];
  /** What to record where it is not attested. */
  readonly missing: readonly Missing[];
  /** The days on which a statement lapses, or begins to count. */
  readonly turns: readonly Turn[];
};

const attestationCode = 'medication-history-complete';
const englishClaim = /\bmedication history (?:is )?complete\b.*\b(?:outside|external)\b.*\breconciled\b/i;
const chineseClaim = /用药史(?:已)?完整.*(?:院外|外院).*(?:已核对|核对完)/;
const denial = /\b(?:incomplete|not complete|not reconciled|un-?reconciled|unknown)\b|不完整|未核对|待核对|不详/i;

/** The site's own code, or its agreed words, and nothing that takes them back. */
function claimsCompleteness(concept: Concept): boolean {
  const texts = textsOf(concept);
  if (texts.some((text) => denial.test(text))) return false;
  return (
    concept.codings.some(({ code }) => code === attestationCode) ||
    texts.some((text) => englishClaim.test(text) || chineseClaim.test(text.replaceAll(/\s/g, '')))
  );
}

const evidenceOf = (entry: ListEntry, why?: Evidence['label']): Evidence => ({
  reference: entry.reference,
  label: why ?? say('medication-history.statement'),
  value: nameOf(entry.concept),
  ...(entry.when !== undefined && { date: isoRange(entry.when) }),
});

/**
 * Reads the statement that the medication history is complete: a current snapshot List with the agreed code or text, dated at
 * most `windowDays` before the screening. A medication reconciliation procedure is no such statement.
 * @source Clinical specification, class B
 */
export function medicationHistoryComplete(
  record: IndexedRecord,
  screening: Screening,
  windowDays: number,
): MedicationHistory {
  const claims = record.lists.filter((list) => claimsCompleteness(list.concept));
  const formal = claims.filter(({ status, mode }) => status === 'current' && mode === 'snapshot');
  const from = screening.date - windowDays;
  const holds = formal.filter(({ when }) => when !== undefined && surelyWithin(when, from, screening.date));
  const may = formal.filter(({ when }) => when !== undefined && possiblyWithin(when, from, screening.date));
  const attested = holds.length > 0 ? 'yes' : may.length > 0 ? 'unknown' : 'no';
  const counted = attested === 'yes' ? holds : may;
  return {
    attested,
    evidence: counted.map((each) => evidenceOf(each)),
    ignored: claims
      .filter((each) => !counted.includes(each))
      .map((each) => evidenceOf(each, whyNot(each, formal, screening.date))),
    missing: attested === 'yes' ? [] : [{ what: say('medication-history.missing', { days: windowDays }), orders: [] }],
    turns: formal
      .flatMap(({ when }) =>
        when === undefined ? [] : [when.from, when.to, when.from + windowDays + 1, when.to + windowDays + 1],
      )
      .filter((on) => on > screening.date)
      .map((on) => ({ on })),
  };
}

function whyNot(entry: ListEntry, formal: readonly ListEntry[], today: Day): Evidence['label'] {
  if (!formal.includes(entry)) return say('medication-history.not-current');
  if (entry.when === undefined) return say('medication-history.undated');
  return say(entry.when.from > today ? 'medication-history.future' : 'medication-history.lapsed');
}

/** True if no drug on record can have been missed by the searches. */
export const medicationsComplete = (record: IndexedRecord): boolean =>
  drugSearches.every((search) => isComplete(record.retrieved[search]));

export type DrugAbsence = Omit<MedicationHistory, 'attested'> & {
  /** True if a drug that is not on record was not taken. */
  readonly proven: boolean;
  /** Why not; empty if it is proven. */
  readonly reasons: readonly Message[];
  readonly flags: readonly string[];
};

/**
 * Does a drug's absence from the record mean that it was not taken? Only where the history is stated to be complete, no search
 * was cut off, and every drug on record could be read.
 */
export function absenceOfDrugs(
  record: IndexedRecord,
  screening: Screening,
  windowDays: number,
  asked: Asked,
): DrugAbsence {
  const { attested, ...history } = medicationHistoryComplete(record, screening, windowDays);
  const unread = unreadMedications(record, screening.date, asked);
  const complete = medicationsComplete(record);
  const held = heldDrugs(record, screening.date, isOneOf(asked.ingredients));
  const halted = held.length === 0 ? [] : [heldMessage(held)];
  const unreadable = unread.length === 0 ? [] : [say('medication-history.unread', { drugs: drugNames(unread) })];
  const searches = complete ? [] : [say('medication-history.incomplete')];
  return {
    ...history,
    proven: attested === 'yes' && complete && unread.length === 0 && held.length === 0,
    reasons: [
      ...(attested === 'yes' ? [] : [say('medication-history.not-attested')]),
      ...searches,
      ...unreadable,
      ...halted,
    ],
    missing: [...history.missing, ...[...searches, ...unreadable, ...halted].map((what) => ({ what, orders: [] }))],
    flags: attested === 'yes' ? [] : ['MED_HISTORY_NOT_ATTESTED'],
  };
}

/**
 * Entries of systemic drugs that do not count, since they are on hold, broken off, or nobody knows how they stand. They
 * prove no exposure, and while they are on record nobody can say that there was none.
 */
export const heldDrugs = (
  record: IndexedRecord,
  today: Day,
  asked: (drug: DrugIdentity) => boolean,
): readonly MedicationEntry[] =>
  record.ignored.flatMap(({ begun, halted }) => {
    const entry = begun ?? halted;
    if (entry?.identified.state !== 'known' || (startOf(entry)?.from ?? -Infinity) > today) return [];
    const { drug } = entry.identified;
    return asked(drug) && systemicReach(entry.route, drug) !== 'local' ? [entry] : [];
  });

/** What to find out about them. */
export const heldMessage = (held: readonly MedicationEntry[]): Message =>
  say('medication-history.held', { drugs: drugNames(held) });

/** Drugs that a question is about: their ingredients, and the classes under which a group code may hide one of them. */
export type Asked = { readonly ingredients: ReadonlySet<IngredientName>; readonly classes: readonly DrugClass[] };

/**
 * Entries that may be one of the drugs asked for and that nobody can read for certain: unknown names, names and codes that
 * contradict each other, and Chinese codes of which only the group is known.
 */
export const unreadMedications = (record: IndexedRecord, today: Day, asked: Asked): readonly MedicationEntry[] =>
  record.medications.filter((entry) => {
    const { identified } = entry;
    if ((startOf(entry)?.from ?? -Infinity) > today) return false;
    if (identified.state === 'unknown') return true;
    if (identified.state === 'contradictory')
      return (
        identified.candidates.some((each) => asked.ingredients.has(each)) ||
        asked.classes.some((each) => identified.groups.has(each))
      );
    return isGroupOf(identified.drug, asked.classes);
  });

/** A full ATC code that is not listed names another drug; a group of five characters may hold the one asked for. */
export const isGroup = ({ classes, ingredients }: Pick<DrugIdentity, 'classes' | 'ingredients'>): boolean =>
  classes.has('unnamed') && ingredients.every((each) => each.length < 7);

const isGroupOf = (drug: DrugIdentity, asked: readonly DrugClass[]): boolean =>
  isGroup(drug) && asked.some((each) => drug.classes.has(each));
