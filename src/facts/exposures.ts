// To which drugs was the patient exposed, when, and by which route?

import type { Day, DayRange } from '../logic/calendar.ts';
import type { Turn } from '../logic/finding.ts';
import type { Concept } from '../terminology/concept.ts';
import type { DrugClass, DrugIdentity, IngredientName, Reach, RouteClass } from '../terminology/drugs.ts';
import { systemicReach } from '../terminology/routes.ts';
import type { MedicationEntry, MedicationSource } from '../fhir/entries.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import type { Json } from '../fhir/record.ts';
import { keptBy } from '../logic/lazy.ts';
import { coverageOf, type Coverage } from './exposure-coverage.ts';
import type { Screening } from './screening.ts';

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

/** What an entry says of one of its drugs, whatever the day. */
type Draft = {
  readonly entry: MedicationEntry;
  readonly drug: DrugIdentity;
  readonly ingredient: IngredientName;
  /** Of all orders of the same drug, route and source. */
  readonly key: string;
  readonly systemic: Reach;
  readonly asNeeded: boolean;
};

const draftsByEntry = (): ((entry: MedicationEntry) => readonly Draft[]) => keptBy(draftsOf);

function draftsOf(entry: MedicationEntry): readonly Draft[] {
  if (entry.identified.state !== 'known') return noDrafts;
  const { drug } = entry.identified;
  const systemic = systemicReach(entry.route, drug);
  const asNeeded = entry.dosages.length > 0 && entry.dosages.every(isAsNeeded);
  return drug.ingredients.map((ingredient) => {
    const key = `${entry.source} ${ingredient} ${entry.route ?? ''}`;
    return { entry, drug, ingredient, key, systemic, asNeeded };
  });
}

const noDrafts: readonly Draft[] = [];

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
  const drafts = record.once(draftsByEntry);
  const starts = new Map<string, DayRange[]>();
  const begun: { readonly draft: Draft; readonly coverage: Coverage | undefined }[] = [];
  for (const entry of entries) {
    const ofEntry = drafts(entry);
    if (ofEntry.length === 0) continue;
    const coverage = coverageOf(record, entry, today);
    for (const draft of ofEntry) {
      if (coverage === undefined || coverage.start.from <= today) begun.push({ draft, coverage });
      // Only an order that is not taken as needed can replace an earlier one.
      if (coverage === undefined || draft.asNeeded) continue;
      const known = starts.get(draft.key);
      if (known === undefined) starts.set(draft.key, [coverage.start]);
      else known.push(coverage.start);
    }
  }
  for (const those of starts.values()) if (those.length > 1) those.sort((a, b) => a.from - b.from);
  return begun
    .map(({ draft, coverage }) => exposureOf(draft, coverage, starts.get(draft.key) ?? noStarts, today))
    .sort(inOrder);
}

const noStarts: readonly DayRange[] = [];

const inOrder = (a: Exposure, b: Exposure): number => {
  const days = (a.start?.from ?? 0) - (b.start?.from ?? 0);
  return days === 0 ? (a.reference < b.reference ? -1 : 1) : days;
};

/** A Dosage that is taken only when needed. */
export const isAsNeeded = (dosage: Json): boolean =>
  dosage['asNeededBoolean'] === true || dosage['asNeededCodeableConcept'] !== undefined;

function exposureOf(
  { entry, drug, ingredient, systemic, asNeeded }: Draft,
  coverage: Coverage | undefined,
  starts: readonly DayRange[],
  today: Day,
): Exposure {
  const ended = coverage === undefined ? undefined : plannedEnd(coverage, entry, starts);
  return {
    reference: entry.reference,
    source: entry.source,
    ingredient,
    classes: drug.classes,
    systemic,
    route: entry.route,
    start: coverage === undefined ? undefined : upTo(coverage.start, today),
    end: ended === undefined ? undefined : upTo(ended.end, today),
    plannedEnd: ended?.end,
    point: entry.point,
    unbounded: ended?.unbounded ?? false,
    bounded: coverage?.bounded ?? false,
    asNeeded,
    reasons: entry.reasons,
    statusReasons: entry.statusReasons,
    dosages: entry.dosages,
    entry,
  };
}

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
