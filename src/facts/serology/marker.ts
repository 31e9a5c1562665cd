// What is known of one antibody or antigen: a positive result ever, else the latest result in the window?

import type { Finding, Order, Turn } from '../../logic/finding.ts';
import { say, type Message } from '../../logic/message.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Reading } from '../../fhir/reading.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import { isDated, turnsAhead } from '../results/latest-candidates.ts';
import { evidenceOf, latest, measurementTitle, type LatestQuestion } from '../results/latest.ts';
import type { Screening } from '../screening.ts';
import { presenceSaid } from './result.ts';

/**
 * `missing`: no valid result in the window (a positive of any age is valid). `unreadable`: a result that may decide cannot be
 * read, or results of the same time disagree.
 */
export type MarkerState = 'positive' | 'negative' | 'uncertain' | 'missing' | 'unreadable';

/** A marker with all that a reader should see of it. */
export type Marker<State extends string = MarkerState> = {
  readonly state: State;
  readonly shown: Pick<Finding, 'evidence' | 'ignored' | 'flags' | 'turns'>;
};

export type MarkerQuestion = {
  readonly names: readonly [MeasurementName, ...MeasurementName[]];
  /** Days back from the screening date within which a negative result counts. */
  readonly windowDays: number;
  readonly order: Order['coding'];
  /** Names the test in flags: "HBV_DNA" gives ORDER:HBV_DNA. */
  readonly flag: string;
};

/** The name of a test, by the first of its measurements. */
export const titleOf = ({ names }: MarkerQuestion): Message => measurementTitle(names[0]);

/** The question that `latest` answers about a marker. */
export const latestQuestion = (question: MarkerQuestion, screening: Screening, group: string): LatestQuestion => ({
  ...question,
  what: titleOf(question),
  screening,
  group,
  orders: [question.order],
});

/** True for a valid, readable result that surely is not of a later day; an undated one is of some earlier day. */
export const counts = ({ status, unreadable, when }: Reading, { date }: Screening): boolean =>
  status === 'valid' && unreadable === undefined && (when === undefined || when.to <= date);

/** The days on which results of these measurements that are dated ahead begin to count. */
export const resultsAhead = (
  record: IndexedRecord,
  names: readonly MeasurementName[],
  screening: Screening,
): readonly Turn[] =>
  names.flatMap((name) => record.readings(name).flatMap((each) => (isDated(each) ? turnsAhead(each, screening) : [])));

/** Every valid positive result whatever its age. */
export const positivesEver = (record: IndexedRecord, names: readonly MeasurementName[], screening: Screening) =>
  names.flatMap((name) =>
    record.readings(name).filter((each) => counts(each, screening) && presenceSaid(each) === 'positive'),
  );

/**
 * A marker whose positive result persists: windows bind negatives only, and a later negative does not cancel a positive.
 * Without a positive, nothing is known where older results may have been missed.
 * @source spec and section 7 E8, "Windows bind negatives only"
 */
export function persistentMarker(record: IndexedRecord, screening: Screening, question: MarkerQuestion): Marker {
  const positives = positivesEver(record, question.names, screening);
  if (positives.length > 0) {
    const evidence = positives.map((each) => evidenceOf(each));
    return { state: 'positive', shown: { evidence, ignored: [], flags: [], turns: [] } };
  }
  return latestMarker(record, screening, question);
}

/** The latest result in the window alone, of the results that count, with what it says; nothing here persists. */
export function latestMarker(
  record: IndexedRecord,
  screening: Screening,
  question: MarkerQuestion,
  counting: (reading: Reading) => boolean = () => true,
): Marker & { readonly reason: Message } {
  const asked = { ...latestQuestion(question, screening, 'SEROLOGY'), counting };
  const found = latest(record, asked);
  if (found.state === 'none') return { state: gap(found.finding), shown: found.finding, reason: found.finding.reason };
  const states = found.readings.map((reading) => presenceSaid(reading) ?? 'unreadable');
  const evidence = found.readings.map((each) => evidenceOf(each));
  const { turns, ignored } = found;
  const { what } = asked;
  const shown = { evidence, ignored, flags: [], turns };
  const state = stateOf(states);
  return state === 'unreadable' || isComplete(record.retrieved.observations)
    ? { state, shown, reason: say('serology.marker', { what, state: say(`serology.of-markers.${state}`) }) }
    : { state: 'missing', shown, reason: say('serology.incomplete', { what }) };
}

function stateOf(states: readonly ('positive' | 'negative' | 'weak' | 'unreadable')[]): MarkerState {
  const distinct = new Set(states);
  const [only] = distinct;
  if (only === undefined || distinct.size > 1) return 'unreadable';
  return only === 'weak' ? 'uncertain' : only;
}

const absent: ReadonlySet<string> = new Set(['latest.none', 'latest.stale', 'latest.incomplete']);

/** Whether `latest` found nothing, or something that cannot be used. */
export const gap = ({ reason }: Finding): 'missing' | 'unreadable' =>
  absent.has(reason.id) ? 'missing' : 'unreadable';
