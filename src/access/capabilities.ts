// What does a FHIR server say it can do, and which searches of it can hold nothing?

import { isJson, objectsAt, textAt } from '../fhir/json.ts';

/** The resource types the server supports at all. */
export type Capabilities = { readonly types: ReadonlySet<string> };

/** True for R4 and R4B. */
export const isR4 = (fhirVersion: string): boolean => fhirVersion.startsWith('4.');

/**
 * Reads a CapabilityStatement. Undefined for anything that is not the statement of a running R4 server which holds
 * patients: from a list that leaves out even the type we read, nothing may be concluded.
 */
export function readCapabilities(value: unknown): Capabilities | undefined {
  if (!isJson(value) || value['resourceType'] !== 'CapabilityStatement') return undefined;
  if ((textAt(value, 'kind') ?? 'instance') !== 'instance') return undefined;
  if (!isR4(textAt(value, 'fhirVersion') ?? '')) return undefined;
  const types = objectsAt(value, 'rest')
    .filter((rest) => textAt(rest, 'mode') === 'server')
    .flatMap((rest) => objectsAt(rest, 'resource'))
    .flatMap((resource) => textAt(resource, 'type') ?? []);
  return types.includes('Patient') ? { types: new Set(types) } : undefined;
}

/**
 * What every record of a sick child has. A server without one of these does not keep the record: that nothing is found
 * there says nothing about the child.
 */
const indispensable = new Set(['Patient', 'Condition', 'Observation', 'Procedure']);

/** Four ways to record a drug; a server that knows one of them keeps its drugs there. */
const medications = ['MedicationRequest', 'MedicationStatement', 'MedicationAdministration', 'MedicationDispense'];

/**
 * True if the server cannot hold a resource of this type and its place in the record is optional: a search for it is
 * complete and empty.
 */
export function holdsNone({ types }: Capabilities, type: string): boolean {
  if (types.has(type) || indispensable.has(type)) return false;
  return !medications.includes(type) || medications.some((each) => types.has(each));
}
