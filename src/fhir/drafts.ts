// Which orders of this patient would be carried out if nobody changed them?

import type { Concept } from '../terminology/concept.ts';
import { readBundle, type BundleEntry } from './bundle.ts';
import { readConcept } from './concept-reader.ts';
import { nameOfStudy, studiesNamed, type NamedStudy } from './draft-studies.ts';
import { objectAt, objectsAt, textAt } from './json.ts';
import { medicationNames } from './medication-names.ts';
import type { Json, PatientRecord, Resource } from './record.ts';
import { referencesOf } from './references.ts';

/** One order that waits for somebody to sign, to release or to perform it. */
export type Draft = {
  /** The MedicationRequest or ServiceRequest; the Medication it refers to is among its contained resources. */
  readonly order: Resource;
  /** Every name and code of what is ordered, the one for the reader first; never empty. */
  readonly names: readonly Concept[];
  /** Studies the order is made for or speaks of. */
  readonly studies: readonly NamedStudy[];
};

/** The orders, and how many were left out because they are somebody else's. */
export type Drafts = { readonly drafts: readonly Draft[]; readonly foreign: number };

const types: ReadonlySet<string> = new Set(['MedicationRequest', 'ServiceRequest']);

/** An order in one of these will not be carried out, or has been. */
const settled: ReadonlySet<string> = new Set(['cancelled', 'stopped', 'completed', 'entered-in-error', 'revoked']);

const isOpen = (order: Resource): boolean =>
  types.has(order.resourceType) &&
  !settled.has(textAt(order, 'status') ?? '') &&
  order['doNotPerform'] !== true &&
  order['reportedBoolean'] !== true;

/** The open orders of a Bundle, which needs no type; a fullUrl stays with each. */
export const openOrders = (bundle: Json): readonly BundleEntry[] =>
  readBundle(bundle).entries.filter(({ resource }) => isOpen(resource));

/** The orders that a list of references names: relative, versioned, absolute, or by their fullUrl. */
export function ordersNamed(orders: readonly BundleEntry[], references: readonly string[]): readonly BundleEntry[] {
  const wanted = references.map((each) => each.replace(/\/_history\/[^/]*$/, ''));
  return orders.filter(({ resource, fullUrl }) => {
    const own = `${resource.resourceType}/${textAt(resource, 'id') ?? ''}`;
    return wanted.some((each) => each === own || each === fullUrl || each.endsWith(`/${own}`));
  });
}

/**
 * Orders with what they are called and what they refer to. Those of other patients are left out and counted, those without
 * any name are left out.
 * @param beside the entries that came with the orders, to which they may refer.
 * @param record what is known of the patient, to which they may refer too.
 */
export function draftsOf(
  orders: readonly BundleEntry[],
  beside: readonly BundleEntry[],
  record: PatientRecord,
): Drafts {
  const entries = [...orders, ...beside];
  const { resolve, subjectOf } = referencesOf({
    ...record,
    resources: [...record.resources, ...entries.map(({ resource }) => resource)],
    fullUrls: [...record.fullUrls, ...entries],
  });
  const own = orders.filter(({ resource }) => subjectOf(resource) === 'own');
  const drafts = own.flatMap(({ resource }): readonly Draft[] => {
    const order = withMedication(resource, resolve(resource['medicationReference'], resource));
    const drug = medicationNames(order, { resolve, translate: (concept) => concept }).concepts;
    const ordered = [...[readConcept(order['code']) ?? []].flat(), ...drug];
    const studies = studiesNamed(order, ordered, resolve);
    const names = ordered.length > 0 ? ordered : studies.map(nameOfStudy);
    return names.length === 0 ? [] : [{ order, names, studies }];
  });
  return { drafts, foreign: orders.length - own.length };
}

/** Id under which a Medication from elsewhere is contained. */
const containedId = 'medication-of-draft';

/** The order with the Medication it refers to inside it, so that it can be read wherever it is put. */
function withMedication(order: Resource, medication: Resource | undefined): Resource {
  const reference = objectAt(order, 'medicationReference');
  if (medication === undefined || reference === undefined) return order;
  if (textAt(reference, 'reference')?.startsWith('#') === true) return order;
  return {
    ...order,
    medicationReference: { ...reference, reference: `#${containedId}` },
    contained: [...objectsAt(order, 'contained'), { ...medication, id: containedId }],
  };
}
