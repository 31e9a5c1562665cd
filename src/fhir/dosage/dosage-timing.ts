// How often, and on which days, is a dose to be given?

import type { Lexicon } from '../../terminology/lexicon.ts';
import { parseMoment, type Moment, type TimeZone } from '../../logic/calendar.ts';
import { exactly, type Interval } from '../../logic/interval.ts';
import { daily, inDays, type Schedule } from './dosage-schedule.ts';
import { isJson, numberAt, objectAt, objectsAt, textArrayAt, textAt } from '../json.ts';
import type { DosageContext } from './dose.ts';
import type { Json } from '../record.ts';
import { sigSchedule } from './sig-schedule.ts';

const weekdayCodes = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const atEveryMeal = new Set(['C', 'AC', 'PC']);

/** Codes of v3-GTSAbbreviation. */
const codes = new Map<string, Schedule>([
  ['QD', daily(1)],
  ['AM', daily(1)],
  ['PM', daily(1)],
  ['BED', daily(1)],
  ['BID', daily(2)],
  ['TID', daily(3)],
  ['QID', daily(4)],
  ['Q1H', daily(24)],
  ['Q2H', daily(12)],
  ['Q3H', daily(8)],
  ['Q4H', daily(6)],
  ['Q6H', daily(4)],
  ['Q8H', daily(3)],
  ['Q12H', daily(2)],
  ['QOD', daily(0.5)],
  ['WK', { kind: 'cycle', days: 7, times: 1 }],
  ['MO', { kind: 'cycle', days: 30, times: 1 }],
]);

/** Qualifier values of SNOMED CT, by the displays of the eCQM library CumulativeMedicationDuration. */
const snomedCodes = new Map<string, Schedule>([
  ['229797004', daily(1)],
  ['229799001', daily(2)],
  ['229798009', daily(3)],
  ['307439001', daily(4)],
  ['225756002', daily(6)],
  ['307468000', daily(4)],
  ['307469008', daily(3)],
  ['307470009', daily(2)],
  ['396125000', daily(1)],
  ['396131002', daily(0.5)],
]);

/** The schedule of a Timing: from its repeat, its dates, its code and the code's text. Undefined if none can be read, or two contradict each other. */
export function readSchedule(timing: unknown, { zone, lexicon }: DosageContext): Schedule | undefined {
  if (!isJson(timing)) return undefined;
  const repeat = objectAt(timing, 'repeat');
  const rhythm = repeat === undefined ? undefined : repeated(repeat);
  const named = coded(objectAt(timing, 'code'), lexicon);
  if (rhythm !== undefined) return contradict(rhythm, named) ? undefined : rhythm;
  const dates = eventsOf(timing, zone);
  return dates.length > 0 ? { kind: 'dates', dates } : named;
}

/**
 * Whether two rhythms cannot both hold (FHIR: code and repeat each say the whole): so many doses a day and so many others, or a dose
 * of every day and one in many days. Several in a week may be one a day on some days of it.
 */
function contradict(a: Schedule, b: Schedule | undefined): boolean {
  if (a.kind === 'cycle') return a.times === 1 && b?.kind === 'spread';
  if (a.kind !== 'spread') return false;
  if (b?.kind === 'cycle') return b.times === 1;
  return b?.kind === 'spread' && (a.perDay.low > b.perDay.high || b.perDay.low > a.perDay.high);
}

/** The dates on which a Timing says that the dose falls; beside a rhythm they say when it begins. */
export const eventsOf = (timing: Json, zone: TimeZone): readonly Moment[] =>
  textArrayAt(timing, 'event')
    .flatMap((each) => parseMoment(each, zone) ?? [])
    .sort((a, b) => a.from - b.from);

