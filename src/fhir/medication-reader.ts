// Which drugs were given, dispensed, taken or ordered, and does the entry count?

import { parseMoment, type Moment } from '../logic/calendar.ts';
import { say, type Message } from '../logic/message.ts';
import { nameOf, type Concept } from '../terminology/concept.ts';
import type { Identified, RouteClass } from '../terminology/drugs.ts';
import { readRoute, routeInText } from '../terminology/routes.ts';
import { conceptsAt } from './concept-reader.ts';
import type { MedicationEntry, MedicationSource } from './entries.ts';
import { isJson, objectAt, objectsAt, textAt } from './json.ts';
import { medicationNames } from './medication-names.ts';
import { deniedInWords } from './denied-in-words.ts';
import { comesToNothing } from './dosage/dosage-nothing.ts';
import { reasonsOf } from './procedure-reader.ts';
import type { Json, Resource } from './record.ts';
import { statusDoesNotCount, type Read, type ReaderContext } from './reader-context.ts';

const sources = new Map<string, MedicationSource>([
  ['MedicationAdministration', 'administration'],
  ['MedicationDispense', 'dispense'],
  ['MedicationStatement', 'statement'],
  ['MedicationRequest', 'request'],
]);

const taken = new Set(['active', 'completed', 'stopped']);
const given = new Set(['completed', 'in-progress']);
/** Of an administration: something was given, and then broken off, held, or nobody knows; of the others: it may have been. */
const begun = new Set(['stopped', 'on-hold', 'unknown', '']);
/** Statuses that say that nothing was taken or given. Of one that FHIR does not know, nobody knows what it says. */
const refused = new Set('draft cancelled entered-in-error intended not-taken preparation not-done declined'.split(' '));
/** Whether it may have been, by a status with which the entry does not count. */
const isPerhaps = (status: string): boolean =>
  begun.has(status) || !(refused.has(status) || taken.has(status) || given.has(status));
const ordering = new Set(['order', 'original-order', 'reflex-order', 'filler-order', 'instance-order']);

/**
 * Reads a MedicationRequest, -Statement, -Administration or -Dispense: what was drafted, cancelled, proposed,
 * not taken, on hold, entered in error or forbidden is ignored, also where only its words say so. A drug that nobody can name is
 * an entry all the same.
 */
export function readMedication(resource: Resource, context: ReaderContext): Read<MedicationEntry> {
  const source = sources.get(resource.resourceType);
  if (source === undefined) return undefined;
  const reference = context.referenceOf(resource);
  const { concepts, strength } = medicationNames(resource, context);
  const status = (textAt(resource, 'status') ?? '').toLowerCase();
  const reported =
    source === 'request' && (resource['reportedBoolean'] === true || isJson(resource['reportedReference']));
  const statusReasons = statusReasonsOf(resource, context);
  const denied = countingStatuses(source).has(status)
    ? deniedInWords(resource, { source, status, statusReasons, concepts }, context)
    : undefined;
  const dosages = objectsAt(resource, isDosed(source) ? 'dosage' : 'dosageInstruction');
  const empty = denied === undefined && comesToNothing(resource, dosages, context.lexicon);
  const inWords = empty ? say('exposures.no-dose') : denied === undefined ? undefined : say('exposures.not-taken');
  const why = whyNot(resource, source, status, reported) ?? inWords;
  if (why !== undefined) {
    const [concept] = concepts;
    const name = concept === undefined ? resource.resourceType : nameOf(concept);
    const silent = concept === undefined || status === 'entered-in-error' || statusReasons.length === 0;
    const perhaps =
      (isPerhaps(status) || inWords !== undefined) &&
      (source !== 'request' || whyNoOrder(resource, reported) === undefined);
    return {
      ignored: {
        reference,
        name,
        why,
        ...(!silent && { concept, statusReasons }),
        ...(isUntaken(resource, source, status, denied) && { untaken: entryOf() }),
        ...(perhaps &&
          (source === 'administration' || inWords !== undefined ? { begun: entryOf() } : { halted: entryOf() })),
      },
    };
  }
  return { entry: entryOf() };

  function entryOf(): MedicationEntry {
    const identified = context.lexicon.identifyDrug(concepts);
    return {
      reference,
      resource,
      source: reported ? 'statement' : (source ?? 'request'),
      identified,
      concepts,
      status,
      reported,
      reasons: reasonsOf(resource, context),
      statusReasons,
      ...timesOf(resource, context),
      dosages,
      route: routeOf(dosages, identified, context),
      ...(strength !== undefined && { strength }),
    };
  }
}

const countingStatuses = (source: MedicationSource): ReadonlySet<string> =>
  source === 'request' || source === 'statement' ? taken : given;

/** Its dosages are called so. */
const isDosed = (source: MedicationSource): boolean => source === 'administration' || source === 'statement';

const noConcepts: readonly Concept[] = [];

