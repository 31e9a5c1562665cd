// Which other explanation of a finding does the record know: infection, menstruation, a cytotoxic drug?

import { parseMoment, possiblyWithin, type Day, type DayRange } from '../../logic/calendar.ts';
import { say, type Message } from '../../logic/message.ts';
import type { ValueSetName } from '../../terminology/value-sets.ts';
import type { MedicationEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Reading } from '../../fhir/reading.ts';
import { completeSince, isComplete } from '../../fhir/retrieved.ts';
import { coverageOf } from '../drugs/exposure-coverage.ts';
import { mayHaveBeenGiven, mayHaveBeenPresent } from '../entry-time.ts';
import { diagnosesOf, type Diagnosis } from '../sle-diagnosis.ts';
import { growthIn } from './urine-culture.ts';
import { medicationsComplete } from '../drugs/medication-history.ts';

/** Why a finding may not be due to lupus. `unchecked`: the search for other causes was incomplete. */
export type OtherCause = {
  readonly why: Message;
  readonly unchecked?: true;
  /** The first day on which the other cause is as long past as the time that was asked about. */
  readonly lapses?: Day;
};

/** The doubt about a finding between two days; undefined if nothing speaks for another cause. */
export type Guard = (known: Known, from: Day, to: Day) => OtherCause | undefined;

const doubt = (id: string, { reference }: { readonly reference: string }): OtherCause => ({
  why: say(id, { reference }),
});
const unchecked = (id: string): OtherCause => ({ why: say(id), unchecked: true });

const lapsing = (doubt: OtherCause, last: Day | undefined, from: Day, to: Day): OtherCause =>
  last === undefined ? doubt : { ...doubt, lapses: last + to - from + 1 };

/** A record with the meaning of its diagnoses. */
export type Known = { readonly record: IndexedRecord; readonly diagnoses: readonly Diagnosis[] };

export const knownOf = (record: IndexedRecord): Known => ({ record, diagnoses: record.once(diagnosesOf) });

function diagnosed({ record, diagnoses }: Known, set: ValueSetName, from: Day, to: Day): OtherCause | undefined {
  const hit = diagnoses.find(
    ({ entry, meaning }) =>
      (meaning.sets.has(set) || meaning.suspected.has(set)) && mayHaveBeenPresent(entry, from, to),
  );
  if (hit !== undefined) return lapsing(doubt('sledai.guard.infection', hit.entry), hit.entry.abatement?.to, from, to);
  return isComplete(record.retrieved.conditions) ? undefined : unchecked('sledai.guard.conditions-incomplete');
}

/** Any infection in that time (fever). */
export const infection: Guard = (known, from, to) => diagnosed(known, 'infection', from, to);

/** Nothing grew, and the laboratory does not call it abnormal. */
const staysSterile = ({ presence, interpretation, asWritten }: Reading): boolean => {
  const grew = growthIn(asWritten());
  return (
    interpretation !== 'abnormal' &&
    interpretation !== 'high' &&
    (grew === 'no' || (presence === 'negative' && grew === 'not-said'))
  );
};

/** A urine culture in that time that did not stay sterile; one that cannot be read did not. */
function growthInUrine(record: IndexedRecord, from: Day, to: Day): OtherCause | undefined {
  const meanwhile = (when: DayRange | undefined): boolean => when === undefined || possiblyWithin(when, from, to);
  const result = record.readings('urineCulture').find((each) => meanwhile(each.when) && !staysSterile(each));
  const report = record.reports.find(
    ({ concept, conclusion, when }) =>
      conclusion !== undefined &&
      meanwhile(when) &&
      growthIn(conclusion) !== 'no' &&
      record.lexicon.measurementsOf(concept).names.includes('urineCulture'),
  );
  const found = result ?? report;
  return found === undefined ? undefined : doubt('sledai.guard.infection', found);
}

/** Urinary tract infection by diagnosis or culture (haematuria, pyuria). */
export const urinaryInfection: Guard = (known, from, to) => {
  const { observations, diagnosticReports } = known.record.retrieved;
  const complete = completeSince(observations, from) && completeSince(diagnosticReports, from);
  return (
    growthInUrine(known.record, from, to) ??
    diagnosed(known, 'urinary-tract-infection', from, to) ??
    (complete ? undefined : unchecked('sledai.guard.results-incomplete'))
  );
};

/** Days from the first day of a menstrual period in which blood in the urine may come from it. */
const menstruationDays = 7;

/** Menstruation on the day of the urine sample (haematuria). @source clinical specification, section 3, item 12 */
export const menstruation: Guard = ({ record }, from, to) => {
  const period = record
    .readings('last-menstrual-period')
    .flatMap((each) => {
      const began = parseMoment(each.asWritten(), record.zone);
      return began === undefined ? [] : [{ began, reference: each.reference }];
    })
    .find(({ began }) => began.from <= to && began.to + menstruationDays >= from);
  return period === undefined ? undefined : doubt('sledai.guard.menstruation', period);
};

/** Drugs that lower blood counts. @source clinical specification, section 3, item 24, and conditioning of cell therapies */
const cytotoxics = [
  'cyclophosphamide',
  'azathioprine',
  'mycophenol',
  'methotrexate',
  'leflunomide',
  'mercaptopurine',
  'fludarabine',
];

function isCytotoxic({ identified }: MedicationEntry): boolean {
  if (identified.state === 'unknown') return false;
  const names = identified.state === 'known' ? identified.drug.ingredients : identified.candidates;
  return names.some((name) => cytotoxics.some((each) => name.startsWith(each)));
}

/** A cytotoxic drug in that time (leukopenia). */
export const cytotoxicDrug: Guard = ({ record }, from, to) => {
  for (const entry of record.medications) {
    if (!isCytotoxic(entry) || !mayHaveBeenGiven(entry, from, to)) continue;
    // The end may stand in the dosage only.
    const end = coverageOf(record, entry, to)?.end;
    const last = end?.state === 'known' ? end.days.to : undefined;
    if (last === undefined || last >= from) return lapsing(doubt('sledai.guard.cytotoxic', entry), last, from, to);
  }
  return medicationsComplete(record) ? undefined : unchecked('sledai.guard.medications-incomplete');
};
