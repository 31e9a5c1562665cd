// What did the record, or what will it, say of glucocorticoids up to a day?

import type { Day } from '../../logic/calendar.ts';
import { isLocalRoute } from '../../terminology/routes.ts';
import type { MedicationEntry } from '../../fhir/entries.ts';
import { areOnlyAsNeeded } from '../../fhir/dosage/dosage-as-needed.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { coverageOf } from '../drugs/exposure-coverage.ts';
import { exposuresAmong, plannedEnd, type Exposure } from '../drugs/exposures.ts';
import { corticosteroidEntries, glucocorticoidOrders, isCounted, type GlucocorticoidOrders } from './orders.ts';
import { settle, type Settled } from './pieces.ts';
import type { Piece } from './piece.ts';
import { segmentsOf, type Segment } from './segments.ts';
import type { BodySize } from '../results/weight.ts';

export type GlucocorticoidCourse = GlucocorticoidOrders & Settled & { readonly segments: readonly Segment[] };

/** Orders, pieces and segments of all systemic glucocorticoids among the exposures. */
export function glucocorticoidCourse(
  record: IndexedRecord,
  exposures: readonly Exposure[],
  size: BodySize,
): GlucocorticoidCourse {
  const read = glucocorticoidOrders(record, exposures);
  const settled = settle(read.orders);
  return { ...read, ...settled, segments: segmentsOf(settled.pieces, size) };
}

/** The pieces as the orders plan them up to a day; what has ended is taken over from the present course. */
export function plannedPieces(
  record: IndexedRecord,
  course: GlucocorticoidCourse,
  today: Day,
  until: Day,
): readonly Piece[] {
  const past = course.orders.filter(({ exposure, end }) => exposure.source === 'administration' || end.to < today);
  const settled = new Set<string>();
  for (const { exposure } of past) settled.add(exposure.reference);
  // Of what is noted as needed, some may be taken daily all the same.
  for (const { exposure, note } of course.notes) if (note !== 'as-needed') settled.add(exposure.reference);
  const open = record.once(corticosteroidEntries).filter(({ reference }) => !settled.has(reference));
  if (open.length === 0) return course.pieces;
  const { orders } = glucocorticoidOrders(record, exposuresAmong(record, open, until));
  return settle([...past, ...orders]).pieces;
}

/**
 * Drugs that nobody could identify and that may be a systemic glucocorticoid, as pieces of unknown dose that may not have been
 * taken: they can keep an answer open, never give one.
 */
export function unidentifiedPieces(record: IndexedRecord, today: Day): readonly Piece[] {
  return record.once(doubtfulEntries).flatMap((entry): readonly Piece[] => {
    const coverage = coverageOf(record, entry, today);
    const from = coverage?.start.from ?? -Infinity;
    if (from > today) return [];
    const to = coverage === undefined ? today : Math.min(plannedEnd(coverage, entry, []).end.to, today);
    const { reference, source } = entry;
    return [
      {
        from: Math.max(from, today - 3653),
        to,
        sure: false,
        dose: undefined,
        ingredient: reference,
        source,
        references: [reference],
      },
    ];
  });
}

const doubtfulEntries = ({ medications, lexicon }: IndexedRecord): readonly MedicationEntry[] =>
  medications.filter((entry) => mayBeGlucocorticoid(entry) && !areOnlyAsNeeded(entry.dosages, lexicon));

function mayBeGlucocorticoid({ identified, route }: MedicationEntry): boolean {
  if (identified.state === 'known' || isLocalRoute(route)) return false;
  return identified.state === 'unknown' || isCounted(identified.classes);
}
