// To which drugs was the patient exposed, when, and by which route?

import type { Day, DayRange } from '../../logic/calendar.ts';
import { keptBy } from '../../logic/lazy.ts';
import type { Turn } from '../../logic/finding.ts';
import type { Concept } from '../../terminology/concept.ts';
import type { DrugClass, DrugIdentity, IngredientName, Reach, RouteClass } from '../../terminology/drugs.ts';
import { systemicReach } from '../../terminology/routes.ts';
import { areOnlyAsNeeded } from '../../fhir/dosage/dosage-as-needed.ts';
import type { MedicationEntry, MedicationSource } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Json } from '../../fhir/record.ts';
import { coverageOf, type Coverage } from './exposure-coverage.ts';
import type { Screening } from '../screening.ts';
import { untakenDays } from './untaken.ts';

export type Exposure = {
  readonly reference: string;
  readonly source: MedicationSource;
  readonly ingredient: IngredientName;
  readonly classes: ReadonlySet<DrugClass>;
  readonly systemic: Reach;
  readonly route: RouteClass | undefined;
  readonly start: DayRange | undefined;
  /** Last day, inclusive, never after the screening date. A range where nobody says when it ended. */
  readonly end: DayRange | undefined;
  /** The end as the record plans it, after the screening date too; infinite while nothing ends it. */
  readonly plannedEnd: DayRange | undefined;
  /** One administration, dispense or assertion on one day; where no supply is stated the range of `end` starts on that day. */
  readonly point: boolean;
  /** The end was cut off after 180 days because nothing else ends it. */
  readonly unbounded: boolean;
  /** Start and end are both stated or follow from a stated supply. */
  readonly bounded: boolean;
  readonly asNeeded: boolean;
  /** Days on which a statement says that it is not taken. */
  readonly untaken: readonly DayRange[];
  readonly reasons: readonly Concept[];
  readonly statusReasons: readonly Concept[];
  readonly dosages: readonly Json[];
  readonly entry: MedicationEntry;
};

/**
 * Longest time that an order covers when neither it nor a later one ends it.
 * @source Clinical specification R-4.3 (default; no published rule).
 */
export const unboundedOrderDays = 180;

type Draft = {
  readonly entry: MedicationEntry;
  readonly drug: DrugIdentity;
  readonly ingredient: IngredientName;
  readonly coverage: Coverage | undefined;
};

/** One exposure per resource and ingredient, of drugs that were identified and that may have started by the screening date. */
export const exposuresOf = (record: IndexedRecord, screening: Screening): readonly Exposure[] =>
  exposuresAmong(record, record.medications, screening.date);

/**
 * The exposures as they are known, or planned, for a day. An end that is not stated is the day before the next order of the
 * same drug, route and source, else 180 days after the start.
 */
export function exposuresAmong(
  record: IndexedRecord,
  entries: readonly MedicationEntry[],
  today: Day,
): readonly Exposure[] {
  const groups = new Map<string, Draft[]>();
  for (const entry of entries) {
    if (entry.identified.state !== 'known') continue;
    const { drug } = entry.identified;
    const coverage = coverageOf(record, entry, today);
    for (const ingredient of drug.ingredients) {
      const key = `${entry.source} ${ingredient} ${entry.route ?? ''}`;
      const draft = { entry, drug, ingredient, coverage };
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [draft]);
      else group.push(draft);
    }
  }
  const exposures: Exposure[] = [];
  for (const group of groups.values()) {
    // An only one is replaced by none.
    const starts = group.length === 1 ? noStarts : orderStarts(group, record.once(asNeededIn));
    for (const draft of group) {
      const { coverage } = draft;
      if (coverage === undefined || coverage.start.from <= today)
        exposures.push(exposureOf(record, draft, starts, today));
    }
  }
  return exposures.sort(inOrder);
}

const noStarts: readonly DayRange[] = [];

const inOrder = (a: Exposure, b: Exposure): number => {
  const days = (a.start?.from ?? 0) - (b.start?.from ?? 0);
  return days === 0 ? (a.reference < b.reference ? -1 : 1) : days;
};

/** Of one record: whether an entry is taken only when needed, looked at once however many days ask. */
const asNeededIn = ({ lexicon }: IndexedRecord): ((entry: MedicationEntry) => boolean) =>
  keptBy(({ dosages }) => areOnlyAsNeeded(dosages, lexicon));

/** Starts of the orders that could replace an earlier one, ascending. */
const orderStarts = (group: readonly Draft[], allAsNeeded: (entry: MedicationEntry) => boolean): readonly DayRange[] =>
  group
    .flatMap(({ entry, coverage }) => (coverage === undefined || allAsNeeded(entry) ? [] : [coverage.start]))
    .sort((a, b) => a.from - b.from);

function exposureOf(record: IndexedRecord, draft: Draft, starts: readonly DayRange[], today: Day): Exposure {
  const { entry, drug, ingredient, coverage } = draft;
  const ended = coverage === undefined ? undefined : plannedEnd(coverage, entry, starts);
  return {
    reference: entry.reference,
    source: entry.source,
    ingredient,
    classes: drug.classes,
    systemic: systemicReach(entry.route, drug),
    route: entry.route,
    start: coverage === undefined ? undefined : upTo(coverage.start, today),
    end: ended === undefined ? undefined : upTo(ended.end, today),
    plannedEnd: ended?.end,
    point: entry.point,
    unbounded: ended?.unbounded ?? false,
    bounded: coverage?.bounded ?? false,
    asNeeded: record.once(asNeededIn)(entry),
    untaken: untakenDays(record, ingredient, entry.source, coverage?.start ?? anyDay),
    reasons: entry.reasons,
    statusReasons: entry.statusReasons,
    dosages: entry.dosages,
    entry,
  };
}

const anyDay: DayRange = { from: -Infinity, to: Infinity };

const upTo = (range: DayRange, last: Day): DayRange =>
  range.from <= last && range.to <= last ? range : { from: Math.min(range.from, last), to: Math.min(range.to, last) };

/**
 * The end of a coverage, as far as its neighbours tell. An active order without an end runs to the next one or the
 * 180th day; of one that is completed, or known from one day only, nobody knows whether it ran so long.
 */
export function plannedEnd(
  coverage: Coverage,
  entry: MedicationEntry,
  starts: readonly DayRange[],
): { readonly end: DayRange; readonly unbounded: boolean } {
  const { start, end } = coverage;
  if (end.state === 'known') return { end: end.days, unbounded: false };
  const next = starts.find((each) => each.from > start.to);
  const beforeNext = next === undefined ? undefined : { from: next.from - 1, to: next.to - 1 };
  if (end.state === 'ongoing') return { end: beforeNext ?? { from: Infinity, to: Infinity }, unbounded: false };

  const limit = start.to + unboundedOrderDays;
  const unbounded = beforeNext === undefined || beforeNext.to > limit;
  const stops = unbounded ? { from: limit, to: limit } : beforeNext;
  const continued = !entry.point && (entry.status === 'active' || (entry.status === 'stopped' && !unbounded));
  return { end: continued ? stops : { from: Math.min(start.from, stops.from), to: stops.to }, unbounded };
}

/** The first days on which an exposure may have ended, and has ended, as it is planned. */
export const endTurns = ({ plannedEnd }: Exposure): readonly Turn[] =>
  plannedEnd === undefined
    ? []
    : [plannedEnd.from, plannedEnd.to].filter(Number.isFinite).map((last) => ({ on: last + 1 }));
