// Which Medications and ResearchStudies does a record refer to without holding them?

import type { BundleEntry } from './bundle.ts';
import { objectAt, textAt } from './json.ts';
import type { Resource } from './record.ts';
import { referencedTypes } from './searches.ts';

export type Target = { readonly type: string; readonly id: string };

const relative = /^([A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})$/;

/** The reference by which a resource names its drug or its study. */
const named = (resource: Resource): string | undefined =>
  textAt(objectAt(resource, 'medicationReference') ?? objectAt(resource, 'study') ?? {}, 'reference');

/** What a reference names on the server with that base; undefined for another server and for what is no plain reference. */
export function targetOf(reference: string, base: string): Target | undefined {
  const local = reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference;
  const match = relative.exec(local.replace(/\/_history\/.*$/, ''));
  const [type, id] = [match?.[1], match?.[2]];
  return type === undefined || id === undefined || id === '.' || id === '..' ? undefined : { type, id };
}

/** "Type/id" of a relative or an absolute reference: "https://host/base/Type/id" -> "Type/id". */
export const localReference = (reference: string): string => reference.split('/').slice(-2).join('/');

/**
 * The targets that are not among the entries, each once.
 * @param base base URL of the server that would be asked; references to other servers are left alone.
 */
export function missingTargets(entries: readonly BundleEntry[], base: string): readonly Target[] {
  const targets = new Map<string, Target>();
  for (const { resource } of entries) {
    const reference = named(resource);
    if (reference === undefined) continue;
    const target = targetOf(reference, base);
    if (target !== undefined && referencedTypes.some((each) => each === target.type)) {
      targets.set(`${target.type}/${target.id}`, target);
    }
  }
  if (targets.size === 0) return [];
  for (const { resource, fullUrl } of entries) {
    targets.delete(`${resource.resourceType}/${textAt(resource, 'id') ?? ''}`);
    if (fullUrl?.startsWith(`${base}/`) === true) targets.delete(fullUrl.slice(base.length + 1));
  }
  return [...targets.values()];
}
