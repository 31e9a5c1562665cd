// Did something ever happen to the patient, as far as a record can show? (The history exclusions, rule C.)

import type { Day } from '../logic/calendar.ts';
import { alsoShowing, finding, type Evidence, type Finding, type Turn } from '../logic/finding.ts';
import { say, type Message } from '../logic/message.ts';
import { nameOf, textsOf, type Concept } from '../terminology/concept.ts';
import type { ValueSetName } from '../terminology/value-sets.ts';
import type { ProcedureEntry } from '../fhir/entries.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { completeSince, isComplete } from '../fhir/retrieved.ts';
import type { SearchName } from '../fhir/searches.ts';
import { combined } from './combined.ts';
import { namelessCodes } from './nameless-entries.ts';
import { reportedWithin } from './results/reported.ts';
import type { Screening } from './screening.ts';
import { answersOf, isOperation, type Judged, type Seen } from './seen-alike.ts';
import { sightedDiagnoses, sightedOperations, standingOf, sightingsAhead } from './sightings.ts';

export type Sought = {
  /** What is looked for, in the reader's words. */
  readonly what: Message;
  /** Searches whose results matter whatever their date. */
  readonly searches: readonly SearchName[];
  /** Searches whose results matter from a day on. */
  readonly recent?: { readonly searches: readonly SearchName[]; readonly since: Day };
};

/**
 * Nothing points to it: `not-met`, labelled absence-based, if every search that could show it was complete and all it found can be
 * told; otherwise `unknown`. @source clinical specification, class C; terminology catalogue 1.2: what cannot be mapped
 */
export function absenceOf(record: IndexedRecord, { what, searches, recent }: Sought): Finding {
  const open = searches.filter((search) => !isComplete(record.retrieved[search]));
  if (recent !== undefined)
    open.push(...recent.searches.filter((search) => !completeSince(record.retrieved[search], recent.since)));
  const codes = open.length > 0 ? [] : namelessCodes(record, searches);
  if (codes.length > 0)
    return finding('unknown', say('history.nameless', { what, codes }), {
      missing: [{ what: say('history.name-of', { codes }), orders: [] }],
    });
  if (open.length === 0) return finding('not-met', say('history.absent', { what }));
  const names = open.map((search) => say(`history.search.${search}`));
  return finding('unknown', say('history.incomplete', { what, searches: names }), {
    missing: [{ what: say('history.read-again', { searches: names }), orders: [] }],
  });
}

/** The answer of everything that was seen (OR), and of the silence where nothing was. */
export function historyOf(silence: Finding, seen: readonly Finding[]): Finding {
  const [first, ...others] = seen;
  if (first === undefined) return silence;
  return silence.verdict === 'not-met'
    ? combined('any', [first, ...others])
    : combined('any', [silence, first, ...others]);
}

export type HistoryQuestion = {
  readonly what: Message;
  /** A sure entry of these decides; a doubtful one goes to the investigator. */
  readonly proving: readonly ValueSetName[];
  /** Entries of these go to the investigator. */
  readonly judged: readonly ValueSetName[];
  /** Whether a procedure that names it proves it (default), or goes to the investigator: images and tests name diseases too. */
  readonly provedBy?: (procedure: ProcedureEntry) => boolean;
  /**
   * How words speak of it, where they may do so of what is to come, possible or denied: only `given` proves it, and what is
   * `spoken-of` goes to the investigator.
   */
  readonly said?: (texts: readonly string[]) => 'given' | 'spoken-of' | 'denied' | undefined;
  /** References of entries that are judged elsewhere. */
  readonly apart?: ReadonlySet<string>;
  /** More that was seen, such as drugs given. */
  readonly also?: readonly Finding[];
  readonly searches: readonly SearchName[];
  /** Days for which a report that names any of them goes to the investigator. */
  readonly reportDays: number;
};

/**
 * "Ever": a confirmed diagnosis whatever its clinical status, or a procedure carried out, dated or not, is `met`; a doubtful one
 * one of the `judged` sets, the reason of a procedure and a recent report that names it go to the investigator; refuted, erroneous and not-done entries are shown and never count.
 * @source clinical specification C, R-0.5
 */
