// Which patients does a change concern?

import { objectAt, textAt } from '../../fhir/json.ts';
import type { Resource } from '../../fhir/record.ts';
import { targetOf } from '../../fhir/referenced.ts';

/**
 * Id of the patient a resource is or is about; undefined where it is about nobody on this server.
 * @param base base URL of the server, without a trailing slash.
 */
export function patientOf(resource: Resource, base: string): string | undefined {
  if (resource.resourceType === 'Patient') return textAt(resource, 'id');
  const about = ['subject', 'patient', 'individual']
    .map((key) => objectAt(resource, key))
    .find((each) => each !== undefined);
  const target = targetOf(textAt(about ?? {}, 'reference') ?? '', base);
  return target?.type === 'Patient' ? target.id : undefined;
}