function statusReasonsOf(resource: Resource, { translate }: ReaderContext): readonly Concept[] {
  const { statusReason, statusReasonCodeableConcept } = resource;
  if (statusReason === undefined && statusReasonCodeableConcept === undefined) return noConcepts;
  return [
    ...conceptsAt(resource, 'statusReason', translate),
    ...conceptsAt(resource, 'statusReasonCodeableConcept', translate),
  ];
}

function whyNot(resource: Resource, source: MedicationSource, status: string, reported: boolean): Message | undefined {
  if (!countingStatuses(source).has(status)) return statusDoesNotCount(resource);
  if (source === 'statement' && isNotTaken(resource)) return say('exposures.not-taken');
  return source === 'request' ? whyNoOrder(resource, reported) : undefined;
}

function whyNoOrder(resource: Resource, reported: boolean): Message | undefined {
  if (resource['doNotPerform'] === true) return say('exposures.do-not-perform');
  const intent = (textAt(resource, 'intent') ?? '-').toLowerCase();
  const counted = ordering.has(intent) || (intent === 'plan' && reported);
  return counted ? undefined : say('exposures.intent-does-not-count', { intent });
}

/** Older systems say beside the status whether it is taken: y, n, unk or na (FHIR STU3). */
const isNotTaken = ({ taken: isTaken }: Resource): boolean => typeof isTaken === 'string' && isTaken !== 'y';

const isUntaken = (resource: Resource, source: MedicationSource, status: string, denied?: string): boolean =>
  source === 'statement'
    ? status === 'not-taken' || denied === 'not-taken' || (taken.has(status) && resource['taken'] === 'n')
    : source === 'administration' && status === 'not-done';

const swallowed = /tab|cap|pill|片|粒|胶囊|顿服|晨服|服用|swallow/i;

/** True if the instruction counts tablets or capsules, or says to swallow. */
const isSwallowed = (dosage: Json): boolean =>
  swallowed.test(textAt(dosage, 'text') ?? '') ||
  [...objectsAt(dosage, 'doseAndRate'), dosage].some((each) => {
    const quantity = objectAt(each, 'doseQuantity') ?? objectAt(each, 'dose') ?? {};
    return swallowed.test(textAt(quantity, 'unit') ?? textAt(quantity, 'code') ?? '');
  });

/** The stated route, by its code or in the words of the instruction; else the one that product or dose unit imply. */
function routeOf(dosages: readonly Json[], identified: Identified, context: ReaderContext): RouteClass | undefined {
  for (const dosage of dosages) {
    const stated = context.termOf(dosage['route']);
    const route = stated === undefined ? undefined : readRoute(stated.concept);
    if (route !== undefined) return route;
  }
  const implied = identified.state === 'known' ? identified.drug.route : undefined;
  if (implied !== undefined && implied !== 'injection') return implied;
  const wordsOf = context.lexicon.read(routeInText);
  const inWords = dosages.flatMap((dosage) => wordsOf(textAt(dosage, 'text') ?? '') ?? [])[0];
  return inWords ?? implied ?? (dosages.some(isSwallowed) ? 'oral' : undefined);
}

/** The day a dispense was handed over; of a statement that names no other day, the one on which it was made. */
function instantOf(
  resource: Resource,
  moment: (value: unknown) => Moment | undefined,
  authored: Moment | undefined,
): Moment | undefined {
  if (resource.resourceType === 'MedicationDispense') return moment(resource['whenHandedOver']) ?? authored;
  const isDated = resource['effectivePeriod'] !== undefined || objectsAt(resource, 'dosage').some(hasBounds);
  return resource.resourceType === 'MedicationStatement' && !isDated ? authored : undefined;
}

const hasBounds = (dosage: Json): boolean => {
  const timing = objectAt(dosage, 'timing');
  const repeat = objectAt(timing ?? {}, 'repeat');
  return timing?.['event'] !== undefined || repeat?.['boundsPeriod'] !== undefined;
};

type Times = Pick<MedicationEntry, 'start' | 'end' | 'point' | 'authored'>;

/** When, as sent. A request has no effective time of its own; its dispensing validity stands in. */
function timesOf(resource: Resource, context: ReaderContext): Times {
  const moment = (value: unknown): Moment | undefined => parseMoment(value, context.zone);
  const authored =
    moment(resource['authoredOn']) ?? moment(resource['dateAsserted']) ?? moment(resource['whenPrepared']);
  const instant = moment(resource['effectiveDateTime']) ?? instantOf(resource, moment, authored);
  if (instant !== undefined) return { start: instant, end: instant, point: true, authored };
  const period =
    objectAt(resource, 'effectivePeriod') ?? objectAt(objectAt(resource, 'dispenseRequest') ?? {}, 'validityPeriod');
  return { start: moment(period?.['start']), end: moment(period?.['end']), point: false, authored };
}
