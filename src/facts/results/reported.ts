// Which reports of the last days name something of our value sets in words or codes, for the investigator to read?

import { isoRange, possiblyWithin, type Day } from '../../logic/calendar.ts';
import { finding, type Evidence, type Finding } from '../../logic/finding.ts';
import { say, type Message } from '../../logic/message.ts';
import { nameOf } from '../../terminology/concept.ts';
import { shortFormsIn } from '../../terminology/short-forms.ts';
import type { ValueSetName } from '../../terminology/value-sets.ts';
import type { ReportEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Screening } from '../screening.ts';
import { standingOf } from '../sightings.ts';

export type ReportQuestion = {
  readonly sets: readonly ValueSetName[];
  /** Whether a text speaks of it although it does not say that it is or may be there. */
  readonly speaks?: (text: string) => boolean;
  /** Days back from the screening date, inclusive. */
  readonly windowDays: number;
  /** The reason, which may name the report's `date`. */
  readonly reason: (date: string | Message) => Message;
};

/** A name that asks after relatives says nothing of the patient. */
const ofRelatives =
  /family|familial history|家族|\brelatives?\b|\b(?:grand)?(?:mother|father)|\bsibling|母(?!细胞|斑|菌)|父/i;
/** An answer that denies what its name asks; what is not excluded, not known or no longer there is not denied. */
const denied =
  /^\s*(?:(?:no(?! (?:longer|change|relapse|recurrence|progression|improvement))|none|nil|never|n\/a|denie[sd]|negative|absent|normal|false|not (?:present|seen|found|detected|identified|applicable))\b|无(?!症状|菌|痛|脉|明显变化|变化|复发|进展|好转)|否|没有|未(?:见|发现|提示|检出|查见|探及|患)|阴性)/i;

/** Whether a report names one of the sets and does not deny it. */
function names(
  { conclusion = '', conclusionConcepts, concept, resource }: ReportEntry,
  { sets, speaks }: ReportQuestion,
  record: IndexedRecord,
): boolean {
  if (conclusionConcepts.some((each) => standingOf(record, each, sets) !== undefined)) return true;
  const isNamedIn = (text: string): boolean => {
    const mentions = record.mentions(text);
    const abbreviated = record.lexicon.read(shortFormsIn)(text);
    return sets.some((set) => (mentions.get(set) ?? 'no') !== 'no' || abbreviated.has(set)) || speaks?.(text) === true;
  };
  if (!isNamedIn(conclusion)) return false;
  if (resource.resourceType !== 'Observation') return true;
  const name = nameOf(concept);
  const answer = conclusion.slice(name.length + 1);
  return !ofRelatives.test(name) && (isNamedIn(answer) || !denied.test(answer));
}

/**
 * Reports that may lie in the window, as those without a date may, and name one of the sets: each goes to the investigator, a
 * preliminary one too, which decides nothing and is no silence.
 */
export function reportsNaming(
  record: IndexedRecord,
  { date }: Screening,
  question: ReportQuestion,
): readonly Finding[] {
  const { windowDays, reason } = question;
  const found: Finding[] = [];
  for (const report of record.reports) {
    const { when } = report;
    if (when !== undefined && !possiblyWithin(when, date - windowDays, date)) continue;
    if (names(report, question, record)) found.push(answerOf(report, reason, windowDays));
  }
  return found;
}

/** The same, and `unknown` for each report of those days that cannot be read because letters were lost on its way. */
export const reportedWithin = (
  record: IndexedRecord,
  screening: Screening,
  question: ReportQuestion,
): readonly Finding[] => [
  ...reportsNaming(record, screening, question),
  ...illegibleWithin(record, screening, daysBack(screening, question.windowDays)),
];

/** From which day on a report matters, and on which days one may cease to, by the last day it may be of. */
export type Window = { readonly since: Day; readonly lapses: (last: Day) => readonly Day[] };

/** So many days back from the screening date, inclusive. */
export const daysBack = ({ date }: Screening, days: number): Window => ({
  since: date - days,
  lapses: (last) => [last + days + 1],
});

/** Reports that may lie in the window and of which letters were lost on the way: `unknown`, to be read where they were written. */
export function illegibleWithin(
  record: IndexedRecord,
  { date }: Screening,
  { since, lapses }: Window,
): readonly Finding[] {
  return record.once(illegible).flatMap((report) => {
    const { when } = report;
    if (when !== undefined && !possiblyWithin(when, since, date)) return [];
    const values = { date: when === undefined ? say('history.no-date') : isoRange(when) };
    return finding('unknown', say('history.illegible', values), {
      evidence: [reportedAs({ ...report, conclusion: report.illegible })],
      missing: [{ what: say('history.legible', values), orders: [] }],
      turns: when === undefined ? [] : lapses(when.to).map((on) => ({ on })),
    });
  });
}

/** Why the words of a report of which letters were lost give no result. */
export const lettersLost = (words: string): Message => say('reading.letters-lost', { value: words.slice(0, 200) });

const illegible = ({ reports }: IndexedRecord) => reports.filter((report) => report.illegible !== undefined);

/** A report as a piece of evidence, by its first words. */
export function reportedAs({
  reference,
  when,
  status = 'valid',
  conclusion = '',
}: Pick<ReportEntry, 'reference' | 'when' | 'conclusion'> & Partial<Pick<ReportEntry, 'status'>>): Evidence {
  const label = say(status === 'valid' ? 'heart.report' : 'history.preliminary-report');
  const shown = { reference, label, value: conclusion.slice(0, 200) };
  return when === undefined ? shown : { ...shown, date: isoRange(when) };
}

function answerOf(report: ReportEntry, reason: ReportQuestion['reason'], windowDays: number): Finding {
  const { when } = report;
  const evidence = [reportedAs(report)];
  if (when === undefined) return finding('needs-investigator', reason(say('history.no-date')), { evidence });
  return finding('needs-investigator', reason(isoRange(when)), { evidence, turns: [{ on: when.to + windowDays + 1 }] });
}
