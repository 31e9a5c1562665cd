// When is a patient's record the same as at the last screening, and when another?

import { expect, it } from 'vitest';
import { recordFromLines } from '../../../src/fhir/record-lines.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { fingerprintOf } from '../../../src/screening/sources/fingerprint.ts';

const patient = { resourceType: 'Patient', id: 'p' };
const versioned = { resourceType: 'Condition', id: 'c', meta: { versionId: '1' }, code: { text: 'lupus' } };
const plain = { resourceType: 'Observation', id: 'o', status: 'final', valueInteger: 7 };

const built = (resources: readonly object[], further: readonly Json[] = []) => {
  const lines = [patient, ...resources].map((resource) => {
    const bytes = Buffer.from(JSON.stringify(resource));
    return { bytes, from: 0, to: bytes.length, sound: 0 };
  });
  const found = recordFromLines(lines, further);
  if ('problem' in found) throw new Error(found.problem);
  return found;
};
const of = (resources: readonly object[], further: readonly Json[] = []): string =>
  fingerprintOf(built(resources, further).record);
const whole = of([versioned, plain]);

it.each<[string, string]>([
  ['in another order', of([plain, versioned])],
  ['with a copy of one resource', of([versioned, plain, plain])],
  ['where another content has the same version', of([{ ...versioned, code: { text: 'SLE' } }, plain])],
])('a record is the same %s', (_, fingerprint) => {
  expect(fingerprint).toBe(whole);
});

const outcome: Json = {
  resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'incomplete' }] },
};

it.each<[string, string]>([
  ['with one resource less', of([versioned])],
  ['with another version', of([{ ...versioned, meta: { versionId: '2' } }, plain])],
  [
    'with another time of its last change',
    of([{ ...versioned, meta: { versionId: '1', lastUpdated: '2026-05-01T00:00:00Z' } }, plain]),
  ],
  ['with another content of what has no version', of([versioned, { ...plain, valueInteger: 8 }])],
  [
    'with another text of what has no version',
    of([versioned, { status: 'final', valueInteger: 7, resourceType: 'Observation', id: 'o' }]),
  ],
  ['where a search is no longer complete', of([versioned, plain], [outcome])],
])('a record is another one %s', (_, fingerprint) => {
  expect(fingerprint).not.toBe(whole);
});
