// Did the patient receive a live vaccine within so many days?

import { addMonths, isoRange, possiblyWithin, surelyWithin, type Day, type DayRange } from '../logic/calendar.ts';
import { finding, type Evidence, type Finding, type Turn } from '../logic/finding.ts';
import { say, type Message } from '../logic/message.ts';
import { nameOf } from '../terminology/concept.ts';
import { isVaccine, vaccineRoute, type VaccineKind } from '../terminology/vaccines.ts';
import { readConcept } from '../fhir/concept-reader.ts';
import type { ImmunizationEntry, MedicationEntry } from '../fhir/entries.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { completeSince } from '../fhir/retrieved.ts';
import type { Screening } from './screening.ts';

export type LiveVaccineQuestion = {
  /** Days back from the screening date, inclusive: with 28, day 28 counts and day 29 does not. */
  readonly windowDays: number;
  /** A vaccination of any kind within so many calendar months shows that vaccinations are recorded here. */
  readonly recordMonths: number;
};

/** A vaccination, or a vaccine that was given as a medication is. */
type Given = Pick<ImmunizationEntry, 'reference' | 'concept' | 'when' | 'whenText'>;

type Vaccine = {
  readonly entry: Given;
  readonly kind: VaccineKind;
  /** Recorded as a vaccination: shows that vaccinations are recorded here. */
  readonly recorded: boolean;
};

type Vaccination = Vaccine & {
  readonly when: DayRange | undefined;
  /** Whether it lies in the window: `perhaps` for a partial date that may, and for none at all. */
  readonly within: 'yes' | 'no' | 'perhaps';
};

/**
 * `met`: a live vaccine in the window. `not-met`: some vaccination in the last months and none live in the window.
 * A live vaccine that was given as a medication counts too. No vaccination on record, or only old ones, proves nothing (the vaccination record is kept elsewhere).
 * @source NCT06222853 exclusion criterion 9; readings: spec D, section 7 E9
 */
export function liveVaccineGiven(record: IndexedRecord, screening: Screening, question: LiveVaccineQuestion): Finding {
  const { date } = screening;
  const since = date - question.windowDays;
  const all = [...record.once(kindsOf), ...record.once(administeredOnes)].map((each) => vaccination(each, since, date));
  const given = all.filter(({ when }) => when === undefined || when.from <= date);
  const details = {
    ignored: all.filter((each) => !given.includes(each)).map((each) => evidenceOf(each, say('vaccines.future'))),
    turns: turnsOf(all, date, question),
  };
  const known = (['immunizations', 'medicationAdministrations'] as const).every((search) =>
    completeSince(record.retrieved[search], since),
  );
  const answer = (
    verdict: Finding['verdict'],
    reason: Message,
    shown: readonly Vaccination[],
    missing: readonly Message[] = [],
  ) =>
    finding(verdict, reason, {
      ...details,
      evidence: shown.map((each) => evidenceOf(each)),
      missing: missing.map((what) => ({ what, orders: [] })),
    });

  const live = given.filter(({ kind }) => kind === 'live');
  const liveWithin = live.filter(({ within }) => within === 'yes');
  const days = question.windowDays;
  if (liveWithin.length > 0)
    return answer('met', say('vaccines.live', { vaccines: namesOf(liveWithin), days }), liveWithin);
  if (!known) return answer('unknown', say('vaccines.incomplete'), [], [say('vaccines.record')]);
  const liveUndated = live.filter(({ within }) => within === 'perhaps');
  if (liveUndated.length > 0) {
    const values = { vaccines: namesOf(liveUndated), days };
    return answer('unknown', say('vaccines.live-undated', values), liveUndated, [say('vaccines.date', values)]);
  }
  const unclear = given.filter(({ kind, within }) => kind === 'unclear' && within !== 'no');
  if (unclear.length > 0) {
    return answer('needs-investigator', say('vaccines.unclear', { vaccines: namesOf(unclear), days }), unclear);
  }
  const months = question.recordMonths;
  const recent = given.filter(
    ({ when, recorded }) => recorded && when !== undefined && surelyWithin(when, addMonths(date, -months), date),
  );
  return recent.length > 0
    ? answer('not-met', say('vaccines.none-live', { days, months }), recent)
    : answer('needs-investigator', say('vaccines.ask', { months }), given);
}

