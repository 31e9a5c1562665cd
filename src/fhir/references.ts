// Which resource of the record does a reference name, and whose resource is this?

import { lazy } from '../logic/lazy.ts';
import { asObjects, asText, isJson } from './json.ts';
import type { Json, PatientRecord, Resource } from './record.ts';

export type References = {
  /** The resource that a Reference (or its string) names, contained or elsewhere in the record. */
  readonly resolve: (reference: unknown, owner: Resource) => Resource | undefined;
  /** "Type/id"; for a resource without id the tail of its fullUrl, else only the type. */
  readonly referenceOf: (resource: Resource) => string;
  /** `own`: about this patient, or about nobody in particular; `other`: about somebody or something else. */
  readonly subjectOf: (resource: Resource) => 'own' | 'other';
};

const relative = /^([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})$/;

const withoutVersion = (reference: string): string => reference.replace(/\/_history\/[^/]*$/, '');

/** "https://host/base/Type/id" -> ["https://host/base", "Type/id"]. */
function splitAbsolute(url: string): readonly [base: string, local: string] | undefined {
  const match = /^([Hh][Tt]{2}[Pp][Ss]?:\/\/.+)\/([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})$/.exec(url);
  const [, written, local = ''] = match ?? [];
  const base = oneWay(written);
  return base === undefined ? undefined : [base, local];
}

/** A base URL written in the one way in which the case of its host and its usual port make no difference; undefined if it is none. */
const oneWay = (base = ''): string | undefined => URL.parse(base)?.href.replace(/\/+$/, '');

const identifiersOf = (resource: Json): readonly string[] =>
  asObjects(resource['identifier']).flatMap((each) => {
    const value = asText(each['value']);
    return value === undefined ? [] : [`${asText(each['system']) ?? ''}|${value}`];
  });

/** Prepares the lookups of one record: by type and id, by full URL, by identifier. */
export function referencesOf(record: PatientRecord): References {
  // Most references name the patient herself and are told without these.
  const named = lazy(() => {
    const byFullUrl = new Map<string, Resource>();
    for (const { fullUrl, resource } of record.fullUrls) if (fullUrl !== undefined) byFullUrl.set(fullUrl, resource);
    return byFullUrl;
  });
  const local = lazy(() => {
    const byReference = new Map<string, Resource>();
    for (const resource of [record.patient, ...record.resources]) {
      const id = asText(resource['id']);
      if (id !== undefined) byReference.set(`${resource.resourceType}/${id}`, resource);
    }
    return byReference;
  });
  // Most resources have an id and most references are relative, so that full URLs are seldom taken apart.
  const tails = lazy(
    () =>
      new Map(
        [...named()].map(([url, resource]) => [
          resource,
          splitAbsolute(url)?.[1] ?? `${resource.resourceType}/${url.slice(url.lastIndexOf(':') + 1)}`,
        ]),
      ),
  );
  // The server is the one that was asked and the one under which the Patient is named; without either, any that is named.
  const bases = lazy(() => {
    const homes = new Map<Resource, string>();
    for (const [url, resource] of named()) {
      const split = splitAbsolute(url);
      if (split !== undefined) homes.set(resource, split[0]);
    }
    const known = [oneWay(record.base), homes.get(record.patient)].filter((base) => base !== undefined);
    return new Set(known.length > 0 ? known : homes.values());
  });

  const found = (name: string): Resource | undefined => local().get(name) ?? record.unread?.(name);
  const find = (target: string): Resource | undefined => {
    const plain = withoutVersion(target);
    const known = named().get(plain);
    if (known !== undefined) return known;
    if (relative.test(plain)) return found(plain);
    const split = splitAbsolute(plain);
    return split !== undefined && bases().has(split[0]) ? found(split[1]) : undefined;
  };

  const resolve = (reference: unknown, owner: Resource): Resource | undefined => {
    const target =
      typeof reference === 'string' ? reference : isJson(reference) ? asText(reference['reference']) : undefined;
    if (target === undefined) return undefined;
    if (!target.startsWith('#')) return find(target);
    return asObjects(owner['contained']).find((each): each is Resource => {
      return typeof each['resourceType'] === 'string' && asText(each['id']) === target.slice(1);
    });
  };

  const referenceOf = (resource: Resource): string => {
    const id = asText(resource['id']);
    return id === undefined ? (tails().get(resource) ?? resource.resourceType) : `${resource.resourceType}/${id}`;
  };

  // By far the most frequent case, told without looking anything up.
  const patientReference = referenceOf(record.patient);
  const isTaken = record.fullUrls.some(({ fullUrl }) => fullUrl === patientReference);
  const ownReference = isTaken ? undefined : patientReference;
  const ownIdentifiers = new Set(identifiersOf(record.patient));
  const sharesIdentifier = (identifiers: readonly string[]): boolean =>
    identifiers.some((identifier) => ownIdentifiers.has(identifier));

  const subjectOf = (resource: Resource): 'own' | 'other' => {
    const { subject, patient, individual } = resource;
    return isOwn(subject, resource) && isOwn(patient, resource) && isOwn(individual, resource) ? 'own' : 'other';
  };

  const isOwn = (stated: unknown, resource: Resource): boolean =>
    stated === undefined || stated === null || namesOwn(stated, resource);

  const namesOwn = (stated: unknown, resource: Resource): boolean => {
    // Not as FHIR has it, but it says whose the resource is.
    if (Array.isArray(stated)) return stated.every((each) => isOwn(each, resource));
    const target = isJson(stated) ? asText(stated['reference']) : asText(stated);
    if (target === ownReference) return true;
    if (target === undefined) {
      const identifier = isJson(stated) ? identifiersOf({ identifier: stated['identifier'] }) : [];
      return identifier.length === 0 || sharesIdentifier(identifier);
    }
    const found = resolve(target, resource);
    if (found === record.patient || referencesPatient(found)) return true;
    return found !== undefined && target.startsWith('#') && sharesIdentifier(identifiersOf(found));
  };
  // A patient that was sent twice is still the same patient.
  const referencesPatient = (found: Resource | undefined): boolean =>
    found?.resourceType === 'Patient' &&
    asText(found['id']) === asText(record.patient['id']) &&
    found['id'] !== undefined;

  return { resolve, referenceOf, subjectOf };
}
