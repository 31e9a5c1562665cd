// On which days does a statement say that an ordered drug is not taken, or an administration that it was not given?

import type { Day, DayRange } from '../../logic/calendar.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { MedicationEntry, MedicationSource } from '../../fhir/entries.ts';
import type { IngredientName } from '../../terminology/drugs.ts';

/** Days for which it is said; open: a statement of one day only, so that it speaks of what was ordered until then, from that day on. */
type Denial = DayRange & { readonly open: boolean };

const nothing: readonly never[] = [];

/**
 * The days on which an order or a statement of a drug, begun on `start`, is contradicted by a statement that it is not taken, or by an
 * administration that was not done. Dispenses and administrations rank above statements and are not contradicted; such an entry proves
 * nothing of its own.
 */
export function untakenDays(
  record: IndexedRecord,
  ingredient: IngredientName,
  source: MedicationSource,
  start: DayRange,
): readonly DayRange[] {
  if (source !== 'request' && source !== 'statement') return nothing;
  const denials = record.once(denialsOf).get(ingredient);
  return denials === undefined ? nothing : denials.filter(({ open, from }) => !open || start.from <= from);
}

function denialsOf({ ignored }: IndexedRecord): ReadonlyMap<IngredientName, readonly Denial[]> {
  const denials = new Map<IngredientName, Denial[]>();
  for (const { untaken } of ignored) {
    if (untaken?.identified.state !== 'known' || isUndatedDose(untaken)) continue;
    for (const ingredient of untaken.identified.drug.ingredients) {
      const known = denials.get(ingredient);
      if (known === undefined) denials.set(ingredient, [denialOf(untaken)]);
      else known.push(denialOf(untaken));
    }
  }
  return denials;
}

/** One dose that was not given, on a day that nobody knows, says little of all the others. */
const isUndatedDose = ({ source, start }: MedicationEntry): boolean =>
  source === 'administration' && start === undefined;

/** Without a begin it may be said of any day; a period without an end goes on. What was not given was not given on its own day. */
function denialOf({ source, start, end, point }: MedicationEntry): Denial {
  const from = start?.from ?? -Infinity;
  if (source === 'administration') return { from, to: end?.to ?? start?.to ?? Infinity, open: false };
  return point ? { from, to: Infinity, open: true } : { from, to: end?.to ?? Infinity, open: false };
}

/** What is left of some days without those on which the drug is said not to be taken. */
export function withoutUntaken({ from, to }: DayRange, untaken: readonly DayRange[]): readonly DayRange[] {
  let left: readonly DayRange[] = [{ from, to }];
  for (const each of untaken) left = left.flatMap((span) => withoutOne(span, each.from, each.to));
  return left;
}

const withoutOne = (span: DayRange, from: Day, to: Day): readonly DayRange[] =>
  to < span.from || from > span.to
    ? [span]
    : [
        { from: span.from, to: from - 1 },
        { from: to + 1, to: span.to },
      ].filter((part) => part.from <= part.to);
