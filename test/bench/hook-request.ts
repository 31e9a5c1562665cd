// What does an EHR send that prefetches everything?

import { searches } from '../../src/fhir/searches.ts';
import { bundleOf } from './records.ts';

type Json = Record<string, unknown>;

/** A patient-view request with everything prefetched, as text. */
export function requestOf(size: number): string {
  const entries = (bundleOf(size)['entry'] as { resource: Json }[]).map(({ resource }) => ({ resource }));
  const prefetch = Object.fromEntries(
    searches.map(({ name, type }) => {
      const own = entries.filter(({ resource }) => resource['resourceType'] === type);
      return [name, name === 'patient' ? own[0]?.resource : { resourceType: 'Bundle', type: 'searchset', entry: own }];
    }),
  );
  return JSON.stringify({
    hook: 'patient-view',
    hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
    context: { userId: 'Practitioner/1', patientId: 'bench' },
    prefetch,
  });
}
