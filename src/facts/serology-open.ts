// What must be tested or retrieved to settle an open question about an infection?

import type { Finding, Missing } from '../logic/finding.ts';
import { say } from '../logic/message.ts';
import { isComplete, type Retrieved } from '../fhir/retrieved.ts';
import { measurementTitle } from './latest.ts';
import type { Marker, MarkerQuestion } from './serology-marker.ts';

/** True for a test without a usable result. */
export const isOpen = ({ state }: Marker<string>): boolean => state === 'missing' || state === 'unreadable';

/** The finding for a question that one test leaves open: what was found of it, and the test to order. */
export const openFinding = (marker: Marker<string>, test: MarkerQuestion, diagnoses: Retrieved): Finding => ({
  ...marker.shown,
  verdict: 'unknown',
  missing: toObtain([test], diagnoses),
  flags: [...marker.shown.flags, ...orderFlags([test])],
});

/** The tests to order, and the diagnoses where their search was incomplete. */
export const toObtain = (tests: readonly MarkerQuestion[], diagnoses: Retrieved): readonly Missing[] => [
  ...tests.map(({ names, order, windowDays }) => ({
    what: measurementTitle(names[0] ?? ''),
    orders: [{ coding: order, windowDays }],
  })),
  ...(isComplete(diagnoses) ? [] : [{ what: say('serology.diagnoses'), orders: [] }]),
];

export const orderFlags = (tests: readonly MarkerQuestion[]): readonly string[] => [
  ...new Set(tests.map(({ flag }) => `ORDER:${flag}`)),
];
