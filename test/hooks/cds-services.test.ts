import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cdsServices } from '../../src/cds-hooks/cds-service.ts';
import { prefetchTemplates } from '../../src/cds-hooks/prefetch-template.ts';
import { searchNames } from '../../src/fhir/searches.ts';

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
      expect(Object.keys(prefetch)).toEqual([...searchNames]);
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
