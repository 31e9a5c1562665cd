// Are the resources of one patient, each a text of its own, a record, and if not, why not?

import { jsonScanner } from './json-scanner.ts';
import { repair } from './json-repair.ts';
import { lazy } from '../logic/lazy.ts';
import { isResource } from './bundle.ts';
import { recordFromBundle, type Built } from './record-builder.ts';
import type { Json, PatientRecord } from './record.ts';
import { unsafe, recordLimits } from './record-text.ts';

/** Around a resource lie its entry, the list of entries and the Bundle. */
const levelsAround = 3;

/** Limits of one resource, so that it is refused where the Bundle that holds it would be. */
export const lineLimits = { ...recordLimits, depth: recordLimits.depth - levelsAround };

export type ResourceText = {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
  /** Resources it holds, contained ones too, where a scan under `lineLimits` has found it sound; 0 where none was made or it found something. */
  readonly sound: number;
  readonly fullUrl?: string | undefined;
};

/** A result of which nothing is read, as what is left of it. */
export type UnreadText = Pick<ResourceText, 'bytes' | 'from' | 'to'> & {
  /** Where its reference ("Observation/7") stands in the same bytes. */
  readonly keyFrom: number;
  readonly keyTo: number;
};

export const referenceIn = ({ bytes, keyFrom, keyTo }: UnreadText): string => bytes.toString('latin1', keyFrom, keyTo);

/**
 * The record that the Bundle of these resources would give (`recordFromText`), without putting its text together: read one by
 * one the texts are small, which takes less time and memory.
 * @param further entries after them, as they are.
 * @param unread they count, and a reference may name one.
 */
export function recordFromLines(
  lines: readonly ResourceText[],
  further: readonly Json[] = [],
  unread: readonly UnreadText[] = [],
): Built {
  const scan = jsonScanner(lineLimits);
  const entry: Json[] = [];
  let resources = unread.length;
  try {
    for (const { bytes, from, to, sound, fullUrl } of lines) {
      let text: string | undefined;
      if (sound === 0) {
        const line = bytes.subarray(from, to);
        const scanned = scan(line, 0, line.length);
        if (scanned.problem !== undefined) return unsafe(scanned.problem);
        if (scanned.bad.length > 0) text = Buffer.from(repair(line, scanned.bad)).toString('utf8');
        resources += scanned.resources;
      } else resources += sound;
      if (resources > recordLimits.resources) return unsafe('too-many-resources');
      const resource: unknown = JSON.parse(text ?? bytes.toString('utf8', from, to));
      entry.push(fullUrl === undefined ? { resource } : { fullUrl, resource });
    }
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: 'not JSON' };
    throw error;
  }
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: [...entry, ...further] };
  return recordFromBundle(bundle, unread.length === 0 ? undefined : resourcesIn(unread));
}

/** Finds the resource of a reference among these. */
function resourcesIn(unread: readonly UnreadText[]): PatientRecord['unread'] {
  const byReference = lazy(() => new Map(unread.map((each) => [referenceIn(each), each] as const)));
  return (reference) => {
    const found = byReference().get(reference);
    if (found === undefined) return undefined;
    const resource: unknown = JSON.parse(found.bytes.toString('utf8', found.from, found.to));
    return isResource(resource) ? resource : undefined;
  };
}