function coded(code: Json | undefined, lexicon: Lexicon): Schedule | undefined {
  if (code === undefined) return undefined;
  const sent = objectsAt(code, 'coding');
  const texts = [textAt(code, 'text'), ...sent.flatMap((each) => [textAt(each, 'display'), textAt(each, 'code')])];
  const named = lexicon.read(scheduleNamed);
  const [first, ...others] = texts.flatMap((each) => (each === undefined ? [] : (named(each) ?? [])));
  return others.every((each) => isSame(each, first)) ? first : undefined;
}

/** The schedule of a code, or of words. */
const scheduleNamed = (term: string): Schedule | undefined =>
  codes.get(term.toUpperCase()) ?? snomedCodes.get(term) ?? sigSchedule(term);

/** Code and words that name different rhythms contradict each other. */
const isSame = (a: Schedule, b: Schedule | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

function repeated(repeat: Json): Schedule | undefined {
  const weekdays = textArrayAt(repeat, 'dayOfWeek').map((each) => weekdayCodes.indexOf(each.toLowerCase()) + 1);
  const clockTimes = textArrayAt(repeat, 'timeOfDay').length;
  const events = textArrayAt(repeat, 'when');
  const marks = clockTimes > 0 ? clockTimes : mealsIn(events);
  const frequency = numberAt(repeat, 'frequency');
  const atMost = numberAt(repeat, 'frequencyMax');
  if ((frequency ?? 1) <= 0) return undefined;
  const [period, daysOfUnit] = [numberAt(repeat, 'period') ?? 0, inDays(1, textAt(repeat, 'periodUnit') ?? '') ?? 0];
  // Without a period that can be read, 0.
  const days = period * daysOfUnit;
  if (weekdays.length > 0) {
    const timesOf = (often: number): number => timesOnOneDay(often, days, weekdays.length);
    return marks > 0
      ? onWeekdays(weekdays, exactly(marks))
      : onWeekdays(weekdays, { low: timesOf(frequency ?? 1), high: timesOf(Math.max(frequency ?? 1, atMost ?? 1)) });
  }
  if (days <= 0)
    return marks > 0 && repeat['period'] === undefined && repeat['periodUnit'] === undefined ? daily(marks) : undefined;

  const most = Math.max(period, numberAt(repeat, 'periodMax') ?? period) * daysOfUnit;
  const often = frequency ?? (days === 1 ? Math.max(1, marks) : 1);
  // "Once a day" at two named times is a contradiction: it may be one dose or one at each time.
  const named = days === 1 ? Math.max(clockTimes, events.length) : 0;
  return spreadOrCycle({ low: often, high: Math.max(often, named, atMost ?? often) }, { low: days, high: most });
}

/** Up to two days, or at least once a day, is a sustained dose; everything rarer counts on its own days only. */
function spreadOrCycle(frequency: Interval, days: Interval): Schedule | undefined {
  const perDay = { low: frequency.low / days.high, high: frequency.high / days.low };
  if (days.high <= 2 || perDay.low >= 1) return { kind: 'spread', perDay, averaged: perDay.low < 1 };
  if (days.low !== days.high) return undefined;
  return { kind: 'cycle', days: Math.round(days.low), ...timesIn(frequency) };
}

const timesIn = ({ low, high }: Interval) => ({ times: low, ...(high > low && { most: high }) });

/** "3 times a week on three weekdays" is once on each of them; "twice a day on Mondays" is twice. */
const timesOnOneDay = (frequency: number, days: number, weekdays: number): number =>
  days <= 1 ? frequency : Math.max(1, frequency / weekdays);

function onWeekdays(weekdays: readonly number[], times: Interval): Schedule | undefined {
  if (weekdays.includes(0)) return undefined;
  const named = [...new Set(weekdays)];
  return named.length === 7
    ? spreadOrCycle(times, exactly(1))
    : { kind: 'weekdays', weekdays: named, ...timesIn(times) };
}

const mealsIn = (when: readonly string[]): number =>
  when.reduce((sum, each) => sum + (atEveryMeal.has(each.toUpperCase()) ? 3 : 1), 0);
