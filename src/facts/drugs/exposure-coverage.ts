// Which days does one order, statement, dispense or administration cover, before its neighbours are looked at?

import type { Day, DayRange } from '../../logic/calendar.ts';
import { keptBy } from '../../logic/lazy.ts';
import { readBounds, type Bounds } from '../../fhir/dosage/dosage-bounds.ts';
import type { MedicationEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { numberAt } from '../../fhir/json.ts';
import { daysInWords, endOfValidity, lasting, supplyDays } from './exposure-supply.ts';
import { startOf } from '../entry-time.ts';

/**
 * `known`: the end is given or follows from a supply. `ongoing`: it is said to continue. `unsaid`: nothing says when it
 * ended, or whether it has. Ends are inclusive days.
 */
export type Coverage = {
  readonly start: DayRange;
  readonly end: { readonly state: 'known'; readonly days: DayRange } | { readonly state: 'ongoing' | 'unsaid' };
  /** Start and end are both stated as bounds, so that two overlapping orders may both be meant. */
  readonly bounded: boolean;
};

const known = (days: DayRange): Coverage['end'] => ({ state: 'known', days });

/**
 * Coverage by the first of: the entry's own period, the bounds of its dosages, its validity, its supply (of a dispense first),
 * the days that its words name, else its start alone. Undefined if nothing says when it started.
 */
export function coverageOf(record: IndexedRecord, entry: MedicationEntry, screeningDate: Day): Coverage | undefined {
  const coverage = record.once(coverages)(entry);
  // A stopped order whose bounds reach beyond today ended before them, nobody says when.
  const cut = coverage?.end.state === 'known' && entry.status === 'stopped' && coverage.end.days.to > screeningDate;
  return cut ? { start: coverage.start, end: { state: 'unsaid' }, bounded: false } : coverage;
}

/** Days on which an entry begins to cover, and on which a stopped one reaches the end that it once had. */
export function coverageEdges(record: IndexedRecord, entry: MedicationEntry): readonly Day[] {
  const coverage = record.once(coverages)(entry);
  if (coverage === undefined) return [];
  const { start, end } = coverage;
  return [start.from, ...(end.state === 'known' && entry.status === 'stopped' ? [end.days.to] : [])];
}

/** Coverage as each entry states it, whatever the day. */
const coverages = (record: IndexedRecord) => keptBy((entry: MedicationEntry) => statedCoverage(entry, record));

function statedCoverage(entry: MedicationEntry, record: IndexedRecord): Coverage | undefined {
  if (entry.source === 'administration') return administered(entry);
  const bounds = entry.dosages.map((dosage) => readBounds(dosage, record));
  const starts: DayRange[] = [];
  for (const { start } of bounds) if (start !== undefined) starts.push(start);
  const begun = beginsUndated(entry, bounds) ? startOf(entry) : undefined;
  const boundStart = starts.length === 0 ? undefined : earliest(begun === undefined ? starts : [begun, ...starts]);
  const ownStart = entry.source === 'request' || entry.point ? undefined : entry.start;
  const start =
    (entry.source === 'dispense' ? entry.start : (ownStart ?? boundStart)) ??
    boundStart ??
    entry.start ??
    entry.authored;
  if (start === undefined) return undefined;

  const ownPeriod = ownStart !== undefined;
  const open =
    ownPeriod || bounds.some((each) => each.start !== undefined && each.end === undefined && each.days === undefined);
  const supply = (): DayRange | undefined => lastingIf(start, supplyDays(entry, record));
  const end =
    (entry.source === 'dispense' ? supply() : undefined) ??
    (ownPeriod ? entry.end : undefined) ??
    endOfDosages(entry, bounds, start) ??
    (open || entry.point ? undefined : endOfValidity(entry, start, record)) ??
    (ownPeriod ? atLeast(start, daysInWords(entry, record)) : undefined) ??
    (open ? undefined : (supply() ?? lastingIf(start, daysInWords(entry, record))));
  if (end !== undefined) return { start, end: known(notBefore(end, start)), bounded: true };
  const ongoing = open && !entry.point && entry.status === 'active';
  return { start, end: { state: ongoing ? 'ongoing' : 'unsaid' }, bounded: false };
}

/** Steps of which the first names no start: it begins with the order, not with the later one that names its own. */
function beginsUndated({ dosages }: MedicationEntry, bounds: readonly Bounds[]): boolean {
  const numbers = dosages.map((dosage) => numberAt(dosage, 'sequence') ?? 0);
  const first = Math.min(...numbers);
  return bounds.every(({ start }, index) => start === undefined || numbers[index] !== first);
}

const lastingIf = (start: DayRange, days: number | undefined): DayRange | undefined =>
  days === undefined ? undefined : lasting(start, days);

/** Beside an open start "for 28 days" may be how long it is taken or how long one supply lasts. */
const atLeast = (start: DayRange, days: number | undefined): DayRange | undefined =>
  days === undefined ? undefined : lasting(start, days, Infinity);

/** The last end of all dosages, if each has one. Steps of a sequence that say only how long they last follow each other. */
function endOfDosages(entry: MedicationEntry, bounds: readonly Bounds[], start: DayRange): DayRange | undefined {
  if (bounds.length === 0 || bounds.some((each) => each.end === undefined && each.days === undefined)) return undefined;
  const stages = Map.groupBy(bounds, (_, index) => numberAt(entry.dosages[index] ?? {}, 'sequence'));
  const anchored = bounds.some((each) => each.start !== undefined || each.end !== undefined);
  if (!anchored) {
    const longest = (stage: readonly Bounds[], end: 'low' | 'high'): number =>
      Math.max(...stage.map((each) => each.days?.[end] ?? 0));
    const total = (end: 'low' | 'high'): number =>
      [...stages.values()].reduce((sum, stage) => sum + longest(stage, end), 0);
    return lasting(start, total('low'), total('high'));
  }
  return latest(
    bounds.flatMap((each) => each.end ?? lasting(each.start ?? start, each.days?.low ?? 1, each.days?.high)),
  );
}

function administered(entry: MedicationEntry): Coverage | undefined {
  const { start } = entry;
  if (start === undefined) return undefined;
  const end = entry.end ?? (entry.status === 'in-progress' ? undefined : start);
  return { start, end: end === undefined ? { state: 'unsaid' } : known(notBefore(end, start)), bounded: true };
}

const notBefore = (end: DayRange, start: DayRange): DayRange => ({
  from: Math.max(end.from, start.from),
  to: Math.max(end.to, start.from),
});

const earliest = (ranges: readonly DayRange[]): DayRange => ({
  from: Math.min(...ranges.map((each) => each.from)),
  to: Math.min(...ranges.map((each) => each.to)),
});

const latest = (ranges: readonly DayRange[]): DayRange => ({
  from: Math.max(...ranges.map((each) => each.from)),
  to: Math.max(...ranges.map((each) => each.to)),
});