export function everHad(record: IndexedRecord, screening: Screening, question: HistoryQuestion): Finding {
  const { what, proving, judged, apart, provedBy, said, searches, reportDays } = question;
  const sets = [...proving, ...judged];
  const proofs = seenOf(record, screening, proving);
  const isApart = ({ entry }: Seen): boolean => apart?.has(entry.reference) === true;
  const isProof = ({ entry }: Seen): boolean => proofs.some((proof) => proof.entry.reference === entry.reference);
  const proves = (each: Seen): boolean =>
    each.doubt === undefined &&
    (!isOperation(each) || provedBy?.(each.entry) !== false) &&
    (said?.(textsOf(each.entry.concept)) ?? 'given') === 'given';
  const isSpokenOf = (concept: Concept): boolean => said?.(textsOf(concept)) === 'spoken-of';
  const judgedSeen = seenOf(record, screening, judged, isSpokenOf).filter((each) => !isProof(each));
  const counted = [
    ...proofs.map((each): Judged => ({ each, verdict: proves(each) ? 'met' : 'needs-investigator' })),
    ...judgedSeen.map((each): Judged => ({ each, verdict: 'needs-investigator' })),
  ].filter(({ each }) => !isApart(each));
  const seen = [...answersOf(counted, what)];
  const names = (concept: Concept): boolean => standingOf(record, concept, sets) !== undefined || isSpokenOf(concept);
  seen.push(...(question.also ?? []), ...reasonsNaming(record, screening, names, what));
  const reason = (date: string | Message): Message => say('history.reported', { what, date });
  const speaks = (text: string): boolean => said?.([text]) === 'spoken-of';
  seen.push(...reportedWithin(record, screening, { sets, speaks, windowDays: reportDays, reason }));
  const recent = { searches: ['diagnosticReports'] as const, since: screening.date - reportDays };
  const answer = historyOf(absenceOf(record, { what, searches, recent }), seen);
  return alsoShowing(answer, {
    ...notCounted(record, sets),
    turns: sightingsAhead(record, screening, sets, isSpokenOf),
  });
}

/** Procedures that were done because of it, whatever they are called. */
function reasonsNaming(
  record: IndexedRecord,
  { date }: Screening,
  names: (concept: Concept) => boolean,
  what: Message,
): readonly Finding[] {
  const found: Finding[] = [];
  for (const entry of record.procedures) {
    if (entry.reasons.length === 0 || (entry.performed !== undefined && entry.performed.from > date)) continue;
    const reason = entry.reasons.find(names);
    if (reason === undefined) continue;
    const values = { name: nameOf(entry.concept), reason: nameOf(reason), what };
    const evidence = [
      { reference: entry.reference, label: say('history.procedure'), value: say('history.because', values) },
    ];
    found.push(finding('needs-investigator', say('history.reason', values), { evidence }));
  }
  return found;
}

function seenOf(
  record: IndexedRecord,
  screening: Screening,
  sets: readonly ValueSetName[],
  also?: (concept: Concept) => boolean,
): readonly Seen[] {
  const diagnoses = sightedDiagnoses(record, screening, sets, also);
  const operations = sightedOperations(record, screening, sets, also);
  return operations.length === 0 ? diagnoses : [...diagnoses, ...operations];
}

type NotCounted = {
  readonly ignored: readonly Evidence[];
  readonly flags: readonly string[];
  readonly turns?: readonly Turn[];
};

const nothingIgnored: NotCounted = { ignored: [], flags: [] };

/** Entries of the sets that were sent and do not count, and the flag that says so. */
export function notCounted(record: IndexedRecord, sets: readonly ValueSetName[]): NotCounted {
  if (record.ignored.length === 0) return nothingIgnored;
  const ignored = record.ignored.flatMap(({ reference, name, concept, why }) => {
    if (!/^(?:Condition|Procedure|Medication)/.test(reference)) return [];
    const mentions = record.mentions(name);
    const coded = concept === undefined ? undefined : record.meaning(concept).sets;
    return sets.some((set) => mentions.has(set) || coded?.has(set) === true)
      ? [{ reference, label: why, value: name }]
      : [];
  });
  return ignored.length === 0 ? nothingIgnored : { ignored, flags: ['IGNORED_INVALID_EVIDENCE'] };
}
