// Is the patient's age, in completed years, within the limits of a trial on the screening date?

import { addYears, completedYears, isoDay, isoRange, type Day, type DayRange } from '../logic/calendar.ts';
import { finding, type Evidence, type Finding, type Turn } from '../logic/finding.ts';
import { say } from '../logic/message.ts';
import { agreed, type Verdict } from '../logic/verdict.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
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
  if (birth.from > date || completedYears(birth.to, date) >= oldestYears) {
    return noBirthDate(record, say('age.implausible', { birth: isoRange(birth) }));
  }
  const last = Math.min(birth.to, date);
  const verdict = agreed(ageVerdict(birth.from, date, limits), ageVerdict(last, date, limits));
  const [years, atLeast] = [completedYears(birth.from, date), completedYears(last, date)];
  const partial = birth.from !== birth.to;
  const age = years === atLeast ? years : say('age.range', { from: atLeast, to: years });
  const { from, to = '' } = limits;
  const reason = say(to === '' ? `age.from.${verdict}` : `age.${verdict}`, { age, from, ...(to !== '' && { to }) });
  const evidence: readonly Evidence[] = [
    { reference: record.reference, label: say('age.birth-date'), value: isoRange(birth) },
  ];
  return finding(verdict, reason, {
    evidence,
    missing: verdict === 'unknown' ? [{ what: say('age.full-birth-date'), orders: [] }] : [],
    flags: partial
      ? ['PARTIAL_BIRTHDATE', ...flagsOf(birth, date, limits, verdict)]
      : flagsOf(birth, date, limits, verdict),
    turns: turnsOf(birth, limits),
  });
}

function ageVerdict(birth: Day, date: Day, { from, to }: AgeLimits): Verdict {
  const years = completedYears(birth, date);
  return years >= from && (to === undefined || years <= to) ? 'met' : 'not-met';
}

const noBirthDate = (record: IndexedRecord, reason: Finding['reason']): Finding =>
  finding('unknown', reason, {
    evidence: [{ reference: record.reference, label: say('age.birth-date'), value: say('age.not-readable') }],
    missing: [{ what: say('age.full-birth-date'), orders: [] }],
  });

/** AGE_18_READING in the last year of age, AGE_OUT shortly before its end, BECOMES_MET_ON for a child still too young. */
function flagsOf(birth: DayRange, date: Day, limits: AgeLimits, verdict: Verdict): readonly string[] {
  const { from, to, warningDays } = limits;
  const known = birth.from === birth.to;
  const tooYoung = known && verdict === 'not-met' && date < addYears(birth.from, from);
  if (tooYoung) return [`BECOMES_MET_ON:${isoDay(addYears(birth.from, from))}`];
  if (to === undefined || verdict !== 'met') return [];
  const out = addYears(birth.from, to + 1);
  return [
    ...(date >= addYears(birth.from, to) ? [`AGE_${String(to)}_READING`] : []),
    ...(out - date <= warningDays ? [`AGE_OUT:${isoDay(out)}`] : []),
  ];
}

/** Every birthday, and the start of the warning, that may change the answer; for a partial date of birth its first and last day. */
function turnsOf(birth: DayRange, { from, to, warningDays }: AgeLimits): readonly Turn[] {
  const days = [birth.from, birth.to].flatMap((each) => [
    addYears(each, from),
    ...(to === undefined ? [] : [addYears(each, to), addYears(each, to + 1) - warningDays, addYears(each, to + 1)]),
  ]);
  return [...new Set(days)].map((on) => ({ on }));
}
