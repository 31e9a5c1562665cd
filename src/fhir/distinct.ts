// Which of several copies of one resource counts?

import { objectAt, textAt } from './json.ts';
import type { Resource } from './record.ts';

const lastUpdated = (resource: Resource): string => textAt(objectAt(resource, 'meta') ?? {}, 'lastUpdated') ?? '';

/** The newer of two copies by meta.lastUpdated; a tie is broken by the text itself, so that order never matters. */
function newer(a: Resource, b: Resource): Resource {
  const [atA, atB] = [Date.parse(lastUpdated(a)), Date.parse(lastUpdated(b))];
  if (atA > atB || (Number.isNaN(atB) && !Number.isNaN(atA))) return a;
  if (atB > atA || (Number.isNaN(atA) && !Number.isNaN(atB))) return b;
  return JSON.stringify(a) <= JSON.stringify(b) ? a : b;
}

/** Every resource once: copies with the same type and id, and id-less copies of the same text, are one. */
export function distinct(resources: readonly Resource[]): readonly Resource[] {
  const kept = new Map<string, Resource>();
  for (const resource of resources) {
    const id = textAt(resource, 'id');
    const key = `${resource.resourceType}/${id ?? JSON.stringify(resource)}`;
    const known = kept.get(key);
    kept.set(key, known === undefined || known === resource ? resource : newer(known, resource));
  }
  return [...kept.values()];
}
