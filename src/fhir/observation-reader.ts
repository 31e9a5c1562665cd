// Which results does one Observation give, of which measurements, and which of it does not count?

import { say, type Message } from '../logic/message.ts';
import type { Moment } from '../logic/calendar.ts';
import { nameOf, textsOf, type Concept } from '../terminology/concept.ts';
import { measurementNamed } from '../terminology/measurement-table.ts';
import { inSpecimen, measurementInText, specimenOf } from '../terminology/measurement-text.ts';
import { isLogarithmic, type MeasurementName } from '../terminology/measurements.ts';
import { readConcept } from './concept-reader.ts';
import type { IgnoredEntry } from './entries.ts';
import { asObjects } from './json.ts';
import { saysNotDone } from './not-done.ts';
import {
  effectiveOf,
  interpretationOf,
  isAboutAnother,
  isTotalOf,
  specimenNamed,
  observationStatus,
} from './observation-reader-context.ts';
import { flagOnly, isFlagged, presenceFrom, whyUnreadable } from './observation-reader-flags.ts';
import { limitsOf } from './observation-reader-limits.ts';
import { readValue } from './observation-reader-value.ts';
import type { Value } from './observation-value.ts';
import { statusDoesNotCount, type ReaderContext } from './reader-context.ts';
import { noLimits, type Reading } from './reading.ts';
import type { Json, Resource } from './record.ts';

export type ObservationRead = {
  readonly resource: Resource;
  readonly readings: readonly Reading[];
  readonly ignored: readonly IgnoredEntry[];
};

export const noReadings: readonly Reading[] = [];
const noneIgnored: readonly IgnoredEntry[] = [];

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
  const parts = partsOf(resource, context);
  if (parts.length === 0) return { resource, readings: noReadings, ignored: noneIgnored };
  const reference = context.referenceOf(resource);
  let readings: Reading[] | undefined;
  const ignored: IgnoredEntry[] = [];
  const status = observationStatus(resource);
  const refused =
    status === undefined
      ? statusDoesNotCount(resource)
      : isAboutAnother(resource, context) && say('reading.about-another');
  const when = effectiveOf(resource, context);
  const specimen = specimenNamed(resource, context) ?? panelSpecimen(resource);
  const frame: Frame = { reference, when, status: status ?? 'valid', resource };
  for (const part of parts) {
    if (refused !== false) {
      ignored.push(ignoring(part, reference, refused));
      continue;
    }
    const named = namesIn(part.names, resource, specimen);
    if (named.length === 0) ignored.push(ignoring(part, reference, say('reading.other-specimen')));
    for (const name of named) {
      const read = readPart(name, part, frame, context);
      if (read === undefined) continue;
      if (!('reference' in read)) ignored.push(ignoring(part, reference, read));
      // Most have one, for which a growing list would keep room for sixteen.
      else if (readings === undefined) readings = [read];
      else readings.push(read);
    }
  }
  return { resource, readings: readings ?? noReadings, ignored };
}

const ignoring = ({ concept }: Part, reference: string, why: Message): IgnoredEntry => ({
  reference,
  name: nameOf(concept),
  why,
});

const noParts: readonly Part[] = [];

/** The parts that name a measurement: mostly none, or the observation itself. */
function partsOf(resource: Resource, context: ReaderContext): readonly Part[] {
  const own = partOf(resource, context);
  if (resource['component'] === undefined) return own === undefined ? noParts : [own];
  const parts = own === undefined ? [] : [own];
  for (const component of asObjects(resource['component'])) {
    const part = partOf(component, context, own);
    if (part !== undefined) parts.push(part);
  }
  return parts;
}

function partOf(part: Json, context: ReaderContext, whole?: Part): Part | undefined {
  const term = context.termOf(part['code']);
  if (term === undefined || term.measurements.names.length === 0)
    return whole !== undefined && isTotalOf(whole.names, part) ? { ...whole, part } : undefined;
  const { names, contradictory } = term.measurements;
  return { part, concept: term.concept, names, contradictory };
}

/** The measurements that the names are in this specimen and by this method; usually the same. */
function namesIn(names: readonly MeasurementName[], resource: Resource, specimen: ReturnType<typeof specimenOf>) {
  if (specimen === undefined && resource['method'] === undefined) return names;
  return names.flatMap((name) => {
    const found = inSpecimen(byMethod(name, resource), specimen);
    return found === 'other' || found === undefined ? [] : [found.name];
  });
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

type Frame = Pick<Reading, 'reference' | 'status' | 'resource'> & { readonly when: Moment | undefined };

/** The reading, or why there is none; undefined where nothing was to be expected. */
function readPart(
  name: MeasurementName,
  { part, concept, contradictory }: Part,
  frame: Frame,
  context: ReaderContext,
): Reading | Message | undefined {
  const measurement = measurementNamed(name);
  if (measurement === undefined) return undefined;
  if (part['dataAbsentReason'] !== undefined) return say('reading.no-value');
  const logarithmic = isLogarithmic(concept, measurement);
  const value = readValue(part, measurement, logarithmic, context);
  if (value === undefined) {
    if (part['component'] !== undefined || part['hasMember'] !== undefined) return undefined;
    return isFlagged(part) ? { ...flagOnly, ...frame, measurement: name } : say('reading.no-value');
  }
  if (value.apart === true) return say('reading.other-quantity');
  if (isNotDone(value, context)) return say('reading.no-value');
  const interpretation = interpretationOf(part);
  const limits = limitsOf(part, measurement, value, logarithmic, context);
  const said = value.presence ?? presenceFrom(measurement, value, limits, interpretation);
  // What the laboratory itself calls indeterminate is neither, whatever its words.
  const presence = interpretation === 'indeterminate' && (said === 'positive' || said === 'negative') ? 'weak' : said;
  return {
    reference: frame.reference,
    when: frame.when,
    status: frame.status,
    resource: frame.resource,
    measurement: name,
    asWritten: value.asWritten,
    amount: value.amount,
    presence,
    text: value.text,
    concept: value.concept,
    limits: value.ownUnit === undefined ? limits : noLimits,
    interpretation,
    unreadable: contradictory
      ? say('reading.contradictory-code', { name: nameOf(concept) })
      : whyUnreadable(measurement, value, presence, limits, interpretation),
  };
}

const isNotDone = ({ text, presence }: Value, { lexicon }: ReaderContext): boolean =>
  text !== undefined && presence === undefined && lexicon.read(saysNotDone)(text);
