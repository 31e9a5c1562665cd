import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cdsServices } from '../../src/cds-hooks/cds-service.ts';
import { searches } from '../../src/fhir/searches.ts';

/** What the table of searches asks for, by search name and in its order; only a root-level context token, which every client can fill in. */
const prefetchTemplates = Object.fromEntries(
  searches.map(({ name, type, query }) => [
    name,
    `${type}${query === undefined ? '/{id}' : `?${query}`}`.replace('{id}', '{{context.patientId}}'),
  ]),
);

describe('the service definitions', () => {
  it('are the files of hooks/, each named by its id', () => {
    const files = readdirSync(new URL('../../hooks/', import.meta.url)).toSorted();
    expect(cdsServices.map(({ id }) => `${id}.json`).toSorted()).toEqual(files);
  });

  it('have ids of their own', () => {
    expect(new Set(cdsServices.map(({ id }) => id)).size).toBe(cdsServices.length);
  });

  it.each(cdsServices.map((service) => [service.id, service] as const))(
    '%s prefetches exactly the table of searches',
    (_id, { prefetch }) => {
      expect(prefetch).toEqual(prefetchTemplates);
      expect(Object.keys(prefetch)).toEqual(Object.keys(prefetchTemplates));
    },
  );

  it('stay inside the portable subset of queries', () => {
    for (const template of Object.values(prefetchTemplates)) {
      expect(template).toMatch(
        /^[A-Z]\w+(\/\{\{context\.patientId\}\}|\?(patient=|subject=Patient\/)\{\{context\.patientId\}\}(&_sort=-date&_count=\d+)?)$/,
      );
    }
  });
});
