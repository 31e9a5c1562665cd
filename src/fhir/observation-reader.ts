// Which results does one Observation give, of which measurements, and which of it does not count?

import { say, type Message } from '../logic/message.ts';
import type { Moment } from '../logic/calendar.ts';
import { nameOf, textsOf, type Concept } from '../terminology/concept.ts';
import { measurementNamed, type Measurement } from '../terminology/measurement-table.ts';
import { inSpecimen, measurementInText, specimenOf } from '../terminology/measurement-text.ts';
import { isLogarithmic, type MeasurementName } from '../terminology/measurements.ts';
import { readConcept } from './concept-reader.ts';
import type { IgnoredEntry } from './entries.ts';
import { objectsAt } from './json.ts';
import { effectiveOf, interpretationOf, isAboutAnother, specimenNamed } from './observation-reader-context.ts';
import { forEverybody, presenceFrom, whyUnreadable } from './observation-reader-flags.ts';
import { readValue, type Value } from './observation-reader-value.ts';
import { statusDoesNotCount, type ReaderContext } from './reader-context.ts';
import type { Reading } from './reading.ts';
import type { Json, Resource } from './record.ts';
import { readReferenceRanges } from './reference-range.ts';

export type ObservationRead = { readonly readings: readonly Reading[]; readonly ignored: readonly IgnoredEntry[] };

const nothing: ObservationRead = { readings: [], ignored: [] };
const validStatuses: ReadonlySet<unknown> = new Set(['final', 'amended', 'corrected']);

/** Where a reading comes from: the observation or one of its components. */
type Part = {
  readonly part: Json;
  readonly concept: Concept;
  readonly names: readonly MeasurementName[];
  readonly contradictory: boolean;
};

/**
 * Reads an Observation and each of its components as results of the measurements they name.
 * What is no measurement of ours costs a look-up of its codes and names, and gives nothing.
 */
export function readObservation(resource: Resource, context: ReaderContext): ObservationRead {
  const own = partOf(resource, context);
  const parts =
    resource['component'] === undefined
      ? own
      : [...own, ...objectsAt(resource, 'component').flatMap((part) => partOf(part, context))];
  if (parts.length === 0) return nothing;
  const reference = context.referenceOf(resource);
  const readings: Reading[] = [];
  const ignored: IgnoredEntry[] = [];
  const ignore = ({ concept }: Part, why: Message) => ignored.push({ reference, name: nameOf(concept), why });
  const status = resource['status'];
  const refused =
    validStatuses.has(status) || status === 'preliminary'
      ? isAboutAnother(resource, context) && say('reading.about-another')
      : statusDoesNotCount(resource);
  const when = effectiveOf(resource, context);
  const specimen = specimenNamed(resource, context) ?? panelSpecimen(resource);
  const frame: Frame = { reference, when, status: status === 'preliminary' ? 'preliminary' : 'valid', resource };
  for (const part of parts) {
    if (refused !== false) {
      ignore(part, refused);
      continue;
    }
    const named = part.names.flatMap((name) => {
      const found = inSpecimen(byMethod(name, resource), specimen);
      return found === 'other' || found === undefined ? [] : [found.name];
    });
    if (named.length === 0) ignore(part, say('reading.other-specimen'));
    for (const name of named) {
      const read = readPart(name, part, frame, context);
      if ('reading' in read) readings.push(read.reading);
      else if ('why' in read) ignore(part, read.why);
    }
  }
  return { readings, ignored };
}

const noParts: readonly Part[] = [];

function partOf(part: Json, context: ReaderContext): readonly Part[] {
  const concept = readConcept(part['code'], context.translate);
  if (concept === undefined) return noParts;
  const { names, contradictory } = context.lexicon.measurementsOf(concept);
  return names.length === 0 ? noParts : [{ part, concept, names, contradictory }];
}

/** The specimen that the name of a panel gives to its components ("urinalysis"); a result without components has its own name. */
function panelSpecimen(resource: Resource): ReturnType<typeof specimenOf> {
  if (resource['component'] === undefined) return undefined;
  const concept = readConcept(resource['code']);
  const said = concept === undefined ? [] : textsOf(concept).flatMap((text) => specimenOf(text) ?? []);
  return said[0];
}

/** A method that names a kind of the measurement (eGFR by "Bedside Schwartz") narrows it. */
function byMethod(name: MeasurementName, resource: Resource): MeasurementName {
  if (resource['method'] === undefined) return name;
  const method = readConcept(resource['method']);
  const named = method === undefined ? undefined : measurementInText(nameOf(method));
  return typeof named === 'object' && measurementNamed(named.name)?.within === name ? named.name : name;
}

/** A reading while it is put together. */
type Draft = { -readonly [Key in keyof Reading]: Reading[Key] };

type Frame = Pick<Reading, 'reference' | 'status' | 'resource'> & { readonly when: Moment | undefined };

function readPart(
  name: MeasurementName,
  { part, concept, contradictory }: Part,
  frame: Frame,
  context: ReaderContext,
): { readonly reading: Reading } | { readonly why: Message } | Record<string, never> {
  const measurement = measurementNamed(name);
  if (measurement === undefined) return {};
  if (part['dataAbsentReason'] !== undefined) return { why: say('reading.no-value') };
  const logarithmic = isLogarithmic(concept, name);
  const value = readValue(part, measurement, logarithmic, context);
  if (value === undefined)
    return part['component'] === undefined && part['hasMember'] === undefined ? { why: say('reading.no-value') } : {};
  if (value.apart === true) return { why: say('reading.other-quantity') };
  const interpretation = interpretationOf(part);
  const ranges = readReferenceRanges(part, toCanonical(measurement, value, logarithmic, context));
  const everybody = forEverybody(ranges);
  const presence = value.presence ?? presenceFrom(measurement, value, everybody, interpretation);
  const unreadable = contradictory
    ? say('reading.contradictory-code', { name: nameOf(concept) })
    : whyUnreadable(value, presence, interpretation);
  const limits = value.ownUnit === undefined ? everybody : undefined;
  const reading: Draft = { ...frame, measurement: name, asWritten: value.asWritten };
  if (value.amount !== undefined) reading.amount = value.amount;
  if (presence !== undefined) reading.presence = presence;
  if (value.text !== undefined) reading.text = value.text;
  if (value.concept !== undefined) reading.concept = value.concept;
  if (limits?.lower !== undefined) reading.lower = limits.lower;
  if (limits?.upper !== undefined) reading.upper = limits.upper;
  if (ranges.length > 0 && value.ownUnit === undefined) reading.ranges = ranges;
  if (interpretation !== undefined) reading.interpretation = interpretation;
  if (unreadable !== undefined) reading.unreadable = unreadable;
  return { reading };
}

/** Reference limits are in their own unit, or in the unit of the result; beside a result in a unit of its own they stay as written. */
function toCanonical(measurement: Measurement, value: Value, logarithmic: boolean, { converterOf }: ReaderContext) {
  return (limit: number, sent: readonly string[]): number | undefined => {
    if (value.ownUnit !== undefined)
      return sent.length === 0 || sent.some((unit) => value.units.includes(unit)) ? limit : undefined;
    const convert = converterOf(measurement, sent.length > 0 ? sent : value.units, logarithmic);
    return typeof convert === 'function' ? convert(limit) : undefined;
  };
}
