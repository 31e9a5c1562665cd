// How is it found out on the server whom a notification concerns that does not say so itself?

import { withoutSlash } from '../../access/base-url.ts';
import type { Reader } from '../../access/reader.ts';
import { runSearch } from '../../access/search-run.ts';
import { isResource } from '../../fhir/bundle.ts';
import { isJson } from '../../fhir/json.ts';
import { searchOfType } from '../../fhir/searches.ts';
import { patientOf } from './concerned.ts';
import type { EventServer } from './events-router.ts';

const gone = new Set([404, 410]);

/** The two questions an `EventServer` needs, asked of the server. */
export function serverReads(read: Reader, base: URL, pages: number): Pick<EventServer, 'read' | 'changedSince'> {
  return {
    read: async (type, id) => {
      const got = await read(`${type}/${id}`);
      if ('reason' in got) return got.status !== undefined && gone.has(got.status) ? undefined : 'failed';
      return isJson(got.value) && isResource(got.value) ? got.value : 'failed';
    },
    changedSince: async (type, since) => {
      const search = searchOfType(type);
      if (search === undefined) return [];
      const query = `_lastUpdated=ge${since.toISOString()}`;
      const { part } = await runSearch(read, { base, pages }, { ...search, query, newestFirst: false }, '');
      if (part.retrieved.state !== 'complete') return undefined;
      return [...new Set(part.entries.flatMap(({ resource }) => patientOf(resource, withoutSlash(base)) ?? []))];
    },
  };
}
