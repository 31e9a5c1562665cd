// What would the record hold if a draft order were carried out?

import type { Concept } from '../terminology/concept.ts';
import { nameOf } from '../terminology/concept.ts';
import { identifyDrug } from '../terminology/drugs.ts';
import { isVaccine } from '../terminology/vaccines.ts';
import { areOnlyAsNeeded } from './dosage/dosage-as-needed.ts';
import type { Draft } from './drafts.ts';
import { isADeed, plannedDay } from './draft-deeds.ts';
import { isJson, objectAt, objectsAt, textAt } from './json.ts';
import type { Json, Resource } from './record.ts';

/**
 * The resources that would exist had the order been signed on `date` (YYYY-MM-DD) and carried out on that day or on the later
 * one it is planned for: an active order, a running infusion of a vasopressor, a vaccination, a procedure, a place in a study.
 * What was ordered before is not changed. An order to test, to examine or to refer leaves nothing but the place in a study.
 * @param id the id of every resource made here.
 */
export function carriedOut(draft: Draft, date: string, id: string): readonly Resource[] {
  const { order, names, studies } = draft;
  const subject = order['subject'] === undefined ? {} : { subject: order['subject'] };
  const enrolled = studies.map((each, index): Resource => {
    const inside = 'study-of-draft';
    const { reference, study, identifiers } = each;
    return {
      resourceType: 'ResearchSubject',
      id: index === 0 ? id : `${id}-${String(index + 1)}`,
      ...subject,
      status: 'on-study',
      period: { start: date },
      ...(study === undefined
        ? { study: reference }
        : {
            study: { ...reference, reference: `#${inside}` },
            contained: [{ ...study, id: inside, identifier: identifiers.map((value) => ({ value })) }],
          }),
    };
  });
  return [...deedsOf(draft, date, { id, ...subject }), ...enrolled];

  function deedsOf({ order }: Draft, date: string, own: Json): readonly Resource[] {
    const drug = order.resourceType === 'MedicationRequest';
    const vaccine = names.find(isVaccine);
    if (!drug && !isADeed(order, names)) return [];
    const day = plannedDay(order, date);
    if (vaccine !== undefined) return [vaccination(order, own, vaccine, day)];
    if (drug) return [signed(order, own, date), ...infusion(order, own, names, day)];
    return names.slice(0, 1).map((name) => ({
      resourceType: 'Procedure',
      ...own,
      status: 'in-progress',
      code: fhirConcept(name),
      performedDateTime: day,
    }));
  }
}

const fhirConcept = ({ codings, text }: Concept): Json => ({
  ...(codings.length > 0 && { coding: codings }),
  ...(text !== undefined && { text }),
});

const routeOf = (order: Resource): Json | undefined =>
  objectsAt(order, 'dosageInstruction')
    .map((dosage) => objectAt(dosage, 'route'))
    .find(isJson);

function vaccination(order: Resource, own: Json, vaccine: Concept, day: string): Resource {
  const route = routeOf(order);
  return {
    resourceType: 'Immunization',
    ...own,
    ...(own['subject'] !== undefined && { patient: own['subject'] }),
    status: 'completed',
    vaccineCode: fhirConcept(vaccine),
    occurrenceDateTime: day,
    ...(route !== undefined && { route }),
  };
}

/**
 * The order as if signed on that day. It does not reach back before its signature, and the amount of the first dispense says
 * nothing of how long the treatment is meant to last.
 */
function signed(order: Resource, own: Json, date: string): Resource {
  const { dispenseRequest: _supply, ...rest } = order;
  const dosageInstruction = objectsAt(order, 'dosageInstruction').map((dosage) => startingFrom(dosage, date));
  return {
    ...rest,
    ...own,
    resourceType: order.resourceType,
    status: 'active',
    intent: 'order',
    authoredOn: date,
    dosageInstruction,
  };
}

function startingFrom(dosage: Json, date: string): Json {
  const timing = objectAt(dosage, 'timing') ?? {};
  const repeat = objectAt(timing, 'repeat') ?? {};
  const period = objectAt(repeat, 'boundsPeriod');
  const start = textAt(period ?? {}, 'start');
  if (start === undefined || start.slice(0, 10) >= date) return dosage;
  return { ...dosage, timing: { ...timing, repeat: { ...repeat, boundsPeriod: { ...period, start: date } } } };
}

/** A vasopressor that is ordered, and not only for a need that may never come, would be running. */
function infusion(order: Resource, own: Json, names: readonly Concept[], day: string): readonly Resource[] {
  const identified = identifyDrug(names);
  const dosages = objectsAt(order, 'dosageInstruction');
  const isPressor =
    identified.state === 'known' &&
    identified.drug.classes.has('vasopressor') &&
    !identified.drug.classes.has('oral-vasopressor');
  if (!isPressor || areOnlyAsNeeded(dosages)) return [];
  const route = routeOf(order);
  return [
    {
      resourceType: 'MedicationAdministration',
      ...own,
      status: 'in-progress',
      medicationCodeableConcept: { coding: names.flatMap(({ codings }) => codings), text: names.map(nameOf)[0] },
      effectivePeriod: { start: day },
      ...(route !== undefined && { dosage: { route } }),
    },
  ];
}
