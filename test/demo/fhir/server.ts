// A demo FHIR server with a few resources, for tests.

import express, { type Express } from 'express';
import { fhirRouter } from '../../../src/demo/fhir/router.ts';
import { createStore, type Store } from '../../../src/demo/fhir/store.ts';
import type { Resource } from '../../../src/fhir/record.ts';

export type Demo = { readonly app: Express; readonly store: Store };

/** Ids are "new-1", "new-2", …; the clock stands still. */
export function demoServer(resources: readonly Resource[] = []): Demo {
  let count = 0;
  const newId = (): string => {
    count += 1;
    return `new-${String(count)}`;
  };
  const startedAt = new Date('2026-06-01T08:00:00Z');
  const store = createStore(() => startedAt, newId);
  for (const resource of resources) store.put(resource, String(resource['id']));
  const app = express().use('/fhir', fhirRouter({ store, newId, startedAt }));
  return { app, store };
}

export const anObservation = (id: string, more: object = {}): Resource => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
  ],
  code: { coding: [{ system: 'http://loinc.org', code: '1742-6' }] },
  subject: { reference: 'Patient/a' },
  effectiveDateTime: '2026-05-01',
  ...more,
});