/** Whether a vaccination was with a live vaccine, by its name and its route; unclear where it may not have been given. */
export function kindOf({ lexicon }: IndexedRecord, { concept, resource, sure }: ImmunizationEntry): VaccineKind {
  const route = readConcept(resource['route']);
  const kind = lexicon.vaccineKind(concept, route === undefined ? undefined : vaccineRoute(route));
  return kind === 'live' && !sure ? 'unclear' : kind;
}

/** Every vaccination of a record with its kind, whatever the day; one that may not have been given proves nothing. */
const kindsOf = (record: IndexedRecord): readonly Vaccine[] =>
  record.immunizations.map((entry) => ({ entry, kind: kindOf(record, entry), recorded: entry.sure }));

/**
 * Vaccines that wards gave and recorded as medications only; what is not live changes nothing here and is left out. Of one that was begun
 * and does not count nobody knows whether it was given.
 */
const administeredOnes = (record: IndexedRecord): readonly Vaccine[] => [
  ...record.medications.flatMap((entry) => administered(record, entry)),
  ...record.ignored.flatMap(({ begun }) =>
    begun === undefined ? [] : administered(record, begun).map((each) => ({ ...each, kind: 'unclear' as const })),
  ),
];

function administered({ lexicon }: IndexedRecord, entry: MedicationEntry): readonly Vaccine[] {
  const { source, concepts, route, reference, start, end } = entry;
  const concept = source === 'administration' ? concepts.find(isVaccine) : undefined;
  if (concept === undefined) return [];
  const mucosal = route === 'oral' || route === 'nasal';
  const kind = lexicon.vaccineKind(concept, route === undefined ? undefined : mucosal ? 'mucosal' : 'injected');
  return kind === 'not-live'
    ? []
    : [{ entry: { reference, concept, when: end ?? start, whenText: undefined }, kind, recorded: false }];
}

function vaccination({ entry, kind, recorded }: Vaccine, since: Day, date: Day): Vaccination {
  const { when } = entry;
  const possible = when === undefined || possiblyWithin(when, since, date);
  const within = when !== undefined && surelyWithin(when, since, date) ? 'yes' : possible ? 'perhaps' : 'no';
  return { entry, kind, recorded, when, within };
}

const namesOf = (vaccinations: readonly Vaccination[]): readonly string[] => [
  ...new Set(vaccinations.map(({ entry }) => nameOf(entry.concept))),
];

function evidenceOf({ entry, when }: Vaccination, label?: Message): Evidence {
  const name = nameOf(entry.concept);
  return {
    reference: entry.reference,
    label: label ?? say('vaccines.vaccination'),
    value: entry.whenText === undefined ? name : `${name} (${entry.whenText})`,
    ...(when !== undefined && { date: isoRange(when) }),
  };
}

/** The days ahead on which a vaccination enters or leaves the window, or stops showing that vaccinations are recorded. */
function turnsOf(
  all: readonly Vaccination[],
  date: Day,
  { windowDays, recordMonths }: LiveVaccineQuestion,
): readonly Turn[] {
  const turns: Turn[] = [];
  const add = (on: Day): void => {
    if (on > date) turns.push({ on });
  };
  const addFor = (end: Day): void => {
    add(end);
    add(end + windowDays + 1);
    add(addMonths(end, recordMonths));
    add(addMonths(end, recordMonths) + 1);
  };
  for (const { when } of all) {
    if (when === undefined) continue;
    addFor(when.from);
    if (when.to !== when.from) addFor(when.to);
  }
  return turns;
}
