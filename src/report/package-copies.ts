// Which resources travel with a referral, and how are they cut down so that nothing in them points outside?

import { isJson, textAt } from '../fhir/json.ts';
import type { Json, PatientRecord, Resource } from '../fhir/record.ts';
import { referencesOf } from '../fhir/references.ts';

/** What of a resource a receiver of a referral does not need, or what may name other people. */
const leftOut: ReadonlySet<string> = new Set(['text', 'meta', 'note', 'presentedForm', 'implicitRules', 'language']);

/** Of the patient herself only who she is. */
const ofPatient: readonly string[] = ['resourceType', 'id', 'identifier', 'name', 'gender', 'birthDate'];

export type Copies = {
  readonly patient: Resource;
  /** In the order asked for, what they refer to after them. */
  readonly resources: readonly { readonly fullUrl: string; readonly resource: Resource }[];
  readonly patientUrl: string;
};

/**
 * Copies of the patient and of the named resources ("Observation/7"), each under a URL of its own. References among them are kept;
 * any other reference is dropped and its display kept. A resource of another patient is never among them.
 */
export function copiesOf(record: PatientRecord, wanted: readonly string[], newUrl: () => string): Copies {
  const { resolve, referenceOf, subjectOf } = referencesOf(record);
  const byReference = new Map(record.resources.map((resource) => [referenceOf(resource), resource]));
  const asked = [...new Set(wanted)].flatMap((reference) => {
    const found = byReference.get(reference);
    return found === undefined || subjectOf(found) === 'other' ? [] : [found];
  });
  const supporting = asked.flatMap((owner) =>
    ['medicationReference', 'study'].flatMap((key) => {
      const found = resolve(owner[key], owner);
      const isShared = found !== undefined && record.resources.includes(found) && subjectOf(found) === 'own';
      return isShared && !asked.includes(found) ? [found] : [];
    }),
  );
  const all = [...new Set([...asked, ...supporting])];
  const urls = new Map<Resource, string>([record.patient, ...all].map((resource) => [resource, newUrl()]));
  const patientUrl = urls.get(record.patient) ?? newUrl();

  const copied = (value: unknown, owner: Resource): unknown => {
    if (Array.isArray(value)) {
      const kept = value.map((each) => copied(each, owner)).filter((each) => each !== undefined);
      return kept.length === 0 ? undefined : kept;
    }
    if (!isJson(value)) return value;
    const target = textAt(value, 'reference');
    const kept = fieldsOf(value, owner, target === undefined ? [] : ['reference']);
    const known = target === undefined ? undefined : urlFor(value, target, owner);
    if (known !== undefined) return { reference: known, ...kept };
    return Object.keys(kept).length === 0 ? undefined : kept;
  };
  /** Of a Reference that resolves inside; a contained resource stays where it is. */
  const urlFor = (value: Json, target: string, owner: Resource): string | undefined => {
    const found = resolve(value, owner);
    if (target.startsWith('#')) return found === undefined ? undefined : target;
    if (found?.resourceType === 'Patient') return patientUrl;
    return found === undefined ? undefined : urls.get(found);
  };
  const fieldsOf = (value: Json, owner: Resource, without: readonly string[]): Json =>
    Object.fromEntries(
      Object.entries(value).flatMap(([key, each]) => {
        const isResource = typeof value['resourceType'] === 'string';
        const isLeftOut = key === 'extension' || key.startsWith('_') || (isResource && leftOut.has(key));
        const kept = isLeftOut || without.includes(key) ? undefined : copied(each, owner);
        return kept === undefined ? [] : [[key, kept]];
      }),
    );
  const copyOf = (resource: Resource): Resource => ({
    resourceType: resource.resourceType,
    ...fieldsOf(resource, resource, ['resourceType']),
  });
  return {
    patient: { ...pick(record.patient), resourceType: 'Patient' },
    resources: all.map((resource) => ({ fullUrl: urls.get(resource) ?? newUrl(), resource: copyOf(resource) })),
    patientUrl,
  };
}

const pick = (patient: Resource): Json =>
  Object.fromEntries(ofPatient.flatMap((key) => (patient[key] === undefined ? [] : [[key, patient[key]]])));
