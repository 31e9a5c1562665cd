// Which results may be the latest one, given days, instants and partial dates?

import type { Moment } from '../../logic/calendar.ts';
import type { Evidence, Turn } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import type { Reading } from '../../fhir/reading.ts';
import type { Screening } from '../screening.ts';

export type Dated = Reading & { readonly when: Moment };

export const isDated = (reading: Reading): reading is Dated => reading.when !== undefined;

/** True if `a` is later than `b` whatever the dates mean: by day, and by the instant on one day where both give it. */
function surelyLater(a: Moment, b: Moment): boolean {
  return a.from > b.to || (a.instant ?? -Infinity) > (b.instant ?? Infinity);
}

/** The results that no other result is surely later than; the order of the input stays. */
export function possiblyLatest(readings: readonly Dated[]): readonly Dated[] {
  if (readings.length < 2) return readings;
  const { when } = readings.reduce((best, each) => (surelyLater(each.when, best.when) ? each : best));
  const near = readings.filter((each) => each.when.to >= when.from);
  return near.length === 1 ? near : near.filter((each) => !near.some((other) => surelyLater(other.when, each.when)));
}

/** Why a result does not count towards the latest one; undefined if it does. */
export function whyIgnored(reading: Reading, screening: Screening): Evidence['label'] | undefined {
  if (reading.when === undefined) return say('latest.undated');
  if (reading.when.from > screening.date) return say('latest.future');
  return reading.status === 'preliminary' ? say('latest.preliminary') : undefined;
}

/** The days on which a result dated in the future, or possibly so, begins to count. */
export function turnsAhead(reading: Dated, screening: Screening): readonly Turn[] {
  const { from, to } = reading.when;
  return reading.status === 'valid' ? distinctTurns([from, to].filter((on) => on > screening.date)) : [];
}

/** Few days as turns, each once. */
export function distinctTurns(days: readonly number[]): readonly Turn[] {
  const turns: Turn[] = [];
  for (const on of days) if (!turns.some((turn) => turn.on === on)) turns.push({ on });
  return turns;
}
