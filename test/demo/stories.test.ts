// Do the stories move into the demo hospital whole, and without getting in each other's way?

import { describe, expect, it } from 'vitest';
import { readStories, rebased } from '../../src/demo/stories.ts';
import { parseDay } from '../../src/logic/calendar.ts';
import { searchParameters } from '../../src/demo/fhir/search-parameters.ts';

const today = parseDay('2031-02-03') ?? 0;
const stories = await readStories(today);
const resources = stories.flatMap((story) => story.resources);
const nameOf = (resource: (typeof resources)[number]): string => `${resource.resourceType}/${String(resource['id'])}`;

describe('the demo hospital', () => {
  it('has a patient for every story, under the name of its folder', () => {
    expect(stories.length).toBeGreaterThanOrEqual(14);
    for (const { slug, resources: own } of stories)
      expect(own.filter(({ resourceType }) => resourceType === 'Patient').map(nameOf)).toEqual([`Patient/${slug}`]);
  });

  it('has no two resources of the same name, and only ids that FHIR allows', () => {
    expect(new Set(resources.map(nameOf)).size).toBe(resources.length);
    for (const resource of resources) expect(resource['id']).toMatch(/^[A-Za-z0-9\-.]{1,64}$/);
  });

  it('keeps every type of resource that a story holds', () => {
    const types = new Set(resources.map(({ resourceType }) => resourceType));
    expect([...types].filter((type) => !searchParameters.has(type))).toEqual([]);
  });

  it('has only references that lead to a resource of the same story', () => {
    for (const { resources: own } of stories) {
      const names = new Set(own.map(nameOf));
      const references = [...JSON.stringify(own).matchAll(/"reference":"([^"#]+)"/g)].map((match) => match[1] ?? '');
      expect(references.length).toBeGreaterThan(20);
      expect(references.filter((reference) => !names.has(reference))).toEqual([]);
    }
  });

  it('has nothing that happens after today, except what was planned', () => {
    const dates = [...JSON.stringify(resources).matchAll(/"(?:effectiveDateTime|issued)":"(\d{4}-\d{2}-\d{2})/g)];
    const latest = dates
      .map((match) => match[1] ?? '')
      .toSorted()
      .at(-1);
    expect(latest).toBe('2031-02-03');
  });
});

describe('new ids', () => {
  it('are followed by relative, absolute and urn references, and leave contained ones alone', () => {
    const bundle = {
      entry: [
        { fullUrl: 'urn:uuid:1', resource: { resourceType: 'Patient', id: 'p' } },
        {
          fullUrl: 'http://example.org/Observation/o',
          resource: {
            resourceType: 'Observation',
            id: 'o',
            subject: { reference: 'urn:uuid:1' },
            derivedFrom: [{ reference: 'http://example.org/Observation/o' }, { reference: 'Observation/o' }],
            device: { reference: '#d' },
            performer: [{ reference: 'Practitioner/elsewhere' }],
          },
        },
      ],
    };
    expect(rebased(bundle, 'girl')[1]).toEqual({
      resourceType: 'Observation',
      id: 'girl.o',
      subject: { reference: 'Patient/girl' },
      derivedFrom: [{ reference: 'Observation/girl.o' }, { reference: 'Observation/girl.o' }],
      device: { reference: '#d' },
      performer: [{ reference: 'Practitioner/elsewhere' }],
    });
  });
});
