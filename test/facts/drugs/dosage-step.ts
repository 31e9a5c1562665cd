// One step of a dosage as it was read, for the tests of doses.

import type { DosageStep } from '../../../src/fhir/dosage/dosage.ts';

/** A step of which nothing is known but what is given. */
export const dosageStep = (known: Partial<DosageStep>): DosageStep => ({
  sequence: undefined,
  asNeeded: false,
  dose: undefined,
  schedule: undefined,
  bounds: { start: undefined, end: undefined, days: undefined },
  hours: undefined,
  timesOfDay: [],
  fromText: false,
  ...known,
});
