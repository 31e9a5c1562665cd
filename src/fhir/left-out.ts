// What does a record prove once some of its resources are left out?

import { isResource } from './bundle.ts';
import { asObjects } from './json.ts';
import type { Json, PatientRecord, Resource } from './record.ts';
import type { Retrieved } from './retrieved.ts';
import { searchOfType, type SearchName } from './searches.ts';

/** The searches whose matches these are. */
const searchesOf = (resources: Iterable<Resource>): ReadonlySet<SearchName> =>
  new Set([...resources].flatMap(({ resourceType }) => searchOfType(resourceType)?.name ?? []));

/** The record without them. A search that lost a match is not complete any more, for that reason; what it has proves no absence. */
export function without(record: PatientRecord, leftOut: ReadonlySet<Resource>, reason: string): PatientRecord {
  if (leftOut.size === 0) return record;
  const resources = record.resources.filter((resource) => !leftOut.has(resource));
  const remaining = new Set(searchesOf(resources));
  if (record.unread !== undefined) remaining.add('observations');
  const lowered = [...searchesOf(leftOut)].map((name): readonly [SearchName, Retrieved] => [
    name,
    { state: remaining.has(name) ? 'partial' : 'unavailable', reason },
  ]);
  return {
    ...record,
    resources,
    fullUrls: record.fullUrls.filter(({ resource }) => !leftOut.has(resource)),
    retrieved: { ...record.retrieved, ...Object.fromEntries(lowered) },
  };
}

/**
 * The record without what a modifier extension may turn into its opposite: none is known here, and who does not know one must
 * not read the resource. Of such a Patient birth and sex are not known: only who she is remains, and what can but keep her off a list.
 * @source HL7 FHIR R4 (4.0.1), DomainResource.modifierExtension: "extensions that cannot be ignored"
 */
export function withoutModified(record: PatientRecord): PatientRecord {
  const whose = isModified(record.patient) ? withIdentityOnly(record) : record;
  return without(whose, new Set(whose.resources.filter(isModified)), reason);
}

const reason = 'modifier-extension';

/** Who somebody is, and whether dead or merged into another record: nobody is shown whose record says so, however it is meant. */
const keptOfPatient: ReadonlySet<string> = new Set(
  'resourceType id identifier name deceasedBoolean deceasedDateTime link'.split(' '),
);

function withIdentityOnly(record: PatientRecord): PatientRecord {
  const kept = Object.entries(record.patient).filter(([key]) => keptOfPatient.has(key));
  const patient: Resource = { ...Object.fromEntries(kept), resourceType: 'Patient' };
  return {
    ...record,
    patient,
    fullUrls: record.fullUrls.map((each) => (each.resource === record.patient ? { ...each, resource: patient } : each)),
    retrieved: { ...record.retrieved, patient: { state: 'unavailable', reason } },
  };
}

/** Itself, something it contains, or a part of either. */
const isModified = (resource: Resource): boolean =>
  hasModifier(resource) ||
  isPartModified(resource) ||
  (resource['contained'] !== undefined && asObjects(resource['contained']).filter(isResource).some(isModified));

/** Of the parts that are read those that may have one of their own. */
function isPartModified(resource: Resource): boolean {
  switch (resource.resourceType) {
    case 'Observation':
      return hasAnyModifier(resource['referenceRange']) || isAnyModified(resource['component']);
    case 'MedicationRequest':
      return isAnyModified(resource['dosageInstruction']) || isAnyModified(resource['dispenseRequest']);
    case 'MedicationDispense':
      return isAnyModified(resource['dosageInstruction']);
    case 'MedicationStatement':
    case 'MedicationAdministration':
      return isAnyModified(resource['dosage']);
    case 'Medication':
      return isAnyModified(resource['ingredient']);
    case 'AllergyIntolerance':
      return isAnyModified(resource['reaction']);
    case 'AdverseEvent':
      return isAnyModified(resource['suspectEntity']);
    case 'QuestionnaireResponse':
      return isAnyModified(resource['item']);
    case 'List':
      return isAnyModified(resource['entry']);
    case 'ResearchSubject':
      return isAnyModified(resource['progress']);
    case 'Patient':
      return isAnyModified(resource['link']);
    default:
      return false;
  }
}

/** Parts, and what is read of the parts of these: limits of a component, questions below a question or an answer. */
const isAnyModified = (parts: unknown): boolean =>
  parts !== undefined &&
  asObjects(parts).some(
    (part) =>
      hasModifier(part) ||
      hasAnyModifier(part['referenceRange']) ||
      isAnyModified(part['item']) ||
      isAnyModified(part['answer']),
  );

/** Parts of which no further parts are read. */
const hasAnyModifier = (parts: unknown): boolean => asObjects(parts).some(hasModifier);

const hasModifier = ({ modifierExtension }: Json): boolean =>
  modifierExtension !== undefined && !(Array.isArray(modifierExtension) && modifierExtension.length === 0);
