// Which of several copies of one resource counts?

import { asJson, asText } from './json.ts';
import type { Resource } from './record.ts';

const lastUpdated = (resource: Resource): string => asText(asJson(resource['meta'])?.['lastUpdated']) ?? '';

/** The newer of two copies by meta.lastUpdated; a tie is broken by the text itself, so that order never matters. */
function newer(a: Resource, b: Resource): Resource {
  const [atA, atB] = [Date.parse(lastUpdated(a)), Date.parse(lastUpdated(b))];
  if (atA > atB || (Number.isNaN(atB) && !Number.isNaN(atA))) return a;
  if (atB > atA || (Number.isNaN(atA) && !Number.isNaN(atB))) return b;
  return JSON.stringify(a) <= JSON.stringify(b) ? a : b;
}

/** What copies of one resource of a type have in common: its id, or all of its text if it has none. */
export const idOf = (resource: Resource): string => asText(resource['id']) ?? JSON.stringify(resource);

/** Every resource once: copies with the same type and id, and id-less copies of the same text, are one; the first place counts. */
export function distinct(resources: readonly Resource[]): readonly Resource[] {
  const kept: Resource[] = [];
  const places = new Map<string, number>();
  for (const resource of resources) {
    const name = JSON.stringify([resource.resourceType, idOf(resource)]);
    const place = places.get(name);
    const known = place === undefined ? undefined : kept[place];
    if (place === undefined || known === undefined) {
      places.set(name, kept.length);
      kept.push(resource);
    } else if (known !== resource) kept[place] = newer(known, resource);
  }
  return kept;
}
