// Which treatments of central nervous system lupus were given within so many days?

import type { Day } from '../../logic/calendar.ts';
import type { Evidence } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import type { Concept } from '../../terminology/concept.ts';
import { isByVein } from '../../terminology/routes.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { doseSteps } from '../drugs/dose-steps.ts';
import { drugEvidence } from '../drugs/evidence.ts';
import { begunBetween, givenBetween, type Certainty } from '../drugs/exposure-time.ts';
import type { Exposure } from '../drugs/exposures.ts';
import { prednisonePerMilligram } from '../glucocorticoids/potency.ts';
import { pulseDaysSince } from '../glucocorticoids/pulses.ts';
import type { Screening } from '../screening.ts';
import { endsUnsaid, goesOn, operationEvidence, sightedOperations, standingOf } from '../sightings.ts';
import { pulseMilligrams } from '../glucocorticoids/days.ts';

export type Intervention = {
  readonly evidence: Evidence;
  /** Whether it surely fell into the window; what did not is left out. */
  readonly certain: boolean;
  /** `this`: given for CNS lupus; `other`: given for something else only; `lupus`: for lupus, or nobody says. */
  readonly purpose: 'this' | 'lupus' | 'other';
  /** The days on which it may leave the window. */
  readonly lapses: readonly Day[];
};

/** A pulse in mg of prednisone equivalent per kg, where the dose is written so: that of a child of 25 kg, a default. */
const pulsePerKilogram = pulseMilligrams / 25;

const afterwards = new Set(['antiepileptic', 'antipsychotic']);

/** Pulse glucocorticoid, cyclophosphamide, rituximab, immunoglobulin, a new antiepileptic or antipsychotic given for it, plasma exchange, intensive care. */
export function interventionsWithin(
  record: IndexedRecord,
  exposures: readonly Exposure[],
  screening: Screening,
  windowDays: number,
): readonly Intervention[] {
  const { date } = screening;
  const from = date - windowDays;
  const drugs = exposures.flatMap((exposure): readonly Intervention[] => {
    const purpose = purposeOf(record, exposure.reasons);
    const certainty = exposure.systemic === 'local' ? 'no' : certaintyOf(exposure, record, purpose, from, date);
    if (certainty === 'no') return [];
    // What counts as newly begun lapses by its first day, everything else by its last.
    const days = [exposure.start, exposure.end].flatMap((each) => (each === undefined ? [] : [each.from, each.to]));
    return [
      {
        evidence: drugEvidence(exposure),
        certain: certainty === 'yes',
        purpose,
        lapses: days.map((day) => day + windowDays + 1),
      },
    ];
  });
  const procedures = sightedOperations(record, screening, ['plasma-exchange', 'icu']).flatMap(
    (operation): readonly Intervention[] => {
      const { entry, doubt, when } = operation;
      const last = entry.ended ?? when;
      const isOver = goesOn(operation, screening) === 'no' && !endsUnsaid(operation);
      if (last !== undefined && last.to < from && isOver) return [];
      const certain = doubt === undefined && last !== undefined && last.from >= from;
      const lapses = last === undefined ? [] : [last.from, last.to].map((day) => day + windowDays + 1);
      return [{ evidence: operationEvidence(operation), certain, purpose: purposeOf(record, entry.reasons), lapses }];
    },
  );
  return [...drugs, ...procedures];
}

/**
 * Days on which glucocorticoids made a pulse only together, as two half doses do; those of which a part alone counts are left out.
 * @param counted the interventions that are known without adding anything up.
 */
export function pulsesTogether(
  record: IndexedRecord,
  exposures: readonly Exposure[],
  screening: Screening,
  windowDays: number,
  counted: readonly Intervention[],
): readonly Intervention[] {
  const from = screening.date - windowDays;
  const already = new Set(counted.flatMap(({ certain, evidence }) => (certain ? [evidence.reference] : [])));
  return pulseDaysSince(record, exposures, screening, from).flatMap((days): readonly Intervention[] => {
    const [main] = days.given;
    if (main === undefined || days.given.some(({ reference }) => already.has(reference))) return [];
    const purposes = days.parts.map(({ reasons }) => purposeOf(record, reasons));
    const purpose = purposes.includes('this') ? 'this' : purposes.includes('lupus') ? 'lupus' : 'other';
    const lapses = [Math.min(days.to, screening.date) + windowDays + 1];
    return [{ evidence: drugEvidence(main), certain: days.certain, purpose, lapses }];
  });
}

function certaintyOf(
  exposure: Exposure,
  record: IndexedRecord,
  purpose: Intervention['purpose'],
  from: Day,
  to: Day,
): Certainty {
  const { classes, ingredient } = exposure;
  if (ingredient === 'cyclophosphamide' || ingredient === 'rituximab' || classes.has('immunoglobulin'))
    return givenBetween(exposure, from, to);
  if (classes.has('glucocorticoid')) return pulseBetween(exposure, record, from, to);
  // A drug against seizures or psychosis counts only if it is new and given for CNS lupus.
  const counts = purpose === 'this' && [...afterwards].some((name) => classes.has(name));
  return counts ? begunBetween(exposure, from, to) : 'no';
}

function pulseBetween(exposure: Exposure, record: IndexedRecord, from: Day, to: Day): Certainty {
  const { route } = exposure;
  if (givenBetween(exposure, from, to) === 'no') return 'no';
  const byVein = isByVein(route);
  if (!byVein && route !== undefined) return 'no';
  const potency = prednisonePerMilligram(exposure.ingredient) ?? 1;
  const { steps } = doseSteps(record, exposure);
  const during = steps.filter((step) => step.to.to >= from && step.from.from <= to);
  const certainties = during.map((step): Certainty => {
    if (step.dose === undefined) return 'maybe';
    const { per, milligrams } = step.dose;
    if (per === 'square-metre') return 'maybe';
    const limit = per === 'kilogram' ? pulsePerKilogram : pulseMilligrams;
    if (milligrams.high * potency < limit) return 'no';
    const surely = milligrams.low * potency >= limit && step.to.from >= from && step.from.to <= to;
    return surely ? 'yes' : 'maybe';
  });
  if (certainties.includes('yes')) return 'yes';
  if (certainties.includes('maybe')) return 'maybe';
  return steps.length === 0 && byVein ? 'maybe' : 'no';
}

const lupus = ['sle', 'sle-possible', 'sle-secondary', 'overlap-mctd'] as const;

/** What a treatment was for, by its reasons. */
export function purposeOf(record: IndexedRecord, reasons: readonly Concept[]): Intervention['purpose'] {
  if (reasons.some((reason) => standingOf(record, reason, ['neuropsychiatric-lupus']) === 'sure')) return 'this';
  const elsewhere = ['lupus-nephritis', 'peripheral-neuropathic-lupus', 'prophylaxis'] as const;
  const general = reasons.some(
    (reason) => standingOf(record, reason, lupus) !== undefined && standingOf(record, reason, elsewhere) === undefined,
  );
  return reasons.length === 0 || general ? 'lupus' : 'other';
}

/** An intervention in the reader's words. */
export const interventionName = ({ evidence }: Intervention) => evidence.value ?? say('history.drug');
