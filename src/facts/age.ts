// Is the patient's age, in completed years, within the limits of a trial on the screening date?

import { completedYears, isoDay, isoRange, type Day } from '../logic/calendar.ts';
import { finding, type Evidence, type Finding, type Turn } from '../logic/finding.ts';
import { say } from '../logic/message.ts';
import { agreed, type Verdict } from '../logic/verdict.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { birthday } from './birthdays.ts';
import type { Screening } from './screening.ts';

/** Limits in completed years, both inclusive; without `to` there is no upper limit. */
export type AgeLimits = {
  readonly from: number;
  readonly to?: number;
  /** The reader is told so many days before the patient becomes too old. */
  readonly warningDays: number;
};

/** No living person is older, so an earlier date of birth stands for "not known" (1900-01-01). */
const oldestYears = 120;

/**
 * Age by completed years (周岁), the last birthday that still counts being the day before the one that follows `to`.
 * A birthday on 29 February falls on 1 March in common years. A partial date of birth is asked at both ends.
 * @source NCT06222853 inclusion criterion 1; readings: spec 1.4-A
 */
export function ageWithin(record: IndexedRecord, screening: Screening, limits: AgeLimits): Finding {
  const { birth } = record;
  const { date } = screening;
  if (birth === undefined) return noBirthDate(record, say('age.no-birth-date'));
  const last = Math.min(birth.to, date);
  const atLeast = completedYears(last, date);
  if (birth.from > date || atLeast >= oldestYears)
    return noBirthDate(record, say('age.implausible', { birth: isoRange(birth) }));
  const years = birth.from === last ? atLeast : completedYears(birth.from, date);
  const verdict = agreed(ageVerdict(years, limits), ageVerdict(atLeast, limits));
  const age = years === atLeast ? years : say('age.range', { from: atLeast, to: years });
  const { from, to } = limits;
  const reason =
    to === undefined ? say(`age.from.${verdict}`, { age, from }) : say(`age.${verdict}`, { age, from, to });
  const evidence: readonly Evidence[] = [
    { reference: record.reference, label: say('age.birth-date'), value: isoRange(birth) },
  ];
  const flags = flagsOf(record, date, limits, verdict);
  return finding(verdict, reason, {
    evidence,
    missing: verdict === 'unknown' ? [{ what: say('age.full-birth-date'), orders: [] }] : [],
    flags: birth.from === birth.to ? flags : ['PARTIAL_BIRTHDATE', ...flags],
    turns: turnsOf(record, limits),
  });
}

const ageVerdict = (years: number, { from, to }: AgeLimits): Verdict =>
  years >= from && (to === undefined || years <= to) ? 'met' : 'not-met';

const noBirthDate = (record: IndexedRecord, reason: Finding['reason']): Finding =>
  finding('unknown', reason, {
    evidence: [{ reference: record.reference, label: say('age.birth-date'), value: say('age.not-readable') }],
    missing: [{ what: say('age.full-birth-date'), orders: [] }],
  });

/** AGE_18_READING in the last year of age, AGE_OUT shortly before its end, BECOMES_MET_ON for a child still too young. */
function flagsOf(record: IndexedRecord, date: Day, limits: AgeLimits, verdict: Verdict): readonly string[] {
  const { from, to, warningDays } = limits;
  const first = birthday(record, from);
  if (first === undefined) return [];
  const tooYoung = record.birth?.from === record.birth?.to && verdict === 'not-met' && date < first.from;
  if (tooYoung) return [`BECOMES_MET_ON:${isoDay(first.from)}`];
  if (to === undefined || verdict !== 'met') return [];
  const lastYear = birthday(record, to)?.from ?? Infinity;
  const out = birthday(record, to + 1)?.from ?? Infinity;
  return [
    ...(date >= lastYear ? [`AGE_${String(to)}_READING`] : []),
    ...(out - date <= warningDays ? [`AGE_OUT:${isoDay(out)}`] : []),
  ];
}

/** The birthdays on which the answer may change; for a partial date of birth the first and the last day of each. */
function turnsOf(record: IndexedRecord, { from, to }: AgeLimits): readonly Turn[] {
  const limits = [birthday(record, from), to === undefined ? undefined : birthday(record, to + 1)];
  const turns: Turn[] = [];
  for (const limit of limits) {
    if (limit === undefined) continue;
    turns.push({ on: limit.from });
    if (limit.to !== limit.from) turns.push({ on: limit.to });
  }
  return turns;
}
