// What would the record hold if a draft order were carried out?

import type { Concept } from '../terminology/concept.ts';
import { identifyDrug } from '../terminology/drugs.ts';
import { isVaccine } from '../terminology/vaccines.ts';
import { readConcept } from './concept-reader.ts';
import { isJson, objectAt, objectsAt, textAt } from './json.ts';
import type { Json, Resource } from './record.ts';

/** A draft with what was in its Bundle beside it (Medication, ResearchStudy), to resolve references. */
export type Draft = { readonly order: Resource; readonly beside: readonly Resource[] };

const draftTypes = new Set(['MedicationRequest', 'ServiceRequest']);

/** The orders of a draftOrders Bundle that have a meaning here; a Bundle without `type` is as good. */
export function draftsIn(bundle: unknown): readonly Draft[] {
  if (!isJson(bundle)) return [];
  const all = objectsAt(bundle, 'entry').flatMap((entry) => {
    const resource = objectAt(entry, 'resource');
    const type = resource === undefined ? undefined : textAt(resource, 'resourceType');
    return resource === undefined || type === undefined ? [] : [{ ...resource, resourceType: type }];
  });
  const beside = all.filter((each) => !draftTypes.has(each.resourceType));
  return all.filter((each) => draftTypes.has(each.resourceType)).map((order) => ({ order, beside }));
}

/** The name of an order for the reader: its code, drug or the reference's display. */
export function nameOfDraft({ order, beside }: Draft): Concept | undefined {
  const reference = objectAt(order, 'medicationReference');
  const display = reference === undefined ? undefined : textAt(reference, 'display');
  return (
    readConcept(order['code']) ??
    readConcept(order['medicationCodeableConcept']) ??
    readConcept(referred(order, reference, beside)?.['code']) ??
    (display === undefined ? undefined : { codings: [], text: display })
  );
}

/** The contained resource, or the one in the same Bundle, that a reference names. */
function referred(owner: Resource, reference: Json | undefined, beside: readonly Resource[]): Json | undefined {
  const target = reference === undefined ? undefined : textAt(reference, 'reference');
  if (target === undefined) return undefined;
  if (target.startsWith('#'))
    return objectsAt(owner, 'contained').find((each) => `#${textAt(each, 'id') ?? ''}` === target);
  return beside.find((each) => target.endsWith(`${each.resourceType}/${textAt(each, 'id') ?? ''}`));
}

/**
 * The resources that would exist on `date` (YYYY-MM-DD) had the order been carried out that day, with the ids of the draft:
 * an active order from that day, a running infusion for a vasopressor, a vaccination, a procedure, a place in another study.
 */
export function carriedOut(draft: Draft, date: string): readonly Resource[] {
  const { order, beside } = draft;
  const id = `draft-${textAt(order, 'id') ?? '0'}`;
  const subject = order['subject'];
  const own: Json = { id, subject, ...('contained' in order && { contained: order['contained'] }) };
  const study = studyOf(order);
  const enrolled: readonly Resource[] =
    study === undefined
      ? []
      : [
          {
            resourceType: 'ResearchSubject',
            ...own,
            individual: subject,
            study,
            status: 'on-study',
            period: { start: date },
          },
        ];
  const name = nameOfDraft(draft);
  if (name === undefined) return [...enrolled, ...beside];
  if (isVaccine(name)) {
    const vaccine: Resource = {
      resourceType: 'Immunization',
      ...own,
      patient: subject,
      status: 'completed',
      vaccineCode: fhirConcept(name),
      occurrenceDateTime: date,
    };
    return [vaccine, ...enrolled, ...beside];
  }
  if (order.resourceType === 'ServiceRequest') {
    const procedure: Resource = {
      resourceType: 'Procedure',
      ...own,
      status: 'in-progress',
      code: fhirConcept(name),
      performedDateTime: date,
    };
    return [procedure, ...enrolled, ...beside];
  }
  return [activeOrder(order, id, date), ...infusion(order, own, name, date), ...enrolled, ...beside];
}

const fhirConcept = ({ codings, text }: Concept): Json => ({ coding: codings, ...(text !== undefined && { text }) });

/** The order as if signed on that day; a dosage without a start begins then. */
function activeOrder(order: Resource, id: string, date: string): Resource {
  const dosageInstruction = objectsAt(order, 'dosageInstruction').map((dosage) => {
    const timing = objectAt(dosage, 'timing') ?? {};
    const repeat = objectAt(timing, 'repeat') ?? {};
    const bounded = ['boundsPeriod', 'boundsDuration', 'boundsRange'].some((key) => key in repeat);
    return bounded
      ? dosage
      : { ...dosage, timing: { ...timing, repeat: { ...repeat, boundsPeriod: { start: date } } } };
  });
  return { ...order, id, status: 'active', intent: 'order', authoredOn: date, dosageInstruction };
}

/** A vasopressor that is ordered would be running. */
function infusion(order: Resource, own: Json, name: Concept, date: string): readonly Resource[] {
  const identified = identifyDrug([name]);
  if (identified.state !== 'known' || !identified.drug.classes.has('vasopressor')) return [];
  const route = objectsAt(order, 'dosageInstruction')
    .map((dosage) => objectAt(dosage, 'route'))
    .find(isJson);
  return [
    {
      resourceType: 'MedicationAdministration',
      ...own,
      status: 'in-progress',
      medicationCodeableConcept: fhirConcept(name),
      effectivePeriod: { start: date },
      ...(route !== undefined && { dosage: { route } }),
    },
  ];
}

/** The study an order is made for: the workflow extension, or a ResearchStudy among its supporting information. */
function studyOf(order: Resource): Json | undefined {
  const extended = objectsAt(order, 'extension')
    .filter((extension) => (textAt(extension, 'url') ?? '').endsWith('workflow-researchStudy'))
    .map((extension) => objectAt(extension, 'valueReference'));
  const supporting = ['supportingInfo', 'supportingInformation', 'basedOn', 'reasonReference'].flatMap((key) =>
    objectsAt(order, key).filter((reference) => (textAt(reference, 'reference') ?? '').includes('ResearchStudy/')),
  );
  return [...extended, ...supporting].find(isJson);
}
