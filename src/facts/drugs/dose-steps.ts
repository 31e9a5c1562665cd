// What dose does one order, statement, dispense or administration mean, from which day to which?

import type { DayRange } from '../../logic/calendar.ts';
import { keptBy } from '../../logic/lazy.ts';
import { inMilligrams, readDosage, type DosageStep } from '../../fhir/dosage/dosage.ts';
import { readQuantity } from '../../fhir/dosage/dosage-amount.ts';
import type { MedicationEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { numberAt, objectAt } from '../../fhir/json.ts';
import { administeredSteps } from './dose-administered.ts';
import { onDays, type DoseStep } from './dose-days.ts';
import { entryStrength, supplyDays } from './exposure-supply.ts';
import type { Exposure } from './exposures.ts';

/** `asNeeded`: some of it is taken only when needed, and counts as nothing. */
export type DoseSteps = { readonly steps: readonly DoseStep[]; readonly asNeeded: boolean };

/** The dated doses of an exposure; none if it has no start. Whatever cannot be read is a step without a dose. */
export function doseSteps(record: IndexedRecord, exposure: Exposure): DoseSteps {
  const { start, end } = exposure;
  if (start === undefined || end === undefined) return { steps: [], asNeeded: false };
  const tracks = record.once(dosagesRead)(exposure.entry);
  const all = stepsIn(tracks);
  if (exposure.source === 'administration')
    return { steps: administeredSteps(exposure, start, end, all), asNeeded: false };

  const asNeeded = all.some((step) => step.asNeeded);
  if (all.every((step) => step.dose === undefined && !step.asNeeded)) {
    return { steps: [doseOfSupply(exposure, start, end, record)], asNeeded };
  }
  const [only] = tracks;
  if (only !== undefined && tracks.length === 1)
    return { steps: placeTrack(only.steps, start, end, []).steps, asNeeded };
  const stages = [...Map.groupBy(tracks, (track) => track.sequence)]
    .sort(([a], [b]) => a - b)
    .map(([, group]) => group);
  const steps: DoseStep[] = [];
  let at = start;
  for (const [index, stage] of stages.entries()) {
    const following = stages.slice(index + 1).flatMap(stepsIn);
    const placed = stage.map((track) => placeTrack(track.steps, at, end, following));
    for (const each of placed) steps.push(...each.steps);
    at = {
      from: Math.max(...placed.map((each) => each.next.from)),
      to: Math.max(...placed.map((each) => each.next.to)),
    };
  }
  return { steps: stages.length > 1 && clash(stages) ? steps.map(perhaps) : steps, asNeeded };
}

/** True if steps that follow each other by their numbers have the same days by their bounds, and not different times of day. */
const clash = (stages: readonly (readonly Track[])[]): boolean =>
  stages.some((stage, index) => {
    const later = stages.slice(index + 1).flatMap(stepsIn);
    return stepsIn(stage).some((a) => later.some((b) => meet(a, b) && !atOtherTimes(a, b)));
  });

/** Whether a step is said to end when a later one is said to have begun already. */
const meet = ({ bounds: a }: DosageStep, { bounds: b }: DosageStep): boolean =>
  a.end !== undefined &&
  b.start !== undefined &&
  Math.max(a.start?.to ?? -Infinity, b.start.to) <= Math.min(a.end.from, b.end?.from ?? Infinity);

const atOtherTimes = (a: DosageStep, b: DosageStep): boolean =>
  a.timesOfDay.length > 0 && b.timesOfDay.length > 0 && !a.timesOfDay.some((time) => b.timesOfDay.includes(time));

/** On its days, if at all: its latest start is after its end. */
const perhaps = (step: DoseStep): DoseStep => ({ ...step, from: { from: step.from.from, to: step.to.to + 1 } });

type Track = { readonly sequence: number; readonly steps: readonly DosageStep[] };

function stepsIn(tracks: readonly Track[]): readonly DosageStep[] {
  const [first] = tracks;
  return first !== undefined && tracks.length === 1 ? first.steps : tracks.flatMap((track) => track.steps);
}

/** The dosages of each entry, read. */
const dosagesRead = (record: IndexedRecord) =>
  keptBy((entry: MedicationEntry): readonly Track[] =>
    entry.dosages.map((dosage) => ({
      sequence: numberAt(dosage, 'sequence') ?? 0,
      steps: readDosage(dosage, entryStrength(entry), record),
    })),
  );

/** Puts one dosage's steps one after the other, from a day on. */
function placeTrack(steps: readonly DosageStep[], start: DayRange, end: DayRange, following: readonly DosageStep[]) {
  const placed: DoseStep[] = [];
  let next = start;
  for (const [index, step] of steps.entries()) {
    const from = step.bounds.start ?? next;
    const later = index + 1 === steps.length ? following : [...steps.slice(index + 1), ...following];
    const to = earlier(endOfStep(step, from, end, later), end);
    next = { from: to.from + 1, to: to.to + 1 };
    if (!step.asNeeded && from.from <= to.to) placed.push(...onDays(step, from, to));
  }
  return { steps: placed, next };
}

/**
 * The end of a step: its bounds; for the last one the end of the order; else the day before the next step, if that says when it
 * starts. Of a step before one that does not say so nobody knows how long it was: at most to the next start that is said.
 */
function endOfStep(step: DosageStep, from: DayRange, end: DayRange, later: readonly DosageStep[]): DayRange {
  const { days } = step.bounds;
  if (step.bounds.end !== undefined) return step.bounds.end;
  if (days !== undefined)
    return { from: from.from + Math.round(days.low) - 1, to: from.to + Math.round(days.high) - 1 };
  const [next] = later;
  if (next === undefined) return end;
  const start = later.find((each) => each.bounds.start !== undefined)?.bounds.start;
  if (start === undefined) return { from: from.from, to: end.to };
  return { from: next.bounds.start === undefined ? from.from : start.from - 1, to: start.to - 1 };
}

const earlier = (a: DayRange, b: DayRange): DayRange =>
  a === b ? a : { from: Math.min(a.from, b.from), to: Math.min(a.to, b.to) };

/** Of an entry without a readable dose: what was dispensed, divided by the days it lasts, if both are said. */
function doseOfSupply(exposure: Exposure, from: DayRange, to: DayRange, record: IndexedRecord): DoseStep {
  const { resource } = exposure.entry;
  const quantity = readQuantity(resource['quantity'] ?? objectAt(resource, 'dispenseRequest')?.['quantity']);
  const total = inMilligrams(quantity, entryStrength(exposure.entry));
  const days = supplyDays(exposure.entry, record);
  const readable =
    exposure.source === 'dispense' && total !== undefined && total.per === undefined && days !== undefined;
  const milligrams = readable ? { low: total.milligrams.low / days, high: total.milligrams.high / days } : undefined;
  return {
    from,
    to,
    dose: milligrams === undefined ? undefined : { milligrams, averaged: false },
    timesOfDay: [],
    fromText: false,
  };
}
