// What happened to the patient that a time line marks: vaccines, infection tests, and the events that exclusions ask for?

import { printedEvidence } from '../eligibility/json.ts';
import type { Language } from '../logic/language.ts';
import type { Patient } from '../eligibility/understand.ts';
import { everReceivedCarT } from '../facts/car-t.ts';
import { evidenceOf } from '../facts/results/latest.ts';
import { disorders } from '../facts/neuropsychiatric/items.ts';
import { reportsNaming } from '../facts/results/reported.ts';
import { sightedDiagnoses, diagnosisEvidence, operationEvidence, sightedOperations } from '../facts/sightings.ts';
import { kindOf } from '../facts/vaccines.ts';
import { isoRange, parseMoment, type TimeZone } from '../logic/calendar.ts';
import type { Evidence } from '../logic/finding.ts';
import { say } from '../logic/message.ts';
import { nameOf } from '../terminology/concept.ts';
import { infectionTests } from '../terminology/measurement-table.ts';
import type { ValueSetName } from '../terminology/value-sets.ts';
import type { ChartEvent, EventKind, Span } from './chart.ts';
import { spanOf } from './shapes.ts';

const transplants = ['organ-transplant', 'hsct', 'minor-tissue-transplant'] as const;

/** Diagnoses and procedures of each kind, and what reports name, by the value sets of the exclusion that asks for them. */
const histories: readonly (readonly [EventKind, readonly ValueSetName[], readonly ValueSetName[]])[] = [
  ['infection', ['infection', 'sepsis', 'active-tuberculosis'], []],
  ['cns', ['neuropsychiatric-lupus', ...disorders], ['neuropsychiatric-lupus']],
  [
    'renal',
    ['lupus-nephritis', 'crescentic-nephritis', 'dialysis', 'end-stage-renal-disease', 'crrt', 'plasma-exchange'],
    ['lupus-nephritis-class-iii', 'lupus-nephritis-class-iv', 'crescentic-nephritis'],
  ],
  ['transplant', [...transplants, 'gvhd'], transplants],
];

/** Every mark, ascending by date, undated ones first. Pregnancy and contraception are left out: they are confidential. */
export function eventsOf(patient: Patient, language: Language): readonly ChartEvent[] {
  const { record, screening } = patient;
  const of = (kind: EventKind, evidence: readonly Evidence[]): readonly ChartEvent[] =>
    evidence.map((each) => {
      const printed = printedEvidence(each, language);
      const days = each.date === undefined ? undefined : daysOf(each.date, record.zone);
      return { kind, ...printed, ...(days !== undefined && days) };
    });
  const vaccines = record.immunizations.flatMap((entry) => {
    const kind = kindOf(record, entry);
    const evidence = {
      reference: entry.reference,
      label: say('vaccines.vaccination'),
      value: nameOf(entry.concept),
      ...(entry.when !== undefined && { date: isoRange(entry.when) }),
    };
    return of(kind === 'live' ? 'vaccine-live' : kind === 'unclear' ? 'vaccine-unclear' : 'vaccine', [evidence]);
  });
  const tests = infectionTests.flatMap((name) => record.readings(name)).map((each) => evidenceOf(each));
  const named = (sets: readonly ValueSetName[]) =>
    reportsNaming(record, screening, { sets, windowDays: Infinity, reason: () => say('heart.report') });
  const history = histories.flatMap(([kind, sets, reported]) =>
    of(kind, [
      ...named(reported).flatMap(({ evidence }) => evidence),
      ...sightedDiagnoses(record, screening, sets).map(diagnosisEvidence),
      ...sightedOperations(record, screening, sets).map(operationEvidence),
    ]),
  );
  const cells = everReceivedCarT(record, screening, Infinity).evidence;
  const all = [...vaccines, ...of('infection-test', tests), ...history, ...of('car-t', cells)];
  return all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ from = '', kind, reference = '', label }: ChartEvent): string =>
  `${from} ${kind} ${reference} ${label}`;

/** The days that the date of a piece of evidence can mean: "2026-03", "2026-03-01/2026-03-05". */
function daysOf(date: string, zone: TimeZone): Span | undefined {
  const ends = date.split('/').map((each) => parseMoment(each, zone));
  const [first, last] = [ends[0], ends.at(-1)];
  return first === undefined || last === undefined ? undefined : spanOf({ from: first.from, to: last.to });
}
