// What is the latest valid result of a measurement within a window, and what does it answer?
//
// Two doors. `askLatest` puts a question to the latest result and returns a Finding; `latest` returns the result itself, for
// facts that combine several results (scores, creatinine with height). Both treat the same things the same way:
// - preliminary, undated and future results do not count and are shown as ignored;
// - results that may all be the latest (same instant, partial dates) are all asked: they agree, or the answer is unknown;
// - nothing, only stale or an unreadable newest result: unknown, naming what is missing and what to order;
// - a search that may have missed something newer: unknown (ARCHITECTURE, law 6);
// - the day on which the result goes stale is a turn.

import { isoRange } from '../../logic/calendar.ts';
import { alsoShowing, finding, type Evidence, type Finding, type Order, type Turn } from '../../logic/finding.ts';
import { say, type Message } from '../../logic/message.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Reading } from '../../fhir/reading.ts';
import { completeSince } from '../../fhir/retrieved.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import { distinctTurns, isDated, possiblyLatest, turnsAhead, whyIgnored, type Dated } from './latest-candidates.ts';
import type { Screening } from '../screening.ts';

export type LatestQuestion = {
  /** The measurements whose results count; several are one pool (blood hCG, hCG in blood by amount). */
  readonly names: readonly MeasurementName[];
  /** What the results are called, such as `measurementTitle('ALT')`. */
  readonly what: Message;
  readonly screening: Screening;
  /** Days back from the screening date, inclusive. */
  readonly windowDays: number;
  /** Names the flag of a stale result: "LABS" gives STALE:LABS. */
  readonly group: string;
  /** What to order where the answer is unknown. */
  readonly orders: readonly Order['coding'][];
  /** Which results of these measurements count at all; every one if not given. */
  readonly counting?: (reading: Reading) => boolean;
};

/** Where results come from: a record, or the results of a fact that reads them in more places. */
export type Results = Pick<IndexedRecord, 'readings' | 'retrieved'>;

export type Latest =
  /** The results that may be the latest, usually one; all readable. `turns` and `ignored` belong into the finding made of them. */
  | {
      readonly state: 'found';
      readonly readings: readonly [Dated, ...Dated[]];
      readonly turns: readonly Turn[];
      readonly ignored: readonly Evidence[];
    }
  /** Why there is none, as an `unknown` finding ready to hand on. */
  | { readonly state: 'none'; readonly finding: Finding };

/** The days on which the answer may change and the results that do not count, whether or not there is a latest one. */
export const detailsOf = (found: Latest): Pick<Finding, 'turns' | 'ignored'> =>
  found.state === 'found' ? found : found.finding;

/** True where there is a result of these days that may say anything: it cannot be read, or may be older than they are. */
export const isUnclear = ({ reason }: Finding): boolean =>
  reason.id === 'latest.unreadable' || reason.id === 'latest.maybe-stale';

/** The name of a measurement in the reader's language. */
export const measurementTitle = (name: MeasurementName): Message => say(`measurement.${name}`);

/** A result as a piece of evidence; `label` instead of the measurement's title where it says more. */
export function evidenceOf(reading: Reading, label: Message = measurementTitle(reading.measurement)): Evidence {
  const { reference, when } = reading;
  const value = reading.asWritten();
  if (when === undefined) return value === '' ? { reference, label } : { reference, label, value };
  const date = isoRange(when);
  return value === '' ? { reference, label, date } : { reference, label, value, date };
}

/** Puts a question to the latest valid result in the window. `judge` sees one readable, dated result at a time. */
export function askLatest(record: Results, question: LatestQuestion, judge: (reading: Dated) => Finding): Finding {
  const found = latest(record, question);
  if (found.state === 'none') return found.finding;
  const [first, ...others] = found.readings;
  const answer = sameAnswer(judge(first), others.map(judge), question);
  return alsoShowing(answer, { turns: found.turns, ignored: found.ignored });
}

/** The first of several findings if their verdicts agree (with the evidence of all), otherwise `unknown`. */
function sameAnswer(first: Finding, others: readonly Finding[], question: LatestQuestion): Finding {
  const evidence = others.flatMap((each) => each.evidence);
  const flags = others.flatMap((each) => each.flags).filter((flag) => !first.flags.includes(flag));
  if (others.every((each) => each.verdict === first.verdict)) return alsoShowing(first, { evidence, flags });
  return { ...unknown(question, 'latest.disagree', []), evidence: [...first.evidence, ...evidence] };
}

