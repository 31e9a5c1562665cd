// Can the patient bear a child?

import type { Day } from '../../logic/calendar.ts';
import type { Evidence, Missing, Turn } from '../../logic/finding.ts';
import { keptBy } from '../../logic/lazy.ts';
import { say, type Message } from '../../logic/message.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import { birthday } from '../birthdays.ts';
import { menarche } from './menarche.ts';
import { evidenceOf } from '../results/latest.ts';
import { onceADay } from '../once-a-day.ts';
import type { Screening } from '../screening.ts';
import {
  sightedDiagnoses,
  diagnosisEvidence,
  operationEvidence,
  sightedOperations,
  sightingsAhead,
} from '../sightings.ts';

/**
 * `male`: not female. `no`: female, not of childbearing potential. `unknown`: the record does not say and age does not tell.
 * `ask`: the recorded sex is unclear.
 */
export type Childbearing = {
  readonly state: 'yes' | 'no' | 'male' | 'unknown' | 'ask';
  readonly reason: Message;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
  readonly flags: readonly string[];
  readonly turns: readonly Turn[];
};

/** Without documentation: younger girls are presumed not able to bear a child, older ones able. @source spec section 7 */
const presumedUnableBelowYears = 9;
const presumedAbleFromYears = 12;

/**
 * Childbearing potential: female, not permanently sterile, and menarche documented; a documented state before menarche counts for
 * so many days; without documentation age decides.
 * @source spec section 7, "Childbearing potential (I6, E10)"
 */
export const childbearing = (record: IndexedRecord, screening: Screening, preMenarcheDays: number): Childbearing =>
  ofTheDay(record, screening)(preMenarcheDays);

/** Three criteria ask. */
const ofTheDay = onceADay((record, screening) =>
  keptBy((preMenarcheDays: number) => childbearingOf(record, screening, preMenarcheDays)),
);

function childbearingOf(record: IndexedRecord, screening: Screening, preMenarcheDays: number): Childbearing {
  const answer = (state: Childbearing['state'], reason: string, more: Partial<Childbearing> = {}): Childbearing => ({
    state,
    reason: say(`childbearing.${reason}`),
    evidence: [],
    missing: [],
    flags: [],
    turns: [],
    ...more,
  });
  if (record.sex === 'male') return answer('male', 'male');
  const sterile = sterility(record, screening);
  if (sterile.length > 0) return answer('no', 'sterile', { evidence: sterile });
  if (record.sex === 'unclear') {
    return answer('ask', 'sex-unclear', {
      turns: sightingsAhead(record, screening, sterilisation),
      missing: [{ what: say('childbearing.sex'), orders: [] }],
    });
  }
  const known = menarche(record, screening, preMenarcheDays);
  const turns = [...known.turns, ...sightingsAhead(record, screening, sterilisation)];
  const evidence = known.readings.map((each) => evidenceOf(each));
  if (known.state === 'after') return answer('yes', 'after-menarche', { evidence, turns });
  const status: Missing = { what: say('childbearing.menarche-status'), orders: [] };
  if (!isComplete(record.retrieved.observations)) {
    return answer('unknown', 'incomplete', { evidence, turns, missing: [status] });
  }
  if (known.state === 'before') {
    return answer('no', 'before-menarche', { evidence, turns, flags: ['MENARCHE_MAY_OCCUR_BEFORE_INFUSION'] });
  }
  const presumed = presumedByAge(record, screening.date);
  const missing = presumed === 'unknown' ? [status] : [];
  const birthdays = turnsOf(record);
  return answer(presumed, `presumed-${presumed}`, { evidence, missing, turns: [...turns, ...birthdays] });
}

const sterilisation = ['permanent-sterility'] as const;

/** Permanent sterility that is sure: a diagnosis, or a procedure that was completed. */
function sterility(record: IndexedRecord, screening: Screening): readonly Evidence[] {
  const diagnoses = sightedDiagnoses(record, screening, sterilisation);
  const operations = sightedOperations(record, screening, sterilisation).filter(
    ({ entry }) => entry.status === 'completed',
  );
  if (diagnoses.length + operations.length === 0) return [];
  return [
    ...diagnoses.filter(({ doubt }) => doubt === undefined).map(diagnosisEvidence),
    ...operations.filter(({ doubt }) => doubt === undefined).map(operationEvidence),
  ];
}

/** What age alone lets presume; unknown where a partial date of birth allows two answers. */
function presumedByAge(record: IndexedRecord, date: Day): 'yes' | 'no' | 'unknown' {
  const [unableUntil, ableFrom] = [birthday(record, presumedUnableBelowYears), birthday(record, presumedAbleFromYears)];
  if (record.birth === undefined || record.birth.from > date) return 'unknown';
  if (ableFrom !== undefined && ableFrom.to <= date) return 'yes';
  return unableUntil !== undefined && unableUntil.from > date ? 'no' : 'unknown';
}

function turnsOf(record: IndexedRecord): readonly Turn[] {
  const [unableUntil, ableFrom] = [birthday(record, presumedUnableBelowYears), birthday(record, presumedAbleFromYears)];
  if (unableUntil === undefined || ableFrom === undefined) return [];
  return [unableUntil.from, ableFrom.from, unableUntil.to, ableFrom.to].map((on) => ({ on }));
}
