// From when to when does one Dosage hold, as far as it says so?

import { parseMoment, type Moment } from '../../logic/calendar.ts';
import { exactly, type Interval } from '../../logic/interval.ts';
import { inDays } from './dosage-schedule.ts';
import { eventsOf, readSchedule } from './dosage-timing.ts';
import { isJson, numberAt, objectAt, textAt } from '../json.ts';
import type { Json } from '../record.ts';
import type { DosageContext } from './dose.ts';
import { instructionOf } from './instruction.ts';
import { readSig } from './sig.ts';
import { endInWords } from './sig-end.ts';

/** `days`: how long, from boundsDuration, boundsRange, or the number of administrations. */
export type Bounds = {
  readonly start: Moment | undefined;
  readonly end: Moment | undefined;
  readonly days: Interval | undefined;
};

const unitNames = new Map([
  ['day', 'd'],
  ['days', 'd'],
  ['天', 'd'],
  ['日', 'd'],
  ['week', 'wk'],
  ['weeks', 'wk'],
  ['周', 'wk'],
  ['month', 'mo'],
  ['months', 'mo'],
  ['月', 'mo'],
  ['个月', 'mo'],
]);

/** A Duration in days; without a unit it counts days. Undefined for another unit or a comparator. */
export function readDays(duration: unknown): number | undefined {
  if (!isJson(duration) || duration['comparator'] !== undefined) return undefined;
  const value = numberAt(duration, 'value');
  const unit = (textAt(duration, 'code') ?? textAt(duration, 'unit') ?? 'd').replaceAll(/[{}]/g, '');
  return value === undefined || value <= 0 ? undefined : inDays(value, unitNames.get(unit.toLowerCase()) ?? unit);
}

/** The bounds of a Dosage's timing; dates of their own bound it too, and where the fields name no end its words may. */
export function readBounds(dosage: Json, context: DosageContext): Bounds {
  const bounds = boundsInFields(dosage, context);
  if (bounds.end !== undefined || bounds.days !== undefined) return bounds;
  const text = instructionOf(dosage);
  return text === undefined ? bounds : { ...bounds, ...boundsInWords(text, bounds.start !== undefined, context) };
}

/**
 * An end that the words name; beside an open start "for 28 days" may be how long it is taken or how long one supply lasts.
 */
function boundsInWords(text: string, open: boolean, { lexicon }: DosageContext): Partial<Bounds> {
  const end = lexicon.read(endInWords)(text);
  if (end !== undefined) {
    if ('on' in end) return { end: end.on };
    return { days: 'days' in end ? exactly(end.days) : { low: 1, high: Infinity } };
  }
  if (!open) return {};
  const [step, ...others] = lexicon.read(readSig)(text);
  const days = others.length > 0 ? undefined : step?.days;
  return days === undefined ? {} : { days: { low: days, high: Infinity } };
}

function boundsInFields(dosage: Json, context: DosageContext): Bounds {
  const { zone } = context;
  const timing = objectAt(dosage, 'timing') ?? {};
  const repeat = objectAt(timing, 'repeat') ?? {};
  const period = objectAt(repeat, 'boundsPeriod');
  const range = objectAt(repeat, 'boundsRange');
  const events = eventsOf(timing, zone);
  const onDatesOnly = events.length > 0 && readSchedule(timing, context)?.kind === 'dates';
  const end = parseMoment(period?.['end'], zone) ?? (onDatesOnly ? events.at(-1) : undefined);
  const counted = end === undefined ? daysOfCount(timing, numberAt(repeat, 'count') ?? 0, context) : undefined;
  return {
    start: parseMoment(period?.['start'], zone) ?? events[0],
    end,
    days:
      range !== undefined
        ? { low: readDays(range['low']) ?? 1, high: readDays(range['high']) ?? Infinity }
        : repeat['boundsDuration'] === undefined
          ? counted
          : durationOf(repeat['boundsDuration']),
  };
}

/** How long: exactly, up to or from so many days; anything at all if it is stated and cannot be read. */
function durationOf(duration: unknown): Interval {
  const { comparator, ...plain } = isJson(duration) ? duration : {};
  const days = readDays(plain);
  if (days === undefined) return { low: 1, high: Infinity };
  if (comparator === undefined) return exactly(days);
  return comparator === '<' || comparator === '<=' ? { low: 1, high: days } : { low: days, high: Infinity };
}

/** Days that a number of administrations takes. */
function daysOfCount(timing: Json, count: number, context: DosageContext): Interval | undefined {
  if (count <= 0) return undefined;
  const schedule = readSchedule(timing, context);
  if (schedule?.kind === 'spread') {
    return { low: Math.ceil(count / schedule.perDay.high), high: Math.ceil(count / schedule.perDay.low) };
  }
  if (schedule?.kind !== 'cycle') return undefined;
  const { days, times, most = times } = schedule;
  const lasting = (often: number): number => (Math.ceil(count / often) - 1) * days + 1;
  return { low: lasting(most), high: lasting(times) };
}