/** The latest valid result (or results, where several may be the latest) within the window. */
export function latest(record: Results, question: LatestQuestion): Latest {
  const { screening, windowDays, names, counting } = question;
  // Most of what is asked for was never measured.
  if (names.every((name) => record.readings(name).length === 0))
    return { state: 'none', finding: whyNone(record, question, [], -Infinity) ?? unknown(question, 'latest.none', []) };
  const past: Dated[] = [];
  // A result dated "2026-06" may on 1 June still lie ahead: the answer must be the same with it and without it.
  let surelyPast: Dated[] | undefined;
  const ignored: Evidence[] = [];
  const waiting: Turn[] = [];
  let newest = -Infinity;
  for (const name of names) {
    for (const each of record.readings(name)) {
      if (counting !== undefined && !counting(each)) continue;
      const why = whyIgnored(each, screening);
      const mayLieAhead = isDated(each) && each.when.to > screening.date;
      if (mayLieAhead) waiting.push(...turnsAhead(each, screening));
      if (why === undefined && isDated(each)) {
        if (mayLieAhead) surelyPast ??= [...past];
        else surelyPast?.push(each);
        // Most results are surely older than one that was seen before: lists begin with the newest.
        if (each.when.to >= newest || surelyPast !== undefined) past.push(each);
        newest = Math.max(newest, each.when.from);
      } else if (why !== undefined) ignored.push(ignoredFor(each, why));
    }
  }
  const surely = possiblyLatest(surelyPast ?? past);
  const candidates = surelyPast === undefined ? surely : [...new Set([...possiblyLatest(past), ...surely])];
  const turns = [...staleOn(candidates, windowDays), ...waiting];
  const why = whyNone(record, question, candidates, newestDay(surelyPast ?? past));
  if (why === undefined && isSome(candidates)) return { state: 'found', readings: candidates, turns, ignored };
  return { state: 'none', finding: alsoShowing(why ?? unknown(question, 'latest.none', []), { ignored, turns }) };
}

const isSome = (readings: readonly Dated[]): readings is readonly [Dated, ...Dated[]] => readings.length > 0;

function newestDay(results: readonly Dated[]): number {
  let newest = -Infinity;
  for (const { when } of results) newest = Math.max(newest, when.from);
  return newest;
}

/** Why the candidates answer nothing; undefined if they do, or if there is none. */
function whyNone(
  record: Results,
  question: LatestQuestion,
  candidates: readonly Dated[],
  newest: number,
): Finding | undefined {
  const since = question.screening.date - question.windowDays;
  if (!completeSince(record.retrieved.observations, Math.max(newest, since)))
    return unknown(question, 'latest.incomplete', candidates);
  if (candidates.length === 0) return undefined;
  if (newest < since) return notRecent(question, candidates);
  const unread = candidates.filter(isUnreadable);
  return unread.length === 0 ? undefined : notReadable(question, unread);
}

type Unread = Dated & { readonly unreadable: Message };
const isUnreadable = (reading: Dated): reading is Unread => reading.unreadable !== undefined;

const ignoredFor = (reading: Reading, why: Message): Evidence =>
  evidenceOf(reading, say('latest.ignored', { what: measurementTitle(reading.measurement), why }));

/** The days on which results that are the latest today go stale. */
function staleOn(candidates: readonly Dated[], windowDays: number): readonly Turn[] {
  const [first, second] = candidates;
  // Mostly one result of one day.
  if (first !== undefined && second === undefined && first.when.from === first.when.to)
    return [{ on: first.when.to + windowDays + 1 }];
  return distinctTurns(candidates.flatMap(({ when }) => [when.from + windowDays + 1, when.to + windowDays + 1]));
}

/** What to record or order to settle a question about a latest result. */
export const missingOf = ({ what, windowDays, orders }: LatestQuestion, why: Message = what): Finding['missing'] => [
  { what: why, orders: orders.map((coding) => ({ coding, windowDays })) },
];

/** An `unknown` for one of the reasons of this file's catalogue, with the results it speaks of. */
function unknown(
  question: LatestQuestion,
  reason: string,
  readings: readonly Dated[],
  flags: readonly string[] = [],
): Finding {
  const { what, windowDays } = question;
  const missing = missingOf(question);
  const newest = readings[0];
  if (newest === undefined) return finding('unknown', say(reason, { what, days: windowDays }), { missing });
  const values = {
    what,
    days: windowDays,
    date: isoRange(newest.when),
    value: newest.asWritten() === '' ? say('latest.without-value') : newest.asWritten(),
  };
  const evidence = readings.map((each) => evidenceOf(each));
  return finding('unknown', say(reason, values), { evidence, missing, flags });
}

function notRecent(question: LatestQuestion, readings: readonly Dated[]): Finding {
  const since = question.screening.date - question.windowDays;
  const surelyStale = readings.every((each) => each.when.to < since);
  return surelyStale
    ? unknown(question, 'latest.stale', readings, [`STALE:${question.group}`])
    : unknown(question, 'latest.maybe-stale', readings);
}

function notReadable(question: LatestQuestion, readings: readonly Unread[]): Finding {
  const base = unknown(question, 'latest.unreadable', readings);
  const why = readings.map((each) => each.unreadable);
  return { ...base, reason: say(base.reason.id, { ...base.reason.values, why }) };
}
