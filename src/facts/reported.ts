// Which reports of the last days name something of our value sets in words or codes, for the investigator to read?

import { isoRange, possiblyWithin, type DayRange } from '../logic/calendar.ts';
import { finding, type Finding } from '../logic/finding.ts';
import { say, type Message } from '../logic/message.ts';
import { nameOf } from '../terminology/concept.ts';
import type { ValueSetName } from '../terminology/value-sets.ts';
import type { ReportEntry } from '../fhir/entries.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import type { Screening } from './screening.ts';
import { standingOf } from './sightings.ts';

export type ReportQuestion = {
  readonly sets: readonly ValueSetName[];
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
  sets: readonly ValueSetName[],
  record: IndexedRecord,
): boolean {
  if (conclusionConcepts.some((each) => standingOf(record, each, sets) !== undefined)) return true;
  const isNamedIn = (text: string): boolean => {
    const mentions = record.mentions(text);
    return sets.some((set) => (mentions.get(set) ?? 'no') !== 'no');
  };
  if (!isNamedIn(conclusion)) return false;
  if (resource.resourceType !== 'Observation') return true;
  const name = nameOf(concept);
  const answer = conclusion.slice(name.length + 1);
  return !ofRelatives.test(name) && (isNamedIn(answer) || !denied.test(answer));
}

/** Valid reports that may lie in the window, as those without a date may, and name one of the sets: each goes to the investigator. */
export function reportedWithin(
  record: IndexedRecord,
  { date }: Screening,
  question: ReportQuestion,
): readonly Finding[] {
  const { sets, windowDays, reason } = question;
  const found: Finding[] = [];
  for (const report of record.reports) {
    const { when, status } = report;
    if (status !== 'valid' || (when !== undefined && !possiblyWithin(when, date - windowDays, date))) continue;
    if (names(report, sets, record)) found.push(answerOf(report, when, reason, windowDays));
  }
  return found;
}

const answerOf = (
  { reference, conclusion = '' }: ReportEntry,
  when: DayRange | undefined,
  reason: ReportQuestion['reason'],
  windowDays: number,
): Finding => {
  const shown = { reference, label: say('heart.report'), value: conclusion.slice(0, 200) };
  if (when === undefined) return finding('needs-investigator', reason(say('history.no-date')), { evidence: [shown] });
  return finding('needs-investigator', reason(isoRange(when)), {
    evidence: [{ ...shown, date: isoRange(when) }],
    turns: [{ on: when.to + windowDays + 1 }],
  });
};
