// What besides results tells that oxygen was given at the time of a saturation: reports, procedures, diagnoses, drugs?

import { isoRange, possiblyWithin, type Moment } from '../../logic/calendar.ts';
import type { Evidence } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { isOnlyAsNeeded } from '../../fhir/dosage/dosage-as-needed.ts';
import type { MedicationEntry, ReportEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { nameOf } from '../../terminology/concept.ts';
import { classesOf } from '../../terminology/drugs.ts';
import { drugName } from '../drugs/evidence.ts';
import { mayHaveBeenGiven, mayHaveBeenOrdered, mayHaveBeenPresent, startOf } from '../entry-time.ts';
import { reportedAs } from '../results/reported.ts';
import type { Screening } from '../screening.ts';
import {
  sightedDiagnoses,
  diagnosisEvidence,
  endsUnsaid,
  operationEvidence,
  sightedOperations,
  type SightedOperation,
} from '../sightings.ts';

/** On the same day, and not known to be later. */
export const isBefore = (when: Moment, at: Moment): boolean =>
  when.from === when.to && possiblyWithin(when, at.from, at.to) && (when.instant ?? 0) <= (at.instant ?? Infinity);

/** Reports and answers in words of that day up to that time. */
export const writtenBefore = (record: IndexedRecord, at: Moment): readonly ReportEntry[] =>
  record.reports.filter(({ when }) => when !== undefined && isBefore(when, at));

/** Oxygen that is advised, not needed, or no longer given. */
const notGiven =
  /\b(?:recommend\w*|consider\w*|suggest\w*|advise\w*|if (?:needed|necessary)|may (?:need|require)|no|without|not (?:currently |now )?(?:on|requir\w+|need\w*|receiv\w+|using)|never|off|weaned?)\b(?:(?!\bon\b)[^.;,\n]){0,25}?(?:oxygen|o2|cannula|ventilat\w*|cpap|bipap|high[- ]flow)|(?:建议|必要时|可予|可给予|考虑|无需|不需|不用|未予?|停止?|脱离?|拒绝)[^,。;\n]{0,6}(?:吸氧|给氧|氧疗|呼吸机|通气|鼻导管|面罩|高流量)/g;
const givenInWords =
  /nasal (?:cannula|prong)|(?:oxygen|venturi|non-?rebreather) mask|(?:mechanical(?:ly)?|non-?invasive|assisted) ventilat|\bventilator|\bintubated|cpap|bipap|high[- ]flow (?:nasal|oxygen)|supplemental oxygen|\bon (?:oxygen|o2)\b|oxygen (?:therapy|inhalation|supplementation|at \d|via|\d)|\d ?(?:l|l\/min|lpm) (?:of )?(?:oxygen|o2)\b|吸氧|鼻导管|面罩|呼吸机|高流量|给氧|氧疗|机械通气|气管插管/;

/** Whether the words of a report, on whatever matter, tell of oxygen being given. */
export function tellsOfOxygen(conclusion: string): boolean {
  const text = conclusion.normalize('NFKC').toLowerCase();
  return givenInWords.test(text.replaceAll(notGiven, ' '));
}

const support = ['home-oxygen', 'mechanical-ventilation'] as const;

/** Whether a procedure was done, or may have been going on, on a day of that time. */
const mayCover = ({ entry: { performed, ended } }: SightedOperation, { from, to }: Moment): boolean =>
  (performed === undefined || performed.from <= to) && (ended === undefined || ended.to >= from);

/** Whether nobody says on which day it was or, begun before that time, when it ended; one in progress may have begun on any day. */
function isOpen(operation: SightedOperation, { from }: Moment): boolean {
  const { performed, status } = operation.entry;
  if (performed === undefined) return status !== 'in-progress';
  return endsUnsaid(operation) && performed.to < from;
}

const operationsAt = (record: IndexedRecord, screening: Screening, at: Moment, of: { readonly open: boolean }) =>
  sightedOperations(record, screening, support)
    .filter((each) => mayCover(each, at) && isOpen(each, at) === of.open)
    .map(operationEvidence);

/** An order that oxygen be measured is an order of no oxygen. */
const measuresOxygen = (name: string): boolean => /(?:oxygen|o2) sat/i.test(name);

const isOxygen = ({ identified, concepts }: MedicationEntry): boolean =>
  classesOf(identified).has('oxygen') && !concepts.some((concept) => measuresOxygen(nameOf(concept)));

function oxygenEvidence(entry: MedicationEntry): Evidence {
  const start = startOf(entry);
  return {
    reference: entry.reference,
    label: say(entry.source === 'request' ? 'oxygen.order' : 'oxygen.drug'),
    value: drugName(entry),
    ...(start !== undefined && { date: isoRange(start) }),
  };
}

/** Orders of oxygen for that time, not only when needed. */
export const oxygenOrderedAt = (record: IndexedRecord, at: Moment): readonly Evidence[] =>
  record.medications
    .filter(
      (entry) =>
        entry.source === 'request' &&
        isOxygen(entry) &&
        !entry.dosages.some((each) => isOnlyAsNeeded(each, record.lexicon)),
    )
    .filter((entry) => mayHaveBeenOrdered(entry, at.from, at.to))
    .map(oxygenEvidence);

/** Procedures by which oxygen may have been given at that time, since they have no day or no end. */
export const oxygenPerhapsAt = (record: IndexedRecord, screening: Screening, at: Moment): readonly Evidence[] =>
  operationsAt(record, screening, at, { open: true });

/**
 * What tells that oxygen was given at that time. Of room air a report says nothing here, since it may mean another hour; an order is no
 * proof that it was followed.
 */
export function oxygenGivenAt(record: IndexedRecord, screening: Screening, at: Moment): readonly Evidence[] {
  const reports = writtenBefore(record, at).filter(
    ({ resource, conclusion }) =>
      resource.resourceType === 'DiagnosticReport' &&
      conclusion !== undefined &&
      record.lexicon.read(tellsOfOxygen)(conclusion),
  );
  const diagnoses = sightedDiagnoses(record, screening, support).filter(({ entry }) =>
    mayHaveBeenPresent(entry, at.from, at.to),
  );
  const drugs = record.medications.filter(
    (entry) => entry.source !== 'request' && isOxygen(entry) && mayHaveBeenGiven(entry, at.from, at.to),
  );
  return [
    ...reports.map(reportedAs),
    ...operationsAt(record, screening, at, { open: false }),
    ...diagnoses.map(diagnosisEvidence),
    ...drugs.map(oxygenEvidence),
  ];
}
