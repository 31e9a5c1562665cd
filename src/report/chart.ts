// What does the evidence page draw? Every number is one that the assessment used, with its day and its source.

import type { EvidenceJson } from './evidence-json.ts';

/** Numbers from `low` to `high`; without `high` nobody knows how much at most. A known number has both alike. */
export type Range = { readonly low: number; readonly high?: number };

/** Whole days, YYYY-MM-DD, both included. */
export type Span = { readonly from: string; readonly to: string };

/** One stretch of days with one dose: the sum of all systemic glucocorticoids as prednisone equivalent. */
export type DoseSegment = Span & {
  /** mg a day. */
  readonly milligrams: Range;
  /** mg/kg a day; not given where no weight applies. */
  readonly perKg?: Range;
  /** kg that the dose was divided by. */
  readonly weight?: Range;
  /** References of the orders, dispenses and administrations, such as "MedicationRequest/7". */
  readonly sources: readonly string[];
};

/** Days by what they are: at or above the dose, just below it, on a full adult dose, on a pulse; joined and ascending. */
export type DaysByKind = Readonly<Record<'high' | 'near' | 'capped' | 'pulse', readonly Span[]>>;

export type GlucocorticoidChart = {
  /** The line to draw, and how long it must be held: the settings in force. */
  readonly threshold: { readonly mgPerKgPerDay: number; readonly days: number; readonly months: number };
  readonly segments: readonly DoseSegment[];
  /** By the least that the record allows: these days are sure. */
  readonly days: DaysByKind;
  /** By the most that the record allows: days that are not in `days` are possible. */
  readonly possibleDays: DaysByKind;
};

/** One value on the time axis. A partial date ("2026-03") is the span from its first to its last day; equal ends are one day. */
export type ChartPoint = Partial<Span> & {
  /** Not given where only words are on record. */
  readonly amount?: Range;
  /** As it stands in the record, such as "12 x10*9/L" or "negative". */
  readonly asWritten: string;
  /** Relative reference. */
  readonly reference: string;
  /** `not-counted`: preliminary, unreadable, undated or after the screening date. */
  readonly state: 'counted' | 'not-counted';
  /** Why it does not count. */
  readonly why?: string;
  /** How the value came about, such as "CKiD U25" for a filtration rate that was computed. */
  readonly how?: string;
};

/** A curve: one measurement over time. `amount` of its points is in `unit`. */
export type Series = {
  readonly id: SeriesId;
  readonly name: string;
  /** UCUM; "× ULN" for multiples of the upper limit of normal. */
  readonly unit: string;
  /** Where the trial draws the line, if it draws one. */
  readonly limit?: { readonly value: number; readonly is: 'at-least' | 'at-most'; readonly criterion: string };
  /** Ascending by date, undated first. */
  readonly points: readonly ChartPoint[];
};

export type SeriesId =
  | 'weight'
  | 'SLEDAI-2K'
  | 'LVEF'
  | 'eGFR'
  | 'ALT'
  | 'AST'
  | 'bilirubinTotal'
  | 'SpO2'
  | 'C3'
  | 'C4'
  | 'antiDsDNA'
  | 'urineProtein24h'
  | 'UPCR';

/**
 * One stretch on a drug as one resource states it. `from` and `to` span every reading of partial dates; `to` is cut off at the date
 * of assessment.
 */
export type DrugSpan = Partial<Span> & {
  /** Goes on at the date of assessment as the record plans it. */
  readonly ongoing: boolean;
  /** Nothing ends the order; it was cut off after 180 days. */
  readonly unbounded: boolean;
  readonly route?: string;
  readonly source: 'administration' | 'dispense' | 'statement' | 'request';
  readonly reference: string;
  /** Counts as systemic treatment of lupus. `unclear`: the route, the reason or the dates leave it open. `no`: see `why`. */
  readonly counted: 'yes' | 'unclear' | 'no';
  readonly why?: string;
};

/** One drug as a row of bars. */
export type DrugBar = {
  /** Active moiety, such as "mycophenolate". */
  readonly drug: string;
  readonly name: string;
  readonly role: 'hydroxychloroquine' | 'trial-agent' | 'other';
  /** Long enough or often enough by the settings in force; not given for drugs of which the trial does not ask. */
  readonly adequate?: 'yes' | 'no' | 'unclear';
  /** Longest proven course, in days, and proven single doses, by which `adequate` was decided. */
  readonly cover?: Span & { readonly days: number };
  readonly doses?: readonly string[];
  readonly spans: readonly DrugSpan[];
};

export type EventKind =
  | 'vaccine-live'
  | 'vaccine-unclear'
  | 'vaccine'
  | 'infection-test'
  | 'infection'
  | 'cns'
  | 'renal'
  | 'car-t'
  | 'transplant';

/** Something that happened, to be drawn as a mark. */
export type ChartEvent = EvidenceJson & {
  readonly kind: EventKind;
  /** First and last day that the date can mean; not given without a date. */
  readonly from?: string;
  readonly to?: string;
};

export type Chart = {
  /** Everything dated lies within: first day with something, and the last (the date of assessment or later). */
  readonly span: Span;
  readonly glucocorticoid: GlucocorticoidChart;
  /** Hydroxychloroquine first, then the trial's agents, then others; rows without spans are left out. */
  readonly drugs: readonly DrugBar[];
  /** Only series with points, in the order of `SeriesId`. */
  readonly series: readonly Series[];
  /** Ascending by date. */
  readonly events: readonly ChartEvent[];
};
