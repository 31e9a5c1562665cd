// What must be tested or retrieved to settle an open question about an infection?

import type { Finding, Missing } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { isComplete, type Retrieved } from '../../fhir/retrieved.ts';
import { titleOf, type Marker, type MarkerQuestion } from './marker.ts';

/** True for a test without a usable result. */
export const isOpen = ({ state }: Marker<string>): boolean => state === 'missing' || state === 'unreadable';

/** The finding for a question that these tests, or the diagnoses, leave open: what was found, and what to obtain. */
export const openFinding = (found: Finding, tests: readonly MarkerQuestion[], diagnoses: Retrieved): Finding => ({
  ...found,
  verdict: 'unknown',
  missing: toObtain(tests, diagnoses),
  flags: [...found.flags, ...orderFlags(tests)],
});

/** The tests to order, and the diagnoses where their search was incomplete. */
export const toObtain = (tests: readonly MarkerQuestion[], diagnoses: Retrieved): readonly Missing[] => [
  ...tests.map((test) => ({ what: titleOf(test), orders: [{ coding: test.order, windowDays: test.windowDays }] })),
  ...(isComplete(diagnoses) ? [] : [{ what: say('serology.diagnoses'), orders: [] }]),
];

/** A flag per test that is to be ordered, each once: "ORDER:HBV_DNA". */
export const orderFlags = (tests: readonly MarkerQuestion[]): readonly string[] => [
  ...new Set(tests.map(({ flag }) => `ORDER:${flag}`)),
];
