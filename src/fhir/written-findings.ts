// Which Observations say in words what a report would say ("心包积液: 中量", a biopsy text, a rhythm)?

import { nameOf } from '../terminology/concept.ts';
import { readConcept } from './concept-reader.ts';
import type { ReportEntry } from './entries.ts';
import { effectiveOf, isAboutAnother, observationStatus } from './observation-reader-context.ts';
import type { ReaderContext } from './reader-context.ts';
import { legibleParts } from './report-reader.ts';
import type { Resource } from './record.ts';

/** A number with a unit; Chinese words after a number are an answer, but for a unit ("2年前患白血病", "12分"). */
const figure = /^\s*[<>≤≥]?=?\s*[\d.]+\s*(?:[^\s\u3400-\u9fff]{0,12}|[\u3400-\u9fff]{1,3})\s*$/;

/** The answer of an Observation in words; undefined for figures and for none. */
function answerOf(observation: Resource, context: ReaderContext): string | undefined {
  const { valueString, valueBoolean, valueCodeableConcept } = observation;
  if (typeof valueString === 'string') return figure.test(valueString) ? undefined : valueString;
  if (typeof valueBoolean === 'boolean') return valueBoolean ? 'yes' : 'no';
  const concept = readConcept(valueCodeableConcept, context.translate);
  return concept === undefined ? undefined : nameOf(concept);
}

/**
 * Reads an Observation of no measurement (or an electrocardiogram) with an answer in words as a report: its name and its answer are
 * the conclusion. Results of measurements are read as such and not here.
 */
export function writtenFinding(observation: Resource, context: ReaderContext): ReportEntry | undefined {
  const status = observationStatus(observation);
  if (status === undefined) return undefined;
  const answer = answerOf(observation, context);
  if (answer === undefined) return undefined;
  const term = context.termOf(observation['code']);
  if (term === undefined || isAboutAnother(observation, context)) return undefined;
  const { concept, measurements } = term;
  if (measurements.names.some((name) => name !== 'ECG')) return undefined;
  return {
    reference: context.referenceOf(observation),
    resource: observation,
    concept,
    when: effectiveOf(observation, context),
    status,
    ...legibleParts([`${nameOf(concept)}: ${answer}`]),
    conclusionConcepts: [],
  };
}
