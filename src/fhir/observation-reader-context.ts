// When, on whom and on what specimen was an Observation made, and how was it flagged?

import type { Moment } from '../logic/calendar.ts';
import { textsOf } from '../terminology/concept.ts';
import { specimenOf } from '../terminology/measurement-text.ts';
import type { MeasurementName } from '../terminology/measurements.ts';
import { isBareTotal, isScore } from '../terminology/score-parts.ts';
import { conceptsAt, readConcept } from './concept-reader.ts';
import { asJson, asObjects, asText, textArrayAt, textAt } from './json.ts';
import { presenceInText } from './presence.ts';
import { localReference } from './referenced.ts';
import type { ReaderContext } from './reader-context.ts';
import type { Reading } from './reading.ts';
import type { Json, Resource } from './record.ts';

/** The clinically relevant time of an Observation or a DiagnosticReport; of a period its end, or all of it if it is longer than two days; `issued` only where there is no other. */
export function effectiveOf(observation: Resource, { momentOf }: ReaderContext): Moment | undefined {
  const point = momentOf(observation['effectiveDateTime'] ?? observation['effectiveInstant']);
  if (point !== undefined) return point;
  const period = asJson(observation['effectivePeriod']);
  if (period !== undefined) {
    const [start, end] = [momentOf(period['start']), momentOf(period['end'])];
    if (start !== undefined && end !== undefined && end.to - start.from > 2) return { from: start.from, to: end.to };
    const either = end ?? start;
    if (either !== undefined) return either;
  }
  const events = textArrayAt(asJson(observation['effectiveTiming']) ?? {}, 'event');
  return momentOf(events.at(-1)) ?? momentOf(observation['issued']);
}

/** Whether an Observation decides or is only shown, by its status; undefined where it does not count. */
export function observationStatus({ status }: Resource): Reading['status'] | undefined {
  if (status === 'final' || status === 'amended' || status === 'corrected') return 'valid';
  if (status === 'preliminary') return 'preliminary';
  const stated = typeof status === 'string' ? status.trim().toLowerCase() : undefined;
  return stated === status ? undefined : observationStatus({ resourceType: 'Observation', status: stated });
}

/** True if the observation is about somebody or something else than its subject (a donor, the mother, a fetus). */
export function isAboutAnother(observation: Resource, context: ReaderContext): boolean {
  if (observation['focus'] === undefined && observation['specimen'] === undefined) return false;
  const subject = textAt(asJson(observation['subject']) ?? {}, 'reference');
  const others = asObjects(observation['focus']).flatMap(
    (focus) => asText(focus['reference']) ?? asText(focus['display']) ?? [],
  );
  if (others.some((other) => subject === undefined || localReference(other) !== localReference(subject))) return true;
  const specimen = context.resolve(observation['specimen'], observation);
  const source = textAt(asJson(specimen?.['subject']) ?? {}, 'reference');
  return source !== undefined && subject !== undefined && localReference(source) !== localReference(subject);
}

/** SNOMED CT specimens that often come without a display. */
const specimenCodes: ReadonlyMap<string, ReturnType<typeof specimenOf>> = new Map([
  ['122575003', 'urine'],
  ['119297000', 'blood'],
  ['119364003', 'blood'],
  ['119361006', 'blood'],
  ['258450006', 'elsewhere'],
  ['258607008', 'elsewhere'],
  ['119342007', 'elsewhere'],
]);

/** The specimen as the Specimen resource or its reference names it. */
export function specimenNamed(observation: Resource, context: ReaderContext): ReturnType<typeof specimenOf> {
  const reference = asJson(observation['specimen']);
  if (reference === undefined) return undefined;
  const resource = context.resolve(reference, observation);
  const concept = readConcept(resource?.['type']);
  const coded = concept?.codings.map(({ code }) => specimenCodes.get(code)).find((each) => each !== undefined);
  const texts = [asText(reference['display']), ...(concept === undefined ? [] : textsOf(concept))];
  return coded ?? texts.flatMap((text) => (text === undefined ? [] : (specimenOf(text) ?? []))).at(0);
}

type Interpretation = NonNullable<Reading['interpretation']>;

const interpretationCodes: ReadonlyMap<string, Interpretation> = new Map<string, Interpretation>([
  ['N', 'normal'],
  ...['H', 'HH', 'HU', 'H>'].map((code) => [code, 'high'] as const),
  ...['L', 'LL', 'LU', 'L<'].map((code) => [code, 'low'] as const),
  ...['A', 'AA'].map((code) => [code, 'abnormal'] as const),
  ...['POS', 'DET', 'RR'].map((code) => [code, 'positive'] as const),
  ...['NEG', 'ND', 'NR'].map((code) => [code, 'negative'] as const),
  ...['IND', 'WR', 'E'].map((code) => [code, 'indeterminate'] as const),
]);

/** The flag of a result: by HL7 code, else by its display or text; undefined where several flags differ. */
export function interpretationOf(part: Json): Interpretation | undefined {
  if (part['interpretation'] === undefined) return undefined;
  const found = conceptsAt(part, 'interpretation').flatMap((concept) => {
    const coded = concept.codings
      .filter(({ system }) => system === '' || /ObservationInterpretation|0078/.test(system))
      .flatMap(({ code }) => interpretationCodes.get(code.toUpperCase()) ?? []);
    return coded.length > 0 ? coded : textsOf(concept).flatMap((text) => flagInText(text) ?? []);
  });
  const flags = new Set(found);
  const [only] = flags;
  return flags.size === 1 ? only : undefined;
}

const flagWords: readonly (readonly [RegExp, Interpretation])[] = [
  [/^(normal|正常|n)$/i, 'normal'],
  [/^(high|critical(ly)? high|偏高|升高|增高|高|h|↑+)$/i, 'high'],
  [/^(low|critical(ly)? low|偏低|降低|减低|低|l|↓+)$/i, 'low'],
  [/^(abnormal|异常|a)$/i, 'abnormal'],
];

function flagInText(text: string): Interpretation | undefined {
  const flag = flagWords.find(([pattern]) => pattern.test(text))?.[1];
  if (flag !== undefined) return flag;
  const presence = presenceInText(text);
  if (presence === 'below-limit') return undefined;
  return presence === 'weak' ? 'indeterminate' : presence;
}

/** Whether a component gives, under no other name than "total", the total of the score that its observation names. */
export function isTotalOf(names: readonly MeasurementName[], component: Json): boolean {
  if (!names.some(isScore)) return false;
  const concept = readConcept(component['code']);
  return concept !== undefined && textsOf(concept).some(isBareTotal);
}
