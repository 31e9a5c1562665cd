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
  readonly reason: (date: string) => Message;
};

/** A name that asks after relatives, or an answer that denies what its name asks: neither says anything of the patient. */
const ofRelatives = /famil|家族|relative|mother|father|sibling|母|父/i;
const denied = /^\s*(?:no|none|nil|never|not|n\/a|denie[sd]|negative|absent|unknown|false|无|否|没有|未|不|阴性)/i;

/** Whether a report names one of the sets and does not deny it. */
function names(
  { conclusion, conclusionConcepts, concept, resource }: ReportEntry,
  sets: readonly ValueSetName[],
  record: IndexedRecord,
): boolean {
  if (conclusion === undefined) return false;
  if (conclusionConcepts.some((each) => standingOf(record, each, sets) !== undefined)) return true;
  const mentions = record.mentions(conclusion);
  if (!sets.some((set) => (mentions.get(set) ?? 'no') !== 'no')) return false;
  if (resource.resourceType !== 'Observation') return true;
  const name = nameOf(concept);
  return !ofRelatives.test(name) && !denied.test(conclusion.slice(name.length + 1));
}

/** Valid reports that may lie in the window and name one of the sets: each goes to the investigator. */
export function reportedWithin(
  record: IndexedRecord,
  { date }: Screening,
  question: ReportQuestion,
): readonly Finding[] {
  const { sets, windowDays, reason } = question;
  const found: Finding[] = [];
  for (const report of record.reports) {
    const { when, status } = report;
    if (status !== 'valid' || when === undefined || !possiblyWithin(when, date - windowDays, date)) continue;
    if (names(report, sets, record)) found.push(answerOf(report, when, reason, windowDays));
  }
  return found;
}

const answerOf = (
  { reference, conclusion }: ReportEntry,
  when: DayRange,
  reason: ReportQuestion['reason'],
  windowDays: number,
): Finding =>
  finding('needs-investigator', reason(isoRange(when)), {
    evidence: [
      { reference, label: say('heart.report'), value: (conclusion ?? '').slice(0, 200), date: isoRange(when) },
    ],
    turns: [{ on: when.to + windowDays + 1 }],
  });
