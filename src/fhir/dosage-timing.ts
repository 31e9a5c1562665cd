// How often, and on which days, is a dose to be given?

import { parseMoment, type TimeZone } from '../logic/calendar.ts';
import type { Interval } from '../logic/interval.ts';
import { daily, inDays, type Schedule } from './dosage-schedule.ts';
import { isJson, numberAt, objectAt, objectsAt, textArrayAt, textAt } from './json.ts';
import type { Json } from './record.ts';
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

/** The schedule of a Timing: from its dates, its repeat, its code, then the code's text. Undefined if none can be read. */
export function readSchedule(timing: unknown, zone: TimeZone): Schedule | undefined {
  if (!isJson(timing)) return undefined;
  const dates = textArrayAt(timing, 'event').flatMap((each) => parseMoment(each, zone) ?? []);
  if (dates.length > 0) return { kind: 'dates', dates };
  const repeat = objectAt(timing, 'repeat');
  return (repeat === undefined ? undefined : repeated(repeat)) ?? coded(objectAt(timing, 'code'));
}

function coded(code: Json | undefined): Schedule | undefined {
  if (code === undefined) return undefined;
  const sent = objectsAt(code, 'coding');
  const known = sent
    .map((each) => codes.get(textAt(each, 'code')?.toUpperCase() ?? ''))
    .find((each) => each !== undefined);
  const texts = [textAt(code, 'text'), ...sent.flatMap((each) => [textAt(each, 'display'), textAt(each, 'code')])];
  return (
    known ??
    texts.map((each) => (each === undefined ? undefined : sigSchedule(each))).find((each) => each !== undefined)
  );
}

function repeated(repeat: Json): Schedule | undefined {
  const weekdays = textArrayAt(repeat, 'dayOfWeek').map((each) => weekdayCodes.indexOf(each.toLowerCase()) + 1);
  const clockTimes = textArrayAt(repeat, 'timeOfDay').length;
  const marks = clockTimes > 0 ? clockTimes : mealsIn(textArrayAt(repeat, 'when'));
  const frequency = numberAt(repeat, 'frequency');
  const [unit, period] = [textAt(repeat, 'periodUnit'), numberAt(repeat, 'period')];
  const days = unit === undefined || period === undefined ? undefined : inDays(period, unit);
  if (weekdays.length > 0)
    return onWeekdays(weekdays, marks > 0 ? marks : timesOnOneDay(frequency ?? 1, days, weekdays.length));
  if (days === undefined || days <= 0)
    return marks > 0 && unit === undefined && period === undefined ? daily(marks) : undefined;

  const most = unit === undefined ? undefined : inDays(numberAt(repeat, 'periodMax') ?? period ?? 0, unit);
  const often = frequency ?? (marks > 0 && days === 1 ? marks : 1);
  return spreadOrCycle(
    { low: often, high: Math.max(often, numberAt(repeat, 'frequencyMax') ?? often) },
    { low: days, high: Math.max(days, most ?? days) },
  );
}

/** Up to two days, or at least once a day, is a sustained dose; everything rarer counts on its own days only. */
function spreadOrCycle(frequency: Interval, days: Interval): Schedule | undefined {
  if (frequency.low <= 0) return undefined;
  const perDay = { low: frequency.low / days.high, high: frequency.high / days.low };
  if (days.high <= 2 || perDay.low >= 1) return { kind: 'spread', perDay, averaged: perDay.low < 1 };
  if (frequency.low !== frequency.high || days.low !== days.high) return undefined;
  return { kind: 'cycle', days: Math.round(days.low), times: frequency.low };
}

/** "3 times a week on three weekdays" is once on each of them; "twice a day on Mondays" is twice. */
const timesOnOneDay = (frequency: number, days: number | undefined, weekdays: number): number =>
  days === undefined || days <= 1 ? frequency : Math.max(1, frequency / weekdays);

function onWeekdays(weekdays: readonly number[], times: number): Schedule | undefined {
  if (weekdays.includes(0)) return undefined;
  return new Set(weekdays).size === 7 ? daily(times) : { kind: 'weekdays', weekdays: [...new Set(weekdays)], times };
}

const mealsIn = (when: readonly string[]): number =>
  when.reduce((sum, each) => sum + (atEveryMeal.has(each.toUpperCase()) ? 3 : 1), 0);
